"""The ways to ask that staff added, as this process knows them: looked up before anything is guessed."""

import time
from collections.abc import Callable, Mapping

from bot.questions.matching import Questions
from storage.database import Transaction
from storage.sayings import list_sayings, sayings_mark

LOOKS_APART = 1.0  # seconds
FEWEST_WORDS = 2  # that tell something; less would answer half of all questions

Words = tuple[str, ...]


class SayingsBoard:
    """Answers by the words of a question, renewed from the database when staff added or dropped one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._looked = float("-inf")
        self._mark: object = None
        self.current: Mapping[Words, str] = {}

    async def renew(self, tx: Transaction, questions: Questions) -> None:
        """Take up what was added or dropped since the last look; it looks once a second."""
        if self._clock() < self._looked + LOOKS_APART:
            return
        self._looked = self._clock()
        mark = await sayings_mark(tx)
        if mark != self._mark:
            kept = reversed(await list_sayings(tx))  # of two alike the newer one holds
            self.current = {questions.tokens(one.text): one.answer_id for one in kept}
            self._mark = mark

    def look_again(self) -> None:
        """One was added here: look at the next update."""
        self._looked = float("-inf")

    def find(self, questions: Questions, asked: str) -> str | None:
        """The answer to a cleaned question that is word for word like one staff added; None without any."""
        words = questions.tokens(asked) if self.current else ()
        if len(words) < FEWEST_WORDS:
            return None
        found = self.current.get(words)
        return found if found in questions.answers.ids else None
