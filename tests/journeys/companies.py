"""Who plays the journeys: one process an engine, started once, with fresh people for each journey."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cast import RINA, TATI
from tests.journeys.invariants import broken
from tests.journeys.playing import Performance
from tests.journeys.transcripts import Journey, read_journeys
from tests.postgres import PostgresServer
from tests.stage import Bell, Stage, raised

JOURNEYS = read_journeys()
OWNERS = [officer.in_journey(journey.number).id for journey in JOURNEYS for officer in (RINA, TATI)]


APART = {"ask_a_person"}
"""Journeys through nights: in the morning staff are told what other journeys left, so these are alone."""
CASES_END = (
    "DELETE FROM timer WHERE kind LIKE 'case-%'",
    """UPDATE support_case SET state = 'closed', closed_at = opened_at, waiting_since = NULL,
    version = version + 1 WHERE state = 'open'""",
)


class Company:
    """Plays journeys on one stage, each once."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.outcomes: dict[str, AssertionError | None] = {}

    async def plays(self, journey: Journey) -> None:
        """Play it unless it was played; how it went is in `outcomes`."""
        if journey.name not in self.outcomes:
            self.outcomes[journey.name] = await self._outcome(journey)

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
        """The officers of a journey hear no more of those after it, nor do its cases go to their officers."""
        for statement in CASES_END:
            await self.stage.archive.change(statement)
        for name in (RINA.name, TATI.name):
            if (officer := performance.people.get(name)) is not None:
                await self.stage.telegram.blocks(officer)
                await self.stage.settles()


@dataclass(frozen=True, slots=True)
class Season:
    """Both companies; what one plays, the other plays at the same time, each for its own test to judge."""

    companies: dict[str, Company]
    apart: dict[str, Company]

    async def plays(self, journey: Journey, engine: str) -> None:
        """AssertionError when it goes otherwise than told there, or leaves the database in disorder."""
        companies = self.apart if journey.name in APART else self.companies
        await asyncio.gather(*(company.plays(journey) for company in companies.values()))
        failed = companies[engine].outcomes[journey.name]
        if failed is not None:
            raise failed

    async def plays_all(self, engine: str) -> Stage:
        """The whole repertoire, and the stage it was played on."""
        for journey in (journey for journey in JOURNEYS if journey.name not in APART):
            await asyncio.gather(*(company.plays(journey) for company in self.companies.values()))
        return self.companies[engine].stage


@asynccontextmanager
async def opened(folder: Path, postgres: PostgresServer) -> AsyncIterator[Season]:
    """A company on SQLite that polls and one on PostgreSQL with a webhook, brought up side by side."""
    async with AsyncExitStack() as stack:
        companies, apart = await asyncio.gather(
            _companies(stack, _made(folder / "together"), postgres, "journeys"),
            _companies(stack, _made(folder / "apart"), postgres, "apart"),
        )
        yield Season(companies, apart)


async def _companies(
    stack: AsyncExitStack, folder: Path, postgres: PostgresServer, database: str
) -> dict[str, Company]:
    in_file, in_server = _made(folder / "sqlite"), _made(folder / "postgres")
    url, files = f"sqlite+aiosqlite:///{in_file / 'bot.db'}", postgres.home / "data"
    sqlite, with_webhook = await asyncio.gather(
        _brought_up(stack, in_file, url, in_file / "bot.db", "polling"),
        _brought_up(stack, in_server, postgres.create_database(database), files, "webhook"),
    )
    return {"sqlite": sqlite, "postgres": with_webhook}


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


async def _brought_up(stack: AsyncExitStack, folder: Path, url: str, files: Path, bell: Bell) -> Company:
    stage = await stack.enter_async_context(raised(folder, url, files, bell=bell, owners=OWNERS))
    return Company(stage)
