"""What commands that write a draft share: its languages, and that it is checked as in the chat."""

from collections.abc import Collection, Mapping
from typing import Annotated
from uuid import UUID

import typer

from bot.campaigns.composing import Refused, check_all, keep_contents
from bot.campaigns.content import Content
from bot.campaigns.markup import read_html
from bot.campaigns.policy import policy_for
from bot.campaigns.telling import refusal_text
from bot.errors import Stale
from commands.campaign_desk import CampaignUnknown, Office
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState

Language = Annotated[str, typer.Option(help="The text's language; everybody falls back on id.")]


def require_fit(desk: Office, campaign: Campaign, contents: Mapping[str, Content]) -> None:
    """That these versions may be kept, before anything is done with them; CampaignUnknown with the reason."""
    _require_known(desk, contents)
    if campaign.state is not CampaignState.DRAFT:
        raise no_draft(campaign)
    _require_none(desk, check_all(desk.service, contents))


async def keep_checked(
    tx: Transaction, desk: Office, actor: UUID, campaign: Campaign, contents: Mapping[str, Content]
) -> None:
    """Keep these versions of a draft; CampaignUnknown with the reason where they may not be."""
    _require_known(desk, contents)
    try:
        _require_none(desk, await keep_contents(tx, desk.service, actor, campaign, contents))
    except Stale:
        raise no_draft(campaign) from None


def _require_known(desk: Office, languages: Collection[str]) -> None:
    known = desk.service.texts.languages()
    for language in languages:
        if language not in known:
            raise CampaignUnknown(f"{language} is none of {', '.join(sorted(known))}")


def _require_none(desk: Office, refusals: Refused) -> None:
    if refusals:
        raise refused(desk, refusals)


def no_draft(campaign: Campaign) -> CampaignUnknown:
    return CampaignUnknown(f"{campaign.number} is {campaign.state.value}, and no draft")


def refused(desk: Office, refusals: Refused) -> CampaignUnknown:
    """Everything that must be changed, in sentences."""
    policy = policy_for(desk.service)
    return CampaignUnknown(read_html(refusal_text(desk.words, refusals, policy)).plain)
