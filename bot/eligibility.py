"""Who can join, for each way people describe themselves; the verdicts are bot/programme/eligibility's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bot.errors import NotFound
from bot.programme.eligibility import AgeGroup, Cover, Decision, Standing, assess
from bot.programme.facts import Facts


@dataclass(frozen=True, slots=True)
class Situation:
    """What somebody says of themselves, all else being as usual."""

    standing: Standing = Standing.INFORMAL
    age: AgeGroup = AgeGroup.ADULT
    cover: Cover = Cover.NONE
    foreigner: bool = False
    jobs: int = 1


SITUATIONS: Mapping[str, Situation] = MappingProxyType(
    {
        "own": Situation(),
        "owner": Situation(Standing.OWNER),
        "employee": Situation(Standing.WAGE_EARNER),
        "construction": Situation(Standing.CONSTRUCTION),
        "asn": Situation(Standing.ASN),
        "military": Situation(Standing.TNI),
        "honorer": Situation(Standing.HONORER),
        "abroad": Situation(Standing.MIGRANT),
        "covered": Situation(cover=Cover.SELF),
        "paid_for": Situation(cover=Cover.REGENCY),
        "unsure": Situation(cover=Cover.UNSURE),
        "young": Situation(age=AgeGroup.CHILD),
        "old": Situation(age=AgeGroup.NEAR_LIMIT),
        "foreigner": Situation(foreigner=True),
        "many_jobs": Situation(jobs=3),
    }
)
"""In the order they are offered, eight a page."""
REASONS = (
    "informal",
    "state",
    "military",
    "wage-earner",
    "construction",
    "migrant",
    "honorer",
    "self",
    "regency",
    "cover-unsure",
    "child",
    "near-limit",
    "foreigner",
    "too-many-jobs",
)
"""What verdicts are told with, `eligibility-<reason>`."""


def decide(facts: Facts, today: date, situation: str) -> Decision:
    """What happens next with somebody in this situation; NotFound for one that is not offered."""
    if situation not in SITUATIONS:
        raise NotFound(f"no situation is called {situation!r}")
    said = SITUATIONS[situation]
    return assess(
        facts,
        today,
        age=said.age,
        cover=said.cover,
        standing=said.standing,
        foreigner=said.foreigner,
        jobs=said.jobs,
    )


def reason_text(situation: str, reason: str) -> str:
    """The text of a reason; soldiers and police are covered elsewhere than other servants of the state."""
    return situation if situation == "military" else reason.replace("_", "-")
