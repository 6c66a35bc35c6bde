"""When a campaign stops by itself (pure): too much trouble among the last results, or broken words."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from storage.bulk import Result
from storage.models.messages import MessageState

WINDOW = 200  # results looked at
TROUBLE_PERCENT = 5  # of them; unreachable people are none: that is theirs or Telegram's to change
UNREACHABLE_PERCENT = 5  # staff are warned of more, and nothing is stopped
UNREACHABLE_AT_LEAST = 5
TROUBLE = frozenset({MessageState.FAILED, MessageState.ERRORED, MessageState.UNKNOWN})
BROKEN_WORDS = ("can't parse entities", "not rendered")

WORDS, TROUBLED, STOPS, REPORTS, BUDGET = "words", "trouble", "stops", "reports", "budget"
"""Reasons: keys of the texts `campaigns-stopped.*`."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many people at least, and more than so many in a hundred of those who got it."""

    at_least: int
    percent: int


UNUSUAL = {STOPS: Share(5, 5), REPORTS: Share(3, 1)}
"""How many may answer with a stop, and how many by reporting an impostor (decision 73)."""


@dataclass(slots=True)
class Watch:
    """The last results of one campaign since it started or was let go on."""

    states: deque[MessageState] = field(default_factory=lambda: deque(maxlen=WINDOW))
    has_broken_words: bool = False

    def note(self, result: Result) -> None:
        """Take one result into account; a 429 is no result, nothing was sent."""
        if not result.counts:
            return
        self.states.append(result.state)
        reason = (result.reason or "").casefold()
        if result.state is MessageState.FAILED and any(words in reason for words in BROKEN_WORDS):
            self.has_broken_words = True

    def recall(self, before: Iterable[MessageState]) -> None:
        """Take into account what came before it was made, the newest first: another process wrote it down."""
        self.states.extendleft(islice(before, WINDOW - len(self.states)))

    def verdict(self) -> str | None:
        """Why it must stop; None while it may go on."""
        if self.has_broken_words:
            return WORDS
        trouble = sum(state in TROUBLE for state in self.states)
        return TROUBLED if is_trouble(trouble, len(self.states)) else None


def is_trouble(trouble: int, results: int) -> bool:
    """More than the share, and more than one: a single mishap among the first few says nothing."""
    return trouble > 1 and trouble * 100 > results * TROUBLE_PERCENT


def is_warning(unreachable: int, results: int) -> bool:
    """Whether so many could not be reached that staff should know: an old list, or a reputation lost."""
    return unreachable >= UNREACHABLE_AT_LEAST and unreachable * 100 > results * UNREACHABLE_PERCENT


def is_unusual(reason: str, people: int, received: int, *, forgiven: int = 0) -> bool:
    """Whether more people answer so than do; each time staff let it go on all the same, as many more may."""
    share, times = UNUSUAL[reason], 1 + forgiven
    return people >= share.at_least * times and people * 100 > received * share.percent * times
