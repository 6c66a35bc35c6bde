"""Erasures: the log that is replayed after a restore, and the suppressions that outlive a person's data.

Two things are suppressed: the account, which is sent nothing unasked, and the phone and name of each erased
lead, which nobody but the person may register again. Only the person's own fresh consent lifts either.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, delete, exists, func, select, update

from storage.database import Transaction
from storage.inserts import insert, insert_new
from storage.leads import phone_name_indexes
from storage.models.contacts import Contact
from storage.models.erasures import Erasure, SuppressedLead, Suppression
from storage.models.leads import Lead
from storage.types import new_id

ACCOUNT = "telegram-account"


async def record_erasure(
    tx: Transaction, contact_id: UUID, telegram_id: int, leads: Iterable[Lead], now: datetime
) -> None:
    """Log an erasure, and suppress the account and the leads that went with it."""
    index = tx.keys.blind_index(ACCOUNT, str(telegram_id))
    erasure = {"id": new_id(), "account_index": index, "contact_id": contact_id, "erased_at": now}
    await insert(tx, Erasure, erasure)
    await suppress(tx, telegram_id, leads, now)


async def suppress(tx: Transaction, telegram_id: int, leads: Iterable[Lead], now: datetime) -> None:
    """Keep an account, and the phone and name of its leads, from being put back by anybody else."""
    index = tx.keys.blind_index(ACCOUNT, str(telegram_id))
    await note_return(tx, telegram_id, None)
    await insert_new(tx, Suppression, {"account_index": index, "created_at": now})
    for lead in leads:
        values = {"phone_name_index": lead.phone_name_index, "account_index": index, "created_at": now}
        await insert_new(tx, SuppressedLead, values)


async def note_return(tx: Transaction, telegram_id: int, contact_id: UUID | None) -> None:
    """Know a suppressed account by its new contact: whoever writes again has not agreed to anything yet."""
    returned = update(Suppression).where(col(Suppression.account_index).in_(_indexes(tx, telegram_id)))
    await tx.execute(returned.values(contact_id=contact_id))


def is_suppressed() -> ColumnElement[bool]:
    """Whether a contact is an erased account's that has not agreed anew: a condition on `Contact`."""
    return exists().where(col(Suppression.contact_id) == col(Contact.id))


async def find_suppression(tx: Transaction, telegram_id: int) -> Suppression | None:
    """What keeps an account from being written to unasked, if anything does."""
    query = select(Suppression).where(col(Suppression.account_index).in_(_indexes(tx, telegram_id)))
    return (await tx.execute(query.limit(1))).scalar_one_or_none()


async def lift_suppression(tx: Transaction, telegram_id: int) -> None:
    """The person agreed anew; their erased leads stay so until they register them again."""
    indexes = _indexes(tx, telegram_id)
    await tx.execute(delete(Suppression).where(col(Suppression.account_index).in_(indexes)))


async def is_lead_suppressed(tx: Transaction, phone: str, name_key: str, *, but_by: int) -> bool:
    """Whether a lead of this phone and name was erased by another account than `but_by`.

    Who registers somebody else - a neighbour, a volunteer, a list - asks this first.
    """
    query = select(SuppressedLead.phone_name_index).where(
        col(SuppressedLead.phone_name_index).in_(phone_name_indexes(tx, phone, name_key)),
        col(SuppressedLead.account_index).not_in(_indexes(tx, but_by)),
    )
    return (await tx.execute(query.limit(1))).first() is not None


async def lift_lead_suppression(tx: Transaction, phone: str, name_key: str) -> None:
    """The person registers again."""
    indexes = phone_name_indexes(tx, phone, name_key)
    await tx.execute(delete(SuppressedLead).where(col(SuppressedLead.phone_name_index).in_(indexes)))


async def count_suppressed_leads(tx: Transaction, telegram_id: int) -> int:
    """How many erased leads an account has left a fingerprint of."""
    indexes = _indexes(tx, telegram_id)
    query = select(func.count()).where(col(SuppressedLead.account_index).in_(indexes))
    return int((await tx.execute(query)).scalar_one())


async def list_erasures_of(tx: Transaction, telegram_id: int) -> list[Erasure]:
    """When an account was erased, the oldest first."""
    query = select(Erasure).where(col(Erasure.account_index).in_(_indexes(tx, telegram_id)))
    return list((await tx.execute(query.order_by(col(Erasure.erased_at)))).scalars())


async def list_returned(tx: Transaction, *, limit: int) -> list[Contact]:
    """Contacts that stand in the erasure log and in the database: a restored backup brought them back.

    One query over the log; of people who are gone, which is nearly all, no row is read.
    """
    query = select(Contact).join(Erasure, col(Erasure.contact_id) == col(Contact.id)).distinct()
    return list((await tx.execute(query.order_by(col(Contact.id)).limit(limit))).scalars())


def _indexes(tx: Transaction, telegram_id: int) -> tuple[str, ...]:
    return tx.keys.blind_indexes(ACCOUNT, str(telegram_id))
