"""Ways to ask for a written answer that staff added: kept, listed, dropped."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, func, select

from storage.database import Transaction
from storage.inserts import insert
from storage.models.questions import Saying
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class KeptSaying:
    """A saying with its words opened."""

    id: UUID
    text: str
    answer_id: str
    kept_at: datetime


async def keep_saying(tx: Transaction, text: str, answer_id: str, kept_by: UUID, now: datetime) -> UUID:
    """Keep a way to ask for an answer; its words must have been cleaned before."""
    id_ = new_id()
    values = {
        "id": id_,
        "text": tx.keys.seal(text, table="saying", column="text", id=id_),
        "answer_id": answer_id,
        "kept_by": kept_by,
        "kept_at": now,
    }
    await insert(tx, Saying, values)
    return id_


async def list_sayings(tx: Transaction) -> list[KeptSaying]:
    """All of them, the newest first: some hundreds, in the best of years."""
    query = select(Saying).order_by(col(Saying.id).desc())
    return [_opened(tx, row) for row in (await tx.execute(query)).scalars()]


async def list_sayings_of(tx: Transaction, contact_id: UUID) -> list[KeptSaying]:
    """Those that somebody kept, the oldest first."""
    query = select(Saying).where(col(Saying.kept_by) == contact_id).order_by(col(Saying.id))
    return [_opened(tx, row) for row in (await tx.execute(query)).scalars()]


async def drop_saying(tx: Transaction, id_: UUID) -> bool:
    """Delete one; False when it is gone already."""
    return await tx.changed(delete(Saying).where(col(Saying.id) == id_)) == 1


async def sayings_mark(tx: Transaction) -> tuple[int, datetime | None]:
    """How many there are and when the last one was kept: it changes with each, also when one is dropped."""
    row = (await tx.execute(select(func.count(), func.max(col(Saying.kept_at))))).one()
    return int(row[0]), row[1]


def _opened(tx: Transaction, row: Saying) -> KeptSaying:
    text = tx.keys.open(row.text, table="saying", column="text", id=row.id)
    return KeptSaying(row.id, text, row.answer_id, row.kept_at)
