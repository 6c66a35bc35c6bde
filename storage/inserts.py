"""INSERT with ON CONFLICT in the dialect of the open transaction."""

from functools import cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Transaction
from storage.models.base import Table, table_of

Insert = postgresql.Insert | sqlite.Insert
Names = tuple[str, ...]


def insert(tx: Transaction, table: type[Table], values: dict[str, Any] | list[dict[str, Any]]) -> Insert:
    """An INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return _insert(table, is_sqlite=tx.is_sqlite).values(values)


async def insert_new(tx: Transaction, table: type[Table], values: dict[str, Any]) -> bool:
    """Insert a row unless its key or a unique value stands already; whether it was inserted."""
    return await tx.changed(_insert_new(table, is_sqlite=tx.is_sqlite), values) == 1


async def upsert(
    tx: Transaction, table: type[Table], values: dict[str, Any], *, key: Names, kept: Names = ()
) -> None:
    """Insert a row, or write the values over those of the row with this key, but for the `kept` columns."""
    written = tuple(name for name in values if name not in {*key, *kept})
    await tx.execute(upsert_statement(table, key, written, is_sqlite=tx.is_sqlite), values)


@cache
def upsert_statement(table: type[Table], key: Names, written: Names, *, is_sqlite: bool) -> Insert:
    """Made once, its values given when it is executed: making one costs as much as running it."""
    statement = _insert(table, is_sqlite=is_sqlite)
    new = {name: statement.excluded[name] for name in written}
    return statement.on_conflict_do_update(index_elements=key, set_=new)


@cache
def _insert_new(table: type[Table], *, is_sqlite: bool) -> Insert:
    return _insert(table, is_sqlite=is_sqlite).on_conflict_do_nothing()


def _insert(table: type[Table], *, is_sqlite: bool) -> Insert:
    return sqlite.insert(table_of(table)) if is_sqlite else postgresql.insert(table_of(table))
