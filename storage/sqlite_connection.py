"""SQLite behind aiosqlite with one hop to its thread for a statement, where SQLAlchemy's cursor makes four.

Each hop wakes a thread and then the event loop, which takes longer than the statements of an update do, and
keeps the one writer waiting. Here opening a cursor, executing, fetching and closing are one; and in a brief
transaction only its beginning, which may wait for a lock, and its end, which waits for the disk, are hops.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from functools import partial
from typing import Any, Self

import aiosqlite

Row = tuple[Any, ...]
Done = tuple[sqlite3.Cursor, list[Row]]
Work = Callable[[sqlite3.Connection, str, Sequence[Any]], Done]


is_brief: ContextVar[bool] = ContextVar("is_brief", default=False)
"""Whether the transaction's statements are few and small, so that they run where they are asked for."""


class BufferedCursor:
    """What SQLAlchemy's adapter uses of a driver's cursor, all rows fetched at once."""

    arraysize = 1

    def __init__(self, connection: "OneHopConnection") -> None:
        self._connection = connection
        self._rows: deque[Row] = deque()
        self.description: Sequence[Any] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        return self._keep(*await self._connection.do(_execute, statement, parameters))

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> Self:
        return self._keep(*await self._connection.do(_execute_many, statement, parameters))

    def _keep(self, cursor: sqlite3.Cursor, rows: list[Row]) -> Self:
        self.description, self._rows = cursor.description, deque(rows)
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        return self

    async def fetchone(self) -> Row | None:
        return self._rows.popleft() if self._rows else None

    async def fetchmany(self, size: int | None = None) -> list[Row]:
        return [self._rows.popleft() for _ in range(min(size or self.arraysize, len(self._rows)))]

    async def fetchall(self) -> list[Row]:
        rows, self._rows = list(self._rows), deque()
        return rows

    async def close(self) -> None:
        self._rows.clear()


class OneHopConnection(aiosqlite.Connection):
    """A connection whose cursors fetch where they execute."""

    _is_settled = False  # nothing was done since the last commit: there is nothing to roll back
    _stopping: asyncio.Future[None] | None = None

    def cursor(self) -> BufferedCursor:  # type: ignore[override]  # reason: what SQLAlchemy uses of one
        return BufferedCursor(self)

    async def do(self, work: Work, statement: str, parameters: Sequence[Any]) -> Done:
        """Let the thread do the work, but not a brief transaction's once it has begun.

        A task cancelled meanwhile leaves it to be rolled back.
        """
        self._is_settled = False
        if is_brief.get() and self._conn.in_transaction:
            return work(self._conn, statement, parameters)
        done: Done = await self._execute(work, self._conn, statement, parameters)  # type: ignore[no-untyped-call]  # reason: aiosqlite's only way to its thread
        return done

    async def commit(self) -> None:
        await super().commit()
        self._is_settled = True

    async def rollback(self) -> None:
        """Free when all is committed: the pool rolls back whatever comes home to it."""
        if not self._is_settled:
            await super().rollback()

    def stop(self) -> asyncio.Future[None] | None:
        """Once: the thread ends with the first, and nobody would answer a second.

        SQLAlchemy stops a connection whose closing was cancelled, and that closing stops it, too: the
        service would wait for ever when it is to end.
        """
        if self._stopping is None:
            self._stopping = super().stop()
        return self._stopping


async def connect(path: str) -> OneHopConnection:
    """Open a file, or `:memory:`."""
    connection = OneHopConnection(partial(sqlite3.connect, path, check_same_thread=False), iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 - reason: as SQLAlchemy does, so that it holds up no exit
    await connection
    return connection


def _execute(connection: sqlite3.Connection, statement: str, parameters: Sequence[Any]) -> Done:
    return _closed(connection.execute(statement, parameters))


def _execute_many(connection: sqlite3.Connection, statement: str, parameters: Sequence[Any]) -> Done:
    return _closed(connection.executemany(statement, parameters))


def _closed(cursor: sqlite3.Cursor) -> Done:
    """The cursor's counts and column names outlive its closing."""
    rows = cursor.fetchall() if cursor.description else []
    cursor.close()
    return cursor, rows
