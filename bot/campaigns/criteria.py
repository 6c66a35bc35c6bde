"""A rule that was typed and not tapped: everything in it that there is not, with what there is instead."""

from collections.abc import AsyncIterator, Iterable, Iterator

from bot.errors import PerisaiError
from bot.places import PlaceIndex
from bot.registration.form import OCCUPATIONS
from bot.service import Service
from storage.database import Transaction
from storage.models.leads import LeadState
from storage.segments import NO_LEAD, SegmentRule
from storage.sources import find_source

DAYS_AT_MOST = 3650  # ten years: older than anything there is


class RuleRefused(PerisaiError):
    """A rule names something there is not; every mistake is told."""


async def require_known(tx: Transaction, service: Service, rule: SegmentRule) -> None:
    """RuleRefused unless all that a rule asks for exists."""
    wrong = [*_wrong(service, rule), *[problem async for problem in _unknown_sources(tx, rule)]]
    if wrong:
        raise RuleRefused("; ".join(wrong))


def _wrong(service: Service, rule: SegmentRule) -> Iterator[str]:
    states = (NO_LEAD, *(state.value for state in LeadState))
    yield from _among("occupation", rule.occupations, OCCUPATIONS)
    yield from _among("state", rule.lead_states, states)
    yield from _among("language", rule.languages, sorted(service.texts.languages()))
    regencies = ", ".join(regency.code for regency in service.places.regencies())
    for code in rule.areas:
        if not is_area(service.places, code):
            yield f"{code} is no area of this branch (its regencies: {regencies}, and what lies in them)"
    for name, days in (("seen-within", rule.seen_within_days), ("silent-for", rule.silent_for_days)):
        if days is not None and not 0 < days <= DAYS_AT_MOST:
            yield f"--{name} is a number of days from 1 to {DAYS_AT_MOST}, and not {days}"


def _among(what: str, values: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for value in values:
        if value not in known:
            yield f"{value} is no {what}: there are {', '.join(known)}"


def is_area(places: PlaceIndex, code: str) -> bool:
    """Whether the branch has this village, district or regency."""
    return bool(places.find_village(code) or places.find_district(code) or places.find_regency(code))


async def _unknown_sources(tx: Transaction, rule: SegmentRule) -> AsyncIterator[str]:
    for code in rule.sources:
        if await find_source(tx, code) is None:
            yield f"{code} is no source: `source list` shows them"
