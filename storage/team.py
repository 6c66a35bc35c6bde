"""The team in numbers: what each person in the field has open, overdue, called in time and brought home.

Whose a lead was at the time is read from the duties it brought: each keeps who had it, from when, until when.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import col, func

from storage.database import Transaction
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.groups import WorkerGroup
from storage.models.leads import Lead, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Posting, Volunteer
from storage.volunteers import VolunteerCard, open_volunteer

IN_TIME = timedelta(days=3)
PAID_STATES = (LeadState.PAID, LeadState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Record:
    """What somebody did since a time: leads given, contacted within three days, and paid first.

    Only what was theirs counts, whoever has it now. A lead counts as given once they have called, or have had
    it for three days and have not; one handed on before that is nobody's fault, one called before it came to
    them nobody's merit.
    """

    given: int = 0
    in_time: int = 0
    paid: int = 0
    overdue: int = 0


async def list_team(
    tx: Transaction, areas: Iterable[str], *, limit: int, offset: int = 0, but_for: UUID | None = None
) -> list[VolunteerCard]:
    """The active people in the field who answer for any of these areas ("": all there are), busiest first.

    With `but_for`, the coordinator who asks: they are on the list themselves, other coordinators are not.
    """
    query = select(Volunteer).where(col(Volunteer.is_active).is_(True))
    if but_for is not None:
        query = query.where(or_(col(Volunteer.role) != Role.COORDINATOR, col(Volunteer.id) == but_for))
    wanted = set(areas)
    if "" not in wanted:
        within = or_(false(), *(_within(area) for area in wanted))
        query = query.where(col(Volunteer.id).in_(select(col(Posting.volunteer_id)).where(within)))
    query = query.order_by(col(Volunteer.open_leads).desc(), col(Volunteer.id)).limit(limit).offset(offset)
    return [open_volunteer(tx, volunteer) for volunteer in (await tx.execute(query)).scalars()]


def _within(area: str) -> ColumnElement[bool]:
    """A territory in the area, or a group whose village is."""
    groups = select(col(WorkerGroup.id)).where(_is_in(col(WorkerGroup.village_code), area))
    return or_(_is_in(col(Posting.area_code), area), col(Posting.group_id).in_(groups))


def _is_in(code: Mapped[Any], area: str) -> ColumnElement[bool]:
    return or_(code == area, code.startswith(f"{area}.", autoescape=True))


async def count_records(
    tx: Transaction, volunteer_ids: Iterable[UUID], since: datetime, now: datetime
) -> dict[UUID, Record]:
    """Each one's record since a time; whoever had nothing is left out."""
    ids = list(volunteer_ids)
    records = await _count_given(tx, ids, since, now)
    for id_, paid in (await _count_paid(tx, ids, since)).items():
        records[id_] = replace(records.get(id_, Record()), paid=paid)
    for id_, overdue in (await _count_overdue(tx, ids, now)).items():
        records[id_] = replace(records.get(id_, Record()), overdue=overdue)
    return records


async def _count_given(
    tx: Transaction, ids: list[UUID], since: datetime, now: datetime
) -> dict[UUID, Record]:
    """From when until when each lead was theirs, and whether it was called meanwhile."""
    query = (
        select(
            col(FollowUp.owner_id),
            col(Lead.contacted_at),
            func.min(col(FollowUp.created_at)),
            func.max(col(FollowUp.closed_at)),
            func.count() - func.count(col(FollowUp.closed_at)),
        )
        .join(Lead, col(Lead.id) == col(FollowUp.lead_id))
        .where(col(FollowUp.owner_id).in_(ids), col(FollowUp.created_at) >= since)
        .group_by(col(FollowUp.owner_id), col(Lead.id), col(Lead.contacted_at))
    )
    records: dict[UUID, Record] = {}
    for owner, contacted, given_at, closed_at, still in (await tx.execute(query)).all():
        until = now if still else closed_at
        is_theirs = contacted is not None and given_at <= contacted <= until
        was_open = contacted is None or contacted > until
        if is_theirs or (was_open and until - given_at >= IN_TIME):
            known = records.get(owner, Record())
            in_time = is_theirs and contacted - given_at <= IN_TIME
            records[owner] = Record(known.given + 1, known.in_time + in_time)
    return records


async def _count_paid(tx: Transaction, ids: list[UUID], since: datetime) -> dict[UUID, int]:
    """First payments since a time: of leads that were theirs then, and of those they brought to a closer.

    A worker's answer is waited for from the payment on; where they said no, that duty was cancelled.
    """
    paid = _payments(since)
    own: Any = select(paid.c.owner_id.label("who"), paid.c.lead_id.label("lead"))
    before, register = aliased(FollowUp), aliased(FollowUp)
    brought = (
        select(col(before.owner_id), col(before.lead_id))
        .join(register, col(register.lead_id) == col(before.lead_id))
        .where(col(register.created_at) == col(before.closed_at))
        .where(col(before.state) == FollowUpState.COMPLETED, col(register.duty) == Duty.REGISTER)
        .where(col(before.lead_id).in_(select(paid.c.lead_id)))
    )
    both = own.union(brought).subquery()
    query = select(both.c.who, func.count()).where(both.c.who.in_(ids)).group_by(both.c.who)
    return {row[0]: int(row[1]) for row in (await tx.execute(query)).all()}


def _payments(since: datetime) -> Any:  # noqa: ANN401 - reason: a subquery of columns
    """Whose each lead was when its first payment was recorded."""
    query = (
        select(col(FollowUp.owner_id), col(FollowUp.lead_id))
        .join(Lead, col(Lead.id) == col(FollowUp.lead_id))
        .where(col(FollowUp.duty) == Duty.CONFIRM, col(FollowUp.state) != FollowUpState.CANCELLED)
        .where(col(FollowUp.created_at) >= since, col(Lead.state).in_(PAID_STATES))
    )
    return query.subquery()


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
