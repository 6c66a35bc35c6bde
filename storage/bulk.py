"""The campaign lane: who is due, claimed in batches, and results written down in batches."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Integer, Update, bindparam
from sqlalchemy import literal_column as literal_text
from sqlalchemy import update as update_core
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import and_, col, func, or_, select, update

from storage.contacts import mark_unreachable
from storage.database import Transaction, outages_named
from storage.models.base import table_of
from storage.models.campaigns import Campaign, CampaignState
from storage.models.contacts import Contact
from storage.models.messages import BULK_WAITING, ON_ITS_WAY, Message, MessageState, Zone
from storage.outbox import Attempt
from storage.types import UtcDateTime

CANCEL_AT_ONCE = 5_000  # rows a statement: nobody else waits longer than that takes


@dataclass(frozen=True, slots=True)
class Due:
    """A recipient whose turn may have come."""

    message_id: UUID
    contact_id: UUID
    telegram_id: int
    campaign_id: UUID
    zone: Zone


async def list_bulk_due(
    tx: Transaction,
    campaign_id: UUID,
    zones: Iterable[Zone],
    now: datetime,
    *,
    limit: int,
    but_not: Collection[UUID] = (),
) -> list[Due]:
    """Recipients in zones where it is day, the longest due first, in each zone at most `limit`."""
    found: list[Due] = []
    for zone in zones:
        query = (
            select(Message.id, Message.contact_id, Contact.telegram_id)
            .join(Contact, col(Contact.id) == col(Message.contact_id))
            .where(
                BULK_WAITING,
                col(Message.campaign_id) == campaign_id,
                col(Message.zone) == zone,
                col(Message.due_at) <= now,
            )
            .order_by(col(Message.due_at), col(Message.id))
            .limit(limit)
        )
        if but_not:
            query = query.where(col(Message.id).not_in(but_not))
        found += [Due(row[0], row[1], row[2], campaign_id, zone) for row in await tx.execute(query)]
    return found


async def has_waiting(tx: Transaction, campaign_id: UUID) -> bool:
    """Whether anybody still waits, now or later."""
    query = select(Message.id).where(BULK_WAITING, col(Message.campaign_id) == campaign_id)
    return (await tx.execute(query.limit(1))).first() is not None


async def has_sending(tx: Transaction, campaign_id: UUID) -> bool:
    """Whether any message of a campaign is on its way."""
    query = select(Message.id).where(ON_ITS_WAY, col(Message.campaign_id) == campaign_id)
    return (await tx.execute(query.limit(1))).first() is not None


async def count_begun(tx: Transaction, campaign_id: UUID, new: int) -> bool:
    """Take so many of what a campaign may begin with; False, and none taken, once it may not.

    It is the one place where a pause, a cancel, the canary and the waves take hold.
    """
    return await tx.changed(_COUNT_BEGUN, {"b_id": campaign_id, "b_new": new}) == 1


def _count_begun() -> Update:
    campaign, new = table_of(Campaign).c, bindparam("b_new", type_=Integer)
    may_begin = update_core(table_of(Campaign)).where(
        campaign.id == bindparam("b_id"),
        campaign.state == CampaignState.RUNNING,
        or_(campaign.released.is_(None), campaign.begun + new <= campaign.released),
    )
    return may_begin.values(begun=campaign.begun + new)


_COUNT_BEGUN = _count_begun()


async def mark_bulk_sending(
    tx: Transaction, ids: Sequence[UUID], holder: str, epoch: int, now: datetime
) -> set[UUID]:
    """Claim rows for calls that start now; which of them it got, for others may have them or cancel them."""
    asked = {"ids": list(ids), "b_holder": holder, "b_epoch": epoch, "b_now": now}
    return set((await tx.execute(_MARK, asked)).scalars())


def _mark() -> ReturningUpdate[Any]:
    row = table_of(Message).c
    claim = update_core(table_of(Message)).where(BULK_WAITING, row.id.in_(bindparam("ids", expanding=True)))
    return claim.values(
        state=MessageState.SENDING,
        holder=bindparam("b_holder"),
        epoch=bindparam("b_epoch"),
        sending_at=bindparam("b_now"),
        attempts=row.attempts + 1,
    ).returning(row.id)


_MARK = _mark()


async def defer_bulk(tx: Transaction, ids: Sequence[UUID], until: datetime) -> None:
    """Let rows wait; somebody in the middle of something gets it afterwards."""
    if ids:
        statement = update(Message).where(BULK_WAITING, col(Message.id).in_(ids))
        await tx.execute(statement.values(due_at=until))


async def cancel_bulk(tx: Transaction, ids: Sequence[UUID], reason: str, now: datetime) -> None:
    """Cancel rows that wait, and say why."""
    if ids:
        statement = update(Message).where(BULK_WAITING, col(Message.id).in_(ids))
        await tx.execute(statement.values(**_cancelled(reason, now)))


async def cancel_waiting(tx: Transaction, campaign_id: UUID, reason: str, now: datetime) -> int:
    """Cancel what waits of a campaign, at most CANCEL_AT_ONCE rows; how many were cancelled."""
    some = select(Message.id).where(BULK_WAITING, col(Message.campaign_id) == campaign_id)
    statement = update(Message).where(col(Message.id).in_(some.limit(CANCEL_AT_ONCE)), BULK_WAITING)
    return await tx.changed(statement.values(**_cancelled(reason, now)))


def _cancelled(reason: str, now: datetime) -> dict[str, Any]:
    return {"state": MessageState.CANCELLED, "reason": reason, "finished_at": now}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one call; `due_at` when it is to be tried again, `counts` unless it was none after all."""

    attempt: Attempt
    contact_id: UUID
    campaign_id: UUID
    state: MessageState
    at: datetime
    reason: str | None = None
    due_at: datetime | None = None
    telegram_message_id: int | None = None
    counts: bool = True


