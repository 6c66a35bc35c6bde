"""Cases: somebody asked for a person; who has each one, and who waits."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case
from sqlmodel import col, delete, func, or_, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.models.base import snapshot
from storage.models.cases import Case, CaseKind, CaseState
from storage.models.contacts import Contact
from storage.models.conversations import Conversation
from storage.models.leads import Lead
from storage.models.messages import Message, MessageState
from storage.models.sources import Source
from storage.numbers import unused_number
from storage.types import new_id

TABLE = "support_case"


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case with its note opened, and with the words that came with its rating."""

    case: Case
    note: str
    rating_words: str = ""


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How cases have gone since a day: promises that fell due and were kept, ratings and their sum."""

    promised: int
    kept: int
    rated: int
    stars: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits now: cases that are nobody's, cases without an answer, and since when the longest of them."""

    unclaimed: int
    unanswered: int
    since: datetime | None


async def add_case(
    tx: Transaction,
    contact_id: UUID,
    kind: CaseKind,
    note: str,
    now: datetime,
    *,
    promised: tuple[datetime, datetime] | None = None,
) -> Case:
    """Open a case, the contact's only open one; they wait for an answer from now on."""
    id_ = new_id()
    new = Case(
        id=id_,
        number=await unused_number(tx),
        contact_id=contact_id,
        kind=kind,
        note=tx.keys.seal(note, table=TABLE, column="note", id=id_),
        opened_at=now,
        waiting_since=now,
        promised_from=promised[0] if promised else None,
        promised_until=promised[1] if promised else None,
    )
    await insert(tx, Case, new.model_dump())
    return new


async def find_open_case(tx: Transaction, contact_id: UUID) -> Case | None:
    """The person's open case, if there is one."""
    query = select(Case).where(col(Case.contact_id) == contact_id, col(Case.state) == CaseState.OPEN)
    return await _first(tx, query)


async def find_closed_case(tx: Transaction, contact_id: UUID, since: datetime) -> Case | None:
    """The person's case that was closed last, if that was after a time; not one they took back themselves."""
    was_taken = or_(col(Case.owner_id).is_not(None), col(Case.answered_at).is_not(None))
    query = select(Case).where(col(Case.contact_id) == contact_id, col(Case.closed_at) > since, was_taken)
    return await _first(tx, query.order_by(col(Case.closed_at).desc(), col(Case.id).desc()))


async def find_case(tx: Transaction, case_id: UUID) -> CaseCard | None:
    """The case with this id."""
    return _opened(tx, await _first(tx, select(Case).where(col(Case.id) == case_id)))


async def find_case_by_number(tx: Transaction, number: str) -> CaseCard | None:
    """The case with this number."""
    return _opened(tx, await _first(tx, select(Case).where(col(Case.number) == number)))


async def lock_case(tx: Transaction, case_id: UUID) -> CaseCard | None:
    """The case as it stands, its row held until the transaction ends: what is said and who has it go in turn.

    Without that, words that somebody writes while it is claimed would reach nobody.
    """
    query = select(Case).where(col(Case.id) == case_id)
    return _opened(tx, await _first(tx, query if tx.is_sqlite else query.with_for_update()))


async def list_open_cases(tx: Transaction, *, limit: int, offset: int = 0) -> list[CaseCard]:
    """Open cases: misfortunes first, then whoever has waited longest; answered ones last."""
    is_other = case((col(Case.kind) == CaseKind.MISFORTUNE, 0), else_=1)
    is_answered = case((col(Case.waiting_since).is_(None), 1), else_=0)
    query = select(Case).where(col(Case.state) == CaseState.OPEN)
    query = query.order_by(is_answered, is_other, col(Case.waiting_since), col(Case.opened_at), col(Case.id))
    return await _cards(tx, query.limit(limit).offset(offset))


async def list_cases_of(tx: Transaction, contact_id: UUID) -> list[CaseCard]:
    """Everything the person ever asked a person for."""
    query = select(Case).where(col(Case.contact_id) == contact_id)
    return await _cards(tx, query.order_by(col(Case.opened_at), col(Case.id)))


