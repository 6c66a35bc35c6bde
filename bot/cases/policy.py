"""The policy of cases, as tables: how long anybody waits, and how much one officer answers.

Changing a rule is changing a row here; nothing else decides.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from storage.models.cases import CaseKind

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Reminded(StrEnum):
    """Who is reminded of somebody who waits."""

    OWNER = "owner"  # whoever has the case, or those on duty where nobody has it
    EVERYBODY = "everybody"  # all who take cases
    APPROVERS = "approvers"


@dataclass(frozen=True, slots=True)
class Patience:
    """After how long without an answer who is reminded; then the last ones again, every so often.

    `in_open_hours`: only time in which the branch is open counts.
    """

    steps: tuple[tuple[timedelta, Reminded], ...]
    again_every: timedelta
    in_open_hours: bool


ORDINARY = Patience(
    ((15 * MINUTE, Reminded.OWNER), (HOUR, Reminded.EVERYBODY), (4 * HOUR, Reminded.APPROVERS)),
    again_every=8 * HOUR,
    in_open_hours=True,
)
URGENT = Patience(
    ((5 * MINUTE, Reminded.OWNER), (15 * MINUTE, Reminded.EVERYBODY), (45 * MINUTE, Reminded.APPROVERS)),
    again_every=4 * HOUR,
    in_open_hours=False,
)
PATIENCE: dict[CaseKind, Patience] = dict.fromkeys(CaseKind, ORDINARY) | {CaseKind.MISFORTUNE: URGENT}

LOOKS_AGAIN = 5 * MINUTE  # after a reminder that nobody could be given
TAKE_OVER_AFTER = 2  # reminders in vain, after which a colleague may take a case from whoever has it

ANSWERS_A_DAY = 15  # people one officer on duty can promise a first answer to on one day
DAYS_KEPT = 90 * DAY  # for how long it is known how many a day was promised to
PROMISED_DAYS = 5  # days with open hours, today's included, that are looked at for room
TOO_LATE_TODAY = 30 * MINUTE  # before closing; whoever asks then is promised another day

REOPENED_WITHIN = 3 * DAY  # writing again goes on with the same case
UNDO_WITHIN = 10 * MINUTE  # after closing; whoever closed a case may open it again
STARS = (1, 2, 3, 4, 5)

LONGEST = 3000  # characters of one message; with what stands around it Telegram takes 4096
LONGEST_CAPTION = 900  # beside a file Telegram takes 1024
EXCERPT = 160  # characters of what was said, on a card
SHOWN = 5  # things said, on a card
SHOWN_AT_FIRST = 3  # on the notice of one
REPLAYED = 30  # things said that somebody new to a case gets, the newest

SAVED_AT_MOST = 8  # answers one officer keeps
LEAVES: dict[str, timedelta] = {"today": DAY, "three": 3 * DAY, "week": 7 * DAY}
"""For how long somebody may go off duty, counted in days from today's beginning."""


def patience_step(kind: CaseKind, taken: int) -> tuple[timedelta, Reminded]:
    """How long after the question the next reminder comes, after so many, and to whom."""
    patience = PATIENCE[kind]
    if taken < len(patience.steps):
        return patience.steps[taken]
    after, who = patience.steps[-1]
    return after + (taken - len(patience.steps) + 1) * patience.again_every, who
