"""Rows changed many at a time: each with values of its own and only as it was read, all in one statement."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Subquery,
    TableValuedAlias,
    Text,
    bindparam,
    cast,
    column,
    func,
    select,
    type_coerce,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.sql.dml import ReturningUpdate

from storage.database import Transaction
from storage.inserts import Names, Row
from storage.models.base import Table, table_of

READ = "read_"
ROWS = "rows_given"
Given = TableValuedAlias | Subquery


def given(table: type[Table], names: Names, *, is_sqlite: bool) -> Given:
    """The rows of the parameter ROWS as a table to join with, so that the statement is made only once.

    `names` are columns of `table`, or those with `read_` before them.
    """
    of, rows = table_of(table).c, bindparam(ROWS, type_=Text)
    types = {name: of[name.removeprefix(READ)].type for name in names}
    if not is_sqlite:
        columns = [column(name, type_) for name, type_ in types.items()]
        return (
            func.jsonb_to_recordset(cast(rows, JSONB))
            .table_valued(*columns)
            .render_derived(name="given", with_types=True)
        )
    row = func.json_each(rows).table_valued("value", name="row")
    return select(
        *[
            type_coerce(func.json_extract(row.c.value, f"$.{name}"), type_).label(name)
            for name, type_ in types.items()
        ]
    ).subquery("given")


def as_given(tx: Transaction, rows: Sequence[Row]) -> dict[str, str]:
    """The parameter that holds these rows, their values as the database keeps them."""
    plain = [{name: _plain(tx, value) for name, value in row.items()} for row in rows]
    return {ROWS: json.dumps(plain)}


def _plain(tx: Transaction, value: object) -> object:
    if isinstance(value, UUID):
        return value.hex if tx.is_sqlite else str(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}{'' if tx.is_sqlite else '+00:00'}"
    return value


async def change_rows(tx: Transaction, table: type[Table], rows: Sequence[Row]) -> set[UUID]:
    """Change rows of a table, all in the same columns; the ids of those that were changed.

    Each row names its `id`, its new values, and under `read_...` what must still be as it was read.
    """
    if not rows:
        return set()
    statement = _change(table, tuple(rows[0]), is_sqlite=tx.is_sqlite)
    return set((await tx.execute(statement, as_given(tx, rows))).scalars())


@cache
def _change(table: type[Table], names: Names, *, is_sqlite: bool) -> ReturningUpdate[Any]:
    source, of = given(table, names, is_sqlite=is_sqlite), table_of(table).c
    expected = [of[name.removeprefix(READ)] == source.c[name] for name in names if name.startswith(READ)]
    new = {name: source.c[name] for name in names if name != "id" and not name.startswith(READ)}
    statement = update(table_of(table)).values(new).where(of.id == source.c.id, *expected)
    return statement.returning(of.id)
