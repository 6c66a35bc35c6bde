"""What was said about cases, by the person and by staff."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from storage.database import Transaction
from storage.inserts import insert
from storage.models.cases import CaseEntry
from storage.types import JsonObject, new_id


@dataclass(frozen=True, slots=True)
class Said:
    """An entry with its body opened: "text", or "kind" and "file_id" of a file."""

    entry: CaseEntry
    body: JsonObject


async def add_entry(
    tx: Transaction,
    case_id: UUID,
    author_id: UUID,
    body: JsonObject,
    now: datetime,
    *,
    is_from_staff: bool,
) -> None:
    """Write down what was said."""
    id_ = new_id()
    sealed = tx.keys.seal(json.dumps(body), table="case_entry", column="body", id=id_)
    values = {
        "id": id_,
        "case_id": case_id,
        "author_id": author_id,
        "is_from_staff": is_from_staff,
        "body": sealed,
        "said_at": now,
    }
    await insert(tx, CaseEntry, values)


async def list_entries(tx: Transaction, case_id: UUID, *, limit: int) -> list[Said]:
    """The newest things said, the oldest of them first."""
    query = select(CaseEntry).where(col(CaseEntry.case_id) == case_id)
    query = query.order_by(col(CaseEntry.said_at).desc(), col(CaseEntry.id).desc()).limit(limit)
    rows = list((await tx.execute(query)).scalars())
    return [_opened(tx, row) for row in reversed(rows)]


def _opened(tx: Transaction, row: CaseEntry) -> Said:
    return Said(row, json.loads(tx.keys.open(row.body, table="case_entry", column="body", id=row.id)))
