"""Who may join as an informal worker, who is handed to a person, and who is covered in another way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from bot.programme.facts import Facts

ADULT_FROM = "eligibility.adult_from"
HAND_OVER_FROM = "eligibility.hand_over_from"
UNDER = "eligibility.under"
NOT_FOR = "eligibility.not_for"
OTHER_SEGMENTS = "eligibility.other_segments"
JOBS = "eligibility.jobs"
FACT_IDS = frozenset({ADULT_FROM, HAND_OVER_FROM, UNDER, NOT_FOR, OTHER_SEGMENTS, JOBS})


class AgeGroup(StrEnum):
    """Ages as far as they change what happens."""

    CHILD = "child"  # a guardian must consent (UU 27/2022 Pasal 25)
    ADULT = "adult"
    NEAR_LIMIT = "near_limit"  # the exact ceiling is an open question


class Cover(StrEnum):
    """Whether somebody is a member already."""

    NONE = "none"
    SELF = "self"
    REGENCY = "regency"
    UNSURE = "unsure"


class Standing(StrEnum):
    """How somebody works."""

    INFORMAL = "informal"
    OWNER = "owner"
    ASN = "asn"
    TNI = "tni"
    POLRI = "polri"
    WAGE_EARNER = "wage_earner"
    CONSTRUCTION = "construction"
    MIGRANT = "migrant"
    HONORER = "honorer"


class Verdict(StrEnum):
    """What happens next."""

    MAY_JOIN = "may_join"
    ASK_PERSON = "ask_person"
    COVERED_ELSEWHERE = "covered_elsewhere"
    ALREADY_COVERED = "already_covered"  # there is nothing to sell


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the text id of its reason, and the facts it rests on."""

    verdict: Verdict
    reason: str
    fact_ids: tuple[str, ...] = ()


_CHILD = Decision(Verdict.ASK_PERSON, "child", (ADULT_FROM,))
_FOREIGNER = Decision(Verdict.ASK_PERSON, "foreigner")
_NEAR_LIMIT = Decision(Verdict.ASK_PERSON, "near_limit", (HAND_OVER_FROM, UNDER))
_TOO_MANY_JOBS = Decision(Verdict.ASK_PERSON, "too_many_jobs", (JOBS,))
_MAY_JOIN = Decision(Verdict.MAY_JOIN, "informal", (ADULT_FROM, UNDER))
_STATE = Decision(Verdict.COVERED_ELSEWHERE, "state", (NOT_FOR,))

STANDINGS: Mapping[Standing, Decision | None] = MappingProxyType(
    {
        Standing.INFORMAL: None,
        Standing.OWNER: None,
        Standing.ASN: _STATE,
        Standing.TNI: _STATE,
        Standing.POLRI: _STATE,
        Standing.WAGE_EARNER: Decision(Verdict.COVERED_ELSEWHERE, "wage_earner", (OTHER_SEGMENTS,)),
        Standing.CONSTRUCTION: Decision(Verdict.COVERED_ELSEWHERE, "construction", (OTHER_SEGMENTS,)),
        Standing.MIGRANT: Decision(Verdict.COVERED_ELSEWHERE, "migrant", (OTHER_SEGMENTS,)),
        Standing.HONORER: Decision(Verdict.ASK_PERSON, "honorer"),  # pages disagree
    }
)

COVERS: Mapping[Cover, Decision | None] = MappingProxyType(
    {
        Cover.NONE: None,
        Cover.SELF: Decision(Verdict.ALREADY_COVERED, "self"),
        Cover.REGENCY: Decision(Verdict.ALREADY_COVERED, "regency"),
        Cover.UNSURE: Decision(Verdict.ASK_PERSON, "cover_unsure"),
    }
)


def age_group(facts: Facts, age: int, on: date) -> AgeGroup:
    """The group of somebody of so many years."""
    today = facts.on(on)
    if age < today.integer(ADULT_FROM):
        return AgeGroup.CHILD
    return AgeGroup.NEAR_LIMIT if age >= today.integer(HAND_OVER_FROM) else AgeGroup.ADULT


def assess(
    facts: Facts,
    on: date,
    *,
    age: AgeGroup,
    cover: Cover,
    standing: Standing,
    foreigner: bool = False,
    jobs: int = 1,
) -> Decision:
    """What happens next with somebody who wants to join.

    A child comes first, because nothing more is asked without a guardian; then whatever leaves nothing
    to sell; then whatever only a person can decide.
    """
    reasons = (
        _CHILD if age is AgeGroup.CHILD else None,
        STANDINGS[standing],
        COVERS[cover],
        _FOREIGNER if foreigner else None,
        _NEAR_LIMIT if age is AgeGroup.NEAR_LIMIT else None,
        _TOO_MANY_JOBS if jobs > facts.on(on).integer(JOBS) else None,
    )
    return next((reason for reason in reasons if reason), _MAY_JOIN)
