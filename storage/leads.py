"""Leads: one a phone and name, found by number, page or blind index; every change leaves an event."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, exists
from sqlmodel import col, delete, func, select, update

from storage.database import Transaction
from storage.inserts import insert, insert_new
from storage.lead_events import add_event
from storage.models.base import snapshot
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import CLOSED_STATES, Lead, LeadEventKind, LeadNameWord, LeadState, Routing
from storage.models.volunteers import Volunteer
from storage.types import new_id

PHONE = "lead-phone"
PHONE_NAME = "lead-phone-name"
NAME_WORD = "lead-name-word"


@dataclass(frozen=True, slots=True)
class NewLead:
    """What a registration records; phone in E.164, rt and rw of three digits."""

    contact_id: UUID | None
    routing: Routing
    name: str
    name_key: str
    name_words: tuple[str, ...]
    phone: str
    for_family: bool
    occupation: str
    occupation_detail: str | None
    has_employees: bool | None
    age_group: str
    already_covered: str
    needs_check: bool
    village_code: str
    rt: str | None
    rw: str | None
    hamlet: str | None
    call_time: str
    first_source: str | None
    last_source: str | None
    passphrase: str = ""
    group_id: UUID | None = None
    gathering_id: UUID | None = None
    recorded_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class LeadCard:
    """A lead as those may see it who have the right to: its sealed columns opened."""

    lead: Lead
    name: str
    phone: str
    occupation_detail: str | None
    hamlet: str | None
    passphrase: str | None
    membership_number: str | None


async def add_lead(tx: Transaction, new: NewLead, number: str, now: datetime) -> Lead | None:
    """Record a lead with its first event; None when this phone and name have one already."""
    if await find_same_lead(tx, new.phone, new.name_key):  # perhaps indexed with an older key
        return None
    lead_id = new_id()
    values = _lead_values(tx, new, lead_id, now) | {"number": number}
    if not await insert_new(tx, Lead, values, unless=("phone_name_index",)):
        return None
    await _index_name(tx, lead_id, new.name_words)
    await add_event(tx, lead_id, LeadEventKind.SUBMITTED, now, actor=new.contact_id, to_state=LeadState.NEW)
    return Lead(**values)


def _lead_values(tx: Transaction, new: NewLead, lead_id: UUID, now: datetime) -> dict[str, Any]:
    def seal(column: str, plain: str | None) -> bytes | None:
        return None if plain is None else tx.keys.seal(plain, table="lead", column=column, id=lead_id)

    return {
        "id": lead_id,
        "contact_id": new.contact_id,
        "state": LeadState.NEW,
        "version": 1,
        "routing": new.routing,
        "name": seal("name", new.name),
        "phone": seal("phone", new.phone),
        "phone_index": tx.keys.blind_index(PHONE, new.phone),
        "phone_name_index": tx.keys.blind_index(PHONE_NAME, f"{new.phone}|{new.name_key}"),
        "for_family": new.for_family,
        "occupation": new.occupation,
        "occupation_detail": seal("occupation_detail", new.occupation_detail),
        "has_employees": new.has_employees,
        "age_group": new.age_group,
        "already_covered": new.already_covered,
        "needs_check": new.needs_check,
        "village_code": new.village_code,
        "rt": new.rt,
        "rw": new.rw,
        "hamlet": seal("hamlet", new.hamlet),
        "call_time": new.call_time,
        "first_source": new.first_source,
        "last_source": new.last_source,
        "group_id": new.group_id,
        "gathering_id": new.gathering_id,
        "recorded_by": new.recorded_by,
        "passphrase": seal("passphrase", new.passphrase or None),
        "submitted_at": now,
        "changed_at": now,
    }


async def _index_name(tx: Transaction, lead_id: UUID, words: tuple[str, ...]) -> None:
    for word in set(words):
        index = tx.keys.blind_index(NAME_WORD, word)
        await insert(tx, LeadNameWord, {"lead_id": lead_id, "word_index": index})


async def find_same_lead(tx: Transaction, phone: str, name_key: str) -> Lead | None:
    """The lead that this phone and name have already."""
    indexes = phone_name_indexes(tx, phone, name_key)
    return await _first(tx, select(Lead).where(col(Lead.phone_name_index).in_(indexes)))


def phone_name_indexes(tx: Transaction, phone: str, name_key: str) -> tuple[str, ...]:
    """What a lead of this phone and name is found by, under every key."""
    return tx.keys.blind_indexes(PHONE_NAME, f"{phone}|{name_key}")


async def find_lead_by_number(tx: Transaction, number: str) -> LeadCard | None:
    """The lead with this number, opened."""
    lead = await _first(tx, select(Lead).where(col(Lead.number) == number))
    return None if lead is None else open_lead(tx, lead)


async def find_lead(tx: Transaction, lead_id: UUID) -> LeadCard | None:
    """The lead with this id, opened."""
    lead = await _first(tx, select(Lead).where(col(Lead.id) == lead_id))
    return None if lead is None else open_lead(tx, lead)


async def list_holders(tx: Transaction, ids: Iterable[UUID]) -> dict[UUID, tuple[int, UUID]]:
    """The version of each of these leads, and the contact of whoever owns it; without one it is left out."""
    query = (
        select(Lead.id, Lead.version, Volunteer.contact_id)
        .join(Volunteer, col(Volunteer.id) == col(Lead.owner_id))
        .where(col(Lead.id).in_(list(ids)), col(Volunteer.contact_id).is_not(None))
    )
    return {row[0]: (row[1], row[2]) for row in (await tx.execute(query)).all()}


async def list_leads(tx: Transaction, *, limit: int, offset: int = 0) -> list[LeadCard]:
    """A page of leads, the newest first."""
    query = select(Lead).order_by(col(Lead.submitted_at).desc(), col(Lead.id).desc())
    rows = await tx.execute(query.limit(limit).offset(offset))
    return [open_lead(tx, lead) for lead in rows.scalars()]


async def list_leads_by_phone(tx: Transaction, phone: str, *, limit: int) -> list[LeadCard]:
    """The leads of a phone number (E.164), the newest first: families share phones."""
    query = select(Lead).where(col(Lead.phone_index).in_(tx.keys.blind_indexes(PHONE, phone)))
    rows = await tx.execute(query.order_by(col(Lead.submitted_at).desc()).limit(limit))
    return [open_lead(tx, lead) for lead in rows.scalars()]


async def list_leads_by_words(tx: Transaction, words: tuple[str, ...], *, limit: int) -> list[LeadCard]:
    """The leads whose names hold all of these normalised words, the newest first."""
    if not words:
        return []
    query = select(Lead)
    for word in words:
        indexes = tx.keys.blind_indexes(NAME_WORD, word)
        holders = select(LeadNameWord.lead_id).where(col(LeadNameWord.word_index).in_(indexes))
        query = query.where(col(Lead.id).in_(holders))
    rows = await tx.execute(query.order_by(col(Lead.submitted_at).desc()).limit(limit))
    return [open_lead(tx, lead) for lead in rows.scalars()]


async def list_leads_of(tx: Transaction, contact_id: UUID) -> list[LeadCard]:
    """The leads a contact registered, the newest first."""
    query = select(Lead).where(col(Lead.contact_id) == contact_id)
    rows = await tx.execute(query.order_by(col(Lead.submitted_at).desc()))
    return [open_lead(tx, lead) for lead in rows.scalars()]


async def list_merged_into(tx: Transaction, lead_id: UUID) -> list[Lead]:
    """The leads for which this one stands."""
    query = select(Lead).where(col(Lead.merged_into_id) == lead_id)
    return [snapshot(lead) for lead in (await tx.execute(query)).scalars()]


async def count_leads(tx: Transaction, *, since: datetime | None = None) -> int:
    """How many leads there are, or came since a time."""
    query = select(func.count()).select_from(Lead)
    if since is not None:
        query = query.where(col(Lead.submitted_at) >= since)
    return int((await tx.execute(query)).scalar_one())


async def list_owned(tx: Transaction, owner_id: UUID, states: tuple[LeadState, ...]) -> list[LeadCard]:
    """The leads of somebody that stand in these states, the oldest first."""
    query = select(Lead).where(col(Lead.owner_id) == owner_id, col(Lead.state).in_(states))
    rows = (await tx.execute(query.order_by(col(Lead.submitted_at)))).scalars()
    return [open_lead(tx, lead) for lead in rows]


async def list_open_of(tx: Transaction, owner_id: UUID) -> list[LeadCard]:
    """The open leads of somebody, the oldest first."""
    open_ = tuple(state for state in LeadState if state not in CLOSED_STATES)
    return await list_owned(tx, owner_id, open_)


async def list_ready_leads(tx: Transaction, owner_id: UUID | None = None) -> list[LeadCard]:
    """The leads that are ready to be registered: all, or those that somebody has taken; the longest first."""
    query = select(Lead).where(col(Lead.state) == LeadState.READY)
    if owner_id is not None:
        query = query.where(col(Lead.owner_id) == owner_id, ~_waits_for_its_owner())
    rows = (await tx.execute(query.order_by(col(Lead.changed_at)))).scalars()
    return [open_lead(tx, lead) for lead in rows]


def _waits_for_its_owner() -> ColumnElement[bool]:
    ready = col(FollowUp.state) == FollowUpState.READY
    return exists().where(col(FollowUp.lead_id) == col(Lead.id), ready, col(FollowUp.duty) == Duty.ACCEPT)


async def count_open_of_branch(tx: Transaction) -> int:
    """How many open leads are the branch's own."""
    query = select(func.count()).where(col(Lead.owner_id).is_(None), col(Lead.state).not_in(CLOSED_STATES))
    return int((await tx.execute(query)).scalar_one())


