"""Cases: somebody asked for a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case
from sqlmodel import and_, col, delete, func, or_, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.models.base import snapshot
from storage.models.cases import Case, CaseKind, CaseState
from storage.numbers import unused_number
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class Service:
    """How people were served: answers promised and due, those that came in time, ratings and their mean."""

    promised: int
    kept: int
    rated: int
    average: float


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case with its note opened."""

    case: Case
    note: str


async def add_case(
    tx: Transaction,
    contact_id: UUID,
    kind: CaseKind,
    note: str,
    now: datetime,
    *,
    promised_by: datetime | None = None,
) -> Case:
    """Open a case: the person waits from now on, until the promised time at the latest."""
    id_ = new_id()
    case = Case(
        id=id_,
        number=await unused_number(tx),
        contact_id=contact_id,
        kind=kind,
        note=tx.keys.seal(note, table="support_case", column="note", id=id_),
        opened_at=now,
        promised_by=promised_by,
        waits_since=now,
    )
    await insert(tx, Case, case.model_dump())
    return case


async def find_open_case(tx: Transaction, contact_id: UUID, kind: CaseKind) -> Case | None:
    """The person's case of a kind that is not closed, if there is one."""
    query = select(Case).where(
        col(Case.contact_id) == contact_id, col(Case.kind) == kind, col(Case.state) != CaseState.CLOSED
    )
    found = (await tx.execute(query.limit(1))).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def find_latest_open_case(tx: Transaction, contact_id: UUID) -> Case | None:
    """The case that a person talks about, when they say something more: their newest that is not closed."""
    query = select(Case).where(col(Case.contact_id) == contact_id, col(Case.state) != CaseState.CLOSED)
    query = query.order_by(col(Case.opened_at).desc(), col(Case.id).desc()).limit(1)
    found = (await tx.execute(query)).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def find_case(tx: Transaction, case_id: UUID) -> CaseCard | None:
    """The case with this id."""
    return _opened(tx, (await tx.execute(select(Case).where(col(Case.id) == case_id))).scalar_one_or_none())


async def find_case_by_number(tx: Transaction, number: str) -> CaseCard | None:
    """The case with this number."""
    query = select(Case).where(col(Case.number) == number)
    return _opened(tx, (await tx.execute(query)).scalar_one_or_none())


async def list_open_cases(tx: Transaction, *, limit: int, offset: int = 0) -> list[CaseCard]:
    """Cases that are not closed: a misfortune first, then whoever waits, the longest first."""
    is_other = case((col(Case.kind) == CaseKind.MISFORTUNE, 0), else_=1)
    is_answered = case((col(Case.waits_since).is_(None), 1), else_=0)
    query = select(Case).where(col(Case.state) != CaseState.CLOSED)
    query = query.order_by(is_other, is_answered, col(Case.opened_at), col(Case.id))
    rows = (await tx.execute(query.limit(limit).offset(offset))).scalars()
    return [card for card in (_opened(tx, row) for row in rows) if card]


async def list_cases_of(tx: Transaction, contact_id: UUID) -> list[CaseCard]:
    """Everything the person ever asked a person for."""
    query = select(Case).where(col(Case.contact_id) == contact_id).order_by(col(Case.opened_at))
    return [card for card in (_opened(tx, row) for row in (await tx.execute(query)).scalars()) if card]


async def change_case(tx: Transaction, seen: Case, **values: Any) -> bool:  # noqa: ANN401 - reason: any column
    """Change a case unless somebody did since it was read; whether it was changed."""
    statement = update(Case).where(
        col(Case.id) == seen.id, col(Case.state) == seen.state, col(Case.version) == seen.version
    )
    return await tx.changed(statement.values(**values, version=seen.version + 1)) == 1


async def note_waiting(tx: Transaction, case_id: UUID, since: datetime) -> bool:
    """The person waits for an answer from now on; False when they did already, or the case is closed."""
    statement = update(Case).where(
        col(Case.id) == case_id, col(Case.state) != CaseState.CLOSED, col(Case.waits_since).is_(None)
    )
    return await tx.changed(statement.values(waits_since=since, nudges=0)) == 1


async def note_answer(tx: Transaction, case_id: UUID, now: datetime) -> None:
    """Staff have answered: nobody is nudged, and the first answer's time stays."""
    statement = update(Case).where(col(Case.id) == case_id)
    first = func.coalesce(col(Case.answered_at), now)
    await tx.execute(statement.values(waits_since=None, nudges=0, answered_at=first))


async def rate_case(tx: Transaction, case_id: UUID, contact_id: UUID, rating: int) -> bool:
    """The person's own closed case gets its rating, once; whether it did."""
    statement = update(Case).where(
        col(Case.id) == case_id,
        col(Case.contact_id) == contact_id,
        col(Case.state) == CaseState.CLOSED,
        col(Case.rating).is_(None),
    )
    return await tx.changed(statement.values(rating=rating)) == 1


async def count_promised(tx: Transaction, by: datetime) -> int:
    """How many answers have been promised for the day that ends then."""
    query = select(func.count()).where(col(Case.promised_by) == by)
    return int((await tx.execute(query)).scalar_one())


async def count_service(tx: Transaction, since: datetime, now: datetime) -> Service:
    """How promises of cases opened since a time were kept, and how people rated what they got."""
    kept = col(Case.answered_at) <= col(Case.promised_by)
    is_due = or_(col(Case.promised_by) <= now, col(Case.answered_at).is_not(None))
    query = select(
        func.count(case((and_(col(Case.promised_by).is_not(None), is_due), 1))),
        func.count(case((kept, 1))),
        func.count(col(Case.rating)),
        func.avg(col(Case.rating)),
    ).where(col(Case.opened_at) >= since)
    promised, on_time, rated, average = (await tx.execute(query)).one()
    return Service(int(promised), int(on_time), int(rated), float(average or 0))


async def list_cases_taken_by(tx: Transaction, contact_id: UUID) -> list[Case]:
    """What somebody has taken and not closed."""
    query = select(Case).where(col(Case.taken_by) == contact_id, col(Case.state) == CaseState.TAKEN)
    return [snapshot(found) for found in (await tx.execute(query)).scalars()]


def _opened(tx: Transaction, case: Case | None) -> CaseCard | None:
    if case is None:
        return None
    note = tx.keys.open(case.note, table="support_case", column="note", id=case.id) if case.note else ""
    return CaseCard(snapshot(case), note)


async def delete_cases_before(tx: Transaction, before: datetime) -> int:
    """Delete cases that were closed before a time; how many went."""
    statement = delete(Case).where(col(Case.state) == CaseState.CLOSED, col(Case.closed_at) < before)
    return await tx.changed(statement)
