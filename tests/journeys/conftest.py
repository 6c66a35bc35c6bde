"""The companies, for the whole session; the journeys share one event loop with their playgrounds."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.journeys.companies import Company, companies
from tests.postgres import PostgresServer

ENGINES = ("sqlite", "postgres")


@pytest.fixture(scope="session")
def journeys_postgres() -> Iterator[PostgresServer]:
    with PostgresServer() as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def both_companies(
    tmp_path_factory: pytest.TempPathFactory, journeys_postgres: PostgresServer
) -> AsyncIterator[dict[str, Company]]:
    async with companies(tmp_path_factory.mktemp("journeys"), journeys_postgres) as both:
        yield both


@pytest.fixture(params=ENGINES)
def company(request: pytest.FixtureRequest, both_companies: dict[str, Company]) -> Company:
    """The company on each engine: SQLite with polling, PostgreSQL with a webhook."""
    return both_companies[request.param]
