"""Changes of facts and of texts: proposing, deciding by compare-and-set, and what has been approved."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
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
    """What is proposed: a fact's value (as text), its source, and the day from which it holds.

    `valid_until` is for what is meant to end. For a text: its key, its new words, the language, and the hash
    of the shipped words.
    """

    fact_id: str
    value: str
    source: str
    valid_from: date
    language: str | None = None
    shipped: str | None = None
    valid_until: date | None = None


async def add_changes(
    tx: Transaction, news: Sequence[NewFactChange], proposed_by: UUID, now: datetime
) -> list[FactChange]:
    """Put a proposal down, of one change or several; the first one stands for it."""
    proposal = new_id()
    return [
        await _add_change(tx, new, new_id() if index else proposal, proposal, proposed_by, now)
        for index, new in enumerate(news)
    ]


async def _add_change(
    tx: Transaction, new: NewFactChange, id_: UUID, proposal: UUID, proposed_by: UUID, now: datetime
) -> FactChange:
    change = FactChange(
        id=id_,
        number=await unused_number(tx),
        proposal=proposal,
        **asdict(new),
        proposed_by=proposed_by,
        proposed_at=now,
    )
    await insert(tx, FactChange, change.model_dump())
    return change


async def add_withdrawal(
    tx: Transaction, key: str, language: str, day: date, by: UUID, now: datetime
) -> FactChange:
    """Put down that a text is told as it was shipped again: proposed and decided in one, by one."""
    id_ = new_id()
    change = FactChange(
        id=id_,
        number=await unused_number(tx),
        proposal=id_,
        fact_id=key,
        language=language,
        value="",
        source="",
        valid_from=day,
        state=FactChangeState.APPROVED,
        proposed_by=by,
        proposed_at=now,
        decided_by=by,
        decided_at=now,
    )
    await insert(tx, FactChange, change.model_dump())
    return change


async def find_change(tx: Transaction, number: str) -> FactChange | None:
    """The change with this number."""
    return (await tx.execute(select(FactChange).where(col(FactChange.number) == number))).scalar_one_or_none()


async def find_change_by_id(tx: Transaction, id_: UUID) -> FactChange | None:
    """The change with this id."""
    return (await tx.execute(select(FactChange).where(col(FactChange.id) == id_))).scalar_one_or_none()


async def list_changes(tx: Transaction, state: FactChangeState) -> list[FactChange]:
    """Changes in a state, the latest proposed first; those of one proposal in the opposite of its order."""
    query = select(FactChange).where(col(FactChange.state) == state)
    query = query.order_by(col(FactChange.proposed_at).desc(), col(FactChange.id).desc())
    return list((await tx.execute(query)).scalars())


async def list_proposal(tx: Transaction, proposal: UUID) -> list[FactChange]:
    """The changes of one proposal, in the order in which they were put down."""
    query = select(FactChange).where(col(FactChange.proposal) == proposal).order_by(col(FactChange.id))
    return list((await tx.execute(query)).scalars())


async def list_text_changes(tx: Transaction, key: str, language: str) -> list[FactChange]:
    """Whatever was proposed for a text in a language, the latest first."""
    query = select(FactChange).where(col(FactChange.fact_id) == key, col(FactChange.language) == language)
    query = query.order_by(col(FactChange.proposed_at).desc(), col(FactChange.id).desc())
    return list((await tx.execute(query)).scalars())


async def list_open_proposals(
    tx: Transaction, *, fact_id: str | None = None, texts: bool = False, limit: int = 500
) -> list[FactChange]:
    """The first change of each proposal - that touches the fact - nobody has decided, the latest first.

    Of facts, or else of texts.
    """
    of_a_text = col(FactChange.language).is_not(None)
    wanted = select(FactChange.proposal).where(
        col(FactChange.state) == FactChangeState.PROPOSED, of_a_text if texts else ~of_a_text
    )
    if fact_id is not None:
        wanted = wanted.where(col(FactChange.fact_id) == fact_id)
    query = select(FactChange).where(col(FactChange.id).in_(wanted))
    query = query.order_by(col(FactChange.proposed_at).desc(), col(FactChange.id).desc())
    return list((await tx.execute(query.limit(limit))).scalars())


async def list_changes_of(tx: Transaction, contact_id: UUID) -> list[FactChange]:
    """The changes that somebody proposed or decided on, the oldest first."""
    theirs = or_(col(FactChange.proposed_by) == contact_id, col(FactChange.decided_by) == contact_id)
    query = select(FactChange).where(theirs).order_by(col(FactChange.proposed_at))
    return list((await tx.execute(query)).scalars())


async def decide_proposal(
    tx: Transaction,
    first: FactChange,
    state: FactChangeState,
    decided_by: UUID,
    now: datetime,
    *,
    reason: str | None = None,
) -> bool:
    """Decide a whole proposal as it was seen; False when it was decided since, or is one's own.

    Its changes only ever change together, so they are all in one state and of one version.
    """
    statement = update(FactChange).where(
        col(FactChange.proposal) == first.proposal,
        col(FactChange.state) == FactChangeState.PROPOSED,
        col(FactChange.version) == first.version,
        col(FactChange.proposed_by).is_distinct_from(decided_by),
    )
    values: dict[str, Any] = {
        "state": state,
        "version": first.version + 1,
        "decided_by": decided_by,
        "decided_at": now,
        "reason": reason,
    }
    return await tx.changed(statement.values(values)) > 0


async def count_approved(tx: Transaction) -> int:
    """How many changes were ever approved: as none is taken back, a number that only another one raises."""
    query = select(func.count()).where(col(FactChange.state) == FactChangeState.APPROVED)
    return int((await tx.execute(query)).scalar_one())
