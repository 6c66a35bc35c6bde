"""Who plays the journeys: one process an engine, started once, with fresh people for each journey."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.cast import DEWI, RINA
from tests.journeys.forks import forked
from tests.journeys.invariants import broken
from tests.journeys.playing import Performance
from tests.journeys.transcripts import Journey, read_journeys
from tests.postgres import PostgresServer
from tests.stage import PATIENCE, Bell, Process, Service, Stage, environment, raised

JOURNEYS = read_journeys()
STAFF = (RINA, DEWI)
ALONE = {"ask_a_person", "campaign", "group_night", "silence_to_the_branch", "staff", "ten_days_to_a_payment"}
"""Journeys over many days, or of lists that name whoever else is there: each has a stage of its own."""
CASES_END = (
    "DELETE FROM timer WHERE kind LIKE 'case-%'",
    """UPDATE support_case SET state = 'closed', closed_at = opened_at, waiting_since = NULL,
    version = version + 1 WHERE state = 'open'""",
)
BLANK, FILE = "blank", "bot.db"
ENGINES = ("sqlite", "postgres")
OWNERS = [person.in_journey(journey.number).id for journey in JOURNEYS for person in STAFF]


def engines_of(journey: Journey, *, everywhere: bool) -> tuple[str, ...]:
    """Both where its transcript asks for both; the others take turns."""
    return ENGINES if everywhere or journey.on_both else (ENGINES[journey.number % 2],)


class ForkedService(Service):
    """A service whose process is forked."""

    def _begun(self, *arguments: str) -> Process:
        return forked(list(arguments), self.folder, self.environment, self.log)


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
        """The staff of a journey hear no more of those after it, nor do its cases go to theirs."""
        for statement in CASES_END:
            await self.stage.archive.change(statement)
        for officer in filter(None, (performance.people.get(person.name) for person in STAFF)):
            await self.stage.telegram.blocks(officer)
            await self.stage.settles()


@dataclass(frozen=True, slots=True)
class Season:
    """Both companies; what both play they play at the same time, each for its own test to judge."""

    companies: dict[str, Company]
    folder: Path
    postgres: PostgresServer
    everywhere: bool = False
    outcomes: dict[str, dict[str, AssertionError | None]] = field(default_factory=dict)

    async def plays(self, journey: Journey, engine: str) -> None:
        """AssertionError when it goes otherwise than told there, or leaves the database in disorder."""
        if journey.name not in self.outcomes:
            self.outcomes[journey.name] = await self._played(journey)
        failed = self.outcomes[journey.name][engine]
        if failed is not None:
            raise failed

    async def _played(self, journey: Journey) -> dict[str, AssertionError | None]:
        engines = engines_of(journey, everywhere=self.everywhere)
        if journey.name not in ALONE:
            return await _all_play({engine: self.companies[engine] for engine in engines}, journey)
        async with opened(self.folder, self.postgres, journey.name, engines) as companies:
            return await _all_play(companies, journey)

    async def plays_all(self, engine: str) -> Stage:
        """All that is played together, and the stage it was played on."""
        for journey in JOURNEYS:
            if journey.name not in ALONE and journey.name not in self.outcomes:
                self.outcomes[journey.name] = await self._played(journey)
        return self.companies[engine].stage


async def _all_play(companies: dict[str, Company], journey: Journey) -> dict[str, AssertionError | None]:
    await asyncio.gather(*(company.plays(journey) for company in companies.values()))
    return {name: company.outcomes[journey.name] for name, company in companies.items()}


async def migrate_blanks(folder: Path, postgres: PostgresServer) -> None:
    """By the command itself, once an engine: each stage begins with a copy."""
    place = _made(folder / BLANK)
    for url in (_in_file(place), postgres.create_database(BLANK)):
        settings = environment(place, token="", api_url="", database_url=url, owners=[])
        await asyncio.to_thread(Service(place, settings).runs, "migrate")


@asynccontextmanager
async def opened(
    folder: Path, postgres: PostgresServer, name: str, engines: Iterable[str]
) -> AsyncIterator[dict[str, Company]]:
    """A company on SQLite that polls and one on PostgreSQL with a webhook, brought up side by side."""
    async with AsyncExitStack() as stack:
        bringing = {"sqlite": _with_file, "postgres": _with_server}
        brought = [bringing[engine](stack, folder, postgres, name) for engine in engines]
        yield dict(zip(engines, await asyncio.gather(*brought), strict=True))


def _in_file(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / FILE}"


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


async def _with_file(stack: AsyncExitStack, folder: Path, _: PostgresServer, name: str) -> Company:
    place = _made(folder / f"{name}-sqlite")
    shutil.copy(folder / BLANK / FILE, place)
    return await _brought_up(stack, place, _in_file(place), place / FILE, "polling")


async def _with_server(stack: AsyncExitStack, folder: Path, postgres: PostgresServer, name: str) -> Company:
    url = postgres.create_database(name, template=BLANK)
    place = _made(folder / f"{name}-postgres")
    return await _brought_up(stack, place, url, postgres.home / "data", "webhook")


async def _brought_up(stack: AsyncExitStack, folder: Path, url: str, files: Path, bell: Bell) -> Company:
    raising = raised(
        folder,
        url,
        files,
        bell=bell,
        owners=OWNERS,
        kind=ForkedService,
        is_migrated=True,
        toast_seconds=PATIENCE,  # it is read once the phone has come to rest, however long that takes
    )
    stage = await stack.enter_async_context(raising)
    return Company(stage)
