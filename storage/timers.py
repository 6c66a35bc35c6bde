"""Timers: set, moved, stopped, and claimed when they are due."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, func, select, update

from storage.database import Transaction
from storage.inserts import insert_many, upsert, upsert_many
from storage.models.base import detached, snapshot
from storage.models.timers import Timer
from storage.types import new_id

GIVEN_UP_AFTER = 5  # failures; then only people look at the timer
KEY = ("kind", "subject_id")


async def set_timer(
    tx: Transaction, kind: str, subject_id: UUID, due_at: datetime, now: datetime, *, version: int = 0
) -> None:
    """Let something happen once at a time; setting it again moves it."""
    values = _values(kind, subject_id, due_at, now, version)
    await upsert(tx, Timer, values, key=KEY, kept=("id", "created_at"))


async def move_timers(
    tx: Transaction, kind: str, timers: Iterable[tuple[UUID, datetime]], now: datetime
) -> None:
    """Set many timers of one kind; those that are set already are moved."""
    rows = [_values(kind, subject_id, due_at, now, 0) for subject_id, due_at in timers]
    await upsert_many(tx, Timer, rows, key=KEY, kept=("id", "created_at"))


async def set_timers(
    tx: Transaction, kind: str, timers: Iterable[tuple[UUID, datetime]], now: datetime
) -> None:
    """Set many timers of one kind; one that is set already stays as it is."""
    rows = [_values(kind, subject_id, due_at, now, 0) for subject_id, due_at in timers]
    await insert_many(tx, Timer, rows, unless=KEY)


def _values(kind: str, subject_id: UUID, due_at: datetime, now: datetime, version: int) -> dict[str, object]:
    return {
        "id": new_id(),
        "kind": kind,
        "subject_id": subject_id,
        "version": version,
        "due_at": due_at,
        "failures": 0,
        "created_at": now,
    }


async def stop_timer(tx: Transaction, kind: str, subject_id: UUID) -> bool:
    """Let it not happen; False when it was not set."""
    statement = delete(Timer).where(col(Timer.kind) == kind, col(Timer.subject_id) == subject_id)
    return await tx.changed(statement) == 1


async def stop_timers(tx: Transaction, kind: str, subject_ids: Collection[UUID]) -> None:
    """Let it happen to none of these."""
    if subject_ids:
        await tx.execute(delete(Timer).where(col(Timer.kind) == kind, col(Timer.subject_id).in_(subject_ids)))


async def stop_timers_of(tx: Transaction, subject_ids: Collection[UUID]) -> None:
    """Nothing more is to happen to these subjects."""
    await tx.execute(delete(Timer).where(col(Timer.subject_id).in_(subject_ids)))


async def claim_timers(tx: Transaction, kinds: Iterable[str], now: datetime, *, limit: int) -> list[Timer]:
    """Take what is due, the longest due first: it is gone with the commit, and stands again if there is none.

    Another process skips what this one has claimed; on SQLite there is only one writer.
    """
    query = select(Timer).where(
        col(Timer.due_at) <= now, col(Timer.kind).in_(list(kinds)), col(Timer.failures) < GIVEN_UP_AFTER
    )
    query = query.order_by(col(Timer.due_at), col(Timer.id)).limit(limit)
    if not tx.is_sqlite:
        query = query.with_for_update(skip_locked=True)
    timers = detached(tx.session, (await tx.execute(query)).scalars())
    if timers:
        await tx.execute(delete(Timer).where(col(Timer.id).in_([timer.id for timer in timers])))
    return timers


async def claim_timer(tx: Transaction, timer_id: UUID) -> bool:
    """Take one timer; False when somebody else did, or it was moved or stopped."""
    return await tx.changed(delete(Timer).where(col(Timer.id) == timer_id)) == 1


async def note_failure(tx: Transaction, timer: Timer, again_at: datetime) -> None:
    """Count a failure of a timer that stands, and look at it again later."""
    statement = update(Timer).where(col(Timer.id) == timer.id)
    await tx.execute(statement.values(failures=Timer.failures + 1, due_at=again_at))


async def next_timer_at(tx: Transaction) -> datetime | None:
    """When the next timer is due."""
    query = select(func.min(col(Timer.due_at))).where(col(Timer.failures) < GIVEN_UP_AFTER)
    return (await tx.execute(query)).scalar_one_or_none()


async def list_failed_timers(tx: Transaction) -> list[Timer]:
    """Timers that failed too often, for people to look at."""
    query = select(Timer).where(col(Timer.failures) >= GIVEN_UP_AFTER).order_by(col(Timer.due_at))
    return [snapshot(timer) for timer in (await tx.execute(query)).scalars()]
