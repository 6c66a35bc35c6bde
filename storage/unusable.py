"""Databases that will not serve however often one tries, and what an operator is told of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from storage.errors import DatabaseUnusable

IN_SQLITE = {
    sqlite3.SQLITE_NOTADB: "the file of DATABASE_URL is no database",
    sqlite3.SQLITE_CORRUPT: "the file of DATABASE_URL is damaged: restore a backup",
    sqlite3.SQLITE_READONLY: "the file of DATABASE_URL cannot be written: give this user the right to it",
    sqlite3.SQLITE_PERM: "the file of DATABASE_URL cannot be written: give this user the right to it",
}
IN_POSTGRESQL = {
    "28": "the database refuses the user or password of DATABASE_URL",
    "3D": "the server has no database of the name in DATABASE_URL: create it",
    "42501": "the user of DATABASE_URL lacks a right in the database: grant it",
}
"""Classes and codes of PostgreSQL, and what an operator is told."""


@contextmanager
def unusable_named() -> Iterator[None]:
    """DatabaseUnusable, in plain words, for a database that will not serve however often one tries."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if reason := _why_unusable(getattr(error, "orig", error)):
            raise DatabaseUnusable(reason) from None
        raise


def _why_unusable(cause: BaseException | None) -> str | None:
    sqlstate = str(getattr(cause, "sqlstate", None) or "")
    by_state = (words for begin, words in IN_POSTGRESQL.items() if sqlstate.startswith(begin))
    return IN_SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF) or next(by_state, None)
