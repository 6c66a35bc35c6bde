"""How much somebody has to do, counted for many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Integer, cast, or_, select
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