async def delete_leads(tx: Transaction, ids: Collection[UUID]) -> None:
    """Delete leads with their history and indexes."""
    await tx.execute(delete(Lead).where(col(Lead.id).in_(ids)))


async def replace_lead(tx: Transaction, lead: Lead, new: NewLead, number: str, now: datetime) -> None:
    """Put corrected answers, or another sender's, in place; state, version and history stay."""
    kept = {"id", "state", "version", "submitted_at", "passphrase", "group_id", "gathering_id", "recorded_by"}
    values = {name: value for name, value in _lead_values(tx, new, lead.id, now).items() if name not in kept}
    await tx.execute(update(Lead).where(col(Lead.id) == lead.id).values(**values, number=number))
    await add_event(tx, lead.id, LeadEventKind.REPLACED, now, actor=new.contact_id)


async def change_lead(tx: Transaction, lead: Lead, now: datetime, **values: Any) -> bool:  # noqa: ANN401 - reason: any column
    """Change a lead unless somebody did since it was read; whether it was changed."""
    statement = update(Lead).where(
        col(Lead.id) == lead.id, col(Lead.state) == lead.state, col(Lead.version) == lead.version
    )
    return await tx.changed(statement.values(**values, version=lead.version + 1, changed_at=now)) == 1


async def note_at_hand(tx: Transaction, lead_id: UUID, **at_hand: bool) -> None:
    """Whether the worker has an identity card or an e-mail address ready; no change of the lead's state."""
    await tx.execute(update(Lead).where(col(Lead.id) == lead_id).values(**at_hand))


