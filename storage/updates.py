"""Seen updates and the quarantine."""

from datetime import datetime

from sqlmodel import col, delete, select

from storage.database import Transaction
from storage.inserts import insert, insert_new
from storage.models.updates import Quarantine, SeenUpdate
from storage.types import new_id


async def remember_update(tx: Transaction, update_id: int, now: datetime) -> bool:
    """Note that an update is being handled; False when it was before."""
    return await insert_new(tx, SeenUpdate, {"update_id": update_id, "seen_at": now})


async def quarantine_update(
    tx: Transaction, update_id: int, telegram_id: int | None, body: str, error: str, now: datetime
) -> None:
    """Keep an update nobody could handle, sealed, for staff to look into."""
    id_ = new_id()
    sealed = tx.keys.seal(body, table="quarantine", column="body", id=id_)
    values = {
        "id": id_,
        "update_id": update_id,
        "telegram_id": telegram_id,
        "body": sealed,
        "error": error[:200],
        "created_at": now,
    }
    await insert(tx, Quarantine, values)


async def list_quarantined(tx: Transaction, telegram_id: int) -> list[tuple[Quarantine, str]]:
    """What is quarantined of one account, the oldest first, each with its update opened."""
    query = select(Quarantine).where(col(Quarantine.telegram_id) == telegram_id)
    rows = (await tx.execute(query.order_by(col(Quarantine.created_at)))).scalars()
    return [(row, tx.keys.open(row.body, table="quarantine", column="body", id=row.id)) for row in rows]


async def list_quarantined_accounts(tx: Transaction) -> list[int]:
    """The accounts of which anything is quarantined."""
    query = select(Quarantine.telegram_id).where(col(Quarantine.telegram_id).is_not(None)).distinct()
    return [int(telegram_id) for telegram_id in (await tx.execute(query)).scalars()]


async def forget_quarantine_of(tx: Transaction, telegram_id: int, until: datetime) -> int:
    """Delete what of one account was quarantined up to a time; how many went."""
    statement = delete(Quarantine).where(
        col(Quarantine.telegram_id) == telegram_id, col(Quarantine.created_at) <= until
    )
    return await tx.changed(statement)


async def forget_updates(tx: Transaction, before: datetime) -> int:
    """Delete seen updates older than the given time; how many went."""
    return await tx.changed(delete(SeenUpdate).where(col(SeenUpdate.seen_at) < before))


async def forget_quarantine(tx: Transaction, before: datetime) -> int:
    """Delete quarantined updates older than the given time; how many went."""
    return await tx.changed(delete(Quarantine).where(col(Quarantine.created_at) < before))
