"""Seen updates and the quarantine."""

from datetime import datetime

from sqlmodel import col, delete

from storage.database import Transaction
from storage.inserts import insert_new
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
    await insert_new(tx, Quarantine, values)


async def forget_quarantine_of(tx: Transaction, telegram_id: int) -> int:
    """Delete what is quarantined of one account; how many went."""
    return await tx.changed(delete(Quarantine).where(col(Quarantine.telegram_id) == telegram_id))


async def forget_updates(tx: Transaction, before: datetime) -> int:
    """Delete seen updates older than the given time; how many went."""
    return await tx.changed(delete(SeenUpdate).where(col(SeenUpdate.seen_at) < before))


async def forget_quarantine(tx: Transaction, before: datetime) -> int:
    """Delete quarantined updates older than the given time; how many went."""
    return await tx.changed(delete(Quarantine).where(col(Quarantine.created_at) < before))
