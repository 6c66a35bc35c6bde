"""Consents: each answer is a row of its own, the newest of a purpose holds."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect
from sqlmodel import and_, col, select

from storage.database import Transaction
from storage.erasures import is_suppressed
from storage.inserts import insert
from storage.models.consents import Consent, Purpose
from storage.models.contacts import Contact
from storage.types import new_id


async def record_consent(
    tx: Transaction,
    contact_id: UUID,
    purpose: Purpose,
    now: datetime,
    *,
    granted: bool,
    text_version: str,
    text_hash: str,
    language: str,
    choice: str = "",
) -> None:
    """Write down what the person answered, and to which words."""
    values = {
        "id": new_id(),
        "contact_id": contact_id,
        "purpose": purpose,
        "granted": granted,
        "choice": choice,
        "text_version": text_version,
        "text_hash": text_hash,
        "language": language,
        "recorded_at": now,
    }
    await insert(tx, Consent, values)


async def list_consents(tx: Transaction, contact_id: UUID) -> list[Consent]:
    """Everything the person ever answered, the oldest first."""
    query = select(Consent).where(col(Consent.contact_id) == contact_id)
    rows = await tx.execute(query.order_by(col(Consent.recorded_at), col(Consent.id)))
    return list(rows.scalars())


def agrees(purpose: Purpose) -> ColumnElement[bool]:
    """Whether a contact wants messages for a purpose: a condition on `Contact`, for one or a whole audience.

    The newest consent grants it, /berhenti was not said since, and no erasure stands. Whether Telegram
    can reach them is another question.
    """
    granted = newest_answer(purpose).is_(True)
    return and_(granted, col(Contact.opted_out_at).is_(None), ~is_suppressed())


def newest_answer(purpose: Purpose) -> ScalarSelect[bool]:
    """What a contact answered last to the question of a purpose; NULL when never asked."""
    return (
        select(Consent.granted)
        .where(col(Consent.contact_id) == col(Contact.id), col(Consent.purpose) == purpose)
        .order_by(col(Consent.recorded_at).desc(), col(Consent.id).desc())
        .limit(1)
        .scalar_subquery()
    )


async def has_agreed(tx: Transaction, contact_id: UUID, purpose: Purpose) -> bool:
    """Whether one person wants messages for a purpose, as the database has it now."""
    query = select(Contact.id).where(col(Contact.id) == contact_id, agrees(purpose))
    return (await tx.execute(query)).first() is not None
