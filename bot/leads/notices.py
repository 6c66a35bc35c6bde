"""New leads, told to the branch: one by one, or as a digest when many come; and how a lead is described."""

from datetime import datetime, timedelta
from uuid import UUID

from bot.access import Permission, roles_with
from bot.addresses import near_text, village_name
from bot.leads.subjects import lead_about, unchanged_lead_about
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.leads import LeadCard, count_leads
from storage.messages import count_queued
from storage.models.contacts import Contact
from storage.models.leads import Lead
from storage.models.messages import Lane, Message
from storage.outbox import NewMessage, params_of, queue_message, queue_messages
from storage.staff import list_staff

LEAD_NOTICE = "lead-notice"
LEAD_DIGEST = "lead-digest"
LEAD_COMPLAINT = "lead-complaint"
NOTICES_AN_HOUR = 20
HOUR = timedelta(hours=1)
NOTICE_LATENESS = timedelta(days=2)


async def announce_lead(tx: Transaction, lead: Lead, now: datetime) -> None:
    """Tell those who may see leads: one line each, above 20 an hour one digest an hour instead."""
    for contact, _role in await list_staff(tx, roles_with(Permission.SEE_LEADS)):
        if await count_queued(tx, contact.id, LEAD_NOTICE, now - HOUR) < NOTICES_AN_HOUR:
            await queue_message(
                tx,
                contact.id,
                Lane.NOTICE,
                LEAD_NOTICE,
                now,
                subject_id=lead.id,
                late_after=now + NOTICE_LATENESS,
            )
        else:
            await _queue_digest(tx, contact.id, now)


async def announce_complaint(tx: Transaction, lead: Lead, now: datetime) -> None:
    """Tell those who may see leads that a worker was not called: each by itself, never in a digest."""
    late_after, params = now + NOTICE_LATENESS, {"version": lead.version}
    messages = [
        NewMessage(contact.id, Lane.NOTICE, LEAD_COMPLAINT, lead.id, late_after, dict(params))
        for contact, _role in await list_staff(tx, roles_with(Permission.SEE_LEADS))
    ]
    await queue_messages(tx, messages, now)


async def _queue_digest(tx: Transaction, contact_id: UUID, now: datetime) -> None:
    """One digest for what comes before the next full hour; a second one for the same hour is not queued."""
    begins = now.replace(minute=0, second=0, microsecond=0)
    await queue_message(
        tx,
        contact_id,
        Lane.NOTICE,
        LEAD_DIGEST,
        now,
        params={"since": now.isoformat()},
        due_at=begins + HOUR,
        dedup_key=f"{LEAD_DIGEST}:{contact_id}:{begins.isoformat()}",
        late_after=now + NOTICE_LATENESS,
    )


async def render_lead_notice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """One line about a new lead, without the phone; nothing when it was erased meanwhile."""
    card = await lead_about(tx, message)
    if card is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("leads-notice", number=card.lead.number, **describe_lead(words, service, card))
    open_ = Button(words.label("leads-open"), Action("leads", "card", card.lead.number))
    return Screen(LEAD_NOTICE, text, ((open_,),), protected=True)


async def render_complaint(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Who has waited for how long; nothing once somebody has moved, or it was erased."""
    card = await unchanged_lead_about(tx, message)
    if card is None:
        return None
    words, days = Wording(service.texts, contact.language), days_since(service, card.lead)
    text = words.render(
        "leads-complaint", number=card.lead.number, days=days, **describe_lead(words, service, card)
    )
    open_ = Button(words.label("leads-open"), Action("followups", "show", card.lead.number))
    return Screen(LEAD_COMPLAINT, text, ((open_,),), protected=True)


def days_since(service: Service, lead: Lead) -> int:
    """On how many of the branch's days before today somebody registered: 0 for today."""
    return (service.today() - lead.submitted_at.astimezone(service.zone).date()).days


async def render_lead_digest(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """How many leads came since the digest was queued; nothing when all were erased meanwhile."""
    since = datetime.fromisoformat(str(params_of(tx, message)["since"]))
    count = await count_leads(tx, since=since)
    if not count:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("leads-digest", count=count)
    open_ = Button(words.label("leads-list"), Action("leads", "page", "0"))
    return Screen(LEAD_DIGEST, text, ((open_,),), protected=True)


def describe_lead(words: Wording, service: Service, card: LeadCard) -> dict[str, str]:
    """What a notice says of a lead: name, occupation, place, and when to call."""
    lead = card.lead
    return {
        "name": card.name,
        "occupation": card.occupation_detail or words.label(f"registration-occupation.{lead.occupation}"),
        "place": place_of(words, service, card),
        "calltime": words.label(f"registration-calltime.{lead.call_time}"),
    }


def place_of(words: Wording, service: Service, card: LeadCard) -> str:
    """Where the lead lives, from the village down to the RT."""
    lead = card.lead
    near = near_text(lead.rt, lead.rw, card.hamlet)
    village = village_name(words, service.places, lead.village_code)
    return f"{near}, {village}" if near else village