async def list_last_results(
    tx: Transaction, campaign_id: UUID, since: datetime | None, *, limit: int
) -> list[MessageState]:
    """How the last calls of a campaign ended since a moment, the newest first; none that is tried again."""
    query = select(Message.state).where(
        col(Message.campaign_id) == campaign_id,
        col(Message.attempts) > 0,
        col(Message.finished_at).is_not(None),
    )
    if since is not None:
        query = query.where(col(Message.finished_at) >= since)
    return list((await tx.execute(query.order_by(col(Message.finished_at).desc()).limit(limit))).scalars())


async def record_results(tx: Transaction, results: Sequence[Result]) -> None:
    """Write down what came of calls, by the rules of `storage.outbox.record_result`; again does no harm."""
    if not results:
        return
    gone = [result for result in results if result.state is MessageState.UNREACHABLE]
    for result in sorted(gone, key=lambda each: each.contact_id):
        await mark_unreachable(tx, result.contact_id, result.at)
    with outages_named():
        await tx.session.execute(_RECORD, [_written(result) for result in results])


def _written(result: Result) -> dict[str, object]:
    return {
        "b_id": result.attempt.message_id,
        "b_holder": result.attempt.holder,
        "b_epoch": result.attempt.epoch,
        "b_began": result.attempt.began_at,
        "b_is_sent": result.state is MessageState.SENT,
        "b_state": result.state,
        "b_reason": result.reason and result.reason[:200],
        "b_finished": result.at if result.due_at is None else None,
        "b_due": result.due_at,
        "b_telegram": result.telegram_message_id,
        "b_uncounted": 0 if result.counts else 1,
    }


def _record() -> Update:
    """Made once: the attempt's own row, also once given up for lost; what arrived settles what waits, too."""
    row = table_of(Message).c
    own = and_(
        row.state.in_([literal_text("'sending'"), literal_text("'unknown'")]),
        row.holder == bindparam("b_holder"),
        row.epoch == bindparam("b_epoch"),
        row.sending_at == bindparam("b_began"),
    )
    arrived = and_(
        bindparam("b_is_sent", type_=Boolean),
        row.state.in_([literal_text("'errored'"), literal_text("'unknown'")]),
    )
    return (
        update_core(table_of(Message))
        .where(row.id == bindparam("b_id"), or_(own, arrived))
        .values(
            state=bindparam("b_state"),
            reason=bindparam("b_reason"),
            finished_at=bindparam("b_finished"),
            due_at=func.coalesce(bindparam("b_due", type_=UtcDateTime), row.due_at),
            telegram_message_id=func.coalesce(
                bindparam("b_telegram", type_=Integer), row.telegram_message_id
            ),
            attempts=row.attempts - bindparam("b_uncounted", type_=Integer),
        )
    )


_RECORD = _record()
