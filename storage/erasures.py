"""Erasures: the log that is replayed after a restore, and the suppression that outlives a person's data."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, select

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.erasures import Erasure, Suppression
from storage.types import new_id

ACCOUNT = "telegram-account"


async def record_erasure(tx: Transaction, contact_id: UUID, telegram_id: int, now: datetime) -> None:
    """Log an erasure and suppress the account."""
    index = tx.keys.blind_index(ACCOUNT, str(telegram_id))
    values = {"id": new_id(), "account_index": index, "contact_id": contact_id, "erased_at": now}
    await insert_new(tx, Erasure, values)
    await insert_new(tx, Suppression, {"account_index": index, "created_at": now})


async def is_suppressed(tx: Transaction, telegram_id: int) -> bool:
    """Whether the account was erased and has not come back."""
    indexes = tx.keys.blind_indexes(ACCOUNT, str(telegram_id))
    query = select(Suppression.account_index).where(col(Suppression.account_index).in_(indexes))
    return (await tx.execute(query)).first() is not None


async def lift_suppression(tx: Transaction, telegram_id: int) -> None:
    """The person came back by their own will."""
    indexes = tx.keys.blind_indexes(ACCOUNT, str(telegram_id))
    await tx.execute(delete(Suppression).where(col(Suppression.account_index).in_(indexes)))


async def list_erasures(tx: Transaction) -> list[Erasure]:
    """The whole log, the oldest first."""
    return list((await tx.execute(select(Erasure).order_by(col(Erasure.erased_at)))).scalars())
