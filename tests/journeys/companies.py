"""The companies that play the journeys: one process an engine, started once, fresh people for each journey."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from tests.cast import CAST, RINA
from tests.journeys.invariants import broken
from tests.journeys.playing import Performance
from tests.journeys.transcripts import Journey, read_journeys
from tests.postgres import PostgresServer
from tests.stage import Bell, Stage, raised

JOURNEYS = read_journeys()
OWNERS = [RINA.in_journey(journey.number).id for journey in JOURNEYS]

class Company:
    """Plays journeys on one stage, each once, whichever test asks for it first."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._outcomes: dict[str, AssertionError | None] = {}

    async def plays(self, journey: Journey) -> None:
        """AssertionError when it goes otherwise than told, or leaves a database that breaks a promise."""
        if journey.name not in self._outcomes:
            self._outcomes[journey.name] = await self._outcome(journey)
        failed = self._outcomes[journey.name]
        if failed is not None:
            raise failed

    async def plays_all(self) -> None:
        """The whole repertoire; how each went is for its own test to say."""
        for journey in JOURNEYS:
            if journey.name not in self._outcomes:
                self._outcomes[journey.name] = await self._outcome(journey)

    async def _outcome(self, journey: Journey) -> AssertionError | None:
        performance = Performance(journey, self.stage)
        try:
            await performance.play()
            assert await broken(self.stage.archive) == {}
        except AssertionError as failed:
            return failed
        finally:
            await self._go_home(performance)
        return None

    async def _go_home(self, performance: Performance) -> None:
        """The officer of a journey hears no more of the journeys after it."""
        officer = performance.people.get(CAST["rina"].name)
        if officer is not None:
            await self.stage.telegram.blocks(officer)
            await self.stage.settles()


@asynccontextmanager
async def companies(folder: Path, postgres: PostgresServer) -> AsyncIterator[dict[str, Company]]:
    """A company on SQLite and one on PostgreSQL, brought up side by side."""
    sqlite, journeys = folder / "sqlite", folder / "postgres"
    sqlite_url = f"sqlite+aiosqlite:///{sqlite / 'bot.db'}"
    async with AsyncExitStack() as stack:
        bring = [
            _brought_up(stack, sqlite, sqlite_url, sqlite / "bot.db", "polling"),
            _brought_up(stack, journeys, postgres.create_database("journeys"), postgres.home / "data", "webhook"),
        ]
        on_sqlite, on_postgres = await asyncio.gather(*bring)
        yield {"sqlite": on_sqlite, "postgres": on_postgres}


async def _brought_up(stack: AsyncExitStack, folder: Path, url: str, files: Path, bell: Bell) -> Company:
    folder.mkdir()
    stage = await stack.enter_async_context(raised(folder, url, files, bell=bell, owners=OWNERS))
    return Company(stage)
