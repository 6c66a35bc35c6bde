"""kill -9, outages, lost answers and floods during a campaign: nobody without it, nobody with two."""

import asyncio
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from http import HTTPStatus
from itertools import cycle
from pathlib import Path

import pytest

from bot.broadcasting import IN_FLIGHT
from chaos.senders import LIVES, TALKER, Sender, Show, campaign_under_way, is_up, knocks
from tests.integration.campaigns.crowd import FIRST
from tests.postgres import PostgresServer
from tests.stage import Service

SEED = 20261121
PEOPLE = 3_000
KILLS = 50
MOMENTS = {"claim": 120, "mark": 30, "call": 80, "answer": 80, "record": 30}
"""The kinds of moments at which it dies, in turn; a life ends within so many of them."""

Note = Callable[[str, object], None]


async def _keep_up(show: Show, dice: random.Random, kills: int) -> None:
    """Let the sender die so often, each time somewhere else, and live from then on."""
    sender, kinds = show.sender, cycle(MOMENTS.items())
    assert isinstance(sender, Sender)
    while True:
        kind, most = next(kinds)
        sender.dies_at = f"{dice.randint(1, most)}:{kind}" if len(show.deaths) < kills else LIVES
        sender.starts()
        await asyncio.to_thread(sender.lives)
        show.deaths.append(sender.dies_at)


