"""Changes of facts: proposing, deciding by compare-and-set, and what has been approved."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, or_, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.models.facts import FactChange, FactChangeState
from storage.numbers import unused_number
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class NewFactChange:
    """What is proposed: a fact's value (as text), its source, and the day from which it holds."""

    fact_id: str
    value: str
    source: str
    valid_from: date


async def add_change(tx: Transaction, new: NewFactChange, proposed_by: UUID, now: datetime) -> FactChange:
    """Put a proposal down."""
    change = FactChange(
        id=new_id(),
        number=await unused_number(tx),
        fact_id=new.fact_id,
        value=new.value,
        source=new.source,
        valid_from=new.valid_from,
        proposed_by=proposed_by,
        proposed_at=now,
    )
    await insert(tx, FactChange, change.model_dump())
    return change


async def find_change(tx: Transaction, number: str) -> FactChange | None:
    """The change with this number."""
    return (await tx.execute(select(FactChange).where(col(FactChange.number) == number))).scalar_one_or_none()


async def find_change_by_id(tx: Transaction, id_: UUID) -> FactChange | None:
    """The change with this id."""
    return (await tx.execute(select(FactChange).where(col(FactChange.id) == id_))).scalar_one_or_none()


async def list_changes(
    tx: Transaction, state: FactChangeState, *, fact_id: str | None = None, limit: int = 500
) -> list[FactChange]:
    """Changes in a state, the latest proposed first."""
    query = select(FactChange).where(col(FactChange.state) == state)
    if fact_id is not None:
        query = query.where(col(FactChange.fact_id) == fact_id)
    query = query.order_by(col(FactChange.proposed_at).desc(), col(FactChange.id).desc())
    return list((await tx.execute(query.limit(limit))).scalars())


async def list_changes_of(tx: Transaction, contact_id: UUID) -> list[FactChange]:
    """The changes that somebody proposed or decided on, the oldest first."""
    theirs = or_(col(FactChange.proposed_by) == contact_id, col(FactChange.decided_by) == contact_id)
    query = select(FactChange).where(theirs).order_by(col(FactChange.proposed_at))
    return list((await tx.execute(query)).scalars())


async def decide_change(
    tx: Transaction, change: FactChange, state: FactChangeState, decided_by: UUID, now: datetime
) -> bool:
    """Approve or reject a proposal as it was seen; False when it was decided since, or is one's own."""
    statement = update(FactChange).where(
        col(FactChange.id) == change.id,
        col(FactChange.state) == FactChangeState.PROPOSED,
        col(FactChange.version) == change.version,
        col(FactChange.proposed_by).is_distinct_from(decided_by),
    )
    values: dict[str, Any] = {
        "state": state,
        "version": change.version + 1,
        "decided_by": decided_by,
        "decided_at": now,
    }
    return await tx.changed(statement.values(values)) == 1


async def count_approved(tx: Transaction) -> int:
    """How many changes were ever approved: as none is taken back, a number that only another one raises."""
    query = select(func.count()).where(col(FactChange.state) == FactChangeState.APPROVED)
    return int((await tx.execute(query)).scalar_one())
