"""Officers: those who take cases, who of them is on duty, their room for a day, and answers they keep."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, delete, select, update

from storage.database import Transaction
from storage.inserts import insert, insert_new, upsert
from storage.models.cases import CaseDay, Officer, SavedReply
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved answer, opened."""

    id: UUID
    text: str
    saved_at: datetime


async def know_officer(tx: Transaction, contact_id: UUID, name: str) -> None:
    """Remember what an officer is called; whether they are on duty stays."""
    sealed = tx.keys.seal(name, table="officer", column="name", id=contact_id)
    values = {"contact_id": contact_id, "name": sealed, "off_until": None}
    await upsert(tx, Officer, values, key=("contact_id",), kept=("off_until",))


async def set_off_duty(tx: Transaction, contact_id: UUID, until: datetime | None) -> None:
    """An officer whom we know is off duty until a time; None: on duty from now on."""
    statement = update(Officer).where(col(Officer.contact_id) == contact_id)
    await tx.execute(statement.values(off_until=until))


async def off_duty_until(tx: Transaction, contact_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """Until when those of these officers are off duty who are."""
    query = select(Officer.contact_id, Officer.off_until).where(
        col(Officer.contact_id).in_(list(contact_ids)), col(Officer.off_until).is_not(None)
    )
    return {id_: until for id_, until in (await tx.execute(query)).all() if until is not None}


async def officer_names(tx: Transaction, contact_ids: Collection[UUID]) -> dict[UUID, str]:
    """What those of these contacts are called who took a case once."""
    query = select(Officer).where(col(Officer.contact_id).in_(list(contact_ids)))
    rows = (await tx.execute(query)).scalars()
    return {
        row.contact_id: tx.keys.open(row.name, table="officer", column="name", id=row.contact_id)
        for row in rows
    }


async def take_place(tx: Transaction, day: date, capacity: int) -> bool:
    """Promise one more person an answer on a day; False when everybody's day is full."""
    await insert_new(tx, CaseDay, {"day": day, "promised": 0}, unless=("day",))
    statement = update(CaseDay).where(col(CaseDay.day) == day, col(CaseDay.promised) < capacity)
    return await tx.changed(statement.values(promised=CaseDay.promised + 1)) == 1


async def forget_case_days(tx: Transaction, before: date) -> int:
    """Delete how many were promised on days long gone."""
    return await tx.changed(delete(CaseDay).where(col(CaseDay.day) < before))


async def add_saved_reply(tx: Transaction, contact_id: UUID, text: str, now: datetime) -> None:
    """Keep an answer for the next time."""
    id_ = new_id()
    body = tx.keys.seal(text, table="saved_reply", column="body", id=id_)
    await insert(tx, SavedReply, {"id": id_, "contact_id": contact_id, "body": body, "saved_at": now})


async def list_saved_replies(tx: Transaction, contact_id: UUID) -> list[Kept]:
    """The answers that an officer keeps, the newest first."""
    query = select(SavedReply).where(col(SavedReply.contact_id) == contact_id)
    rows = (await tx.execute(query.order_by(col(SavedReply.id).desc()))).scalars()
    return [
        Kept(row.id, tx.keys.open(row.body, table="saved_reply", column="body", id=row.id), row.saved_at)
        for row in rows
    ]


async def drop_saved_reply(tx: Transaction, contact_id: UUID, reply_id: UUID) -> bool:
    """Keep an own answer no longer; whether there was one."""
    statement = delete(SavedReply).where(
        col(SavedReply.contact_id) == contact_id, col(SavedReply.id) == reply_id
    )
    return await tx.changed(statement) == 1
