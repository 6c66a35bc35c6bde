"""Consents: each answer is a row of its own, the newest of a purpose holds."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.consents import Consent, Purpose
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
    await insert_new(tx, Consent, values)


async def list_consents(tx: Transaction, contact_id: UUID) -> list[Consent]:
    """Everything the person ever answered, the oldest first."""
    query = select(Consent).where(col(Consent.contact_id) == contact_id)
    rows = await tx.execute(query.order_by(col(Consent.recorded_at), col(Consent.id)))
    return list(rows.scalars())


async def find_consent(tx: Transaction, contact_id: UUID, purpose: Purpose) -> Consent | None:
    """The newest answer for a purpose."""
    query = select(Consent).where(col(Consent.contact_id) == contact_id, col(Consent.purpose) == purpose)
    newest = query.order_by(col(Consent.recorded_at).desc(), col(Consent.id).desc()).limit(1)
    return (await tx.execute(newest)).scalar_one_or_none()
