"""One season for all tests of the journeys; they share an event loop with its playgrounds."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.journeys.companies import ENGINES, JOURNEYS, Season, engines_of, migrate_blanks, opened
from tests.journeys.transcripts import Journey
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def journeys_postgres() -> Iterator[PostgresServer]:
    with PostgresServer() as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def season(
    tmp_path_factory: pytest.TempPathFactory, journeys_postgres: PostgresServer, pytestconfig: pytest.Config
) -> AsyncIterator[Season]:
    folder = tmp_path_factory.mktemp("journeys")
    await migrate_blanks(folder, journeys_postgres)
    async with opened(folder, journeys_postgres, "journeys", ENGINES) as companies:
        yield Season(companies, folder, journeys_postgres, everywhere=_everywhere(pytestconfig))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A journey where it is played - SQLite with polling, PostgreSQL with a webhook -; the rest on both."""
    if "journey" in metafunc.fixturenames:
        plays = _plays(everywhere=_everywhere(metafunc.config))
        ids = [f"{engine}-{journey.name}" for engine, journey in plays]
        metafunc.parametrize(("engine", "journey"), plays, ids=ids)
    elif "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", ENGINES)


def _everywhere(config: pytest.Config) -> bool:
    return bool(config.getoption("--engines") == "both")


def _plays(*, everywhere: bool) -> list[tuple[str, Journey]]:
    return [
        (engine, journey) for journey in JOURNEYS for engine in engines_of(journey, everywhere=everywhere)
    ]
