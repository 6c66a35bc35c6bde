"""`campaign aim`: whom a draft is for, from the shell; what there is not is refused with what there is."""

import asyncio
from dataclasses import dataclass, replace
from typing import Annotated, Any
from uuid import UUID

import typer

from bot.campaigns.audience_texts import audience_text
from bot.campaigns.criteria import require_known
from bot.campaigns.drafts import choose_segment
from bot.campaigns.picking import rule_in_words
from bot.campaigns.saved import NAMED_AT_MOST, get_saved_rule, read_segment_name, save_rule
from bot.errors import NotFound, Stale
from bot.registration.form import OCCUPATIONS
from commands.campaign_desk import (
    By,
    CampaignUnknown,
    Number,
    Office,
    get_actor,
    get_campaign,
    office,
    print_parts,
)
from storage.database import Transaction
from storage.groups import list_groups
from storage.models.leads import LeadState
from storage.segments import NO_LEAD, SegmentRule

STATES = (NO_LEAD, *(state.value for state in LeadState))
Several = list[str] | None
Occupations = Annotated[Several, typer.Option(help=f"One of {', '.join(OCCUPATIONS)}.")]
Areas = Annotated[Several, typer.Option(help="Code of a regency (36.04), district (36.04.12) or village.")]
Groups = Annotated[Several, typer.Option(help="Name of a group: its farmers, fishers, traders, drivers.")]
States = Annotated[Several, typer.Option(help=f"Where a registration stands: one of {', '.join(STATES)}.")]
Languages = Annotated[Several, typer.Option(help="The language they read: id or en.")]
Sources = Annotated[Several, typer.Option(help="Code of the source they came by, as `source list` shows it.")]
NotIn = Annotated[Several, typer.Option(help="Number of a campaign whose recipients are left out.")]


@dataclass(frozen=True, slots=True)
class Named:
    """What is typed by name and kept by id, and the names of rules."""

    groups: tuple[str, ...]
    not_in: tuple[str, ...]
    saved: str
    save_as: str


def aim(
    number: Number,
    *,
    occupation: Occupations = None,
    area: Areas = None,
    group: Groups = None,
    state: States = None,
    language: Languages = None,
    source: Sources = None,
    seen_within: Annotated[int | None, typer.Option(help="Wrote in the last so many days.")] = None,
    silent_for: Annotated[int | None, typer.Option(help="Wrote nothing for so many days.")] = None,
    not_in: NotIn = None,
    saved: Annotated[str, typer.Option(help="Name of a saved rule; what else is given goes before it.")] = "",
    save_as: Annotated[str, typer.Option(help="Keep the rule under this name, to use it again.")] = "",
    by: By = 0,
) -> None:
    """Say whom a draft is for - all of it together, each option as often as needed -, and count them."""
    rule = SegmentRule(
        occupations=tuple(occupation or ()),
        areas=tuple(area or ()),
        lead_states=tuple(state or ()),
        languages=tuple(language or ()),
        sources=tuple(source or ()),
        seen_within_days=seen_within,
        silent_for_days=silent_for,
    )
    named = Named(tuple(group or ()), tuple(not_in or ()), saved, save_as)
    asyncio.run(_aim(number, rule, named, by))


async def _aim(number: str, given: SegmentRule, named: Named, by: int) -> None:
    async with office() as desk:
        async with desk.database.transaction() as tx:
            campaign, actor = await get_campaign(tx, number), await get_actor(tx, by)
            rule = await _rule(tx, given, named)
            await require_known(tx, desk.service, rule)
            try:
                campaign = await choose_segment(tx, desk.service, actor, campaign, rule)
            except Stale:
                raise CampaignUnknown(f"{number} is {campaign.state.value}, and no draft") from None
            if named.save_as:
                await _save(tx, desk, actor, rule, named.save_as)
        async with desk.database.transaction(read_only=True) as tx:
            told = [
                await rule_in_words(tx, desk.service, desk.words, campaign),
                await _counted(tx, desk, rule),
            ]
    print_parts(told)


async def _rule(tx: Transaction, given: SegmentRule, named: Named) -> SegmentRule:
    """What was typed, in the place of what a saved rule says of the same."""
    rule = await _saved(tx, named.saved) if named.saved else SegmentRule()
    typed: dict[str, Any] = {  # whatever each criterion holds
        name: value for name in SegmentRule.__slots__ if (value := getattr(given, name)) not in ((), None)
    }
    if named.groups:
        typed["groups"] = tuple([await _group(tx, name) for name in named.groups])
    if named.not_in:
        typed["not_in"] = tuple([(await get_campaign(tx, number)).id for number in named.not_in])
    return replace(rule, **typed)


async def _saved(tx: Transaction, name: str) -> SegmentRule:
    try:
        return await get_saved_rule(tx, name)
    except NotFound as error:
        raise CampaignUnknown(str(error)) from None


async def _group(tx: Transaction, name: str) -> UUID:
    """The group of this name; of two with one name neither."""
    groups = await list_groups(tx)
    found = [group.id for group in groups if group.name.casefold() == " ".join(name.split()).casefold()]
    if len(found) > 1:
        raise CampaignUnknown(f"several groups are called {name}: choose one of them at /siar")
    if not found:
        known = ", ".join(group.name for group in groups) or "none yet"
        raise CampaignUnknown(f"no group is called {name}: there are {known}")
    return found[0]


async def _save(tx: Transaction, desk: Office, actor: UUID, rule: SegmentRule, typed: str) -> None:
    name = read_segment_name(typed)
    if name is None:
        raise CampaignUnknown(f"--save-as is a name of 1 to {NAMED_AT_MOST} characters")
    if not await save_rule(tx, desk.service, actor, rule, name):
        raise CampaignUnknown(f"another rule is kept as {name}: choose another name")


async def _counted(tx: Transaction, desk: Office, rule: SegmentRule) -> str:
    now = desk.service.clock.now()
    return await audience_text(tx, service=desk.service, words=desk.words, rule=rule, now=now)


AIMING = (aim,)
