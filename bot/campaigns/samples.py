"""A campaign as a sample in the chat of chosen staff, marked as one; its buttons do nothing."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.campaigns.composing import content_for, list_contents
from bot.campaigns.content import Content
from bot.campaigns.fields import Recipient
from bot.campaigns.rendering import Target, render_content
from bot.screens import Screen
from bot.service import Service
from bot.wording import Wording
from storage.campaigns import find_campaign
from storage.database import Transaction
from storage.models.campaigns import Campaign
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import queue_message

SAMPLE = "campaign-sample"


async def request_sample(tx: Transaction, campaign: Campaign, contact_id: UUID, now: datetime) -> None:
    """Queue the campaign as it stands for one of staff."""
    await queue_message(tx, contact_id, Lane.REPLY, SAMPLE, now, subject_id=campaign.id)


async def render_sample(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """As a recipient of this language would get it, with a mark below."""
    campaign = await find_campaign(tx, message.subject_id) if message.subject_id else None
    contents = await list_contents(tx, campaign) if campaign else {}
    if campaign is None or not contents:
        return None
    words = Wording(service.texts, contact.language)
    return sample_screen(service, words, words, campaign, content_for(contents, contact.language))


def sample_screen(
    service: Service, words: Wording, reader: Wording, campaign: Campaign, content: Content
) -> Screen:
    """A version as somebody of whom nothing is known gets it, with a mark below in the reader's words.

    The preview and the sample are the same: what is approved is what was tried out.
    """
    screen = render_content(service, words, content, Target(), Recipient(), service.today())
    mark = reader.render("campaigns-test-mark", number=campaign.number)
    return replace(screen, text=reader.joined(screen.text, mark))
