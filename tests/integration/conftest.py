"""A migrated, empty database for each test that asks for one: on SQLite and on a real PostgreSQL."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.database import Database
from storage.schema import migrate
from tests.integration.house_stage import Stage, open_stage, unhurried
from tests.postgres import PostgresServer

ENGINES = ("sqlite", "postgres")
TEMPLATE = "migrated"
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


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for all tests, which nobody stops; each test gets a copy of its migrated template."""
    with PostgresServer() as server:
        migrate_apart(server.create_database(TEMPLATE))
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "bot.db"
    migrate_apart(sqlite_url(path))
    return path


@pytest.fixture
def sqlite_database_url(sqlite_template: Path, tmp_path: Path) -> str:
    return sqlite_url(Path(shutil.copy(sqlite_template, tmp_path / "bot.db")))


@pytest.fixture
def postgres_database_url(postgres: PostgresServer) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    yield postgres.create_database(name, template=TEMPLATE)
    postgres.drop_database(name)


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> str:
    """Where a migrated, empty database is; every test that asks runs on both engines."""
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


@pytest.fixture
def stoppable() -> Iterator[PostgresServer]:
    """A server of its own for a test that stops it, with a migrated database called `migrated`."""
    with PostgresServer() as server:
        migrate_apart(server.create_database(TEMPLATE))
        yield server


@pytest.fixture
async def stage(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """The real house before a playground, on both engines."""
    unhurried(monkeypatch)
    async with open_stage(database_url) as stage:
        yield stage
