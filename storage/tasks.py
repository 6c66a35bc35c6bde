"""What somebody has to do: counted for many at once, and listed, the worst first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, cast, literal, or_, select, union_all
from sqlmodel import col, func

from storage.database import Transaction
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import Lead, LeadEvent, LeadEventKind, LeadState
from storage.models.volunteers import Volunteer


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
    bands = [band for band in wanted.bands if band is not Band.NEW or wanted.owner_id is not None]
    parts = [_in_band(wanted, band, now, tonight).limit(offset + limit).subquery() for band in bands]
    if not parts:
        return []
    page = union_all(*[select(part) for part in parts]).subquery()
    order = (page.c.rank, page.c.due_at, page.c.id)
    cut = select(page).order_by(*order).limit(limit).offset(offset).subquery()
    query = (
        select(FollowUp, Lead, cut.c.rank)
        .join(cut, cut.c.id == col(FollowUp.id))
        .join(Lead, col(Lead.id) == col(FollowUp.lead_id))
        .order_by(cut.c.rank, cut.c.due_at, cut.c.id)
    )
    return [(row[0], row[1], WORST_FIRST[row[2]]) for row in (await tx.execute(query)).all()]


def _in_band(wanted: Wanted, band: Band, now: datetime, tonight: datetime) -> Select[*tuple[Any, ...]]:
    owner, duty, due = col(FollowUp.owner_id), col(FollowUp.duty), col(FollowUp.due_at)
    is_within = {
        Band.OVERDUE: (duty != Duty.ACCEPT, due < now),
        Band.TODAY: (duty != Duty.ACCEPT, due >= now, due < tonight),
        Band.NEW: (duty == Duty.ACCEPT,),
        Band.LATER: (duty != Duty.ACCEPT, due >= tonight),
    }
    rank = literal(WORST_FIRST.index(band)).label("rank")
    query: Select[*tuple[Any, ...]] = select(col(FollowUp.id).label("id"), due.label("due_at"), rank).where(
        col(FollowUp.state) == FollowUpState.READY,
        owner.is_(None) if wanted.owner_id is None else owner == wanted.owner_id,
        *is_within[band],
    )
    if wanted.states:
        query = query.join(Lead, col(Lead.id) == col(FollowUp.lead_id))
        query = query.where(col(Lead.state).in_(wanted.states))
    return query.order_by(due, col(FollowUp.id))


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
