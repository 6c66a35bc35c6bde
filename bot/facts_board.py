"""What this process tells: facts and words from files, renewed from the database when one was changed."""

import time
from collections.abc import Callable

from bot.programme.changes import entries_of
from bot.programme.facts import Facts
from bot.rewordings import Rewordings
from storage.database import Transaction
from storage.facts import count_approved, list_changes
from storage.models.facts import FactChange, FactChangeState

LOOKS_APART = 1.0  # seconds; a change reaches every screen of every replica within them


class FactsBoard:
    """Holds the facts, and the words that staff gave texts.

    `renew` is cheap enough for every update, because it looks once a second.
    """

    def __init__(self, shipped: Facts, clock: Callable[[], float] = time.monotonic) -> None:
        self._shipped = shipped
        self._clock = clock
        self._looked = float("-inf")
        self.version = 0
        self.current = shipped
        self.rewordings = Rewordings()
        self.approved: tuple[FactChange, ...] = ()

    async def renew(self, tx: Transaction) -> None:
        """Take up what has been approved since the last look."""
        if self._clock() < self._looked + LOOKS_APART:
            return
        self._looked = self._clock()
        version = await count_approved(tx)
        if version != self.version:
            approved = await list_changes(tx, FactChangeState.APPROVED)
            edits = [change for change in approved if not change.is_text]
            self.current = self._shipped.amended(entries_of(self._shipped, edits))
            self.rewordings = Rewordings(approved)
            self.approved = tuple(approved)
            self.version = version

    def look_again(self) -> None:
        """A change was approved here: look at the next update."""
        self._looked = float("-inf")
