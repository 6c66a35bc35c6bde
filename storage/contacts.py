"""Contacts: meeting one, and what it chose."""

from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import col, delete, exists, select, update

from storage.database import Transaction
from storage.erasures import note_return
from storage.inserts import upsert_statement
from storage.models.base import table_of
from storage.models.contacts import Contact
from storage.models.leads import Submission
from storage.models.staff import StaffMember
from storage.models.volunteers import Volunteer
from storage.types import new_id


async def meet_contact(tx: Transaction, telegram_id: int, now: datetime) -> Contact:
    """The contact of a Telegram account, made if new, its row locked until the transaction ends.

    Whoever writes to us can be reached again, so `unreachable_at` is cleared; whoever was erased stays
    suppressed.
    """
    id_ = new_id()
    values = {
        "id": id_,
        "telegram_id": telegram_id,
        "language": "id",
        "created_at": now,
        "last_seen_at": now,
        "unreachable_at": None,
    }
    row = (await tx.execute(_met(is_sqlite=tx.is_sqlite), values)).one()
    if row.id == id_:  # new
        await note_return(tx, telegram_id, id_)
    return Contact(**row._mapping)  # noqa: SLF001 - reason: SQLAlchemy's public name for a row as a mapping


@cache
def _met(*, is_sqlite: bool) -> ReturningInsert[*tuple[Any, ...]]:
    seen = ("last_seen_at", "unreachable_at")
    upsert = upsert_statement(Contact, ("telegram_id",), seen, is_sqlite=is_sqlite)
    return upsert.returning(table_of(Contact))


async def find_contact(tx: Transaction, contact_id: UUID) -> Contact | None:
    """The contact with this id, if there is one."""
    return (await tx.execute(select(Contact).where(col(Contact.id) == contact_id))).scalar_one_or_none()


async def find_by_telegram_id(tx: Transaction, telegram_id: int) -> Contact | None:
    """The contact of a Telegram account, if it ever wrote to us."""
    query = select(Contact).where(col(Contact.telegram_id) == telegram_id)
    return (await tx.execute(query)).scalar_one_or_none()


async def set_language(tx: Transaction, contact_id: UUID, language: str) -> None:
    """The language the person chose."""
    await tx.execute(update(Contact).where(col(Contact.id) == contact_id).values(language=language))


async def note_source(tx: Transaction, contact: Contact, code: str) -> None:
    """Remember through which link the person came; the first one stays."""
    first = contact.first_source or code
    statement = update(Contact).where(col(Contact.id) == contact.id)
    await tx.execute(statement.values(first_source=first, last_source=code))


async def opt_out(tx: Transaction, contact_id: UUID, at: datetime | None) -> None:
    """The person wants no more messages (or, with None, wants them again)."""
    await tx.execute(update(Contact).where(col(Contact.id) == contact_id).values(opted_out_at=at))


async def mark_unreachable(tx: Transaction, contact_id: UUID, at: datetime) -> None:
    """Telegram says the person cannot be written to."""
    await tx.execute(update(Contact).where(col(Contact.id) == contact_id).values(unreachable_at=at))


async def delete_contact(tx: Transaction, contact_id: UUID) -> bool:
    """Delete a contact with all that hangs on it (conversation, drafts, consents, messages, cases)."""
    return await tx.changed(delete(Contact).where(col(Contact.id) == contact_id)) == 1


async def forget_contacts(tx: Transaction, before: datetime) -> int:
    """Delete accounts without registration or role that have been silent since a time; how many went."""
    known = exists().where(col(Submission.contact_id) == col(Contact.id))
    in_the_field = exists().where(col(Volunteer.contact_id) == col(Contact.id))
    at_the_branch = exists().where(
        col(StaffMember.telegram_id) == col(Contact.telegram_id), col(StaffMember.active).is_(True)
    )
    statement = delete(Contact).where(
        col(Contact.last_seen_at) < before, ~known, ~in_the_field, ~at_the_branch
    )
    return await tx.changed(statement)
