"""The policy of leads, as tables: what may follow what, who has it next, and what silence leads to.

Changing a rule is changing a row here; nothing else decides.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from storage.models.followups import Duty, FollowUpState
from storage.models.leads import LeadState as S


class NextOwner(StrEnum):
    """Whose the lead is after an outcome."""

    SAME = "same"
    CLOSER = "closer"
    BRANCH = "branch"


class Asks(StrEnum):
    """What an outcome asks of whoever gives it, before it counts."""

    NOTHING = "nothing"
    WHEN = "when"
    REASON = "reason"
    NUMBER = "number"  # of membership; it may be left out


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a contact gave, and what follows: the next state, duty and owner.

    `within` is how long the next duty has; None where the day is asked for or reckoned from the call time.
    `tries` is after how many times in a row it turns into the outcome `then`.
    """

    key: str
    comes_from: frozenset[S]
    to_state: S | None = None  # None: it stays where it is
    duty: Duty | None = None
    within: timedelta | None = None
    owner: NextOwner = NextOwner.SAME
    asks: Asks = Asks.NOTHING
    is_contact: bool = True
    tries: int = 0
    then: str = ""
    by_worker: bool = False
    tells_worker: bool = False
    closes: FollowUpState = FollowUpState.COMPLETED  # what becomes of the duty that was


TALKING = frozenset({S.ACCEPTED, S.APPOINTED, S.INTERESTED})
BEFORE_REGISTERED = TALKING | {S.UNAFFORDABLE, S.READY}
BEFORE_PAID = BEFORE_REGISTERED | {S.REGISTERED}
DAY = timedelta(days=1)

OUTCOMES: dict[str, Outcome] = {
    outcome.key: outcome
    for outcome in (
        Outcome("appointment", TALKING, S.APPOINTED, Duty.MEET, asks=Asks.WHEN),
        Outcome("interested", TALKING, S.INTERESTED, Duty.CHECK_BACK, 3 * DAY),
        Outcome(
            "ready",
            TALKING | {S.UNAFFORDABLE},
            S.READY,
            Duty.REGISTER,
            2 * DAY,
            NextOwner.CLOSER,
            tells_worker=True,
        ),
        Outcome(
            "no-answer", TALKING | {S.READY}, None, Duty.CALL, is_contact=False, tries=3, then="unreached"
        ),
        Outcome("unreached", TALKING | {S.READY}, S.UNREACHED, is_contact=False, tells_worker=True),
        Outcome(
            "unaffordable", TALKING | {S.READY}, S.UNAFFORDABLE, Duty.FIND_SPONSOR, 7 * DAY, NextOwner.BRANCH
        ),
        Outcome("registered", BEFORE_REGISTERED, S.REGISTERED, Duty.HELP_PAY, 3 * DAY, tells_worker=True),
        Outcome("paid", BEFORE_PAID, S.PAID, Duty.CONFIRM, 3 * DAY, asks=Asks.NUMBER, tells_worker=True),
        Outcome("confirmed", frozenset({S.PAID}), S.CONFIRMED, by_worker=True),
        Outcome(
            "not-paid",
            frozenset({S.PAID}),
            S.REGISTERED,
            Duty.HELP_PAY,
            2 * DAY,
            by_worker=True,
            closes=FollowUpState.CANCELLED,
        ),
        Outcome("declined", BEFORE_PAID, S.DECLINED, asks=Asks.REASON),
        Outcome("covered", BEFORE_PAID, S.COVERED),
        Outcome("wrong", BEFORE_PAID, S.WRONG),
    )
}
"""Every way on from a contact; what is not here is impossible."""

KEPT = frozenset({S.APPOINTED, S.INTERESTED, S.UNAFFORDABLE, S.READY, S.REGISTERED, S.PAID})
"""How far a lead has come is kept when it moves on; from every other state it begins anew."""

REASONS = ("cost", "not-needed", "distrust", "family", "other")
"""Why somebody does not want to, as staff may choose it."""

CANNOT = ("busy", "away", "unknown", "other")
"""Why somebody cannot take a lead, or hands it back, as they may choose it."""

NEEDS = ("has_id_card", "has_email")
"""What the official registration needs besides the phone, as columns of the lead."""
NEEDS_ASKED_IN = TALKING | {S.READY}

UNDO_WITHIN = timedelta(minutes=10)
ACCEPT_WITHIN = DAY
CALL_WITHIN = DAY
WORKER_MAY_COMPLAIN_AFTER = 3 * DAY
WORKER_ASKED = (time(8), time(20))
"""Between these hours a worker is asked whether somebody called, at whatever hour they registered."""
COMPLAINT_BY = time(16, 0)
"""On the branch's days, where its hours are not known; else a complaint is answered before it closes."""


class SilentStep(StrEnum):
    """What is done when nobody moves."""

    OFFER = "offer"  # others of the same streets may take it
    COORDINATOR = "coordinator"
    BRANCH = "branch"


SILENCE: tuple[tuple[timedelta, SilentStep], ...] = (
    (3 * DAY, SilentStep.OFFER),
    (7 * DAY, SilentStep.COORDINATOR),
    (10 * DAY, SilentStep.BRANCH),
)
"""How long after the last touch which step is taken; the digest names a silent lead every day besides."""
BETWEEN_STEPS = DAY  # at least: after days of downtime, too, whoever is asked has time to answer


ANSWERS = tuple(key for key, outcome in OUTCOMES.items() if outcome.by_worker)
"""What only the worker says; of one without Telegram the branch writes it down, by phone."""


def outcomes_from(state: S) -> tuple[Outcome, ...]:
    """What whoever follows a lead up may say of it now, in the table's order."""
    return tuple(
        outcome for outcome in OUTCOMES.values() if state in outcome.comes_from and _is_offered(outcome)
    )


def _is_offered(outcome: Outcome) -> bool:
    return not outcome.by_worker and outcome.key not in {other.then for other in OUTCOMES.values()}
