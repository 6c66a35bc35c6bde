"""The team in numbers: what each person in the field has open, overdue, called in time and brought home."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, false, or_, select
from sqlmodel import col, func

from storage.database import Transaction
from storage.models.followups import FollowUp, FollowUpState
from storage.models.leads import Lead, LeadEvent, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Posting, Volunteer
from storage.volunteers import VolunteerCard, open_volunteer

IN_TIME = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody's leads since a time: given, contacted within three days, and paid first.

    One that is younger than three days, and that nobody has called yet, does not count: it still may be.
    """

    given: int = 0
    in_time: int = 0
    paid: int = 0
    overdue: int = 0


async def list_team(
    tx: Transaction, areas: Iterable[str], *, limit: int, offset: int = 0
) -> list[VolunteerCard]:
    """The active people in the field who answer for any of these areas ("": all there are), busiest first."""
    query = select(Volunteer).where(
        col(Volunteer.is_active).is_(True), col(Volunteer.role) != Role.COORDINATOR
    )
    wanted = set(areas)
    if "" not in wanted:
        within = or_(false(), *(_within(area) for area in wanted))
        query = query.where(col(Volunteer.id).in_(select(col(Posting.volunteer_id)).where(within)))
    query = query.order_by(col(Volunteer.open_leads).desc(), col(Volunteer.id)).limit(limit).offset(offset)
    return [open_volunteer(tx, volunteer) for volunteer in (await tx.execute(query)).scalars()]


def _within(area: str) -> ColumnElement[bool]:
    code = col(Posting.area_code)
    return or_(code == area, code.startswith(f"{area}.", autoescape=True))


async def count_records(
    tx: Transaction, volunteer_ids: Iterable[UUID], since: datetime, now: datetime
) -> dict[UUID, Record]:
    """Each one's record since a time; whoever had nothing is left out."""
    ids = list(volunteer_ids)
    submitted, contacted = col(Lead.submitted_at), col(Lead.contacted_at)
    owner = col(Lead.owner_id)
    query = (
        select(
            owner,
            func.count(),
            func.sum(case((contacted.is_not(None) & _soon(tx), 1), else_=0)),
        )
        .where(owner.in_(ids), submitted >= since)
        .where(or_(contacted.is_not(None), submitted <= now - IN_TIME))
        .group_by(owner)
    )
    overdue = await _count_overdue(tx, ids, now)
    paid = await _count_paid(tx, ids, since)
    given = {row[0]: (int(row[1]), int(row[2])) for row in (await tx.execute(query)).all()}
    return {
        id_: Record(*given.get(id_, (0, 0)), paid.get(id_, 0), overdue.get(id_, 0))
        for id_ in {*given, *overdue, *paid}
    }


async def _count_paid(tx: Transaction, ids: list[UUID], since: datetime) -> dict[UUID, int]:
    """First payments since a time: of one's own leads, and of those one brought to a closer."""
    own: Any = select(col(Lead.owner_id).label("who"), col(Lead.id).label("lead"))
    own = own.where(col(Lead.owner_id).in_(ids), col(Lead.paid_at) >= since)
    brought = (
        select(col(Volunteer.id), col(Lead.id))
        .join(LeadEvent, col(LeadEvent.actor_contact_id) == col(Volunteer.contact_id))
        .join(Lead, col(Lead.id) == col(LeadEvent.lead_id))
        .where(col(Volunteer.id).in_(ids), col(LeadEvent.kind) == LeadState.READY.value)
        .where(col(Lead.paid_at) >= since)
    )
    both = own.union(brought).subquery()
    query = select(both.c.who, func.count()).group_by(both.c.who)
    return {row[0]: int(row[1]) for row in (await tx.execute(query)).all()}


def _soon(tx: Transaction) -> ColumnElement[bool]:
    """Whether the first contact came within three days, in the engine's own arithmetic."""
    submitted, contacted = col(Lead.submitted_at), col(Lead.contacted_at)
    if tx.is_sqlite:
        return (func.julianday(contacted) - func.julianday(submitted)) <= IN_TIME.days
    return func.extract("epoch", contacted - submitted) <= IN_TIME.total_seconds()


async def _count_overdue(tx: Transaction, ids: list[UUID], now: datetime) -> dict[UUID, int]:
    query = (
        select(col(FollowUp.owner_id), func.count())
        .where(
            col(FollowUp.state) == FollowUpState.READY,
            col(FollowUp.owner_id).in_(ids),
            col(FollowUp.due_at) < now,
        )
        .group_by(col(FollowUp.owner_id))
    )
    return {row[0]: int(row[1]) for row in (await tx.execute(query)).all()}
