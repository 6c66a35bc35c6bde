"""Cards with a phone number on them, shown to whoever took the lead."""

from datetime import datetime
from uuid import UUID

from bot.leads.notices import describe_lead
from bot.leads.rights import may_have_card
from bot.leads.subjects import lead_about
from bot.phones import national
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.lead_events import add_event
from storage.leads import LeadCard
from storage.models.contacts import Contact
from storage.models.leads import Lead, LeadEventKind
from storage.models.messages import Lane, Message
from storage.outbox import queue_message

LEAD_CARD = "lead-card"


async def queue_card(tx: Transaction, lead: Lead, contact_id: UUID, now: datetime) -> None:
    """Show somebody the phone of a lead; that they saw it stands in its history.

    It goes through the outbox, whose ledger knows the message that is to lose the number one day.
    """
    await add_event(tx, lead.id, LeadEventKind.PHONE_SEEN, now, actor=contact_id)
    await queue_message(tx, contact_id, Lane.REPLY, LEAD_CARD, now, subject_id=lead.id)


async def render_card(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """The card with its phone; nothing for whoever does not have the lead any more."""
    card = await lead_about(tx, message)
    if card is None or not await may_have_card(tx, card.lead, contact):
        return None
    words = Wording(service.texts, contact.language)
    text = words.render(
        "cards-card",
        number=card.lead.number,
        phone=national(card.phone),
        passphrase=card.passphrase or "-",
        **describe_lead(words, service, card),
    )
    rows = (call_buttons(words, card), (_outcome_button(words, card),))
    return Screen(LEAD_CARD, text, rows, protected=True)


def call_buttons(words: Wording, card: LeadCard) -> tuple[Button, ...]:
    """Two ways to write to the person: t.me and wa.me work for private accounts, tg:// links do not."""
    said = words.quoted("cards-ready-text", name=card.name, passphrase=card.passphrase or "-")
    digits = card.phone.removeprefix("+")
    return (
        Button(words.label("leads-whatsapp"), url=f"https://wa.me/{digits}?text={said}"),
        Button(words.label("leads-telegram"), url=f"https://t.me/{card.phone}"),
    )


def _outcome_button(words: Wording, card: LeadCard) -> Button:
    return Button(words.label("cards-outcome"), Action("followups", "show", card.lead.number))
