"""What was said about a case, in order."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from storage.database import Transaction
from storage.inserts import insert
from storage.models.base import snapshot
from storage.models.cases import CaseWords, WordsForm
from storage.types import new_id

TABLE = "case_words"


@dataclass(frozen=True, slots=True)
class NewWords:
    """What somebody says: text, or a file by Telegram's id of it, perhaps with a caption."""

    form: WordsForm
    text: str = ""
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class SaidWords:
    """What somebody said, opened."""

    row: CaseWords
    text: str
    file_id: str


async def add_words(
    tx: Transaction, case_id: UUID, author_id: UUID, new: NewWords, now: datetime, *, is_from_staff: bool
) -> SaidWords:
    """Write down what was said."""
    id_ = new_id()
    row = CaseWords(
        id=id_,
        case_id=case_id,
        author_id=author_id,
        is_from_staff=is_from_staff,
        form=new.form,
        text=tx.keys.seal(new.text, table=TABLE, column="text", id=id_),
        file_id=tx.keys.seal(new.file_id, table=TABLE, column="file_id", id=id_),
        said_at=now,
    )
    await insert(tx, CaseWords, row.model_dump())
    return SaidWords(row, new.text, new.file_id)


async def find_words(tx: Transaction, words_id: UUID) -> SaidWords | None:
    """One thing that was said."""
    query = select(CaseWords).where(col(CaseWords.id) == words_id)
    row = (await tx.execute(query)).scalar_one_or_none()
    return None if row is None else _opened(tx, row)


async def list_words(tx: Transaction, case_id: UUID, *, newest: int | None = None) -> list[SaidWords]:
    """What was said about a case, the oldest first; or of that only the newest so many."""
    query = select(CaseWords).where(col(CaseWords.case_id) == case_id)
    query = query.order_by(col(CaseWords.said_at).desc(), col(CaseWords.id).desc())
    rows = (await tx.execute(query if newest is None else query.limit(newest))).scalars()
    return [_opened(tx, row) for row in reversed(list(rows))]


async def find_last_answer(tx: Transaction, case_id: UUID, author_id: UUID) -> SaidWords | None:
    """What an officer wrote last about a case."""
    query = select(CaseWords).where(
        col(CaseWords.case_id) == case_id,
        col(CaseWords.author_id) == author_id,
        col(CaseWords.is_from_staff).is_(True),
        col(CaseWords.form) == WordsForm.TEXT,
    )
    query = query.order_by(col(CaseWords.said_at).desc(), col(CaseWords.id).desc()).limit(1)
    row = (await tx.execute(query)).scalar_one_or_none()
    return None if row is None else _opened(tx, row)


def _opened(tx: Transaction, row: CaseWords) -> SaidWords:
    text = tx.keys.open(row.text, table=TABLE, column="text", id=row.id)
    file_id = tx.keys.open(row.file_id, table=TABLE, column="file_id", id=row.id)
    return SaidWords(snapshot(row), text, file_id)
