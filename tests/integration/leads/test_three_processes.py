"""Three processes on one PostgreSQL: each reminder once, late once or not at all; kill -9 changes nothing."""

import asyncio
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from os import defpath
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import Clock
from bot.desk import Desk
from bot.digests import plan_digest
from bot.leads.assigning import assign_to
from bot.leads.outcomes import Given, record_outcome
from bot.leads.taking import take_lead
from bot.service import Service
from bot.settings import Settings
from commands.composition import build_service
from storage.contacts import meet_contact
from storage.crypto import KeyRing
from storage.database import Database
from storage.leads import add_lead, find_lead
from storage.models.leads import LeadEventKind
from storage.models.staff import Role
from storage.staff import grant_role
from storage.types import new_number
from storage.volunteers import Territory, add_volunteer, change_volunteer, post
from tests.integration.house_stage import house_settings
from tests.integration.leads.field import RT
from tests.integration.storage.rows import SARIS_LEAD

ROOT = Path(__file__).parents[3]
MONDAY = datetime.fromisoformat("2026-11-23T10:00:00+07:00")
VOLUNTEERS = 40
PROCESSES = 3
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SEED = 20261121


@dataclass(slots=True)
class Ticker:
    """One process, and how to start it again."""

    environment: dict[str, str]
    process: asyncio.subprocess.Process | None = None

    async def starts(self) -> None:
        pipe = asyncio.subprocess.PIPE
        command = [sys.executable, "-m", "tests.integration.leads.ticker"]
        self.process = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, cwd=ROOT, env=self.environment
        )
        assert await self._answer() == "ready"

    async def ticks(self, at: datetime) -> int:
        """How much it did; 0 when it died over it."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.write(f"{at.isoformat()}\n".encode())
        return int(await self._answer() or 0)

    async def _answer(self) -> str:
        assert self.process is not None
        assert self.process.stdout is not None
        return (await self.process.stdout.readline()).decode().strip()

    async def is_killed_after(self, seconds: float) -> None:
        """End it as a power cut would, in the middle of whatever it does then."""
        await asyncio.sleep(seconds)
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def ends(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()


@dataclass(frozen=True, slots=True)
class Crew:
    """Three tickers and the database they share."""

    database: Database
    service: Service
    tickers: list[Ticker]

    async def ticks(self, at: datetime) -> int:
        """All three at the same moment."""
        return sum(await asyncio.gather(*(ticker.ticks(at) for ticker in self.tickers)))

    async def rows(self, query: str) -> list[tuple[object, ...]]:
        async with self.database.transaction(read_only=True) as tx:
            return [tuple(row) for row in await tx.execute(text(query))]

    async def digests(self) -> Counter[tuple[object, ...]]:
        """How many digests each person had on each day of the branch."""
        day = "(created_at AT TIME ZONE 'Asia/Jakarta')::date"
        return Counter(await self.rows(f"SELECT contact_id, {day} FROM message WHERE kind = 'digest'"))


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "PATH": defpath,
        "BOT_TOKEN": settings.bot_token.get_secret_value(),
        "DATABASE_URL": settings.database_url,
        "DATA_KEYS": settings.data_keys.get_secret_value(),
        "INDEX_KEY": settings.index_key.get_secret_value(),
    }


@asynccontextmanager
async def _crew(url: str) -> AsyncIterator[Crew]:
    settings = house_settings(url, "http://127.0.0.1:1")
    keys = KeyRing.parse(settings.data_keys.get_secret_value(), settings.index_key.get_secret_value())
    service = build_service(settings, Clock(pinned=MONDAY), "perisai_serang_bot")
    async with AsyncExitStack() as stack:
        database = Database(url, keys)
        stack.push_async_callback(database.close)
        tickers = [Ticker(_environment(settings)) for _ in range(PROCESSES)]
        for ticker in tickers:
            stack.push_async_callback(ticker.ends)
        await asyncio.gather(*(ticker.starts() for ticker in tickers))
        yield Crew(database, service, tickers)


@pytest.fixture
async def crew(postgres_database_url: str) -> AsyncIterator[Crew]:
    async with _crew(postgres_database_url) as crew:
        await _people_the_field(crew)
        yield crew


async def _people_the_field(crew: Crew) -> None:
    """Forty volunteers, each with a lead to meet on Wednesday, one they have not answered, and a digest."""
    service = crew.service
    for number in range(VOLUNTEERS):
        async with crew.database.transaction() as tx:
            contact = await meet_contact(tx, 5000 + number, MONDAY - DAY)
            await grant_role(tx, 5000 + number, Role.VOLUNTEER, MONDAY)
            budi = await add_volunteer(tx, Role.VOLUNTEER, f"Relawan {number}", MONDAY, contact_id=contact.id)
            await post(tx, budi.id, MONDAY, territory=RT)
            await plan_digest(tx, service, budi, MONDAY)
            leads = []
            for phone in (number, number + VOLUNTEERS):
                new = replace(SARIS_LEAD, phone=f"+6281234{phone:06}", village_code=RT.area_code)
                lead = await add_lead(tx, new, new_number(), MONDAY)
                assert lead is not None
                await assign_to(tx, lead, budi.id, MONDAY, kind=LeadEventKind.ASSIGNED, actor=None)
                leads.append(lead.id)
            first = await find_lead(tx, leads[1])
            assert first is not None
            desk = Desk(tx, service, MONDAY)
            await take_lead(desk, first)
            taken = await find_lead(tx, leads[1])
            assert taken is not None
            given = Given(due_at=MONDAY + 2 * DAY + timedelta(minutes=number))
            await record_outcome(desk, taken, "appointment", given)


@pytest.mark.timeout(180)
async def test_every_reminder_of_a_week_comes_once(crew: Crew) -> None:
    """Three processes tick through a week by the half hour: a digest a day, a reminder an appointment."""
    for half_hour in range(7 * 48 + 1):
        await crew.ticks(MONDAY + half_hour * HOUR / 2)
    digests = await crew.digests()
    assert set(digests.values()) == {1}
    assert len(digests) == VOLUNTEERS * 7
    reminders = Counter(await crew.rows("SELECT subject_id FROM message WHERE kind = 'appointment'"))
    assert (len(reminders), set(reminders.values())) == (VOLUNTEERS, {1})
    offers = Counter(await crew.rows("SELECT lead_id FROM lead_event WHERE kind = 'offered to others'"))
    assert set(offers.values()) == {1}
    assert await crew.rows("SELECT id FROM timer WHERE failures > 0") == []


@pytest.mark.long
@pytest.mark.timeout(120)
async def test_after_six_hours_of_downtime_nothing_comes_in_a_bunch(crew: Crew) -> None:
    """Down from 17.00 to 23.00: the digest of 18.30 is skipped, the next one comes once at its hour.

    What is still worth doing late is done late, once: a lead that was silent for three days is offered.
    """
    evening, night = MONDAY + 7 * HOUR, MONDAY + 13 * HOUR
    await crew.ticks(evening)
    await crew.ticks(night)
    assert await crew.digests() == Counter()
    await crew.ticks(night + 20 * HOUR)
    assert set((await crew.digests()).values()) == {1}
    assert len(await crew.digests()) == VOLUNTEERS
    await crew.ticks(MONDAY + 3 * DAY + 6 * HOUR)
    offers = Counter(await crew.rows("SELECT lead_id FROM lead_event WHERE kind = 'offered to others'"))
    assert (len(offers), set(offers.values())) == (VOLUNTEERS, {1})
    reminders = await crew.rows("SELECT id FROM message WHERE kind = 'appointment'")
    assert reminders == []  # their hour had come while the house was down


@pytest.mark.long
@pytest.mark.timeout(180)
async def test_kill_nine_in_the_middle_of_a_tick_loses_and_doubles_nothing(crew: Crew) -> None:
    """Every evening of a week one of the three is killed at a random moment of the digests' tick."""
    dice = random.Random(SEED)
    for day in range(7):
        due = MONDAY + day * DAY + 8.5 * HOUR
        victim = dice.choice(crew.tickers)
        await asyncio.gather(crew.ticks(due), victim.is_killed_after(dice.uniform(0.0, 0.06)))
        await victim.starts()
        await crew.ticks(due + timedelta(seconds=1))
        await crew.ticks(due + 12 * HOUR)
    digests = await crew.digests()
    assert (len(digests), set(digests.values())) == (VOLUNTEERS * 7, {1})
    assert len(await crew.rows("SELECT id FROM timer WHERE kind = 'digest'")) == VOLUNTEERS