async def list_cases_owned(tx: Transaction, contact_id: UUID) -> list[Case]:
    """The open cases that an officer has."""
    query = select(Case).where(col(Case.owner_id) == contact_id, col(Case.state) == CaseState.OPEN)
    return [snapshot(row) for row in (await tx.execute(query.order_by(col(Case.opened_at)))).scalars()]


async def list_unclaimed(tx: Transaction) -> list[CaseCard]:
    """The open cases that are nobody's, the oldest first."""
    query = select(Case).where(col(Case.owner_id).is_(None), col(Case.state) == CaseState.OPEN)
    return await _cards(tx, query.order_by(col(Case.opened_at), col(Case.id)))


async def list_orphans(tx: Transaction, officers: Collection[UUID]) -> list[Case]:
    """Open cases whose owner is none of these officers any more."""
    query = select(Case).where(
        col(Case.state) == CaseState.OPEN,
        col(Case.owner_id).is_not(None),
        col(Case.owner_id).not_in(list(officers)),
    )
    return [snapshot(row) for row in (await tx.execute(query.order_by(col(Case.opened_at)))).scalars()]


async def change_case(tx: Transaction, seen: Case, **values: Any) -> Case | None:  # noqa: ANN401 - reason: any column
    """Change columns unless somebody did since it was read: the case as it is now, or None."""
    statement = update(Case).where(
        col(Case.id) == seen.id, col(Case.state) == seen.state, col(Case.version) == seen.version
    )
    values = {**values, "version": seen.version + 1}
    if await tx.changed(statement.values(values)) != 1:
        return None
    return seen.model_copy(update=values)


async def has_reached_since_screen(tx: Transaction, case: Case, kind: str) -> bool:
    """Whether such a message about their case reached the person after the screen that they are on."""
    shown = select(Conversation.updated_at).where(col(Conversation.contact_id) == case.contact_id)
    query = select(func.count()).where(
        col(Message.subject_id) == case.id,
        col(Message.contact_id) == case.contact_id,
        col(Message.kind) == kind,
        col(Message.state) == MessageState.SENT,
        col(Message.finished_at) > shown.scalar_subquery(),
    )
    return bool((await tx.execute(query)).scalar_one())


async def list_rated(tx: Transaction, *, limit: int, but_of: UUID) -> list[CaseCard]:
    """Rated cases, those closed last first; not those that this officer closed."""
    query = select(Case).where(col(Case.rating).is_not(None), col(Case.owner_id).is_distinct_from(but_of))
    return await _cards(tx, query.order_by(col(Case.closed_at).desc(), col(Case.id)).limit(limit))


async def note_waiting(tx: Transaction, case_id: UUID, since: datetime) -> bool:
    """Somebody waits for an answer; False when they did already."""
    statement = update(Case).where(
        col(Case.id) == case_id, col(Case.state) == CaseState.OPEN, col(Case.waiting_since).is_(None)
    )
    return await tx.changed(statement.values(waiting_since=since, waiting_steps=0)) == 1


async def note_answer(tx: Transaction, case_id: UUID, now: datetime) -> None:
    """Nobody waits any more; when they were answered first stays."""
    statement = update(Case).where(col(Case.id) == case_id)
    await tx.execute(statement.where(col(Case.answered_at).is_(None)).values(answered_at=now))
    await tx.execute(statement.values(waiting_since=None, waiting_steps=0))


async def note_reminded(tx: Transaction, seen: Case) -> bool:
    """One more step was taken for somebody who waits; False when somebody moved meanwhile."""
    statement = update(Case).where(
        col(Case.id) == seen.id,
        col(Case.waiting_since) == seen.waiting_since,
        col(Case.waiting_steps) == seen.waiting_steps,
    )
    return await tx.changed(statement.values(waiting_steps=seen.waiting_steps + 1)) == 1


