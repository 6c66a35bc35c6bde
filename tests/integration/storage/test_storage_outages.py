import asyncio
from collections.abc import AsyncIterator

import pytest

from storage.contacts import find_by_telegram_id, meet_contact
from storage.database import Database
from storage.errors import StorageUnavailable
from tests.integration.conftest import fresh_keys
from tests.integration.storage.rows import NOW, SARI, meet
from tests.postgres import PostgresServer


@pytest.fixture
async def outpost(stoppable: PostgresServer) -> AsyncIterator[Database]:
    database = Database(stoppable.url("migrated"), fresh_keys(), pool_size=4)
    yield database
    await database.close()


async def greet(database: Database, telegram_id: int = SARI) -> str:
    """Write a contact; "away" when the database was."""
    try:
        await meet(database, telegram_id)
    except StorageUnavailable:
        return "away"
    return "met"


async def test_stopped_is_away_and_started_is_back(stoppable: PostgresServer, outpost: Database) -> None:
    """Without its server every transaction is StorageUnavailable; with it, the same pool works again."""
    assert await asyncio.gather(*(greet(outpost, number) for number in range(1, 9))) == ["met"] * 8
    stoppable.stop()
    assert await asyncio.gather(*(greet(outpost, number) for number in range(9, 17))) == ["away"] * 8
    with pytest.raises(StorageUnavailable):
        await outpost.ping()
    stoppable.start()
    later = [await greet(outpost, number) for number in range(17, 27)]
    assert later[-5:] == ["met"] * 5, later
    await outpost.ping()


async def test_a_server_that_stops_inside_a_transaction(stoppable: PostgresServer, outpost: Database) -> None:
    """A transaction whose server goes away is StorageUnavailable and leaves nothing."""

    async def interrupted() -> None:
        async with outpost.transaction() as tx:
            await meet_contact(tx, SARI, NOW)
            await asyncio.to_thread(stoppable.kill)
            await find_by_telegram_id(tx, SARI)

    with pytest.raises(StorageUnavailable):
        await interrupted()
    stoppable.start()
    await greet(outpost, 2)
    async with outpost.transaction(read_only=True) as tx:
        assert await find_by_telegram_id(tx, SARI) is None


async def test_restarts_under_load_are_never_a_drivers_error(
    stoppable: PostgresServer, outpost: Database
) -> None:
    """Whatever a starting or stopping server says, it is StorageUnavailable; what was met is there."""
    stopped = asyncio.Event()
    met: set[int] = set()

    async def knock(first: int) -> None:
        number = first
        while not stopped.is_set():
            if await greet(outpost, number) == "met":
                met.add(number)
            number += 8
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as group:
        for first in range(1, 9):
            group.create_task(knock(first))
        for mode in ("restart", "kill", "restart"):
            await asyncio.to_thread(getattr(stoppable, mode))
            await asyncio.to_thread(stoppable.start)
            await asyncio.wait_for(_until_met(met, len(met) + 20), 60)
        stopped.set()
    async with outpost.transaction(read_only=True) as tx:
        assert all([await find_by_telegram_id(tx, number) is not None for number in met])


async def _until_met(met: set[int], count: int) -> None:
    while len(met) < count:  # noqa: ASYNC110 - what is waited for is in other tasks, and sets no event
        await asyncio.sleep(0.005)


async def test_a_full_server_is_away() -> None:
    """A server without a free connection says "try later", and that is what comes up."""
    with PostgresServer(settings={"max_connections": "4", "superuser_reserved_connections": "0"}) as server:
        crowd = [Database(server.url(), fresh_keys(), pool_size=3) for _ in range(3)]
        said = await asyncio.gather(*(_hold(database) for database in crowd for _ in range(3)))
        assert "away" in said
        for database in crowd:
            await database.close()


async def _hold(database: Database) -> str:
    try:
        async with database.transaction():
            await database.ping()
    except StorageUnavailable:
        return "away"
    return "in"


async def test_a_lock_that_is_not_given_up_is_away(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Waiting for a row, or for SQLite's one writer, ends after LOCK_WAIT_MS as StorageUnavailable."""
    await meet(database)
    monkeypatch.setattr("storage.database.LOCK_WAIT_MS", 100)
    other = Database(database.url.render_as_string(), database.keys)
    async with database.transaction() as tx:
        await meet_contact(tx, SARI, NOW)
        with pytest.raises(StorageUnavailable):
            await meet(other)
    assert await greet(other) == "met"
    await other.close()
