"""Those who follow leads up in the field: who they are, what they answer for, whether they have room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case
from sqlmodel import col, delete, func, select, update

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.base import snapshot
from storage.models.groups import WorkerGroup
from storage.models.leads import CLOSED_STATES, Lead, LeadRefusal
from storage.models.staff import Role
from storage.models.volunteers import Posting, Volunteer
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class Territory:
    """An area code at any level; inside a village with a RW and a RT of three digits. Empty: everywhere."""

    area_code: str = ""
    rw: str = ""
    rt: str = ""


@dataclass(frozen=True, slots=True)
class VolunteerCard:
    """Somebody in the field, name and phone opened."""

    volunteer: Volunteer
    name: str
    phone: str | None


async def add_volunteer(
    tx: Transaction,
    role: Role,
    name: str,
    now: datetime,
    *,
    contact_id: UUID | None = None,
    phone: str | None = None,
    coordinator_id: UUID | None = None,
) -> Volunteer:
    """Take somebody on; without a contact their coordinator acts for them."""
    id_ = new_id()
    volunteer = Volunteer(
        id=id_,
        contact_id=contact_id,
        role=role,
        coordinator_id=coordinator_id,
        name=tx.keys.seal(name, table="volunteer", column="name", id=id_),
        phone=None if phone is None else seal_phone(tx, id_, phone),
        joined_at=now,
    )
    await insert_new(tx, Volunteer, volunteer.model_dump())
    return volunteer


def seal_phone(tx: Transaction, volunteer_id: UUID, phone: str) -> bytes:
    """Seal the number of somebody in the field, in E.164."""
    return tx.keys.seal(phone, table="volunteer", column="phone", id=volunteer_id)


async def find_volunteer(tx: Transaction, volunteer_id: UUID) -> VolunteerCard | None:
    """The volunteer with this id."""
    query = select(Volunteer).where(col(Volunteer.id) == volunteer_id)
    return _opened(tx, (await tx.execute(query)).scalar_one_or_none())


async def find_volunteer_of(tx: Transaction, contact_id: UUID) -> VolunteerCard | None:
    """The active volunteer behind a Telegram account."""
    query = select(Volunteer).where(
        col(Volunteer.contact_id) == contact_id, col(Volunteer.is_active).is_(True)
    )
    return _opened(tx, (await tx.execute(query)).scalar_one_or_none())


async def find_volunteer_record(tx: Transaction, contact_id: UUID) -> VolunteerCard | None:
    """What is held of a Telegram account's work in the field, also when it has ended."""
    query = select(Volunteer).where(col(Volunteer.contact_id) == contact_id)
    return _opened(tx, (await tx.execute(query)).scalar_one_or_none())


async def delete_volunteer(tx: Transaction, volunteer_id: UUID) -> None:
    """Delete somebody's record with what they answered for; their leads have been given to others."""
    await tx.execute(delete(Volunteer).where(col(Volunteer.id) == volunteer_id))


async def list_volunteers(tx: Transaction, ids: Iterable[UUID]) -> list[Volunteer]:
    """The volunteers with these ids."""
    query = select(Volunteer).where(col(Volunteer.id).in_(list(ids)))
    return list((await tx.execute(query)).scalars())


async def list_all_volunteers(tx: Transaction) -> list[VolunteerCard]:
    """Everybody who works in the field or did, the longest known first."""
    rows = await tx.execute(select(Volunteer).order_by(col(Volunteer.joined_at), col(Volunteer.id)))
    return [open_volunteer(tx, volunteer) for volunteer in rows.scalars()]


