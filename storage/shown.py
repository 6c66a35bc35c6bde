"""What stands in people's chats of something, by the ledger: sent by the outbox, or shown as a screen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, select

from storage.database import Transaction
from storage.inserts import insert_many
from storage.models.base import snapshot
from storage.models.messages import Lane, Message, MessageState
from storage.models.volunteers import Volunteer
from storage.types import new_id

ARRIVES = (MessageState.SENDING, MessageState.SENT)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that stands in a chat, or is on its way, and its reader's record in the field."""

    message: Message
    reader: Volunteer | None


async def list_shown(tx: Transaction, kinds: Collection[str], subject_ids: Collection[UUID]) -> list[Shown]:
    """The messages of these kinds about any of these that stand in somebody's chat, or are on their way."""
    query = (
        select(Message, Volunteer)
        .outerjoin(Volunteer, col(Volunteer.contact_id) == col(Message.contact_id))
        .where(
            col(Message.subject_id).in_(subject_ids),
            col(Message.kind).in_(kinds),
            col(Message.state).in_(ARRIVES),
        )
    )
    return [
        Shown(snapshot(message), None if reader is None else snapshot(reader))
        for message, reader in (await tx.execute(query)).all()
    ]


async def note_shown(
    tx: Transaction,
    contact_id: UUID,
    telegram_message_id: int,
    kind: str,
    subject_ids: Sequence[UUID],
    now: datetime,
) -> None:
    """Write down what a message of somebody's chat is about from now on; of nothing, and it is forgotten."""
    before = delete(Message).where(
        col(Message.contact_id) == contact_id,
        col(Message.telegram_message_id) == telegram_message_id,
        col(Message.kind) == kind,
    )
    await tx.execute(before)
    shared = {
        "contact_id": contact_id,
        "lane": Lane.REPLY,
        "kind": kind,
        "state": MessageState.SENT,
        "telegram_message_id": telegram_message_id,
        "text_version": "",
        "attempts": 1,
        "due_at": now,
        "created_at": now,
        "finished_at": now,
    }
    if subject_ids:
        rows = [shared | {"id": new_id(), "subject_id": subject_id} for subject_id in subject_ids]
        await insert_many(tx, Message, rows)