async def change_passphrases(tx: Transaction, words: Mapping[UUID, str]) -> None:
    """Put other words in the place of leads' own, all in one statement; whoever asks holds the leads."""
    if not words:
        return
    sealed = {id_: seal_lead_column(tx, id_, "passphrase", said) for id_, said in words.items()}
    statement = update(Lead).where(col(Lead.id).in_(sealed))
    await tx.execute(statement.values(passphrase=case(sealed, value=col(Lead.id))))


def seal_lead_column(tx: Transaction, lead_id: UUID, column: str, plain: str) -> bytes:
    """Seal one column of a lead."""
    return tx.keys.seal(plain, table="lead", column=column, id=lead_id)


def open_lead(tx: Transaction, lead: Lead) -> LeadCard:
    """Open a lead's sealed columns."""

    def plain(column: str, sealed: bytes | None) -> str | None:
        return None if sealed is None else tx.keys.open(sealed, table="lead", column=column, id=lead.id)

    return LeadCard(
        lead=snapshot(lead),
        name=plain("name", lead.name) or "",
        phone=plain("phone", lead.phone) or "",
        occupation_detail=plain("occupation_detail", lead.occupation_detail),
        hamlet=plain("hamlet", lead.hamlet),
        passphrase=plain("passphrase", lead.passphrase),
        membership_number=plain("membership_number", lead.membership_number),
    )


async def _first(tx: Transaction, query: Any) -> Lead | None:  # noqa: ANN401 - reason: SQLModel's select types do not name themselves
    lead: Lead | None = (await tx.execute(query)).scalar_one_or_none()
    return lead


async def list_leads_before(tx: Transaction, before: datetime, *, limit: int) -> list[Lead]:
    """Leads that were submitted before a time, the oldest first."""
    query = select(Lead).where(col(Lead.submitted_at) < before).order_by(col(Lead.submitted_at))
    return [snapshot(lead) for lead in (await tx.execute(query.limit(limit))).scalars()]


async def reindex_lead(tx: Transaction, card: LeadCard, name_key: str, words: tuple[str, ...]) -> bool:
    """Index a lead with the current key; False when it already is."""
    if tx.keys.index_is_current(card.lead.phone_index):
        return False
    values = {
        "phone_index": tx.keys.blind_index(PHONE, card.phone),
        "phone_name_index": tx.keys.blind_index(PHONE_NAME, f"{card.phone}|{name_key}"),
    }
    await tx.execute(update(Lead).where(col(Lead.id) == card.lead.id).values(values))
    await tx.execute(delete(LeadNameWord).where(col(LeadNameWord.lead_id) == card.lead.id))
    await _index_name(tx, card.lead.id, words)
    return True
