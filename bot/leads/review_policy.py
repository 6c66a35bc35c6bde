"""When people of the branch are asked to look: every threshold is a row here, and nowhere else."""

from dataclasses import dataclass
from datetime import timedelta

from storage.models.leads import LeadState as S
from storage.models.reviews import ReviewKind


@dataclass(frozen=True, slots=True)
class AlikeRule:
    """Two leads are perhaps one person: names this much alike (0 to 1), of one phone or one village."""

    name: str
    same_phone: bool
    alike_from: float


ALIKE: tuple[AlikeRule, ...] = (
    AlikeRule("same-phone-alike-name", same_phone=True, alike_from=0.6),
    AlikeRule("same-village-alike-name", same_phone=False, alike_from=0.85),
)
"""The first that holds. A phone alone says little: families share one."""
COMPARED_AT_MOST = 60  # leads of a village with a word of the name in common, the newest first


@dataclass(frozen=True, slots=True)
class BurstRule:
    """More than so many registered on behalf by one person within a time."""

    name: str
    more_than: int
    within: timedelta
    at_gathering: bool


BURSTS: tuple[BurstRule, ...] = (
    BurstRule("burst-alone", 12, timedelta(hours=1), at_gathering=False),
    BurstRule("burst-gathering", 60, timedelta(hours=1), at_gathering=True),
)
"""The form takes some three minutes when it is really read out."""

PHONE_LEADS_FROM = 4  # leads of one number from which somebody looks: a family is smaller
UNPAID_AFTER = timedelta(days=30)  # registered so long ago, and no first payment
UNPAID_STATES = (S.REGISTERED, S.PAID)

SAMPLE_PERCENT = 5
SAMPLE_SEED = "2026-11"  # another seed draws others; the lot is keyed, so nobody in the field can foresee it

RESULTS: dict[ReviewKind, tuple[str, ...]] = {
    ReviewKind.DUPLICATE: ("different",),
    ReviewKind.BURST: ("genuine", "invented"),
    ReviewKind.PHONE: ("genuine", "invented"),
    ReviewKind.UNPAID: ("explained", "invented"),
    ReviewKind.SAMPLE: ("genuine", "invented", "unreached"),
}
"""What may be found, as staff may choose it; two leads may be merged besides."""
MERGED = "merged"

PROGRESS: tuple[frozenset[S], ...] = (
    frozenset({S.DECLINED, S.WRONG, S.UNREACHED, S.COVERED}),
    frozenset({S.NEW}),
    frozenset({S.ACCEPTED, S.APPOINTED, S.INTERESTED, S.UNAFFORDABLE}),
    frozenset({S.READY}),
    frozenset({S.REGISTERED}),
    frozenset({S.PAID}),
    frozenset({S.CONFIRMED}),
)
"""How far a lead has come: of two that are merged, the one that has come less far goes into the other."""


def progress_of(state: S) -> int:
    """The step of a state; merged leads have none (-1)."""
    return next((step for step, states in enumerate(PROGRESS) if state in states), -1)
