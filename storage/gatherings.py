"""Group nights: opened, closed, found by host or link, counted and listed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Integer, cast
from sqlmodel import col, func, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.leads import LeadCard, open_lead
from storage.models.base import snapshot
from storage.models.gatherings import Gathering
from storage.models.leads import Lead
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many registered at a group night: all, and those whom the host typed in."""

    all: int = 0
    on_behalf: int = 0


async def add_gathering(tx: Transaction, code: str, host_id: UUID, now: datetime) -> Gathering:
    """Open a group night behind a source that stands."""
    gathering = Gathering(id=new_id(), code=code, host_id=host_id, opened_at=now)
    await insert(tx, Gathering, gathering.model_dump())
    return gathering


async def find_gathering(tx: Transaction, gathering_id: UUID) -> Gathering | None:
    """The group night with this id."""
    query = select(Gathering).where(col(Gathering.id) == gathering_id)
    return _copied((await tx.execute(query)).scalar_one_or_none())


async def find_open_gathering(
    tx: Transaction, since: datetime, *, host_id: UUID | None = None, code: str | None = None
) -> Gathering | None:
    """The newest one of a host, or behind a link, that was opened since a time and is not closed."""
    query = select(Gathering).where(col(Gathering.opened_at) > since, col(Gathering.closed_at).is_(None))
    query = query.where(col(Gathering.host_id) == host_id if code is None else col(Gathering.code) == code)
    query = query.order_by(col(Gathering.opened_at).desc()).limit(1)
    return _copied((await tx.execute(query)).scalar_one_or_none())


def _copied(found: Gathering | None) -> Gathering | None:
    return None if found is None else snapshot(found)


async def close_gathering(tx: Transaction, gathering_id: UUID, now: datetime) -> bool:
    """End a group night; False when it had ended."""
    statement = update(Gathering).where(col(Gathering.id) == gathering_id, col(Gathering.closed_at).is_(None))
    return await tx.changed(statement.values(closed_at=now)) == 1


async def count_gathered(tx: Transaction, gathering_id: UUID) -> Turnout:
    """How many have registered there so far."""
    typed = func.sum(cast(col(Lead.recorded_by).is_not(None), Integer))
    query = select(func.count(), typed).where(col(Lead.gathering_id) == gathering_id)
    row = (await tx.execute(query)).one()
    return Turnout(int(row[0]), int(row[1] or 0))


async def list_gathered(tx: Transaction, gathering_id: UUID) -> list[LeadCard]:
    """Everybody who registered there, in the order they did."""
    query = select(Lead).where(col(Lead.gathering_id) == gathering_id)
    rows = (await tx.execute(query.order_by(col(Lead.submitted_at), col(Lead.id)))).scalars()
    return [open_lead(tx, lead) for lead in rows]


async def list_gatherings_of(tx: Transaction, contact_id: UUID) -> list[Gathering]:
    """The evenings that somebody held, the oldest first."""
    query = select(Gathering).where(col(Gathering.host_id) == contact_id)
    return list((await tx.execute(query.order_by(col(Gathering.opened_at)))).scalars())
