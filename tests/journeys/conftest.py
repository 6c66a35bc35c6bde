"""One season for all tests of the journeys; they share an event loop with its playgrounds."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.journeys.companies import Season, migrate_blanks, opened
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def journeys_postgres() -> Iterator[PostgresServer]:
    with PostgresServer() as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def season(
    tmp_path_factory: pytest.TempPathFactory, journeys_postgres: PostgresServer
) -> AsyncIterator[Season]:
    folder = tmp_path_factory.mktemp("journeys")
    await migrate_blanks(folder, journeys_postgres)
    async with opened(folder, journeys_postgres) as season:
        yield season


@pytest.fixture(params=("sqlite", "postgres"))
def engine(request: pytest.FixtureRequest) -> str:
    """SQLite with polling, PostgreSQL with a webhook."""
    return str(request.param)
