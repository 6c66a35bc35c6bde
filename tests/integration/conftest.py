"""A migrated, empty database for each test that asks for one: on SQLite and on a real PostgreSQL."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

import pytest
from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.database import Database
from storage.models import metadata
from storage.schema import migrate
from tests.integration.house_stage import Stage, open_stage, unhurried
from tests.postgres import PostgresServer

ENGINES = ("sqlite", "postgres")
ON_BOTH = (
    "any_order",
    "intake_repeats",
    "intake_trouble",
    "privacy_erasures",
    "facts_are_changed_by_two",
    "group_of",
    "test_voices",
)
"""What goes through a chat, yet is about rows that two people, or two deliveries, want at once."""

MIGRATED = "migrated"
DELETES = " ".join(f"DELETE FROM {table.name};" for table in reversed(metadata.sorted_tables))
_numbers = itertools.count(1)


def sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def migrate_apart(url: str) -> None:
    """Bring a database up in a thread of its own, whatever loop runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _migrated(url)).result()


async def _migrated(url: str) -> None:
    database = Database(url, fresh_keys())
    await migrate(database)
    await database.close()


def fresh_keys() -> KeyRing:
    return KeyRing.parse(generate_data_key(), generate_index_key())


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """All databases of one kind share what SQLAlchemy compiled for them: each test opens its own."""
    create, firsts = create_async_engine, dict[str, AsyncEngine]()

    def create_sharing(url: URL, **options: Any) -> AsyncEngine:
        engine = create(url, **options)
        first = firsts.setdefault(engine.dialect.name, engine)
        ours, theirs = engine.sync_engine, first.sync_engine
        ours.dialect = ours.pool._dialect = theirs.dialect  # what is compiled is kept by its dialect
        ours._compiled_cache = theirs._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.database.create_async_engine", create_sharing)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for all tests, which nobody stops; its one migrated database is emptied between them."""
    with PostgresServer() as server:
        migrate_apart(server.create_database(MIGRATED))
        yield server


@pytest.fixture(scope="session")
def emptying(postgres: PostgresServer) -> Iterator[Callable[[], None]]:
    """Empties the one database, on a connection that stays: to connect takes longer than most tests."""
    engine = create_async_engine(postgres.url(MIGRATED), isolation_level="AUTOCOMMIT")
    with ThreadPoolExecutor(1) as thread, asyncio.Runner() as runner:
        yield lambda: thread.submit(runner.run, _emptied(engine)).result()
        thread.submit(runner.run, engine.dispose()).result()


async def _emptied(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text(f"DO $$ BEGIN {DELETES} END $$"))


@pytest.fixture
def postgres_database_url(postgres: PostgresServer, emptying: Callable[[], None]) -> Iterator[str]:
    yield postgres.url(MIGRATED)
    emptying()


@pytest.fixture(scope="session")
def in_memory() -> Iterator[Path]:
    """A folder that no disk stands behind, where there is one: SQLite waits for it at each commit."""
    shared = Path("/dev/shm")
    with TemporaryDirectory(prefix="perisai-", dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def sqlite_template(in_memory: Path) -> Path:
    path = in_memory / "template.db"
    migrate_apart(sqlite_url(path))
    return path


@pytest.fixture
def sqlite_database_url(sqlite_template: Path, in_memory: Path) -> Iterator[str]:
    path = in_memory / f"{next(_numbers)}.db"
    yield sqlite_url(Path(shutil.copy(sqlite_template, path)))
    for file in in_memory.glob(f"{path.name}*"):
        file.unlink()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests of storage run on both engines; those that go through a chat take turns, or `--engines both`.

    Whose turn it is hangs on the test's name alone. The great journeys play the chats on both.
    """
    named = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "database_url" in metafunc.fixturenames and "database_url" not in named:
        metafunc.parametrize("database_url", _engines(metafunc), indirect=True)


def _engines(metafunc: pytest.Metafunc) -> tuple[str, ...]:
    is_of_storage = "database" in metafunc.fixturenames or any(
        part in metafunc.module.__name__ for part in ON_BOTH
    )
    if is_of_storage or metafunc.config.getoption("--engines") == "both":
        return ENGINES
    return (ENGINES[crc32(metafunc.function.__name__.encode()) % 2],)


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """Where a migrated, empty database is, on the engine whose turn it is."""
    url: str = request.getfixturevalue(f"{request.param}_database_url")
    return url


@pytest.fixture
def keys() -> KeyRing:
    return fresh_keys()


@pytest.fixture
async def database(database_url: str, keys: KeyRing) -> AsyncIterator[Database]:
    database = Database(database_url, keys)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def _restless() -> Iterator[PostgresServer]:
    with PostgresServer() as server:
        migrate_apart(server.create_database(MIGRATED))
        yield server


@pytest.fixture
def stoppable(_restless: PostgresServer) -> Iterator[PostgresServer]:
    """A server for tests that stop it, with a migrated, empty database called `migrated`."""
    _restless.start()
    yield _restless
    _restless.start()
    _restless.run_sql(DELETES, database=MIGRATED)


@pytest.fixture
async def stage(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """The real house before a playground, on both engines."""
    unhurried(monkeypatch)
    async with open_stage(database_url) as stage:
        yield stage