async def rate_case(tx: Transaction, case_id: UUID, contact_id: UUID, stars: int) -> bool:
    """Rate one's own closed case, once; whether it counted."""
    statement = update(Case).where(
        col(Case.id) == case_id,
        col(Case.contact_id) == contact_id,
        col(Case.state) == CaseState.CLOSED,
        col(Case.rating).is_(None),
    )
    return await tx.changed(statement.values(rating=stars)) == 1


async def add_rating_words(tx: Transaction, case_id: UUID, contact_id: UUID, words: str) -> bool:
    """What somebody says beside their rating; False when there is none, or it has words already."""
    sealed = tx.keys.seal(words, table=TABLE, column="rating_words", id=case_id)
    statement = update(Case).where(
        col(Case.id) == case_id,
        col(Case.contact_id) == contact_id,
        col(Case.rating).is_not(None),
        col(Case.rating_words).is_(None),
    )
    return await tx.changed(statement.values(rating_words=sealed)) == 1


async def count_cases(tx: Transaction, since: datetime, now: datetime, *, late: str) -> CaseCounts:
    """How cases opened since a time have gone; a promise counts once it was kept or its day is over.

    A promise in whose place another was made was told as broken: by a message of the kind `late`.
    """
    is_kept = col(Case.answered_at) <= col(Case.promised_until)
    query = select(
        func.count(col(Case.id)).filter(or_(is_kept, col(Case.promised_until) <= now)),
        func.count(col(Case.id)).filter(is_kept),
        func.count(col(Case.rating)),
        func.coalesce(func.sum(col(Case.rating)), 0),
    ).where(col(Case.opened_at) >= since)
    promised, kept, rated, stars = (await tx.execute(query)).one()
    broken = select(func.count(col(Message.id))).where(
        col(Message.kind) == late,
        col(Message.created_at) >= since,
        col(Message.state) != MessageState.CANCELLED,
    )
    return CaseCounts(promised + int((await tx.execute(broken)).scalar_one()), kept, rated, int(stars))


async def count_waiting(tx: Transaction) -> Waiting:
    """Who waits now."""
    query = select(
        func.count(col(Case.id)).filter(col(Case.owner_id).is_(None)),
        func.count(col(Case.waiting_since)),
        func.min(col(Case.waiting_since)),
    ).where(col(Case.state) == CaseState.OPEN)
    unclaimed, unanswered, since = (await tx.execute(query)).one()
    return Waiting(unclaimed, unanswered, since)


async def find_area_of(tx: Transaction, contact_id: UUID) -> str | None:
    """Where somebody lives as far as they told: their newest registration's village, or their link's."""
    registered = select(Lead.village_code).where(col(Lead.contact_id) == contact_id)
    newest = await tx.execute(registered.order_by(col(Lead.submitted_at).desc()).limit(1))
    if (village := newest.scalar_one_or_none()) is not None:
        return str(village)
    linked = select(Source.village_code).join(Contact, col(Contact.last_source) == col(Source.code))
    return (await tx.execute(linked.where(col(Contact.id) == contact_id))).scalar_one_or_none()


async def delete_cases_before(tx: Transaction, before: datetime) -> int:
    """Delete cases that were closed before a time, with what was said; how many went."""
    statement = delete(Case).where(col(Case.state) == CaseState.CLOSED, col(Case.closed_at) < before)
    return await tx.changed(statement)


async def _first(tx: Transaction, query: Select[Any]) -> Case | None:
    found = (await tx.execute(query.limit(1))).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def _cards(tx: Transaction, query: Select[Any]) -> list[CaseCard]:
    rows = [snapshot(row) for row in (await tx.execute(query)).scalars()]
    return [card for card in (_opened(tx, row) for row in rows) if card]


def _opened(tx: Transaction, row: Case | None) -> CaseCard | None:
    if row is None:
        return None
    return CaseCard(row, _unsealed(tx, row, "note"), _unsealed(tx, row, "rating_words"))


def _unsealed(tx: Transaction, row: Case, column: str) -> str:
    sealed: bytes | None = getattr(row, column)
    return tx.keys.open(sealed, table=TABLE, column=column, id=row.id) if sealed else ""