@pytest.mark.timeout(1200)
async def test_three_thousand_people_while_the_sender_is_killed_fifty_times(
    tmp_path: Path, database_url: str, record_property: Note
) -> None:
    """After claim, mark, call, answer, record - wherever it dies: 0 missing, 0 doubled, few unknown."""
    async with campaign_under_way(tmp_path, database_url, size=PEOPLE) as show:
        keeper = asyncio.create_task(_keep_up(show, random.Random(SEED), KILLS))
        try:
            await show.finishes(1100, resume=True)
        finally:
            keeper.cancel()
        counts = await show.is_exact(unknown_at_most=len(show.deaths) * IN_FLIGHT)
        log = show.sender.log.read_text(encoding="utf-8", errors="replace")
        died = Counter(re.findall(r"^died at (\w+)$", log, re.MULTILINE))
        record_property("kills", len(show.deaths))
        record_property("died at", dict(died))
        record_property("states", dict(counts))
        assert len(show.deaths) == KILLS, "it was over before it had died often enough"
        assert died == dict.fromkeys(MOMENTS, KILLS // len(MOMENTS))


@pytest.mark.timeout(300)
async def test_one_answer_in_ten_is_lost(tmp_path: Path, database_url: str, record_property: Note) -> None:
    """Processed and never answered: unknown, told as such, never sent again; it stops, staff let it go on."""
    async with campaign_under_way(tmp_path, database_url, size=600) as show:
        show.world.trouble.drop_answers = 0.1
        show.sender.starts()
        await show.finishes(280, resume=True)
        counts = await show.is_exact(unknown_at_most=120)
        record_property("states", dict(counts))
        assert show.resumed > 0
        assert counts["unknown"] >= 30


@pytest.mark.timeout(300)
async def test_telegram_answers_502(tmp_path: Path, database_url: str) -> None:
    """What got a 502 is unknown, the campaign stops by itself, and after the outage the others get it."""
    async with campaign_under_way(tmp_path, database_url, size=600) as show:
        show.sender.starts()
        await show.begun(0.3)
        show.world.trouble.cause({"outage_seconds": 2, "outage_status": 502})
        await show.finishes(280, resume=True)
        counts = await show.is_exact(unknown_at_most=200)
        assert counts["unknown"] > 0


@pytest.mark.timeout(300)
async def test_postgresql_stops_in_the_middle(
    tmp_path: Path, postgres: PostgresServer, record_property: Note
) -> None:
    """What was sent while the database was away is known afterwards, even after a kill on top of it."""
    url = postgres.create_database("chaos_away")
    async with campaign_under_way(tmp_path, url, size=1_000) as show:
        show.sender.starts()
        await show.begun(0.2)
        show.world.trouble.latency_ms = 300  # calls are under way while it stops
        await show.begun(0.25)
        await asyncio.to_thread(postgres.stop)
        await _spooled(tmp_path)
        await show.sender.is_killed()
        show.world.trouble.latency_ms = 0
        await asyncio.to_thread(postgres.start)
        show.sender.starts()
        await show.finishes(280, resume=True)
        counts = await show.is_exact(unknown_at_most=IN_FLIGHT)
        record_property("states", dict(counts))
        assert counts["unknown"] == 0, "each call had ended, and its result was on the disk"
        assert not list((tmp_path / "spool").glob("*.results"))


@pytest.mark.timeout(300)
async def test_sqlite_is_locked_in_the_middle(tmp_path: Path) -> None:
    """Somebody holds the file for longer than we wait: results go to the disk, and none is lost."""
    path = tmp_path / "bot.db"
    async with campaign_under_way(tmp_path, f"sqlite+aiosqlite:///{path}", size=1_000) as show:
        show.sender.starts()
        await show.begun(0.2)
        show.world.trouble.latency_ms = 300
        await show.begun(0.25)
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        await _spooled(tmp_path)
        show.world.trouble.latency_ms = 0
        connection.rollback()
        connection.close()
        await show.finishes(280, resume=True)
        counts = await show.is_exact(unknown_at_most=0)
        assert counts == {"sent": 1_000}


async def _spooled(folder: Path) -> None:
    """Wait until results stand on the disk, and no more come."""
    async with asyncio.timeout(60):
        while not any(file.stat().st_size for file in (folder / "spool").glob("*.results")):  # noqa: ASYNC110 - reason: another process's
            await asyncio.sleep(0.05)
        await asyncio.sleep(1)


STORM = 4.0  # seconds
LONG_STORM = 9.0  # longer than it takes another process to become the one that sends
ON_THEIR_WAY = 0.25  # seconds: requests that had left before every process knew of the 429
A_SECOND = 1.0  # within which the deadline lies: Telegram tells whole seconds


@pytest.mark.timeout(300)
async def test_floods_hold_three_processes(
    tmp_path: Path, postgres: PostgresServer, record_property: Note
) -> None:
    """Whoever of three processes gets a 429, none sends in bulk before its deadline; nobody loses or doubles.

    The one that sends gets the first. The second is met by another's reply alone. So is the third, and both
    who know of it are killed: the one that follows them waits as well.
    """
    url = postgres.create_database("chaos_floods")
    async with campaign_under_way(tmp_path, url, size=900, senders=3, RATE_PER_SECOND="60") as show:
        first, second, third = show.senders
        first.starts()
        await show.begun(0.01)
        second.starts()
        third.starts()
        await asyncio.gather(is_up(second), is_up(third))
        storms = [await _storm(show, STORM), await _storm(show, STORM, whose=second)]
        storms.append(await _storm(show, LONG_STORM, whose=third, killed=(first, third)))
        await show.finishes(200, resume=True)
        early = _early(show, storms)
        record_property("requests before a deadline", len(early))
        record_property("states", dict(await show.is_exact(unknown_at_most=IN_FLIGHT)))
        assert early == []


@dataclass(frozen=True, slots=True)
class Storm:
    """From its first 429 to its deadline, in monotonic seconds."""

    began: float
    ends: float


async def _storm(
    show: Show, seconds: float, *, whose: Service | None = None, killed: Collection[Service] = ()
) -> Storm:
    """A flood in the middle of it, met by the next message or a reply of `whose` alone; wait for its end."""
    await show.begun(sum(show.got()) / show.size + 0.05)
    world, seen = show.world, show.world.calls.seq
    if whose is None:
        world.trouble.cause({"flood_seconds": seconds})
    else:
        world.gate.close_chat_for(TALKER + seen, seconds, world.time.monotonic())
        await knocks(world, whose, seen)
    began = await _first_refusal(show, seen)
    await asyncio.sleep(ON_THEIR_WAY)
    for service in killed:
        await service.is_killed()
    await asyncio.sleep(max(0.0, began + seconds - world.time.monotonic()))
    return Storm(began, began + seconds - A_SECOND)


async def _first_refusal(show: Show, seen: int) -> float:
    """Wait for the first 429 after that call; when it was."""
    async with asyncio.timeout(60):
        while True:
            for call in show.world.calls.after(seen):
                if call["status"] == HTTPStatus.TOO_MANY_REQUESTS:
                    return float(call["started"])
            await asyncio.sleep(0.02)


def _early(show: Show, storms: list[Storm]) -> list[float]:
    """The requests in bulk that began once a 429 was known: how long before its deadline, in seconds."""
    calls = show.world.calls.after(0)
    bulk = [call for call in calls if FIRST <= int(call["chat_id"] or 0) < FIRST + show.size]
    assert any(call["started"] > storms[-1].ends for call in bulk), "it was over before the storms were"
    return [
        storm.ends - call["started"]
        for storm in storms
        for call in bulk
        if storm.began + ON_THEIR_WAY < call["started"] < storm.ends
    ]
