"""What staff are told of a campaign unasked: it waits for them, was decided on, stopped, or is over."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from bot.campaigns.authors import list_deciders
from bot.campaigns.progress_texts import pause_reason
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from storage.campaigns import find_campaign, open_decision_note
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import queue_message

NEWS = "campaign-news"
TOLD = (
    CampaignState.SUBMITTED,
    CampaignState.APPROVED,
    CampaignState.DRAFT,
    CampaignState.REFUSED,
    CampaignState.PAUSED,
    CampaignState.FINISHED,
)
"""What there are words for; `draft` is one that came back."""


async def tell_approvers(tx: Transaction, campaign: Campaign, now: datetime) -> int:
    """Everybody who may decide on it, its authors left out; how many there are."""
    deciders = await list_deciders(tx, campaign)
    await _tell(tx, campaign, deciders, now)
    return len(deciders)


async def tell_maker(tx: Transaction, campaign: Campaign, now: datetime) -> None:
    """Whoever made it hears what was decided."""
    await _tell(tx, campaign, filter(None, [campaign.made_by]), now)


async def tell_everybody_in_charge(tx: Transaction, campaign: Campaign, now: datetime) -> None:
    """Its maker and whoever approved it: it stopped by itself, or is over."""
    await _tell(tx, campaign, {one for one in (campaign.made_by, campaign.decided_by) if one}, now)


async def _tell(tx: Transaction, campaign: Campaign, contacts: Iterable[UUID], now: datetime) -> None:
    """Once a version of the campaign and person, however often it is asked for."""
    for contact_id in contacts:
        key = f"{NEWS}:{campaign.id.hex}:{campaign.version}:{contact_id.hex}"
        await queue_message(tx, contact_id, Lane.NOTICE, NEWS, now, subject_id=campaign.id, dedup_key=key)


async def render_news(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """Where the campaign stands when it is told; nothing where there is nothing to be said of that."""
    campaign = await find_campaign(tx, message.subject_id) if message.subject_id else None
    if campaign is None or campaign.state not in TOLD:
        return None
    words = Wording(service.texts, contact.language)
    told = words.render(f"campaigns-news-{campaign.state.value}", name=campaign.name, number=campaign.number)
    note = open_decision_note(tx, campaign)
    why = words.render("campaigns-note", note=note) if note else ""
    stopped = campaign.state is CampaignState.PAUSED and campaign.pause_reason
    reason = words.render("campaigns-paused", reason=pause_reason(words, campaign)) if stopped else ""
    button = Button(words.label("campaigns-open"), Action("campaigns", "show", campaign.number))
    return Screen(NEWS, words.joined(told, reason or why), ((button,),), protected=True)
