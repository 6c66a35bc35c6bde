"""Offers: whoever a lead was given to is asked whether they take it; the number comes after that."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from bot.leads.choosing import Field, field_on
from bot.leads.notices import days_since, describe_lead
from bot.leads.rights import as_seen
from bot.leads.routing import Rung, ladder_at
from bot.leads.stages import is_untaken
from bot.leads.subjects import lead_about, unchanged_lead_about
from bot.screens import Action, Button, Rows, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.followups import count_ready, stopped_of
from storage.lead_events import find_last_change
from storage.leads import LeadCard
from storage.models.contacts import Contact
from storage.models.followups import Duty
from storage.models.leads import Lead, LeadEventKind, LeadState
from storage.models.messages import Lane, Message
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.outbox import NewMessage, queue_messages
from storage.volunteers import VolunteerCard, find_volunteer, find_volunteer_of, list_volunteers

LEAD_OFFER = "lead-offer"
LEAD_AVAILABLE = "lead-available"
ASKED_AT_MOST = 3
TAKERS = (Role.VOLUNTEER, Role.CLOSER)  # coordinators are asked later, by the steps of silence
OFFER_LATENESS = timedelta(days=3)


async def tell_new_owner(tx: Transaction, service: Service, lead: Lead, now: datetime) -> None:
    """Tell whoever has the lead now, in their hours; somebody without Telegram has it on paper.

    What comes to the branch stands on its daily list: forty that come back are no forty messages.
    """
    if lead.owner_id is not None:
        await tell_new_owners(tx, service, [lead], now)


async def tell_new_owners(tx: Transaction, service: Service, leads: Sequence[Lead], now: datetime) -> None:
    """The same for many leads, each of which is somebody's."""
    ids = {lead.owner_id for lead in leads if lead.owner_id is not None}
    owners = {owner.id: owner for owner in await list_volunteers(tx, ids)} if ids else {}
    told = [(LEAD_OFFER, lead, owners[lead.owner_id]) for lead in leads if lead.owner_id in owners]
    await _queue_in_hours(tx, service, told, now)


async def offer_to_others(tx: Transaction, service: Service, leads: Sequence[Lead], now: datetime) -> None:
    """Ask a few others who answer for the same streets, and have room, whether they take a lead over."""
    rungs = {lead.id: [rung for rung in ladder_at(lead) if rung.role in TAKERS] for lead in leads}
    field = await field_on(tx, (rung for asked in rungs.values() for rung in asked), service.today())
    told = [
        (LEAD_AVAILABLE, lead, volunteer)
        for lead in leads
        for volunteer in islice(_others(field, rungs[lead.id], lead), ASKED_AT_MOST)
    ]
    await _queue_in_hours(tx, service, told, now)


def _others(field: Field, rungs: Sequence[Rung], lead: Lead) -> Iterator[Volunteer]:
    """Who may be asked besides its owner, the nearest first, each once."""
    asked: set[UUID | None] = {lead.owner_id}
    for rung in rungs:
        for candidate in field.on_rung(rung):
            volunteer = candidate.volunteer
            if candidate.has_room and candidate.id not in asked and volunteer.contact_id is not None:
                asked.add(candidate.id)
                yield volunteer


async def _queue_in_hours(
    tx: Transaction, service: Service, told: Sequence[tuple[str, Lead, Volunteer]], now: datetime
) -> None:
    """Queue notices about leads as they are now, for each volunteer's own hours; nothing without Telegram."""
    due = {volunteer.id: volunteer for _, _, volunteer in told if volunteer.contact_id is not None}
    hours = {id_: service.calendar.next_working_moment(one, now) for id_, one in due.items()}
    messages = [
        NewMessage(
            volunteer.contact_id,
            Lane.NOTICE,
            kind,
            lead.id,
            params={"version": lead.version},
            due_at=hours[volunteer.id],
            late_after=hours[volunteer.id] + OFFER_LATENESS,
        )
        for kind, lead, volunteer in told
        if volunteer.contact_id is not None
    ]
    await queue_messages(tx, messages, now)


async def render_available(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """A neighbour who has waited for days; nothing once somebody has moved."""
    card = await unchanged_lead_about(tx, message)
    volunteer = await find_volunteer_of(tx, contact.id)
    if card is None or volunteer is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render(
        "offers-available",
        volunteer=volunteer.name,
        days=days_since(service, card.lead),
        **describe_lead(words, service, card),
    )
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
    waiting = await count_ready(tx, owner.volunteer.id, Duty.ACCEPT)
    is_asked = await is_untaken(tx, card.lead)
    text = words.joined(
        await _complaint_text(tx, words, service, card.lead),
        await _offer_text(tx, words, service, card, owner, is_asked=is_asked),
    )
    return Screen(LEAD_OFFER, text, _rows(words, card, waiting, is_asked=is_asked), protected=True)


async def _offer_text(
    tx: Transaction, words: Wording, service: Service, card: LeadCard, owner: VolunteerCard, *, is_asked: bool
) -> str:
    """A new neighbour; one whom others have brought so far; or one who is simply theirs now."""
    about = describe_lead(words, service, card)
    if card.lead.state is LeadState.NEW:
        return words.render("offers-offer", volunteer=owner.name, **about)
    if not is_asked:
        return words.render("offers-moved", volunteer=owner.name, **about)
    stage = words.label(f"followups-state.{card.lead.state.value}")
    text = words.render("offers-continue", volunteer=owner.name, stage=stage, **about)
    stopped = (await stopped_of(tx, [card.lead.id])).get(card.lead.id)
    if stopped is None or not stopped.is_appointed or stopped.due_at <= service.clock.now():
        return text
    at = service.moment(stopped.due_at, words.language)
    return words.joined(text, words.render("offers-appointed", at=at))


async def _complaint_text(tx: Transaction, words: Wording, service: Service, lead: Lead) -> str:
    """Above the offer, where its worker has said that nobody called."""
    last = await find_last_change(tx, lead.id)
    if last is None or last.kind != LeadEventKind.COMPLAINED:
        return ""
    return words.render("offers-complained", days=days_since(service, lead))


def _is_theirs(owner: VolunteerCard, contact: Contact) -> bool:
    return owner.volunteer.contact_id == contact.id and owner.volunteer.is_active


def _rows(words: Wording, card: LeadCard, waiting: int, *, is_asked: bool) -> Rows:
    """Take it or not; several that wait may be taken at once."""
    if not is_asked:
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
