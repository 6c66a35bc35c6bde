"""What somebody has to do: counted for many at once, and listed, the worst first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, Uuid, bindparam, cast, false, literal, or_, select, union_all
from sqlmodel import col, func

from storage.database import Transaction
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import Lead, LeadEvent, LeadEventKind, LeadState
from storage.models.volunteers import Volunteer
from storage.types import UtcDateTime


@dataclass(frozen=True, slots=True)
class TaskCount:
    """The ready follow-ups of somebody: all, overdue, appointed before a time, and not taken yet."""

    waiting: int = 0
    overdue: int = 0
    appointed: int = 0
    new: int = 0


async def count_tasks(
    tx: Transaction, owner_ids: Iterable[UUID], now: datetime, appointed_before: datetime
) -> dict[UUID, TaskCount]:
    """What these people have to do; whoever has nothing is left out."""
    duty, due = col(FollowUp.duty), col(FollowUp.due_at)
    is_new = duty == Duty.ACCEPT
    is_appointed = col(FollowUp.is_appointed) & (due >= now) & (due < appointed_before)
    query = (
        select(
            col(FollowUp.owner_id),
            func.count(),
            func.sum(cast((due < now) & ~is_new, Integer)),
            func.sum(cast(is_appointed, Integer)),
            func.sum(cast(is_new, Integer)),
        )
        .where(col(FollowUp.state) == FollowUpState.READY, col(FollowUp.owner_id).in_(list(owner_ids)))
        .group_by(col(FollowUp.owner_id))
    )
    rows = (await tx.execute(query)).all()
    return {row[0]: TaskCount(*(int(number) for number in row[1:])) for row in rows}


class Band(StrEnum):
    """How pressing a task is, the worst first; the same as the digest counts."""

    OVERDUE = "overdue"
    TODAY = "today"
    NEW = "new"  # somebody is asked whether they take it
    LATER = "later"


WORST_FIRST = tuple(Band)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks: of whom (None: the branch's), in which bands, at which stages (none: at any)."""

    owner_id: UUID | None
    bands: tuple[Band, ...] = WORST_FIRST
    states: tuple[LeadState, ...] = ()


async def list_tasks(
    tx: Transaction, wanted: Wanted, now: datetime, tonight: datetime, *, limit: int, offset: int = 0
) -> list[tuple[FollowUp, Lead, Band]]:
    """The worst first: band by band, the longest due first. `tonight` is the end of the branch's day.

    Each band is read along its index and no farther than the page asked for, so a page costs what it shows.
    """
    asked = {"now": now, "tonight": tonight, "first": offset + limit, "shown": limit, "skipped": offset}
    if wanted.owner_id is not None:
        asked["owner"] = wanted.owner_id
    statement = _page(wanted.bands, wanted.states, is_branch=wanted.owner_id is None)
    return [(row[0], row[1], WORST_FIRST[row[2]]) for row in (await tx.execute(statement, asked)).all()]


@cache
def _page(bands: tuple[Band, ...], states: tuple[LeadState, ...], *, is_branch: bool) -> Select[Any]:
    """Made once for each filter: making it takes longer than running it."""
    parts = [_in_band(band, states, is_branch=is_branch).subquery() for band in bands]
    every = union_all(*[select(part) for part in parts]).subquery()
    page = select(every).order_by(every.c.rank, every.c.due_at, every.c.id)
    cut = page.limit(bindparam("shown", type_=Integer)).offset(bindparam("skipped", type_=Integer)).subquery()
    query: Select[Any] = (
        select(FollowUp, Lead, cut.c.rank)
        .join(cut, cut.c.id == col(FollowUp.id))
        .join(Lead, col(Lead.id) == col(FollowUp.lead_id))
        .order_by(cut.c.rank, cut.c.due_at, cut.c.id)
    )
    return query


def _in_band(band: Band, states: tuple[LeadState, ...], *, is_branch: bool) -> Select[*tuple[Any, ...]]:
    """The branch is asked whether it takes nothing, so its band of what is new is empty."""
    owner, duty, due = col(FollowUp.owner_id), col(FollowUp.duty), col(FollowUp.due_at)
    now, tonight = (bindparam(name, type_=UtcDateTime) for name in ("now", "tonight"))
    is_within = {
        Band.OVERDUE: (duty != Duty.ACCEPT, due < now),
        Band.TODAY: (duty != Duty.ACCEPT, due >= now, due < tonight),
        Band.NEW: (duty == Duty.ACCEPT, *([false()] if is_branch else [])),
        Band.LATER: (duty != Duty.ACCEPT, due >= tonight),
    }
    rank = literal(WORST_FIRST.index(band)).label("rank")
    query: Select[*tuple[Any, ...]] = select(col(FollowUp.id).label("id"), due.label("due_at"), rank).where(
        col(FollowUp.state) == FollowUpState.READY,
        owner.is_(None) if is_branch else owner == bindparam("owner", type_=Uuid()),
        *is_within[band],
    )
    if states:
        query = query.join(Lead, col(Lead.id) == col(FollowUp.lead_id)).where(col(Lead.state).in_(states))
    return query.order_by(due, col(FollowUp.id)).limit(bindparam("first", type_=Integer))


async def count_protected(tx: Transaction, volunteer: Volunteer) -> int:
    """How many workers have come to their first payment with somebody's help.

    Their own, and those whom they brought so far that a closer took over.
    """
    brought = select(col(LeadEvent.lead_id)).where(
        col(LeadEvent.kind) == LeadEventKind.READY,
        col(LeadEvent.actor_contact_id) == volunteer.contact_id,
    )
    query = select(func.count()).where(
        or_(col(Lead.owner_id) == volunteer.id, col(Lead.id).in_(brought)),
        col(Lead.state) == LeadState.CONFIRMED,
    )
    return int((await tx.execute(query)).scalar_one())
