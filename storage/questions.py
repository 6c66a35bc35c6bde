"""Questions that nothing written answers: kept without their asker, listed, deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, select

from storage.database import Transaction
from storage.inserts import insert
from storage.models.questions import UnansweredQuestion
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question with its words opened; `refused_answer` is what was shown and was not it."""

    id: UUID
    text: str
    refused_answer: str | None
    asked_at: datetime


async def add_question(
    tx: Transaction, text: str, now: datetime, *, refused_answer: str | None = None
) -> None:
    """Keep a question; its words must have been cleaned before."""
    id_ = new_id()
    values = {
        "id": id_,
        "text": tx.keys.seal(text, table="unanswered_question", column="text", id=id_),
        "refused_answer": refused_answer,
        "asked_at": now,
    }
    await insert(tx, UnansweredQuestion, values)


async def list_questions(tx: Transaction, *, limit: int) -> list[Unanswered]:
    """The newest questions, newest first."""
    query = select(UnansweredQuestion).order_by(col(UnansweredQuestion.id).desc()).limit(limit)
    return [_opened(tx, row) for row in (await tx.execute(query)).scalars()]


async def delete_questions(tx: Transaction, ids: Sequence[UUID]) -> int:
    """Delete questions that staff have seen to; how many went."""
    return await tx.changed(delete(UnansweredQuestion).where(col(UnansweredQuestion.id).in_(ids)))


async def forget_questions(tx: Transaction, before: datetime) -> int:
    """Delete questions asked before a time; how many went."""
    return await tx.changed(delete(UnansweredQuestion).where(col(UnansweredQuestion.asked_at) < before))


def _opened(tx: Transaction, row: UnansweredQuestion) -> Unanswered:
    text = tx.keys.open(row.text, table="unanswered_question", column="text", id=row.id)
    return Unanswered(row.id, text, row.refused_answer, row.asked_at)
