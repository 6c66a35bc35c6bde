"""`campaign aim`: whom a draft is for, from the shell; what there is not is refused with what there is."""

import asyncio
from typing import Annotated

import typer

from bot.campaigns.audience_texts import audience_text
from bot.campaigns.criteria import require_known
from bot.campaigns.drafts import choose_segment
from bot.campaigns.picking import rule_in_words
from bot.errors import Stale
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
from storage.segments import SegmentRule

Several = Annotated[list[str] | None, typer.Option()]


def aim(
    number: Number,
    *,
    occupation: Several = None,
    area: Several = None,
    state: Several = None,
    language: Several = None,
    source: Several = None,
    seen_within: Annotated[int | None, typer.Option(help="Days.")] = None,
    silent_for: Annotated[int | None, typer.Option(help="Days.")] = None,
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
    asyncio.run(_aim(number, rule, by))


async def _aim(number: str, rule: SegmentRule, by: int) -> None:
    async with office() as desk:
        async with desk.database.transaction() as tx:
            campaign, actor = await get_campaign(tx, number), await get_actor(tx, by)
            await require_known(tx, desk.service, rule)
            try:
                campaign = await choose_segment(tx, desk.service, actor, campaign, rule)
            except Stale:
                raise CampaignUnknown(f"{number} is {campaign.state.value}, and no draft") from None
        async with desk.database.transaction(read_only=True) as tx:
            told = [
                await rule_in_words(tx, desk.service, desk.words, campaign),
                await _counted(tx, desk, rule),
            ]
    print_parts(told)


async def _counted(tx: Transaction, desk: Office, rule: SegmentRule) -> str:
    now = desk.service.clock.now()
    return await audience_text(tx, service=desk.service, words=desk.words, rule=rule, now=now)


AIMING = (aim,)
