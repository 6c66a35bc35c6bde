"""Conversations and drafts: where a person is, and what they have answered so far."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlmodel import col, delete, func, or_, update

from storage.database import Transaction
from storage.inserts import upsert
from storage.models.base import table_of
from storage.models.conversations import Conversation, Draft
from storage.types import JsonObject

_CONVERSATION, _DRAFTS = table_of(Conversation), table_of(Draft)
_PLACE = select(_CONVERSATION).where(_CONVERSATION.c.contact_id == bindparam("contact"))
_DRAFT = select(_DRAFTS).where(
    _DRAFTS.c.contact_id == bindparam("contact"), _DRAFTS.c.form == bindparam("form_name")
)


@dataclass(frozen=True, slots=True)
class Place:
    """The screen somebody looks at; `version` is what its buttons carry."""

    screen: str
    params: JsonObject = field(default_factory=dict)
    version: int = 0
    failures: int = 0


async def find_place(tx: Transaction, contact_id: UUID) -> Place | None:
    """Where the person is, if they were ever shown a screen."""
    row = (await tx.execute(_PLACE, {"contact": contact_id})).one_or_none()
    return None if row is None else open_place(tx, row)


def open_place(tx: Transaction, row: Row[*tuple[Any, ...]]) -> Place:
    """The place that a row of `conversation` holds."""
    params = _open(tx, row.params, "conversation", row.contact_id)
    return Place(row.screen, params, row.version, row.failures)


async def save_place(tx: Transaction, contact_id: UUID, place: Place, now: datetime) -> None:
    """Put the person on a screen."""
    values = {
        "contact_id": contact_id,
        "screen": place.screen,
        "params": _seal(tx, place.params, "conversation", contact_id),
        "version": place.version,
        "failures": place.failures,
        "updated_at": now,
    }
    await upsert(tx, Conversation, values, key=("contact_id",))


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A form in progress, as it was saved; once its answers are forgotten, `state` is empty."""

    state: JsonObject
    consented_at: datetime | None
    started_at: datetime
    updated_at: datetime


SealedDraft = Row[Any]
"""A row with the columns of `draft`, whose answers nobody has looked at yet."""


async def find_draft(tx: Transaction, contact_id: UUID, form: str) -> SavedDraft | None:
    """The person's answers to a form so far."""
    row = (await tx.execute(_DRAFT, {"contact": contact_id, "form_name": form})).one_or_none()
    return None if row is None else open_saved(tx, row)


async def find_form_touch(tx: Transaction, contact_id: UUID) -> datetime | None:
    """When somebody last answered in a form that they have not sent in."""
    query = select(func.max(_DRAFTS.c.updated_at))
    query = query.where(_DRAFTS.c.contact_id == contact_id, _DRAFTS.c.state.is_not(None))
    return (await tx.execute(query)).scalar_one_or_none()


async def list_drafts(tx: Transaction, contact_id: UUID) -> dict[str, SavedDraft]:
    """Every form the person has begun, by its name."""
    query = select(_DRAFTS).where(_DRAFTS.c.contact_id == contact_id).order_by(_DRAFTS.c.form)
    return {row.form: open_saved(tx, row) for row in await tx.execute(query)}


def open_saved(tx: Transaction, row: SealedDraft) -> SavedDraft:
    """The answers that such a row holds."""
    state = _open(tx, row.state, "draft", row.contact_id)
    return SavedDraft(state, row.consented_at, row.started_at, row.updated_at)


async def save_draft(
    tx: Transaction,
    contact_id: UUID,
    form: str,
    state: JsonObject,
    now: datetime,
    *,
    consented_at: datetime | None,
) -> None:
    """Keep the answers so far."""
    values = {
        "contact_id": contact_id,
        "form": form,
        "state": _seal(tx, state, "draft", contact_id),
        "consented_at": consented_at,
        "started_at": now,
        "updated_at": now,
    }
    await upsert(tx, Draft, values, key=("contact_id", "form"), kept=("started_at",))


async def delete_draft(tx: Transaction, contact_id: UUID, form: str) -> bool:
    """Forget the answers; whether there were any."""
    statement = delete(Draft).where(col(Draft.contact_id) == contact_id, col(Draft.form) == form)
    return await tx.changed(statement) == 1


async def forget_drafts(tx: Transaction, *, unconsented_before: datetime, any_before: datetime) -> int:
    """Delete answers without consent, and those of forms nobody went on with; how many went.

    The empty row stays until the person comes back, or their account goes: they are told what became of it.
    """
    unconsented = col(Draft.consented_at).is_(None) & (col(Draft.updated_at) < unconsented_before)
    has_lapsed = or_(unconsented, col(Draft.updated_at) < any_before)
    statement = update(Draft).where(has_lapsed, col(Draft.state).is_not(None))
    return await tx.changed(statement.values(state=None))


async def forget_params(tx: Transaction, before: datetime) -> int:
    """Drop what old screens were shown with (it may hold answers); the screen itself stays."""
    statement = update(Conversation).where(
        col(Conversation.updated_at) < before, col(Conversation.params).is_not(None)
    )
    return await tx.changed(statement.values(params=None))


def _seal(tx: Transaction, value: JsonObject, table: str, contact_id: UUID) -> bytes:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return tx.keys.seal(plain, table=table, column="state", id=contact_id)


def _open(tx: Transaction, sealed: bytes | None, table: str, contact_id: UUID) -> JsonObject:
    if sealed is None:
        return {}
    value = json.loads(tx.keys.open(sealed, table=table, column="state", id=contact_id))
    return value if isinstance(value, dict) else {}
