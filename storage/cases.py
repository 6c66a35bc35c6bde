"""Cases: somebody asked for a person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import case
from sqlmodel import col, delete, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.models.cases import Case, CaseKind, CaseState
from storage.numbers import unused_number
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case with its note opened."""

    case: Case
    note: str


async def add_case(tx: Transaction, contact_id: UUID, kind: CaseKind, note: str, now: datetime) -> Case:
    """Open a case."""
    id_ = new_id()
    case = Case(
        id=id_,
        number=await unused_number(tx),
        contact_id=contact_id,
        kind=kind,
        note=tx.keys.seal(note, table="support_case", column="note", id=id_),
        opened_at=now,
    )
    await insert(tx, Case, case.model_dump())
    return case


async def find_open_case(tx: Transaction, contact_id: UUID, kind: CaseKind) -> Case | None:
    """The person's open case of a kind, if there is one."""
    query = select(Case).where(
        col(Case.contact_id) == contact_id, col(Case.kind) == kind, col(Case.state) == CaseState.OPEN
    )
    return (await tx.execute(query.limit(1))).scalar_one_or_none()


async def find_latest_open_case(tx: Transaction, contact_id: UUID) -> Case | None:
    """The case that a person talks about, when they say something more: their newest open one."""
    query = select(Case).where(col(Case.contact_id) == contact_id, col(Case.state) == CaseState.OPEN)
    query = query.order_by(col(Case.opened_at).desc(), col(Case.id).desc()).limit(1)
    return (await tx.execute(query)).scalar_one_or_none()


async def find_case(tx: Transaction, case_id: UUID) -> CaseCard | None:
    """The case with this id."""
    return _opened(tx, (await tx.execute(select(Case).where(col(Case.id) == case_id))).scalar_one_or_none())


async def find_case_by_number(tx: Transaction, number: str) -> CaseCard | None:
    """The case with this number."""
    query = select(Case).where(col(Case.number) == number)
    return _opened(tx, (await tx.execute(query)).scalar_one_or_none())


async def list_open_cases(tx: Transaction, *, limit: int, offset: int = 0) -> list[CaseCard]:
    """Open cases: where a misfortune has happened first, then whoever has waited longest."""
    is_other = case((col(Case.kind) == CaseKind.MISFORTUNE, 0), else_=1)
    query = select(Case).where(col(Case.state) == CaseState.OPEN)
    query = query.order_by(is_other, col(Case.opened_at), col(Case.id))
    rows = (await tx.execute(query.limit(limit).offset(offset))).scalars()
    return [card for card in (_opened(tx, row) for row in rows) if card]


async def list_cases_of(tx: Transaction, contact_id: UUID) -> list[CaseCard]:
    """Everything the person ever asked a person for."""
    query = select(Case).where(col(Case.contact_id) == contact_id).order_by(col(Case.opened_at))
    return [card for card in (_opened(tx, row) for row in (await tx.execute(query)).scalars()) if card]


async def close_case(tx: Transaction, case_id: UUID, version: int, now: datetime) -> bool:
    """Close a case unless somebody changed it since; whether it was closed."""
    statement = update(Case).where(
        col(Case.id) == case_id, col(Case.state) == CaseState.OPEN, col(Case.version) == version
    )
    closed = statement.values(state=CaseState.CLOSED, version=version + 1, closed_at=now)
    return await tx.changed(closed) == 1


def _opened(tx: Transaction, case: Case | None) -> CaseCard | None:
    if case is None:
        return None
    note = tx.keys.open(case.note, table="support_case", column="note", id=case.id) if case.note else ""
    return CaseCard(case, note)


async def delete_cases_before(tx: Transaction, before: datetime) -> int:
    """Delete cases that were closed before a time; how many went."""
    statement = delete(Case).where(col(Case.state) == CaseState.CLOSED, col(Case.closed_at) < before)
    return await tx.changed(statement)
