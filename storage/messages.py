"""Messages that were queued or sent: what somebody was told, and about what."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from storage.database import Transaction
from storage.models.base import snapshot
from storage.models.messages import Message, MessageState
from storage.outbox import WAITING

TOLD = (*WAITING, MessageState.SENDING, MessageState.SENT)
"""What stands in a chat, or soon may."""


async def list_messages_to(tx: Transaction, contact_id: UUID) -> list[Message]:
    """Every message of the service's own accord to a person that is still on record, the oldest first."""
    query = select(Message).where(col(Message.contact_id) == contact_id)
    rows = await tx.execute(query.order_by(col(Message.created_at), col(Message.id)))
    return list(rows.scalars())


async def list_sent(tx: Transaction, kind: str, subject_ids: Collection[UUID]) -> list[Message]:
    """The messages of a kind about any of these that stand in somebody's chat."""
    query = select(Message).where(
        col(Message.subject_id).in_(subject_ids),
        col(Message.kind) == kind,
        col(Message.state) == MessageState.SENT,
        col(Message.telegram_message_id).is_not(None),
    )
    return list((await tx.execute(query)).scalars())


async def list_about(tx: Transaction, kinds: Collection[str], subject_id: UUID) -> list[Message]:
    """The messages of some kinds about something that went out, or still may; the oldest first."""
    query = select(Message).where(
        col(Message.subject_id) == subject_id,
        col(Message.kind).in_(list(kinds)),
        col(Message.state).in_(TOLD),
    )
    rows = (await tx.execute(query.order_by(col(Message.created_at), col(Message.id)))).scalars()
    return [snapshot(row) for row in rows]


async def list_told(
    tx: Transaction, contact_id: UUID, kinds: Collection[str], subject_ids: Collection[UUID]
) -> set[UUID]:
    """Of which of these somebody was told by messages of some kinds, or is about to be."""
    query = select(Message.subject_id).where(
        col(Message.contact_id) == contact_id,
        col(Message.subject_id).in_(list(subject_ids)),
        col(Message.kind).in_(list(kinds)),
        col(Message.state).in_(TOLD),
    )
    return {told for told in (await tx.execute(query)).scalars() if told is not None}


async def find_message(tx: Transaction, message_id: UUID) -> Message | None:
    """One message of the outbox."""
    return (await tx.execute(select(Message).where(col(Message.id) == message_id))).scalar_one_or_none()


async def find_shown(tx: Transaction, contact_id: UUID, telegram_message_id: int) -> Message | None:
    """The message behind what somebody sees in their chat, by Telegram's number of it."""
    query = select(Message).where(
        col(Message.contact_id) == contact_id,
        col(Message.telegram_message_id) == telegram_message_id,
        col(Message.subject_id).is_not(None),
    )
    rows = (await tx.execute(query.order_by(col(Message.created_at)).limit(1))).scalars()
    return next(iter(rows), None)


async def count_queued(tx: Transaction, contact_id: UUID, kind: str, since: datetime) -> int:
    """How many messages of a kind were queued for a person since a time."""
    query = select(func.count()).where(
        col(Message.contact_id) == contact_id, col(Message.kind) == kind, col(Message.created_at) >= since
    )
    return int((await tx.execute(query)).scalar_one())


async def count_occasions(tx: Transaction, kind: str, subject_id: UUID, since: datetime) -> int:
    """How often since a time a subject led to messages of a kind, to however many people each time."""
    query = select(func.count(func.distinct(col(Message.created_at)))).where(
        col(Message.subject_id) == subject_id, col(Message.kind) == kind, col(Message.created_at) > since
    )
    return int((await tx.execute(query)).scalar_one())
