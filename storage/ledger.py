"""A campaign's ledger: where each recipient's message stands, and the second chances staff may give."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select as select_columns
from sqlmodel import col, func, select, update

from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Message, MessageState

Counts = dict[MessageState, int]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One recipient: when, with what result and why; names are a matter of who may see them."""

    message_id: UUID
    contact_id: UUID
    telegram_id: int
    state: MessageState
    attempts: int
    reason: str | None
    sending_at: datetime | None
    finished_at: datetime | None
    telegram_message_id: int | None
    resent_at: datetime | None


COLUMNS: list[Any] = [
    Message.id,
    Message.contact_id,
    Contact.telegram_id,
    Message.state,
    Message.attempts,
    Message.reason,
    Message.sending_at,
    Message.finished_at,
    Message.telegram_message_id,
    Message.resent_at,
]


async def count_by_state(tx: Transaction, campaign_id: UUID) -> Counts:
    """How many recipients stand where."""
    query = select(Message.state, func.count()).where(col(Message.campaign_id) == campaign_id)
    rows = await tx.execute(query.group_by(col(Message.state)))
    return {state: int(count) for state, count in rows}


async def count_sent_since(tx: Transaction, campaign_id: UUID, since: datetime) -> int:
    """How many arrived since a time."""
    query = select(func.count()).where(
        col(Message.campaign_id) == campaign_id,
        col(Message.state) == MessageState.SENT,
        col(Message.finished_at) >= since,
    )
    return int((await tx.execute(query)).scalar_one())


async def list_ledger(
    tx: Transaction,
    campaign_id: UUID,
    *,
    states: Iterable[MessageState] | None = None,
    after: UUID | None = None,
    limit: int,
) -> list[LedgerRow]:
    """A page of the ledger, by contact; the next one begins `after` the last contact of this one."""
    query = (
        select_columns(*COLUMNS)
        .join(Contact, col(Contact.id) == col(Message.contact_id))
        .where(col(Message.campaign_id) == campaign_id)
        .order_by(col(Message.contact_id))
        .limit(limit)
    )
    if states is not None:
        query = query.where(col(Message.state).in_(list(states)))
    if after is not None:
        query = query.where(col(Message.contact_id) > after)
    return [LedgerRow(*row) for row in await tx.execute(query)]


async def is_recipient(tx: Transaction, campaign_id: UUID, contact_id: UUID) -> bool:
    """Whether a campaign is, or was, for this person."""
    query = select(Message.id).where(
        col(Message.campaign_id) == campaign_id, col(Message.contact_id) == contact_id
    )
    return (await tx.execute(query.limit(1))).first() is not None


async def requeue_failed(tx: Transaction, campaign_id: UUID, now: datetime) -> int:
    """Give those who were refused another attempt, on the same row; how many."""
    return await _requeue(tx, campaign_id, MessageState.FAILED, now, resent_at=None)


async def requeue_unknown(tx: Transaction, campaign_id: UUID, now: datetime) -> int:
    """Send again, marked, what may or may not have arrived; how many."""
    return await _requeue(tx, campaign_id, MessageState.UNKNOWN, now, resent_at=now)


async def _requeue(
    tx: Transaction, campaign_id: UUID, state: MessageState, now: datetime, *, resent_at: datetime | None
) -> int:
    again = update(Message).where(col(Message.campaign_id) == campaign_id, col(Message.state) == state)
    values = {"state": MessageState.QUEUED, "reason": None, "finished_at": None, "due_at": now}
    if resent_at is not None:
        values["resent_at"] = resent_at
    return await tx.changed(again.values(**values))
