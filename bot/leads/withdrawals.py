"""What people were shown of a lead goes from their chats when it is somebody else's, or nobody's any more."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.leads.appointments import APPOINTMENT
from bot.leads.cards import LEAD_CARD
from bot.leads.notices import LEAD_COMPLAINT, LEAD_NOTICE
from bot.leads.offers import LEAD_AVAILABLE, LEAD_OFFER, TAKERS
from bot.screens import Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.leads import find_lead
from storage.messages import find_message
from storage.models.contacts import Contact
from storage.models.leads import Lead
from storage.models.messages import Lane, Message, MessageState
from storage.models.volunteers import Volunteer
from storage.outbox import NewMessage, params_of, queue_messages
from storage.shown import Shown, list_shown
from storage.volunteers import list_volunteers

CARD_WITHDRAWN = "lead-card-withdrawn"
LEAD_GONE = "lead-gone"
LEAD_SHOWN = "lead-shown"
"""A screen about a lead: the outbox did not send it, the ledger knows where it stands."""
SHOWN = (LEAD_CARD, LEAD_OFFER, LEAD_AVAILABLE, LEAD_NOTICE, LEAD_COMPLAINT, APPOINTMENT, LEAD_SHOWN)
ON_ITS_WAY = timedelta(minutes=2)  # by then whatever was being sent has come to its end


class Why(StrEnum):
    """Why nothing of a lead stays in a chat."""

    MOVED = "moved"  # somebody else has it
    ERASED = "erased"  # its worker wants nothing kept
    EXPIRED = "expired"  # it was kept long enough


async def withdraw_moved(tx: Transaction, leads: Collection[Lead], now: datetime) -> None:
    """Take leads that have moved on from whoever had them, or was asked; and their numbers from everybody.

    The branch and the coordinators go on seeing whose they are.
    """
    if not leads:
        return
    owners = {lead.id: lead.owner_id for lead in leads}
    shown = await list_shown(tx, SHOWN, owners.keys())
    going = [one for one in shown if one.message.subject_id and _goes(one, owners[one.message.subject_id])]
    await _queue(tx, going, Why.MOVED, now)


def _goes(shown: Shown, owner_id: UUID | None) -> bool:
    if shown.message.kind == LEAD_CARD:
        return True
    reader = shown.reader
    return reader is not None and reader.role in TAKERS and reader.id != owner_id


async def withdraw_gone(tx: Transaction, lead_ids: Collection[UUID], why: Why, now: datetime) -> None:
    """Leave nothing of leads that are deleted in anybody's chat: no name, no place, no buttons."""
    await _queue(tx, await list_shown(tx, SHOWN, lead_ids), why, now)


async def withdraw_late(
    tx: Transaction, contact_id: UUID, message_id: int, lead_ids: Collection[UUID], made_at: datetime
) -> None:
    """Take back a screen of leads that went, or moved on, between its making and its arrival."""
    leads = {id_: card.lead for id_ in lead_ids if (card := await find_lead(tx, id_)) is not None}
    for one in await list_shown(tx, (LEAD_SHOWN,), lead_ids):
        message = one.message
        if (message.contact_id, message.telegram_message_id) != (contact_id, message_id):
            continue
        lead = leads.get(message.subject_id) if message.subject_id else None
        if lead is None:
            await _queue(tx, [one], Why.ERASED, made_at)
        elif lead.changed_at > made_at and _goes(one, lead.owner_id):
            await _queue(tx, [one], Why.MOVED, made_at)


async def _queue(tx: Transaction, shown: Iterable[Shown], why: Why, now: datetime) -> None:
    await queue_messages(tx, [_withdrawal(one.message, why, now) for one in shown], now)


def _withdrawal(message: Message, why: Why, now: datetime) -> NewMessage:
    params: dict[str, object] = {
        "shown": str(message.id),
        "why": why.value,
    }
    key = f"{CARD_WITHDRAWN}:{why}:{message.id}"
    is_there = message.state is MessageState.SENT
    due_at = now if is_there else now + ON_ITS_WAY
    return NewMessage(
        message.contact_id, Lane.REPLY, CARD_WITHDRAWN, params=params, due_at=due_at, dedup_key=key
    )


async def render_withdrawn(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The old message, without anything on it; nothing where another screen has taken its place since."""
    params = params_of(tx, message)
    shown = await find_message(tx, UUID(str(params["shown"])))
    if shown is None or shown.telegram_message_id is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render(f"cards-withdrawn-{Why(str(params['why']))}")
    return Screen(CARD_WITHDRAWN, text, replaces=shown.telegram_message_id)


async def tell_erased(tx: Transaction, service: Service, leads: Sequence[Lead], now: datetime) -> None:
    """Ask whoever had leads whose worker is gone to call no more: once each, in their hours.

    For somebody without Telegram whoever enters for them is asked to strike the numbers from the paper.
    """
    owners = await _volunteers(tx, {lead.owner_id for lead in leads})
    acting = await _volunteers(tx, {one.coordinator_id for one in owners.values() if not one.contact_id})
    numbers: dict[UUID, list[str]] = {}
    for lead in leads:
        owner = owners.get(lead.owner_id) if lead.owner_id else None
        if owner is not None and owner.contact_id is not None:
            numbers.setdefault(owner.id, [])
        elif owner is not None and owner.coordinator_id is not None:
            numbers.setdefault(owner.coordinator_id, []).append(lead.number)
    people = owners | acting
    told = [_gone(service, people[id_], printed, now) for id_, printed in numbers.items() if id_ in people]
    await queue_messages(tx, [message for message in told if message is not None], now)


async def _volunteers(tx: Transaction, ids: Iterable[UUID | None]) -> dict[UUID, Volunteer]:
    wanted = {id_ for id_ in ids if id_ is not None}
    return {one.id: one for one in await list_volunteers(tx, wanted)} if wanted else {}


def _gone(service: Service, reader: Volunteer, printed: list[str], now: datetime) -> NewMessage | None:
    if reader.contact_id is None or not reader.is_active:
        return None
    params: dict[str, object] = {"numbers": ", ".join(printed)}
    due_at = service.calendar.next_working_moment(reader, now)
    return NewMessage(reader.contact_id, Lane.NOTICE, LEAD_GONE, params=params, due_at=due_at)


async def render_gone(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """That a neighbour wants nothing kept; who it was stands nowhere any more."""
    words = Wording(service.texts, contact.language)
    numbers = str(params_of(tx, message).get("numbers", ""))
    printed = words.render("cards-gone-paper", numbers=numbers) if numbers else ""
    return Screen(LEAD_GONE, words.joined(words.render("cards-gone"), printed))
