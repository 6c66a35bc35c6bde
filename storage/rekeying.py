"""Rekeying: everything sealed or indexed moves to the current keys, a batch a transaction, safe to repeat."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Table as CoreTable
from sqlalchemy import select, update

from storage.database import Database, Transaction
from storage.leads import open_lead, reindex_lead
from storage.models import metadata
from storage.models.leads import Lead

BATCH = 200


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where sealed values stand: the table, its id, and each column with the name it was sealed under."""

    table: str
    id: str
    columns: dict[str, str]


LEAD_COLUMNS = ("name", "phone", "occupation_detail", "hamlet", "passphrase", "membership_number")
SEALED = (
    Sealed("lead", "id", {name: name for name in LEAD_COLUMNS}),
    Sealed("volunteer", "id", {"name": "name", "phone": "phone"}),
    Sealed("lead_event", "id", {"details": "details"}),
    Sealed("submission", "id", {"answers": "answers"}),
    Sealed("support_case", "id", {"note": "note", "rating_words": "rating_words"}),
    Sealed("case_words", "id", {"text": "text", "file_id": "file_id"}),
    Sealed("officer", "contact_id", {"name": "name"}),
    Sealed("saved_reply", "id", {"body": "body"}),
    Sealed("campaign", "id", {"decision_note": "decision_note"}),
    Sealed("campaign_event", "id", {"details": "details"}),
    Sealed("message", "id", {"params": "params"}),
    Sealed("conversation", "contact_id", {"params": "state"}),
    Sealed("draft", "contact_id", {"state": "state"}),
    Sealed("quarantine", "id", {"body": "body"}),
    Sealed("unanswered_question", "id", {"text": "text"}),
    Sealed("saying", "id", {"text": "text"}),
)
"""A test walks the tables and finds every binary column here."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How names are normalised before they are indexed; the rules are bot/names.py's."""

    key: Callable[[str], str]
    words: Callable[[str], tuple[str, ...]]


async def rekey_everything(database: Database, naming: Naming) -> dict[str, int]:
    """Move every row to the current keys; how many rows of each table were moved.

    Suppressions stay under the key they were made with - what they index is erased -, so an index key
    must stay in the ring for as long as they are to hold.
    """
    moved = {sealed.table: await _rekey_table(database, sealed) for sealed in SEALED}
    moved["lead indexes"] = await _reindex_leads(database, naming)
    return moved


async def _rekey_table(database: Database, sealed: Sealed) -> int:
    table = metadata.tables[sealed.table]
    after: UUID | None = None
    moved = 0
    while True:
        async with database.transaction() as tx:
            rows = await _page(tx, table, sealed.id, after)
            moved += sum([await _reseal(tx, table, sealed, row) for row in rows])
        if not rows:
            return moved
        after = rows[-1][sealed.id]


async def _page(tx: Transaction, table: CoreTable, id_: str, after: UUID | None) -> list[dict[str, Any]]:
    query = select(table).order_by(table.c[id_]).limit(BATCH)
    if after is not None:
        query = query.where(table.c[id_] > after)
    return [dict(row) for row in (await tx.execute(query)).mappings()]


async def _reseal(tx: Transaction, table: CoreTable, sealed: Sealed, row: dict[str, Any]) -> int:
    """Write what must move, unless the row changed since it was read; 1 when it was written."""
    id_ = row[sealed.id]
    old = {column: row[column] for column in sealed.columns if row[column] is not None}
    new = {
        column: tx.keys.reseal(value, table=sealed.table, column=sealed.columns[column], id=id_)
        for column, value in old.items()
    }
    changed = {column: value for column, value in new.items() if value != old[column]}
    if not changed:
        return 0
    unchanged = [table.c[column] == old[column] for column in changed]
    return await tx.changed(update(table).where(table.c[sealed.id] == id_, *unchanged).values(**changed))


async def _reindex_leads(database: Database, naming: Naming) -> int:
    """Index phones and names anew; runs after the leads are sealed with the current key."""
    table = metadata.tables["lead"]
    after: UUID | None = None
    moved = 0
    while True:
        async with database.transaction() as tx:
            rows = await _page(tx, table, "id", after)
            for row in rows:
                card = open_lead(tx, Lead(**row))
                moved += await reindex_lead(tx, card, naming.key(card.name), naming.words(card.name))
        if not rows:
            return moved
        after = rows[-1]["id"]