async def names_by_contact(tx: Transaction, contact_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What those of these contacts who work in the field are called."""
    query = select(Volunteer).where(col(Volunteer.contact_id).in_(list(contact_ids)))
    cards = [_opened(tx, volunteer) for volunteer in (await tx.execute(query)).scalars()]
    return {card.volunteer.contact_id: card.name for card in cards if card and card.volunteer.contact_id}


async def change_volunteer(tx: Transaction, volunteer: Volunteer, **values: Any) -> bool:  # noqa: ANN401 - reason: any column
    """Change columns unless somebody did since it was read; whether it was changed."""
    statement = update(Volunteer).where(
        col(Volunteer.id) == volunteer.id, col(Volunteer.version) == volunteer.version
    )
    return await tx.changed(statement.values(**values, version=volunteer.version + 1)) == 1


async def post(
    tx: Transaction,
    volunteer_id: UUID,
    now: datetime,
    *,
    territory: Territory | None = None,
    group_id: UUID | None = None,
) -> bool:
    """Make somebody answer for a territory or a group; False when they do already."""
    where = territory or Territory()
    here = _same(where, group_id)
    query = select(func.count()).where(col(Posting.volunteer_id) == volunteer_id, *here)
    if (await tx.execute(query)).scalar_one():
        return False
    values = {
        "id": new_id(),
        "volunteer_id": volunteer_id,
        "area_code": where.area_code,
        "rw": where.rw,
        "rt": where.rt,
        "group_id": group_id,
        "posted_at": now,
    }
    return await insert_new(tx, Posting, values)


async def unpost(tx: Transaction, volunteer_id: UUID, posting_id: UUID) -> bool:
    """Take one territory or group from somebody."""
    statement = delete(Posting).where(
        col(Posting.id) == posting_id, col(Posting.volunteer_id) == volunteer_id
    )
    return await tx.changed(statement) == 1


async def list_postings(tx: Transaction, volunteer_id: UUID) -> list[Posting]:
    """What somebody answers for, in the order it was given to them."""
    query = select(Posting).where(col(Posting.volunteer_id) == volunteer_id)
    return list((await tx.execute(query.order_by(col(Posting.posted_at), col(Posting.id)))).scalars())


async def list_areas_of(tx: Transaction, volunteer_id: UUID) -> list[str]:
    """The areas somebody answers for ("": the whole branch); a group's is its village, where it has one."""
    is_group = col(Posting.group_id).is_not(None)
    code = case((is_group, col(WorkerGroup.village_code)), else_=col(Posting.area_code))
    query = select(code).outerjoin_from(Posting, WorkerGroup, col(WorkerGroup.id) == col(Posting.group_id))
    query = query.where(col(Posting.volunteer_id) == volunteer_id, code.is_not(None))
    return [str(row[0]) for row in (await tx.execute(query.order_by(code))).all()]


async def list_postings_of_all(tx: Transaction) -> dict[UUID, set[tuple[Territory, UUID | None]]]:
    """What everybody answers for: territories, and groups."""
    held: dict[UUID, set[tuple[Territory, UUID | None]]] = {}
    for posting in (await tx.execute(select(Posting))).scalars():
        place = Territory(posting.area_code, posting.rw, posting.rt), posting.group_id
        held.setdefault(posting.volunteer_id, set()).add(place)
    return held


def _same(territory: Territory, group_id: UUID | None) -> list[ColumnElement[bool]]:
    group = col(Posting.group_id)
    return [
        col(Posting.area_code) == territory.area_code,
        col(Posting.rw) == territory.rw,
        col(Posting.rt) == territory.rt,
        group.is_(None) if group_id is None else group == group_id,
    ]


async def count_open_leads(tx: Transaction, volunteer_id: UUID) -> int:
    """How many open leads somebody owns, counted one by one."""
    query = select(func.count()).where(
        col(Lead.owner_id) == volunteer_id, col(Lead.state).not_in(CLOSED_STATES)
    )
    return int((await tx.execute(query)).scalar_one())


async def refuse_lead(tx: Transaction, lead_id: UUID, volunteer_id: UUID, reason: str, now: datetime) -> None:
    """Remember that somebody cannot take this lead."""
    values = {"lead_id": lead_id, "volunteer_id": volunteer_id, "reason": reason, "refused_at": now}
    await insert_new(tx, LeadRefusal, values)


async def list_refusals_by(tx: Transaction, volunteer_id: UUID) -> list[LeadRefusal]:
    """The leads that somebody said they cannot take, the oldest first."""
    query = select(LeadRefusal).where(col(LeadRefusal.volunteer_id) == volunteer_id)
    return list((await tx.execute(query.order_by(col(LeadRefusal.refused_at)))).scalars())


def _opened(tx: Transaction, volunteer: Volunteer | None) -> VolunteerCard | None:
    return None if volunteer is None else open_volunteer(tx, volunteer)


def open_volunteer(tx: Transaction, volunteer: Volunteer) -> VolunteerCard:
    """Open a volunteer's sealed columns."""
    name = tx.keys.open(volunteer.name, table="volunteer", column="name", id=volunteer.id)
    sealed = volunteer.phone
    phone = sealed and tx.keys.open(sealed, table="volunteer", column="phone", id=volunteer.id)
    return VolunteerCard(snapshot(volunteer), name, phone or None)
