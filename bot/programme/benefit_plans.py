"""Which facts make up which benefit: one table from event to steps, read by bot.programme.benefits."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Event(StrEnum):
    """What can happen to a member."""

    ACCIDENT_TREATED = "accident_treated"
    ACCIDENT_CANNOT_WORK = "accident_cannot_work"
    ACCIDENT_DISABLED = "accident_disabled"
    ACCIDENT_DEATH = "accident_death"
    DEATH_EARLY = "death_early"  # not by work accident, before jkm.full_after
    DEATH = "death"  # not by work accident, from jkm.full_after on
    SCHOLARSHIP_ACCIDENT = "scholarship_accident"  # for the children, after death by work accident
    SCHOLARSHIP = "scholarship"  # for the children, after any other death
    REACHES_AGE = "reaches_age"
    STOPS_WORKING = "stops_working"


class Limit(StrEnum):
    """How an amount is meant."""

    EXACT = "exact"
    AT_MOST = "at_most"


class Per(StrEnum):
    """How often an amount is given."""

    ONCE = "once"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Plan:
    """One step, as fact ids. With `times_base` its amount is the row's base times those facts.

    Otherwise it is the first of `facts` if that is a sum of money, and no sum at all if it is not.
    """

    key: str
    facts: tuple[str, ...] = ()
    times_base: tuple[str, ...] = ()
    floor: str | None = None  # the least it can be; not shown, so its conditions do not bind
    limit: Limit = Limit.EXACT
    per: Per = Per.ONCE
    conditions: tuple[str, ...] = ()
    part_of: str | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        """The facts that the person sees, whose conditions therefore bind the step."""
        return self.facts + self.times_base

    @property
    def fact_ids(self) -> tuple[str, ...]:
        return self.shown + ((self.floor,) if self.floor else ())


def _one(
    id: str, *, limit: Limit = Limit.EXACT, conditions: tuple[str, ...] = (), part_of: str | None = None
) -> Plan:
    """A step that is one fact, named as the fact is."""
    return Plan(id, (id,), limit=limit, conditions=conditions, part_of=part_of)


_REPORT = _one("jkk.report_within")
_TOTAL = "jkm.total"
_LEVELS = ("kindergarten", "primary", "junior_high", "senior_high", "university")


def _scholarship(*conditions: str) -> tuple[Plan, ...]:
    ids = (f"scholarship.{level}" for level in _LEVELS)
    whole = _one("scholarship.total", limit=Limit.AT_MOST, conditions=conditions)
    return (whole, *(Plan(id, (id,), per=Per.YEAR, conditions=conditions, part_of=whole.key) for id in ids))


PLANS: Mapping[Event, tuple[Plan, ...]] = MappingProxyType(
    {
        Event.ACCIDENT_TREATED: (
            _one("jkk.covers"),
            _one("jkk.treatment"),
            _one("jkk.transport_land", limit=Limit.AT_MOST),
            _one("jkk.transport_sea", limit=Limit.AT_MOST),
            _one("jkk.transport_air", limit=Limit.AT_MOST),
            _one("jkk.homecare", limit=Limit.AT_MOST, conditions=("jkk.homecare_for",)),
            _REPORT,
        ),
        Event.ACCIDENT_CANNOT_WORK: (
            Plan(
                "jkk.income_first",
                times_base=("jkk.income_first",),
                per=Per.MONTH,
                conditions=("jkk.income_first_for",),
            ),
            Plan(  # after the same twelve months
                "jkk.income_after",
                times_base=("jkk.income_after",),
                per=Per.MONTH,
                conditions=("jkk.income_first_for",),
            ),
            _REPORT,
        ),
        Event.ACCIDENT_DISABLED: (
            Plan("jkk.disability_partial", ("jkk.disability_partial", "jkk.disability_months")),
            Plan("jkk.disability_function", ("jkk.disability_function", "jkk.disability_months")),
            Plan("jkk.disability_total", times_base=("jkk.disability_total", "jkk.disability_months")),
        ),
        Event.ACCIDENT_DEATH: (
            Plan("jkk.death", times_base=("jkk.death", "jkk.death_months"), floor="jkm.grant"),
            _one("jkk.funeral"),
            _one("jkk.periodic"),
        ),
        Event.DEATH_EARLY: (Plan("jkm.funeral_only", ("jkm.funeral",), conditions=("jkm.full_after",)),),
        Event.DEATH: (
            _one(_TOTAL),
            _one("jkm.grant", part_of=_TOTAL),
            _one("jkm.periodic", part_of=_TOTAL),
            _one("jkm.funeral", part_of=_TOTAL),
        ),
        Event.SCHOLARSHIP_ACCIDENT: _scholarship(),
        Event.SCHOLARSHIP: _scholarship("scholarship.jkm_after"),
        Event.REACHES_AGE: (
            _one("jht.savings", conditions=("jht.age",)),
            _one("jht.part_house", limit=Limit.AT_MOST),
            _one("jht.part_other", limit=Limit.AT_MOST),
        ),
        Event.STOPS_WORKING: (_one("jht.on_stopping_work"),),
    }
)

LAPSE = "claims.lapse_after"

_JKK = "claims.jkk_documents"
_JKM = "claims.jkm_documents"
_JHT = "claims.jht_channels"

CLAIMS: Mapping[Event, str] = MappingProxyType(
    {
        Event.ACCIDENT_TREATED: _JKK,
        Event.ACCIDENT_CANNOT_WORK: _JKK,
        Event.ACCIDENT_DISABLED: _JKK,
        Event.ACCIDENT_DEATH: _JKK,
        Event.DEATH_EARLY: _JKM,
        Event.DEATH: _JKM,
        Event.SCHOLARSHIP_ACCIDENT: _JKK,
        Event.SCHOLARSHIP: _JKM,
        Event.REACHES_AGE: _JHT,
        Event.STOPS_WORKING: _JHT,
    }
)

FACT_IDS = frozenset(
    {LAPSE, *CLAIMS.values()}
    | {id for plans in PLANS.values() for plan in plans for id in plan.fact_ids + plan.conditions}
)
