"""A brief transaction waits for locks and disk in SQLite's thread, and runs its statements in the loop."""

import asyncio
from threading import get_ident

import pytest
from sqlalchemy import text

from storage.contacts import find_by_telegram_id, meet_contact
from storage.crypto import KeyRing
from storage.database import Database
from storage.sqlite_connection import OneHopConnection, connect
from tests.integration.storage.rows import NOW, SARI


@pytest.fixture
async def on_file(sqlite_database_url: str, keys: KeyRing) -> Database:
    return Database(sqlite_database_url, keys)


async def where_it_runs(database: Database, *, brief: bool) -> set[bool]:
    """Whether the statement ran in the thread of the loop: SQLite calls a function of ours there."""
    seen: set[bool] = set()

    def note() -> int:
        seen.add(get_ident() == loop_thread)
        return 1

    loop_thread = get_ident()
    async with database.transaction(brief=brief) as tx:
        connection = await tx.session.connection()
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, OneHopConnection)
        await raw.create_function("note", 0, note)
        await tx.execute(text("SELECT note()"))
    await database.close()
    return seen


@pytest.mark.parametrize("brief", [True, False])
async def test_statements_run_where_they_should(on_file: Database, brief: bool) -> None:
    """In the loop when the transaction is brief, else in the connection's own thread."""
    assert await where_it_runs(on_file, brief=brief) == {brief}


async def test_the_loop_goes_on_while_a_lock_is_waited_for(on_file: Database) -> None:
    """Another process holds the file until the loop says so: a wait in the loop would be one for ever."""
    other = Database(on_file.url, on_file.keys)
    held, goes_on = asyncio.Event(), asyncio.Event()

    async def holds() -> None:
        async with other.transaction() as tx:
            await tx.execute(text("SELECT 1"))
            held.set()
            await goes_on.wait()

    holding = asyncio.create_task(holds())
    await held.wait()
    asyncio.get_running_loop().call_later(0.05, goes_on.set)
    async with on_file.transaction(brief=True) as tx:
        await meet_contact(tx, SARI, NOW)
    await holding
    async with on_file.transaction(read_only=True) as tx:
        assert await find_by_telegram_id(tx, SARI) is not None
    await on_file.close()
    await other.close()


async def test_what_raises_or_is_cancelled_leaves_nothing(database: Database) -> None:
    """As in any other transaction, on either engine."""

    async def fails() -> None:
        async with database.transaction(brief=True) as tx:
            await meet_contact(tx, SARI, NOW)
            raise RuntimeError

    met = asyncio.Event()

    async def hangs() -> None:
        async with database.transaction(brief=True) as tx:
            await meet_contact(tx, SARI, NOW)
            met.set()
            await asyncio.Event().wait()

    with pytest.raises(RuntimeError):
        await fails()
    hanging = asyncio.create_task(hangs())
    await met.wait()
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    async with database.transaction(brief=True) as tx:
        assert await find_by_telegram_id(tx, SARI) is None


async def test_a_connection_that_is_stopped_while_it_closes_is_closed() -> None:
    """Whoever ends the service cancels a closing, which stops the thread a second time and waits for it."""
    connection = await connect(":memory:")
    closing = asyncio.create_task(connection.close())
    await asyncio.sleep(0)  # its request is with the thread
    connection.stop()
    async with asyncio.timeout(10):
        await closing
