"""The outbox: queueing, claiming by compare-and-set, recording what came of it."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import and_, col, delete, func, or_, select, update

from storage.database import Transaction
from storage.inserts import insert_all_new, insert_many, insert_new
from storage.models.campaigns import Campaign
from storage.models.contacts import Contact
from storage.models.messages import (
    ON_ITS_WAY,
    PERSONAL_FINISHED,
    PERSONAL_WAITING,
    Lane,
    Message,
    MessageState,
)
from storage.types import new_id

WAITING = (MessageState.QUEUED, MessageState.ERRORED)
FORGOTTEN_AT_ONCE = 5_000  # rows of old campaigns a run: others wait no longer than that takes


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call of one message: whose it is, in which life of theirs, begun when; no other has all four."""

    message_id: UUID
    holder: str
    epoch: int
    began_at: datetime


async def queue_message(
    tx: Transaction,
    contact_id: UUID,
    lane: Lane,
    kind: str,
    now: datetime,
    *,
    subject_id: UUID | None = None,
    params: dict[str, object] | None = None,
    due_at: datetime | None = None,
    late_after: datetime | None = None,
    dedup_key: str | None = None,
    text_version: str = "",
) -> bool:
    """Queue a message; False when its `dedup_key` was queued before.

    It is rendered at send from kind, subject and params. After `late_after` it is cancelled, not sent.
    """
    id_ = new_id()
    values: dict[str, Any] = {
        "id": id_,
        "contact_id": contact_id,
        "lane": lane,
        "kind": kind,
        "subject_id": subject_id,
        "dedup_key": dedup_key,
        "params": _seal(tx, id_, params),
        "text_version": text_version,
        "state": MessageState.QUEUED,
        "attempts": 0,
        "due_at": due_at or now,
        "late_after": late_after,
        "created_at": now,
    }
    tx.has_queued = True
    return await insert_new(tx, Message, values)


@dataclass(frozen=True, slots=True)
class NewMessage:
    """One of many messages that are queued at once."""

    contact_id: UUID
    lane: Lane
    kind: str
    subject_id: UUID | None = None
    late_after: datetime | None = None
    params: dict[str, object] | None = None
    due_at: datetime | None = None  # now
    dedup_key: str | None = None


async def queue_messages(tx: Transaction, messages: Sequence[NewMessage], now: datetime) -> None:
    """Queue many messages in one statement; one whose `dedup_key` was queued before is left out."""
    if not messages:
        return
    tx.has_queued = True
    shared = {"state": MessageState.QUEUED, "attempts": 0, "created_at": now, "text_version": ""}
    rows = [_row(tx, message) | shared | {"due_at": message.due_at or now} for message in messages]
    if any(message.dedup_key for message in messages):
        await insert_all_new(tx, Message, rows)
    else:
        await insert_many(tx, Message, rows)


def _row(tx: Transaction, message: NewMessage) -> dict[str, Any]:
    id_ = new_id()
    return {
        "id": id_,
        "contact_id": message.contact_id,
        "lane": message.lane,
        "kind": message.kind,
        "subject_id": message.subject_id,
        "late_after": message.late_after,
        "dedup_key": message.dedup_key,
        "params": _seal(tx, id_, message.params),
    }


def _seal(tx: Transaction, id_: UUID, params: dict[str, object] | None) -> bytes | None:
    if not params:
        return None
    return tx.keys.seal(json.dumps(params, ensure_ascii=False), table="message", column="params", id=id_)


def params_of(tx: Transaction, message: Message) -> dict[str, object]:
    """What the message was queued with."""
    if message.params is None:
        return {}
    value = json.loads(tx.keys.open(message.params, table="message", column="params", id=message.id))
    return value if isinstance(value, dict) else {}


_DUE = (
    select(Message, Contact)
    .join(Contact, col(Contact.id) == col(Message.contact_id))
    .where(
        PERSONAL_WAITING,
        col(Message.lane).in_(bindparam("lanes", expanding=True)),
        col(Message.kind).in_(bindparam("kinds", expanding=True)),
        col(Message.contact_id).not_in(bindparam("busy", expanding=True)),
        col(Message.due_at) <= bindparam("now"),
    )
    .order_by(col(Message.due_at), col(Message.id))
    .limit(bindparam("limit"))
)
"""Built once: it is asked several times a second, and to build it takes longer than to answer."""


async def list_due(
    tx: Transaction,
    lanes: Iterable[Lane],
    now: datetime,
    *,
    limit: int,
    kinds: Collection[str],
    but_not_to: Collection[UUID] = (),
) -> list[tuple[Message, Contact]]:
    """Messages in personal lanes that may be sent now with their recipients, the longest due first.

    Only of these `kinds`: a newer version, running beside this one, knows others. `but_not_to` are
    contacts who are being written to already.
    """
    given = {"lanes": list(lanes), "kinds": list(kinds), "busy": list(but_not_to), "now": now, "limit": limit}
    return [(message, contact) for message, contact in (await tx.execute(_DUE, given)).all()]


async def mark_sending(tx: Transaction, attempt: Attempt) -> bool:
    """Claim a message for a call that starts now; False when somebody else has it or it was cancelled."""
    claim = update(Message).where(col(Message.id) == attempt.message_id, col(Message.state).in_(WAITING))
    values = {
        "state": MessageState.SENDING,
        "holder": attempt.holder,
        "epoch": attempt.epoch,
        "sending_at": attempt.began_at,
        "attempts": Message.attempts + 1,
    }
    return await tx.changed(claim.values(values)) == 1


