"""Rows changed many at a time: each with values of its own and only as it was read, all in one statement."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CTE, column, update, values

from storage.database import Transaction
from storage.inserts import Row
from storage.models.base import Table, table_of

READ = "read_"


def given(table: type[Table], rows: Sequence[Row], names: tuple[str, ...]) -> CTE:
    """Rows as a table to join with: `names` are columns of `table`, or those with `read_` before them."""
    of = table_of(table).c
    columns = [column(name, of[name.removeprefix(READ)].type) for name in names]
    return (
        values(*columns, name="rows_given").data([tuple(row[name] for name in names) for row in rows]).cte()
    )


async def change_rows(
    tx: Transaction, table: type[Table], rows: Sequence[Row], *, key: str = "id"
) -> set[Any]:
    """Change rows of a table, all in the same columns; the keys of those that were changed.

    Each row names its `key`, its new values, and under `read_...` what must still be as it was read.
    """
    if not rows:
        return set()
    names = tuple(rows[0])
    source, of = given(table, rows, names), table_of(table).c
    expected = [of[name.removeprefix(READ)] == source.c[name] for name in names if name.startswith(READ)]
    new = {name: source.c[name] for name in names if name != key and not name.startswith(READ)}
    statement = update(table_of(table)).values(new).where(of[key] == source.c[key], *expected)
    return set((await tx.execute(statement.returning(of[key]))).scalars())
