"""Who a campaign is for, picked criterion by criterion: the options of each, and what a tap changes."""

from dataclasses import dataclass, replace
from hashlib import blake2s
from typing import Any
from uuid import UUID

from bot.addresses import area_name
from bot.campaigns.telling import language_name, rule_text
from bot.errors import NotFound
from bot.registration.form import OCCUPATIONS
from bot.service import Service
from bot.wording import Wording
from storage.campaigns import list_campaigns
from storage.database import Transaction
from storage.groups import list_groups
from storage.models.campaigns import Campaign, CampaignState
from storage.models.leads import LeadState
from storage.segments import NO_LEAD, SegmentRule
from storage.sources import list_sources

SEEN_DAYS = (7, 30, 90)
SILENT_DAYS = (30, 90, 180)
LATEST = 100  # sources and campaigns on offer
SENT = (CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.FINISHED, CampaignState.CANCELLED)
LISTS = {
    "occupations": "occupations",
    "areas": "areas",
    "groups": "groups",
    "states": "lead_states",
    "languages": "languages",
    "sources": "sources",
    "notin": "not_in",
}
"""The criteria that hold a list, and where a rule keeps it."""
DAYS = "seen"
CRITERIA = (*LISTS, DAYS)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked."""

    value: str
    label: str
    is_chosen: bool = False

    @property
    def id(self) -> str:
        """What a button carries: values themselves may be longer than a button holds."""
        return blake2s(self.value.encode(), digest_size=8).hexdigest()


def rule_of(campaign: Campaign) -> SegmentRule:
    """Whom the campaign is for, as it stands."""
    return SegmentRule.from_json(campaign.segment)


async def list_options(
    tx: Transaction, service: Service, words: Wording, rule: SegmentRule, criterion: str
) -> list[Option]:
    """What can be picked for a criterion; NotFound for one there is not."""
    if criterion == DAYS:
        return _day_options(words, rule)
    if criterion not in LISTS:
        raise NotFound(criterion)
    chosen = {str(value) for value in getattr(rule, LISTS[criterion])}
    found = await _values(tx, service, words, criterion, chosen)
    return [Option(value, label, value in chosen) for value, label in found]


async def _values(
    tx: Transaction, service: Service, words: Wording, criterion: str, chosen: set[str]
) -> list[tuple[str, str]]:
    known = {
        "occupations": lambda: [(one, words.label(f"registration-occupation.{one}")) for one in OCCUPATIONS],
        "areas": lambda: _areas(service, words, chosen),
        "states": lambda: _states(words),
        "languages": lambda: [(lang, language_name(service.texts, lang)) for lang in _languages(service)],
    }
    return known[criterion]() if criterion in known else await _written_down(tx, criterion)


async def _written_down(tx: Transaction, criterion: str) -> list[tuple[str, str]]:
    """What is in the database: groups, sources, campaigns of before."""
    if criterion == "groups":
        return [(str(group.id), group.name) for group in await list_groups(tx)]
    if criterion == "sources":
        return [(source.code, source.label) for source in await list_sources(tx, limit=LATEST)]
    sent = await list_campaigns(tx, states=SENT, limit=LATEST)
    return [(str(campaign.id), campaign.name) for campaign in sent]


def _languages(service: Service) -> list[str]:
    return sorted(service.texts.languages())


def _states(words: Wording) -> list[tuple[str, str]]:
    states = [(state.value, words.label(f"followups-state.{state.value}")) for state in LeadState]
    return [(NO_LEAD, words.label("campaigns-no-lead")), *states]


def _areas(service: Service, words: Wording, chosen: set[str]) -> list[tuple[str, str]]:
    """The regencies, and whatever else was found by typing."""
    regencies = [regency.code for regency in service.places.regencies()]
    codes = [*regencies, *sorted(chosen - set(regencies))]
    return [(code, area_name(words, service.places, code)) for code in codes]


def _day_options(words: Wording, rule: SegmentRule) -> list[Option]:
    within = [
        Option(
            f"within.{days}",
            words.label("campaigns-days-within", days=str(days)),
            rule.seen_within_days == days,
        )
        for days in SEEN_DAYS
    ]
    silent = [
        Option(
            f"silent.{days}",
            words.label("campaigns-days-silent", days=str(days)),
            rule.silent_for_days == days,
        )
        for days in SILENT_DAYS
    ]
    return [*within, *silent]


def toggled(rule: SegmentRule, criterion: str, value: str) -> SegmentRule:
    """The rule with this picked, or no longer picked."""
    if criterion == DAYS:
        return _with_days(rule, value)
    column = LISTS[criterion]
    item = UUID(value) if column in {"groups", "not_in"} else value
    before = getattr(rule, column)
    after = tuple(one for one in before if one != item) if item in before else (*before, item)
    return _with(rule, column, after)


def _with_days(rule: SegmentRule, value: str) -> SegmentRule:
    kind, _, days = value.partition(".")
    column = "seen_within_days" if kind == "within" else "silent_for_days"
    wanted = int(days)
    return _with(rule, column, None if getattr(rule, column) == wanted else wanted)


def _with(rule: SegmentRule, column: str, value: object) -> SegmentRule:
    changes: dict[str, Any] = {column: value}  # whatever this column holds
    return replace(rule, **changes)


def cleared(rule: SegmentRule, criterion: str) -> SegmentRule:
    """The rule without a criterion."""
    if criterion == DAYS:
        return replace(rule, seen_within_days=None, silent_for_days=None)
    return _with(rule, LISTS[criterion], ())


async def rule_in_words(tx: Transaction, service: Service, words: Wording, campaign: Campaign) -> str:
    """Whom a campaign is for, a line a criterion."""
    rule = rule_of(campaign)
    return rule_text(words, service, rule, await _names(tx, rule))


async def _names(tx: Transaction, rule: SegmentRule) -> dict[str, str]:
    names: dict[str, str] = {}
    if rule.groups:
        names |= {str(group.id): group.name for group in await list_groups(tx)}
    if rule.sources:
        names |= {source.code: source.label for source in await list_sources(tx, limit=LATEST)}
    if rule.not_in:
        names |= {str(one.id): one.name for one in await list_campaigns(tx, states=SENT, limit=LATEST)}
    return names