async def record_result(
    tx: Transaction,
    attempt: Attempt,
    state: MessageState,
    now: datetime,
    *,
    reason: str | None = None,
    due_at: datetime | None = None,
    telegram_message_id: int | None = None,
    counts: bool = True,
) -> bool:
    """Write down what came of a call; with `counts` False it was no attempt after all.

    False when it comes too late: a newer attempt, or whatever ended the message, is never overwritten.
    What came to its end is not rendered again: its params, perhaps somebody's words, are not kept.
    """
    statement = update(Message).where(col(Message.id) == attempt.message_id, _may_settle(attempt, state))
    values: dict[str, Any] = {"state": state, "reason": reason and reason[:200]}
    values |= {"finished_at": now} if due_at is None else {"due_at": due_at, "finished_at": None}
    if due_at is None and state is not MessageState.UNKNOWN:
        values["params"] = None
    if telegram_message_id is not None:
        values["telegram_message_id"] = telegram_message_id
    if not counts:
        values["attempts"] = Message.attempts - 1
    return await tx.changed(statement.values(values)) == 1


def _may_settle(attempt: Attempt, state: MessageState) -> ColumnElement[bool]:
    """The attempt's own row, also once given up for lost; what did arrive settles whatever waits, too."""
    own = and_(
        col(Message.state).in_((MessageState.SENDING, MessageState.UNKNOWN)),
        col(Message.holder) == attempt.holder,
        col(Message.epoch) == attempt.epoch,
        col(Message.sending_at) == attempt.began_at,
    )
    if state is not MessageState.SENT:
        return own
    return or_(own, col(Message.state).in_((MessageState.ERRORED, MessageState.UNKNOWN)))


async def postpone_message(tx: Transaction, message_id: UUID, due_at: datetime) -> bool:
    """Let a message that waits wait longer; False when it waits no more."""
    statement = update(Message).where(col(Message.id) == message_id, col(Message.state).in_(WAITING))
    return await tx.changed(statement.values(due_at=due_at)) == 1


async def cancel_message(tx: Transaction, message_id: UUID, now: datetime, reason: str) -> bool:
    """Cancel one message that waits."""
    statement = update(Message).where(col(Message.id) == message_id, col(Message.state).in_(WAITING))
    return await tx.changed(statement.values(_cancelled(now, reason))) == 1


async def cancel_unknown_kinds(
    tx: Transaction, known: Collection[str], before: datetime, now: datetime
) -> int:
    """Cancel what was due before a time and no version that runs can render; how many were cancelled.

    Unlike what can be sent, it would wait for ever, and with it the words it carries.
    """
    statement = update(Message).where(
        PERSONAL_WAITING, col(Message.due_at) < before, col(Message.kind).not_in(known)
    )
    return await tx.changed(statement.values(_cancelled(now, "no version knows this kind")))


async def cancel_messages_to(
    tx: Transaction, contact_id: UUID, kinds: Collection[str], now: datetime, reason: str
) -> int:
    """Cancel what waits for a person of these kinds; how many were cancelled."""
    statement = update(Message).where(
        col(Message.contact_id) == contact_id,
        col(Message.state).in_(WAITING),
        col(Message.kind).in_(kinds),
    )
    return await tx.changed(statement.values(_cancelled(now, reason)))


async def forget_messages_about(tx: Transaction, subjects: Collection[UUID], now: datetime) -> None:
    """What is erased is told to nobody any more: what waits is cancelled, the rest forgets its subject.

    One that is on its way arrives; should it have to be tried again, it is about nothing.
    """
    about = update(Message).where(col(Message.subject_id).in_(subjects))
    waiting = about.where(col(Message.state).in_(WAITING))
    await tx.execute(waiting.values(_cancelled(now, "its subject was erased")))
    await tx.execute(about.values(subject_id=None, params=None))


def _cancelled(now: datetime, reason: str) -> dict[str, Any]:
    return {
        "state": MessageState.CANCELLED,
        "reason": reason[:200],
        "finished_at": now,
        "params": None,
    }


async def recover_lost(
    tx: Transaction, live: Iterable[tuple[str, int]], before: datetime, now: datetime
) -> int:
    """Settle `sending` rows whose process is gone: campaigns become unknown, the rest is sent again.

    A double notice is harmless, a double campaign is not (rules.md). `before` leaves room for the
    call's own timeout.
    """
    lost = [
        col(Message.sending_at) < before,
        *[or_(col(Message.holder) != holder, col(Message.epoch) != epoch) for holder, epoch in live],
    ]
    bulk = update(Message).where(ON_ITS_WAY, *lost, col(Message.lane) == Lane.CAMPAIGN)
    rest = update(Message).where(ON_ITS_WAY, *lost, col(Message.lane) != Lane.CAMPAIGN)
    reason = "the process that was sending it is gone"
    unknown = bulk.values(state=MessageState.UNKNOWN, reason=reason, finished_at=now)
    again = rest.values(state=MessageState.ERRORED, reason=reason, due_at=now)
    return await tx.changed(unknown) + await tx.changed(again)


async def next_due_at(tx: Transaction) -> datetime | None:
    """When the next waiting message of a personal lane is due."""
    query = select(func.min(col(Message.due_at))).where(PERSONAL_WAITING)
    return (await tx.execute(query)).scalar_one_or_none()


async def forget_messages(tx: Transaction, before: datetime) -> int:
    """Delete what came to its end before a time; how many went. Campaigns' ledgers go a piece at a time."""
    personal = delete(Message).where(PERSONAL_FINISHED, col(Message.finished_at) < before)
    old = select(Campaign.id).where(col(Campaign.finished_at) < before)
    some = select(Message.id).where(col(Message.campaign_id).in_(old)).limit(FORGOTTEN_AT_ONCE)
    bulk = delete(Message).where(col(Message.id).in_(some))
    return await tx.changed(personal) + await tx.changed(bulk)
