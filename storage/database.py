"""The engine and the transaction: one writer on SQLite, a pool on PostgreSQL, errors translated once."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import URL, CursorResult, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.sql import Executable

from storage.crypto import KeyRing
from storage.errors import StorageUnavailable
from storage.sqlite_connection import connect, is_brief

in_transaction: ContextVar[bool] = ContextVar("in_transaction", default=False)

RETRYABLE_SQLSTATES = (
    "08",  # the connection
    "25006",  # read-only: the server we knew has become a standby
    "40001",  # serialisation
    "40P01",  # deadlock
    "53",  # no disk, memory or connection left
    "55P03",  # a lock not given up in time
    "57014",  # a statement that took too long
    "57P",  # stopping, starting
    "58",  # trouble with the disk
)
"""Codes and their classes, from PostgreSQL's table of error codes."""
RETRYABLE_SQLITE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
LOCK_WAIT_MS = 5_000
SQLITE_READERS = 4
_AS_IT_STANDS = {"synchronize_session": False, "populate_existing": True}
SQLITE_CACHE_KIB = 32_768  # of the writer: what a piece of an audience changes fits in, and is written once


class Transaction:
    """An open transaction: what query verbs take. Only the entry point that opened it commits."""

    def __init__(self, session: AsyncSession, keys: KeyRing, *, is_sqlite: bool) -> None:
        self.session = session
        self.keys = keys
        self.is_sqlite = is_sqlite
        self.has_queued = False  # messages, for which the outbox is to look once this is committed

    async def execute(
        self, statement: Executable, values: dict[str, Any] | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run a statement, with values for its parameters; the rows come back buffered.

        Raises StorageUnavailable for what may pass by itself: no connection, pool, lock, serialisation.
        """
        with outages_named():
            return await self.session.execute(statement, values)  # type: ignore[return-value]  # reason: typed Result, is one

    async def changed(self, statement: Executable, values: dict[str, Any] | None = None) -> int:
        """Run an UPDATE, DELETE or INSERT and say how many rows it touched."""
        return (await self.execute(statement, values)).rowcount

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """Take back what the block did when it raises, and only that: for changes of several rows at once."""
        with outages_named():
            savepoint = await self.session.begin_nested()
        try:
            yield
        except BaseException:
            with outages_named():
                await savepoint.rollback()
            raise
        with outages_named():
            await savepoint.commit()


class Database:
    """Opens transactions on one database, SQLite or PostgreSQL, chosen by its URL."""

    def __init__(self, url: str | URL, keys: KeyRing, *, pool_size: int = 10) -> None:
        self.url = make_url(url)
        self.keys = keys
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            _make_folder(self.url)
        self.writer = self._engine(pool_size=1 if self.is_sqlite else pool_size)
        self.reader = (
            self._engine(pool_size=SQLITE_READERS, read_only=True) if self.is_sqlite else self.writer
        )

    def _engine(self, *, pool_size: int, read_only: bool = False) -> AsyncEngine:
        if self.is_sqlite:
            return _sqlite_engine(self.url, pool_size, read_only=read_only)
        return _postgres_engine(self.url, pool_size)

    def transaction(
        self, *, read_only: bool = False, brief: bool = False
    ) -> AbstractAsyncContextManager[Transaction]:
        """Commit when the block ends, roll back when it raises; what it raises goes up as it is.

        `brief` is for a few small statements that many wait for: on SQLite they run in the event loop,
        which stands still for each, but not for a lock or the disk.

        Raises StorageUnavailable, as `execute` does, when it cannot commit.
        """
        return self._transaction(self.reader if read_only else self.writer, brief=brief)

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine, *, brief: bool) -> AsyncIterator[Transaction]:
        token, was_brief = in_transaction.set(True), is_brief.set(brief)
        try:
            async with _closing(_session(engine)) as session:
                yield Transaction(session, self.keys, is_sqlite=self.is_sqlite)
                with outages_named():
                    await session.commit()
        finally:
            in_transaction.reset(token)
            is_brief.reset(was_brief)

    async def ping(self, *, writing: bool = False) -> None:
        """Ask the database for a one, `writing` from where one writes; StorageUnavailable when none comes."""
        async with self.transaction(read_only=not writing) as tx:
            await tx.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Give all connections back."""
        await self.writer.dispose()
        await self.reader.dispose()


def _session(engine: AsyncEngine) -> AsyncSession:
    """A session that keeps no second truth: what is read is what the database has."""
    return AsyncSession(engine, expire_on_commit=False, execution_options=_AS_IT_STANDS)


@asynccontextmanager
async def _closing(session: AsyncSession) -> AsyncIterator[AsyncSession]:
    """Roll back what is not committed, and give the connection back even when the task is cancelled."""
    try:
        yield session
    finally:
        with outages_named():
            await asyncio.shield(session.close())


@contextmanager
def outages_named() -> Iterator[None]:
    """StorageUnavailable in place of a driver's error that may pass by itself.

    Only the database is asked within it: a file that is missing in a handler is no outage.
    """
    try:
        yield
    except (TimeoutError, DBAPIError, PoolTimeout, OSError, sqlite3.OperationalError) as error:
        if is_unavailable(error):
            raise StorageUnavailable(type(error).__name__) from error
        raise


def is_unavailable(error: BaseException) -> bool:
    """Whether trying again later may help: connection, pool, lock and serialisation errors."""
    if isinstance(error, PoolTimeout | OSError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = getattr(error, "orig", error)
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in RETRYABLE_SQLITE
    sqlstate = getattr(cause, "sqlstate", None)
    if sqlstate is not None:
        return str(sqlstate).startswith(RETRYABLE_SQLSTATES)
    return isinstance(error, OperationalError)


def _make_folder(url: URL) -> None:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


def _postgres_engine(url: URL, pool_size: int) -> AsyncEngine:
    # Compiling a statement takes longer than any of ours gains by it.
    settings = {"lock_timeout": str(LOCK_WAIT_MS), "application_name": "perisai-serang", "jit": "off"}
    arguments = {"timeout": 5, "command_timeout": 30, "server_settings": settings}
    # Refused values would stand in errors otherwise: hide_parameters keeps them out of logs.
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=5,
        connect_args=arguments,
        hide_parameters=True,
    )


def _sqlite_engine(url: URL, pool_size: int, *, read_only: bool) -> AsyncEngine:
    engine = create_async_engine(
        url,
        async_creator=partial(connect, url.database or ":memory:"),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=10,
        hide_parameters=True,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    # The mode stands in the file, which a reader does not change.
    writing = [
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"cache_size=-{SQLITE_CACHE_KIB}",
        "temp_store=MEMORY",  # the rows of a piece, between SELECT and INSERT
    ]
    own = ["query_only=ON"] if read_only else writing
    pragmas = [f"busy_timeout={LOCK_WAIT_MS}", *own]

    @event.listens_for(engine.sync_engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - reason: SQLAlchemy's adapter has no public type
        connection.isolation_level = None  # we say BEGIN ourselves: deferred ones lose updates
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _on_begin(connection: Any) -> None:  # noqa: ANN401 - reason: as above
        connection.exec_driver_sql(begin)

    return engine
