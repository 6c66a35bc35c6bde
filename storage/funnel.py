"""The funnel: how many came, registered, were contacted and paid, by where they came from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlmodel import col

from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.groups import WorkerGroup
from storage.models.leads import Lead, LeadEvent, LeadState


class By(StrEnum):
    """What the funnel is broken down by."""

    SOURCE = "source"
    AREA = "area"  # by districts
    GROUP = "group"


DISTRICT_LENGTH = len("36.04.12")
AS_FAR_AS: dict[LeadState, tuple[LeadState, ...]] = {
    LeadState.READY: (LeadState.READY, LeadState.REGISTERED, LeadState.PAID, LeadState.CONFIRMED),
    LeadState.REGISTERED: (LeadState.REGISTERED, LeadState.PAID, LeadState.CONFIRMED),
}
"""States that count as having come to a step: whoever is past it was there, though it was left out."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """People at each step; `started` is only known by source."""

    started: int = 0
    interested: int = 0
    contacted: int = 0
    ready: int = 0
    registered: int = 0
    paid: int = 0


async def count_funnel(tx: Transaction, since: datetime, until: datetime) -> Funnel:
    """What became of those who came between two times."""
    row = (await tx.execute(_steps().where(*_between(since, until)))).one()
    started = select(func.count()).where(col(Contact.created_at) >= since, col(Contact.created_at) <= until)
    return Funnel(int((await tx.execute(started)).scalar_one()), *(int(number or 0) for number in row))


async def count_funnels(tx: Transaction, by: By, since: datetime, until: datetime) -> dict[str, Funnel]:
    """The same for each source, district or group, those with most registrations first."""
    key = _key(by)
    query = _steps(key).where(*_between(since, until)).group_by(key)
    if by is By.GROUP:
        query = query.join(WorkerGroup, col(WorkerGroup.id) == col(Lead.group_id))
    rows = sorted((await tx.execute(query)).all(), key=lambda row: -int(row[1]))
    started = await _started_by_source(tx, since, until) if by is By.SOURCE else {}
    names = [str(row[0] or "") for row in rows]
    numbers = [[int(number or 0) for number in row[1:]] for row in rows]
    found = {
        name: Funnel(started.get(name, 0), *counted) for name, counted in zip(names, numbers, strict=True)
    }
    return found | {name: Funnel(count) for name, count in started.items() if name not in found}


def _key(by: By) -> ColumnElement[str]:
    match by:
        case By.SOURCE:
            return func.coalesce(col(Lead.first_source), "")
        case By.AREA:
            return func.substr(col(Lead.village_code), 1, DISTRICT_LENGTH)
        case By.GROUP:
            return func.coalesce(col(WorkerGroup.name), "")


def _steps(*keys: ColumnElement[str]) -> Select[*tuple[Any, ...]]:
    """Each step counts those who came at least so far, whatever became of them later."""
    return select(
        *keys,
        func.count(),
        _counted(col(Lead.contacted_at).is_not(None)),
        _counted(_came_to(LeadState.READY)),
        _counted(_came_to(LeadState.REGISTERED)),
        _counted(col(Lead.paid_at).is_not(None)),
    ).select_from(Lead)


def _counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _came_to(state: LeadState) -> ColumnElement[bool]:
    """Whether a lead ever came as far as this."""
    return (
        select(col(LeadEvent.id))
        .where(col(LeadEvent.lead_id) == col(Lead.id), col(LeadEvent.to_state).in_(AS_FAR_AS[state]))
        .exists()
    )


def _between(since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return (col(Lead.submitted_at) >= since, col(Lead.submitted_at) <= until)


async def _started_by_source(tx: Transaction, since: datetime, until: datetime) -> dict[str, int]:
    key = func.coalesce(col(Contact.first_source), "")
    query = select(key, func.count()).where(
        col(Contact.created_at) >= since, col(Contact.created_at) <= until
    )
    return {str(row[0]): int(row[1]) for row in (await tx.execute(query.group_by(key))).all()}
