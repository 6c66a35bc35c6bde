"""Offers: whoever a lead was given to is asked whether they take it; the number comes after that."""

from datetime import datetime, timedelta
from uuid import UUID

from bot.leads.notices import announce_lead, describe_lead
from bot.leads.rights import as_seen
from bot.leads.routing import ladder, list_on_rung
from bot.leads.subjects import lead_about, unchanged_lead_about
from bot.screens import Action, Button, Rows, Screen
from bot.service import Service
from bot.wording import Wording
from bot.working_hours import is_on_leave
from storage.database import Transaction
from storage.leads import LeadCard, count_owned
from storage.models.contacts import Contact
from storage.models.leads import Lead, LeadState
from storage.models.messages import Lane, Message
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.outbox import queue_message
from storage.volunteers import VolunteerCard, find_volunteer, find_volunteer_of

LEAD_OFFER = "lead-offer"
LEAD_AVAILABLE = "lead-available"
ASKED_AT_MOST = 3
OFFER_LATENESS = timedelta(days=3)


async def tell_new_owner(tx: Transaction, service: Service, lead: Lead, now: datetime) -> None:
    """Tell whoever has the lead now, in their hours; somebody without Telegram has it on paper."""
    if lead.owner_id is None:
        await announce_lead(tx, lead, now)
        return
    owner = await find_volunteer(tx, lead.owner_id)
    if owner is not None:
        await _queue_in_hours(tx, service, LEAD_OFFER, lead, owner.volunteer, now)


async def offer_to_others(tx: Transaction, service: Service, lead: Lead, now: datetime) -> None:
    """Ask a few others who answer for the same streets, and have room, whether they take a lead over."""
    asked: set[UUID] = set()
    for rung in ladder(lead):
        if rung.role is not Role.VOLUNTEER:
            continue
        for volunteer in await list_on_rung(tx, rung):
            if volunteer.id == lead.owner_id or volunteer.id in asked or not _has_room(volunteer, service):
                continue
            asked.add(volunteer.id)
            await _queue_in_hours(tx, service, LEAD_AVAILABLE, lead, volunteer, now)
            if len(asked) == ASKED_AT_MOST:
                return


def _has_room(volunteer: Volunteer, service: Service) -> bool:
    present = not is_on_leave(volunteer, service.today())
    return present and volunteer.contact_id is not None and volunteer.open_leads < volunteer.capacity


async def _queue_in_hours(
    tx: Transaction, service: Service, kind: str, lead: Lead, volunteer: Volunteer, now: datetime
) -> None:
    """Queue a notice about the lead as it is now, for the volunteer's own hours; nothing without Telegram."""
    if volunteer.contact_id is None:
        return
    due_at = service.calendar.next_working_moment(volunteer, now)
    await queue_message(
        tx,
        volunteer.contact_id,
        Lane.NOTICE,
        kind,
        now,
        subject_id=lead.id,
        params={"version": lead.version},
        due_at=due_at,
        late_after=due_at + OFFER_LATENESS,
    )


async def render_available(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """A neighbour who has waited for days; nothing once somebody has moved."""
    card = await unchanged_lead_about(tx, message)
    volunteer = await find_volunteer_of(tx, contact.id)
    if card is None or volunteer is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("offers-available", volunteer=volunteer.name, **describe_lead(words, service, card))
    id_ = as_seen(card.lead)
    take_over = Button(words.label("offers-take-over"), Action("followups", "take-over", id_))
    return Screen(LEAD_AVAILABLE, text, ((take_over,),), protected=True)


async def render_offer(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Who it is, where, and when to call - without the phone; nothing when it is not theirs any more."""
    card = await lead_about(tx, message)
    owner = await find_volunteer(tx, card.lead.owner_id) if card and card.lead.owner_id else None
    if card is None or owner is None or not _is_theirs(owner, contact):
        return None
    words = Wording(service.texts, contact.language)
    key = "offers-offer" if card.lead.state is LeadState.NEW else "offers-moved"
    text = words.render(key, volunteer=owner.name, **describe_lead(words, service, card))
    waiting = await count_owned(tx, owner.volunteer.id, (LeadState.NEW,))
    return Screen(LEAD_OFFER, text, _rows(words, card, waiting), protected=True)


def _is_theirs(owner: VolunteerCard, contact: Contact) -> bool:
    return owner.volunteer.contact_id == contact.id and owner.volunteer.is_active


def _rows(words: Wording, card: LeadCard, waiting: int) -> Rows:
    """Take it or not; several that wait may be taken at once."""
    if card.lead.state is not LeadState.NEW:
        return ((Button(words.label("leads-open"), Action("followups", "show", card.lead.number)),),)
    id_ = as_seen(card.lead)
    rows: Rows = (
        (
            Button(words.label("offers-take"), Action("followups", "take", id_)),
            Button(words.label("offers-cannot"), Action("followups", "cannot", id_)),
        ),
    )
    if waiting > 1:
        rows += (
            (Button(words.label("offers-take-all", count=str(waiting)), Action("followups", "take-all")),),
        )
    return rows
