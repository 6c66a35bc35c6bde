"""The recordings that this process knows: Telegram's file by page and language, kept at hand."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from storage.database import Transaction
from storage.voices import list_voices, list_waiting_voices, voices_mark

LOOKS_APART = 1.0  # seconds

LANGUAGES = ("id", "jv-serang", "su-banten", "en")
"""What pages are read aloud in; the two in the middle have no texts of their own."""

Where = tuple[str, str]
"""A page and a language."""


@dataclass(frozen=True, slots=True)
class Recording:
    """Telegram's file, and when it was read aloud."""

    file_id: str
    recorded_at: datetime


class VoiceBoard:
    """The recordings this process knows, renewed from the database when there is a new one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._looked = float("-inf")
        self._mark: object = None
        self.current: Mapping[Where, Recording] = {}
        self.waiting: Mapping[Where, UUID | None] = {}  # for a second person, by who recorded it
        self._heard: dict[str, dict[str, Recording]] = {}
        self._heard_at: object = None

    async def renew(self, tx: Transaction) -> None:
        """Take up what was recorded since the last look; it looks once a second."""
        if self._clock() < self._looked + LOOKS_APART:
            return
        self._looked = self._clock()
        mark = await voices_mark(tx)
        if mark != self._mark:
            heard, waiting = await list_voices(tx), await list_waiting_voices(tx)
            self.current = {(n.page, n.language): Recording(n.file_id, n.recorded_at) for n in heard}
            self.waiting = {(n.page, n.language): n.recorded_by for n in waiting}
            self._mark, self._heard_at = mark, None

    def heard_at(self, stamp: object) -> dict[str, dict[str, Recording]]:
        """Room for what was found out of pages; empty again with new recordings and with another stamp."""
        if self._heard_at != stamp:
            self._heard, self._heard_at = {}, stamp
        return self._heard

    def look_again(self) -> None:
        """Something was recorded here: look at the next update."""
        self._looked = float("-inf")
