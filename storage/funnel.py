"""The funnel: how many came, registered, were contacted and paid in a time, by where they came from.

Each step is counted when it happened, whenever the person came: a payment belongs to its own week.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import col

from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.groups import WorkerGroup
from storage.models.leads import Lead, LeadEvent, LeadEventKind, LeadState


class By(StrEnum):
    """What the funnel is broken down by."""

    SOURCE = "source"
    AREA = "area"  # by districts
    GROUP = "group"


DISTRICT_LENGTH = len("36.04.12")
STEPS: dict[str, tuple[LeadState, ...]] = {
    "ready": (LeadState.READY, LeadState.REGISTERED, LeadState.PAID, LeadState.CONFIRMED),
    "registered": (LeadState.REGISTERED, LeadState.PAID, LeadState.CONFIRMED),
    "paid": (LeadState.CONFIRMED,),
}
"""States that count as having come to a step: whoever is past it was there, though it was left out."""
COUNTED = tuple(state for state in LeadState if state is not LeadState.MERGED)
"""Whoever was written down twice is one: the lead that stays counts."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """People who came to each step in a time, each once; `started` is only known by source.

    `paid` are first payments that the worker confirmed.
    """

    started: int = 0
    interested: int = 0
    contacted: int = 0
    ready: int = 0
    registered: int = 0
    paid: int = 0


async def count_funnel(tx: Transaction, since: datetime, until: datetime) -> Funnel:
    """What happened after one moment and up to another."""
    row = (await tx.execute(_steps(since, until))).one()
    started = select(func.count()).where(_within(col(Contact.created_at), since, until))
    return Funnel(int((await tx.execute(started)).scalar_one()), *(int(number or 0) for number in row))


async def count_funnels(tx: Transaction, by: By, since: datetime, until: datetime) -> dict[str, Funnel]:
    """The same for each source, district or group where something happened, most registrations first."""
    key = _key(by)
    query = _steps(since, until, key).group_by(key)
    if by is By.GROUP:
        query = query.join(WorkerGroup, col(WorkerGroup.id) == col(Lead.group_id))
    counted = {
        str(row[0] or ""): [int(number or 0) for number in row[1:]] for row in (await tx.execute(query)).all()
    }
    started = await _started_by_source(tx, since, until) if by is By.SOURCE else {}
    nothing = [0] * (1 + len(STEPS) + 1)
    found = {
        name: Funnel(started.get(name, 0), *counted.get(name, nothing)) for name in {**counted, **started}
    }
    moved = [name for name, funnel in found.items() if funnel != Funnel()]
    return {name: found[name] for name in sorted(moved, key=lambda name: _rank(found[name], name))}


async def count_unconfirmed(tx: Transaction) -> int:
    """First payments that staff recorded and whose workers are still asked."""
    query = select(func.count()).select_from(Lead).where(col(Lead.state) == LeadState.PAID)
    return int((await tx.execute(query)).scalar_one())


def _rank(funnel: Funnel, name: str) -> tuple[int, int, int, str]:
    return -funnel.interested, -funnel.paid, -funnel.started, name


def _key(by: By) -> ColumnElement[str]:
    match by:
        case By.SOURCE:
            return func.coalesce(col(Lead.first_source), "")
        case By.AREA:
            return func.substr(col(Lead.village_code), 1, DISTRICT_LENGTH)
        case By.GROUP:
            return func.coalesce(col(WorkerGroup.name), "")


def _steps(since: datetime, until: datetime, *keys: ColumnElement[str]) -> Select[*tuple[Any, ...]]:
    """How many came to each step: interested, contacted, and those that the histories tell."""
    came = _came(since, until)
    return (
        select(
            *keys,
            _counted(_within(col(Lead.submitted_at), since, until)),
            _counted(_within(col(Lead.contacted_at), since, until)),
            *(func.sum(came.c[step]) for step in STEPS),
        )
        .select_from(Lead)
        .outerjoin(came, came.c.lead_id == col(Lead.id))
        .where(*_touched(since))
    )


def _came(since: datetime, until: datetime) -> Subquery:
    """By lead, 1 for each step that it came to for the first time in between; what was undone never was."""
    return (
        select(*(_came_to(step, since).label(step) for step in STEPS))
        .add_columns(col(LeadEvent.lead_id))
        .join(Lead, col(Lead.id) == col(LeadEvent.lead_id))
        .where(*_touched(since), col(LeadEvent.happened_at) <= until)
        .group_by(col(LeadEvent.lead_id))
        .subquery()
    )


def _came_to(step: str, since: datetime) -> ColumnElement[int]:
    states = STEPS[step]
    was_there = func.coalesce(col(LeadEvent.from_state), "").in_(states)
    is_there = func.coalesce(col(LeadEvent.to_state), "").in_(states)
    is_undone = col(LeadEvent.kind) == LeadEventKind.UNDONE
    came = case(
        (and_(is_there, ~was_there, ~is_undone), 1), (and_(was_there, ~is_there, is_undone), -1), else_=0
    )
    before = func.sum(case((col(LeadEvent.happened_at) <= since, came), else_=0))
    return case((and_(func.sum(came) > 0, before <= 0), 1), else_=0)


def _counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _within(moment: Mapped[Any], since: datetime, until: datetime) -> ColumnElement[bool]:
    """After one and up to the other, so that no moment is in two weeks."""
    return and_(moment > since, moment <= until)


def _touched(since: datetime) -> tuple[ColumnElement[bool], ...]:
    """Leads to which anything may have happened since then: the cost grows with these, along their index."""
    return (col(Lead.state).in_(COUNTED), col(Lead.changed_at) > since)


async def _started_by_source(tx: Transaction, since: datetime, until: datetime) -> dict[str, int]:
    key = func.coalesce(col(Contact.first_source), "")
    query = select(key, func.count()).where(_within(col(Contact.created_at), since, until))
    return {str(row[0]): int(row[1]) for row in (await tx.execute(query.group_by(key))).all()}
