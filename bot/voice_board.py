"""The recordings that this process knows: Telegram's file by page and language, kept at hand."""

import time
from collections.abc import Callable, Mapping

from storage.database import Transaction
from storage.voices import list_voices, voices_mark

LOOKS_APART = 1.0  # seconds

Recordings = Mapping[tuple[str, str], str]
"""Telegram's file by page and language."""


class VoiceBoard:
    """The recordings this process knows, renewed from the database when there is a new one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._looked = float("-inf")
        self._mark: object = None
        self.current: Recordings = {}

    async def renew(self, tx: Transaction) -> None:
        """Take up what was recorded since the last look; it looks once a second."""
        if self._clock() < self._looked + LOOKS_APART:
            return
        self._looked = self._clock()
        mark = await voices_mark(tx)
        if mark != self._mark:
            found = await list_voices(tx)
            self.current = {(note.page, note.language): note.file_id for note in found}
            self._mark = mark

    def look_again(self) -> None:
        """Something was recorded here: look at the next update."""
        self._looked = float("-inf")