@pytest.mark.long
@pytest.mark.timeout(180)
async def test_kill_nine_in_the_middle_of_silence_takes_each_step_once(crew: Crew) -> None:
    """Nobody moves for days, and at each step one of the three is killed.

    Every lead is offered once, handed up once to a coordinator and once to the branch, has one duty, and
    everybody's open leads are counted right.
    """
    async with crew.database.transaction() as tx:
        await tx.execute(text("UPDATE lead SET routing = 'volunteers'"))
        for number in range(2):
            contact = await meet_contact(tx, 6000 + number, MONDAY - DAY)
            await grant_role(tx, 6000 + number, Role.COORDINATOR, MONDAY)
            imas = await add_volunteer(tx, Role.COORDINATOR, "Bu Imas", MONDAY, contact_id=contact.id)
            await change_volunteer(tx, imas, capacity=2 * VOLUNTEERS)
            await post(tx, imas.id, MONDAY, territory=Territory(RT.area_code))
    dice = random.Random(SEED)
    for days in (3, 5, 7, 9, 10, 12, 13):  # those with an appointment on Wednesday follow two days later
        due = MONDAY + days * DAY + HOUR
        victim = dice.choice(crew.tickers)
        await asyncio.gather(crew.ticks(due), victim.is_killed_after(dice.uniform(0.0, 0.15)))
        await victim.starts()
        for seconds in (1, 70, 140):  # a lead in other hands is looked at again a minute later
            await crew.ticks(due + timedelta(seconds=seconds))
    for kind, times in (("offered to others", 1), ("handed up", 2)):
        steps = Counter(await crew.rows(f"SELECT lead_id FROM lead_event WHERE kind = '{kind}'"))
        assert (len(steps), set(steps.values())) == (2 * VOLUNTEERS, {times})
    ready = Counter(await crew.rows("SELECT lead_id FROM follow_up WHERE state = 'ready'"))
    assert (len(ready), set(ready.values())) == (2 * VOLUNTEERS, {1})
    assert await crew.rows("SELECT id FROM lead WHERE owner_id IS NOT NULL") == []
    assert await crew.rows("SELECT id FROM volunteer WHERE open_leads <> 0") == []
    assert await crew.rows("SELECT id FROM timer WHERE failures > 0 OR kind = 'silence'") == []
