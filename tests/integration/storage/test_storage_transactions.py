import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from bot.errors import CallInsideTransaction
from bot.telegram_api.transport import build_request
from storage.contacts import find_by_telegram_id, meet_contact, set_language
from storage.conversations import Place, find_place, save_place
from storage.database import Database, in_transaction
from storage.models.contacts import Contact
from tests.integration.storage.rows import NOW, SARI, meet

WRITERS = 100


async def test_the_flag_is_up_only_inside() -> None:
    """`in_transaction` is the same after a transaction as before it, however the transaction ended."""
    database = Database("sqlite+aiosqlite:///:memory:", None)  # type: ignore[arg-type]  # reason: nothing is sealed
    assert not in_transaction.get()
    async with database.transaction():
        assert in_transaction.get()
    assert not in_transaction.get()
    with pytest.raises(RuntimeError):
        async with database.transaction():
            raise RuntimeError
    assert not in_transaction.get()
    await database.close()


async def test_what_is_read_again_is_as_it_stands(database: Database) -> None:
    """A row that was read and changed is read as the database has it, not as the session remembers it."""
    sari = await meet(database)
    async with database.transaction() as tx:
        before = await find_by_telegram_id(tx, SARI)
        await set_language(tx, sari, "en")
        again = await find_by_telegram_id(tx, SARI)
        assert before is not None
        assert again is not None
        assert again.language == "en"


async def test_what_raises_leaves_nothing(database: Database) -> None:
    """A transaction that raises is rolled back."""

    async def failing() -> None:
        async with database.transaction() as tx:
            await meet_contact(tx, SARI, NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await failing()
    async with database.transaction(read_only=True) as tx:
        assert await find_by_telegram_id(tx, SARI) is None


async def test_no_call_goes_out_while_a_transaction_is_open(database: Database) -> None:
    """A Bot API call inside a transaction raises before a byte is sent, and the transaction leaves no row."""
    request = build_request(in_transaction.get)
    await request.initialize()

    async def calling() -> None:
        async with database.transaction() as tx:
            await meet_contact(tx, SARI, NOW)
            await request.post("http://127.0.0.1:9/bot1:a/getMe")

    with pytest.raises(CallInsideTransaction):
        await calling()
    async with database.transaction(read_only=True) as tx:
        assert await find_by_telegram_id(tx, SARI) is None
    await request.shutdown()


async def test_readers_cannot_write(sqlite_database_url: str) -> None:
    """On SQLite a read-only transaction refuses to write, and says so as an error, not as an outage."""
    database = Database(sqlite_database_url, None)  # type: ignore[arg-type]  # reason: nothing is sealed
    with pytest.raises(OperationalError, match="readonly"):
        async with database.transaction(read_only=True) as tx:
            await meet_contact(tx, SARI, NOW)
    await database.close()


async def test_concurrent_writers_lose_nothing(database: Database) -> None:
    """A hundred transactions that each read, add one and write back make a hundred."""
    contact_id = await meet(database)

    async def count() -> None:
        async with database.transaction() as tx:
            await meet_contact(tx, SARI, NOW)  # locks the row on PostgreSQL
            place = await find_place(tx, contact_id) or Place("home")
            await save_place(tx, contact_id, replace(place, failures=place.failures + 1), NOW)

    await asyncio.gather(*(count() for _ in range(WRITERS)))
    async with database.transaction(read_only=True) as tx:
        place = await find_place(tx, contact_id)
    assert place is not None
    assert place.failures == WRITERS


async def test_readers_see_what_was_committed(database: Database) -> None:
    """A reader beside an open writer sees the state before it, at once."""
    async with database.transaction() as tx:
        await meet_contact(tx, SARI, NOW)
        async with asyncio.timeout(60), database.transaction(read_only=True) as reading:
            assert await find_by_telegram_id(reading, SARI) is None


async def test_a_naive_time_is_refused(database: Database) -> None:
    """A datetime without zone is an error on both engines, and no row is written."""
    with pytest.raises(Exception, match="no time zone"):
        async with database.transaction() as tx:
            await meet_contact(tx, SARI, NOW.replace(tzinfo=None))
    async with database.transaction(read_only=True) as tx:
        assert await find_by_telegram_id(tx, SARI) is None


async def test_times_come_back_aware(database: Database) -> None:
    """What was written in one zone is read as the same moment in UTC."""
    await meet(database)
    async with database.transaction(read_only=True) as tx:
        contact = await find_by_telegram_id(tx, SARI)
    assert isinstance(contact, Contact)
    assert contact.created_at == NOW
    assert contact.created_at.utcoffset() is not None


async def test_a_broken_rule_is_no_outage(database: Database) -> None:
    """A violated constraint is an error of ours: trying again later would not help."""
    with pytest.raises(IntegrityError):
        async with database.transaction() as tx:
            await tx.execute(text("INSERT INTO lead_name_word (lead_id, word_index) VALUES (NULL, 'x')"))


@pytest.mark.parametrize("error", [FileNotFoundError, TimeoutError, ConnectionResetError])
async def test_what_the_block_raises_goes_up_as_it_is(database: Database, error: type[OSError]) -> None:
    """A missing file or a time-out between two statements is the block's own, and no outage."""

    async def failing() -> None:
        async with database.transaction() as tx:
            await meet_contact(tx, SARI, NOW)
            raise error

    with pytest.raises(error):
        await failing()
    async with database.transaction(read_only=True) as tx:
        assert await find_by_telegram_id(tx, SARI) is None


async def test_a_statement_no_driver_can_send_is_no_outage(postgres_database_url: str) -> None:
    """Too many parameters are too many tomorrow, too."""
    database = Database(postgres_database_url, None)  # type: ignore[arg-type]  # reason: nothing is sealed
    values = {f"value{number}": number for number in range(33_000)}
    names = ",".join(f":{name}" for name in values)
    with pytest.raises(DBAPIError):
        async with database.transaction() as tx:
            await tx.execute(text(f"SELECT 1 WHERE 1 IN ({names})"), values)
    await database.close()


async def test_foreign_keys_hold(database: Database) -> None:
    """A row about nobody is refused on SQLite, too."""
    with pytest.raises(IntegrityError):
        async with database.transaction() as tx:
            await tx.execute(
                text(
                    "INSERT INTO lead_name_word (lead_id, word_index) VALUES (CAST(:id AS uuid), 'x')"
                ).bindparams(id="0" * 32)
            )


async def test_large_telegram_ids_fit(database: Database) -> None:
    """Telegram's ids have up to 52 bits."""
    await meet(database, 2**52 - 1)
    async with database.transaction(read_only=True) as tx:
        assert await find_by_telegram_id(tx, 2**52 - 1) is not None
