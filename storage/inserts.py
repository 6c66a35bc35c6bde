"""INSERT with ON CONFLICT in the dialect of the open transaction."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Transaction
from storage.models.base import Table

Insert = postgresql.Insert | sqlite.Insert


def insert(tx: Transaction, table: type[Table], values: dict[str, Any] | list[dict[str, Any]]) -> Insert:
    """An INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    statement = sqlite.insert(table) if tx.is_sqlite else postgresql.insert(table)
    return statement.values(values)


async def insert_new(tx: Transaction, table: type[Table], values: dict[str, Any]) -> bool:
    """Insert a row unless its key or a unique value stands already; whether it was inserted."""
    return await tx.changed(insert(tx, table, values).on_conflict_do_nothing()) == 1
