"""How rows are written: insert one, insert it unless it stands already, put it in place, or insert many."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Transaction, outages_named
from storage.models.base import Table, table_of

Insert = postgresql.Insert | sqlite.Insert
Names = tuple[str, ...]
Row = Mapping[str, Any]


async def insert(tx: Transaction, table: type[Table], values: Row) -> None:
    """Insert a row that cannot stand already; a key or unique value that is taken raises."""
    await tx.execute(insert_statement(table, is_sqlite=tx.is_sqlite), dict(values))


async def insert_new(tx: Transaction, table: type[Table], values: Row, *, unless: Names = ()) -> bool:
    """Insert a row unless its key or a unique value stands already; whether it was inserted.

    With `unless` only these columns may be taken; any other clash raises.
    """
    return await tx.changed(_insert_new(table, unless, is_sqlite=tx.is_sqlite), dict(values)) == 1


async def upsert(tx: Transaction, table: type[Table], values: Row, *, key: Names, kept: Names = ()) -> None:
    """Insert a row, or write the values over those of the row with this key, but for the `kept` columns."""
    written = tuple(name for name in values if name not in {*key, *kept})
    await tx.execute(upsert_statement(table, key, written, is_sqlite=tx.is_sqlite), dict(values))


async def upsert_many(
    tx: Transaction, table: type[Table], rows: Sequence[Row], *, key: Names, kept: Names = ()
) -> None:
    """Insert many rows, or write their values over those of the rows with these keys."""
    if rows:
        written = tuple(name for name in rows[0] if name not in {*key, *kept})
        statement = upsert_statement(table, key, written, is_sqlite=tx.is_sqlite)
        with outages_named():
            await tx.session.execute(statement, [dict(row) for row in rows])


async def insert_many(
    tx: Transaction, table: type[Table], rows: Sequence[Row], *, unless: Names = ()
) -> None:
    """Insert many rows at once; with `unless` those are left out for which these columns are taken."""
    if rows:
        plain = insert_statement(table, is_sqlite=tx.is_sqlite)
        statement = plain.on_conflict_do_nothing(index_elements=unless) if unless else plain
        with outages_named():
            await tx.session.execute(statement, [dict(row) for row in rows])


async def insert_all_new(tx: Transaction, table: type[Table], rows: Sequence[Row]) -> None:
    """Insert those of many rows whose key and unique values are not taken."""
    with outages_named():
        await tx.session.execute(_insert_new(table, (), is_sqlite=tx.is_sqlite), [dict(row) for row in rows])


@cache
def upsert_statement(table: type[Table], key: Names, written: Names, *, is_sqlite: bool) -> Insert:
    """Made once, its values given when it is executed: making one costs as much as running it."""
    statement = insert_statement(table, is_sqlite=is_sqlite)
    new = {name: statement.excluded[name] for name in written}
    return statement.on_conflict_do_update(index_elements=key, set_=new)


@cache
def _insert_new(table: type[Table], unless: Names, *, is_sqlite: bool) -> Insert:
    statement = insert_statement(table, is_sqlite=is_sqlite)
    return statement.on_conflict_do_nothing(index_elements=unless or None)


def insert_statement(table: type[Table], *, is_sqlite: bool) -> Insert:
    """The dialect's own INSERT, for a conflict clause that only one place needs."""
    return sqlite.insert(table_of(table)) if is_sqlite else postgresql.insert(table_of(table))
