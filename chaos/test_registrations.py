"""kill -9 during 200 registrations, between any two statements: none lost, none doubled, all finished."""

import asyncio
import itertools
import random
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from chaos.walkers import Crowd
from tests.cast import TARJO, Person
from tests.stage import ROOT, Service, Stage, raised

PEOPLE = 200
AT_ONCE = 100
KILLS = 25
MOMENTS = (("", 1600), ("", 1600), ("", 1600), ("call", 150), ("answer", 150))
"""At which moments it dies, in turn - any, before a call, after its answer -; a life ends within so many."""
SEED = 20261121


class MortalService(Service):
    """A service that dies by itself at the moment it is told before each start; without one it lives."""

    dies_at = ""

    def lives(self) -> None:
        """Wait until it has died."""
        if self._process is not None:
            self._process.wait()
            self._process = None

    def _command(self, *arguments: str) -> list[str]:
        if arguments[0] != "run" or not self.dies_at:
            return super()._command(*arguments)
        return [sys.executable, str(ROOT / "chaos" / "mortal.py"), self.dies_at, *arguments]


def people() -> list[Person]:
    """Two hundred fishers, each with an account, a name and a phone of their own."""
    return [
        replace(TARJO, id=500_000 + number, first_name=f"Nelayan{number}x", phone=f"0857{number:08d}")
        for number in range(PEOPLE)
    ]


@asynccontextmanager
async def _dying(stage: Stage, dice: random.Random) -> AsyncIterator[None]:
    """Let the service die KILLS times while the block runs, and live from then on."""
    keeper = asyncio.create_task(_keep_up(stage, dice))
    try:
        yield
    finally:
        keeper.cancel()


async def _keep_up(stage: Stage, dice: random.Random) -> None:
    """Start it again whenever it is dead."""
    service = stage.service
    assert isinstance(service, MortalService)
    for life, (kind, most) in enumerate(itertools.cycle(MOMENTS)):
        service.dies_at = f"{dice.randint(1, most)}:{kind}" if life < KILLS else ""
        await service.stops()
        service.starts()
        await asyncio.to_thread(service.lives)


async def _walk(crowd: Crowd, people: list[Person]) -> None:
    """Everybody registers, AT_ONCE at a time."""
    room = asyncio.Semaphore(AT_ONCE)

    async def walk(person: Person) -> None:
        async with room:
            await crowd.register(person)

    listening = asyncio.create_task(crowd.listen())
    await asyncio.gather(*(walk(person) for person in people))
    listening.cancel()


@pytest.mark.timeout(900)
async def test_two_hundred_people_register_while_the_service_is_killed_again_and_again(
    tmp_path: Path, database_url: str, record_property: Callable[[str, object], None]
) -> None:
    """Every registration is there once, and everybody got to the end."""
    async with raised(
        tmp_path, database_url, tmp_path, bell="polling", owners=[], kind=MortalService
    ) as stage:
        crowd = people()
        for person in crowd:
            await stage.telegram.joins(person)
        async with _dying(stage, random.Random(SEED)):
            await _walk(Crowd(stage.telegram), crowd)
        assert await stage.archive.value("SELECT count(*) FROM lead") == PEOPLE
        assert await stage.archive.value("SELECT count(*) FROM submission WHERE is_first") == PEOPLE
        assert await stage.archive.value("SELECT count(DISTINCT contact_id) FROM submission") == PEOPLE
        assert await stage.archive.value("SELECT count(*) FROM draft") == 0
        log = stage.service.log.read_text(encoding="utf-8", errors="replace")
        died = Counter(re.findall(r"^died at (\w+)$", log, re.MULTILINE))
        record_property("kills", died.total())
        record_property("died at", dict(died))
        assert died.total() == KILLS, f"{died}: it was over before it had died often enough"
        assert min(died["call"], died["answer"]) >= KILLS // len(MOMENTS), died
