"""The loop: two of them, a database that goes away, and the end."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.errors import ConfigurationError
from commands.composition import House, open_house
from commands.running import run_house
from tests.integration.house_stage import RINA, Stage, open_stage, unhurried, until
from tests.integration.outbox.sending import leads_come, owner_arrives, standings
from tests.postgres import PostgresServer


async def test_two_loops_send_each_message_once(stage: Stage) -> None:
    """Two processes on one database share the work: nothing twice, nothing left."""
    await owner_arrives(stage)
    for _ in range(3):
        await leads_come_hourly(stage, 20)
    before = len(stage.shown(RINA))
    async with open_house(stage.house.settings, Clock(pinned=stage.house.service.clock.now())) as other:
        loops = [asyncio.create_task(house.outbox.run()) for house in (stage.house, other)]
        await until(lambda: len(stage.shown(RINA)) >= before + 60)
        for house in (stage.house, other):
            house.outbox.stop()
        await asyncio.gather(*loops)
    told = Counter(stage.shown(RINA)[before:])
    assert set(told.values()) == {1}
    assert len(told) == 60
    assert await standings(stage) == {"sent": 60}
    assert await stage.value("SELECT count(DISTINCT holder) FROM message") == 2


async def leads_come_hourly(stage: Stage, count: int) -> None:
    """The leads of an hour."""
    await leads_come(stage, count)
    stage.house.service.clock.move(timedelta(minutes=61))


async def test_what_is_on_its_way_is_finished(stage: Stage) -> None:
    """Stopping claims nothing more, and ends when the calls under way have been recorded."""
    await owner_arrives(stage)
    await leads_come(stage, 12)
    stage.world.trouble.latency_ms = 300
    loop = asyncio.create_task(stage.house.outbox.run())
    await under_way(stage)
    stage.house.outbox.stop()
    await loop
    found = await standings(stage)
    assert set(found) == {"sent", "queued"}
    assert found["sent"] >= 1


async def under_way(stage: Stage) -> None:
    async with asyncio.timeout(60):
        while "sending" not in await standings(stage):  # noqa: ASYNC110 - a row sets no event
            await asyncio.sleep(0.005)


async def test_a_result_is_recorded_when_the_database_is_back(
    stoppable: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a call came to is known nowhere else: it is kept until it can be written."""
    unhurried(monkeypatch)
    async with open_stage(stoppable.url("migrated")) as stage:
        await owner_arrives(stage)
        await leads_come(stage, 3)
        before = len(stage.shown(RINA))
        stage.world.trouble.latency_ms = 300
        loop = asyncio.create_task(stage.house.outbox.run())
        await under_way(stage)
        await asyncio.to_thread(stoppable.stop, "immediate")
        await until(lambda: len(stage.shown(RINA)) > before)
        await asyncio.to_thread(stoppable.start)
        await until(lambda: len(stage.shown(RINA)) == before + 3)
        stage.house.outbox.stop()
        await loop
        assert await standings(stage) == {"sent": 3}
        assert len(stage.shown(RINA)) == before + 3


async def test_the_loop_outlives_an_outage(
    stoppable: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that is away is waited for: what is queued afterwards goes out."""
    unhurried(monkeypatch)
    async with open_stage(stoppable.url("migrated")) as stage:
        await owner_arrives(stage)
        loop = asyncio.create_task(stage.house.outbox.run())
        await asyncio.to_thread(stoppable.stop)
        stage.house.outbox.poke()
        await asyncio.to_thread(stoppable.start)
        await leads_come(stage, 1)
        before = len(stage.shown(RINA))
        stage.house.outbox.poke()
        await until(lambda: len(stage.shown(RINA)) > before)
        stage.house.outbox.stop()
        await loop


async def test_a_refused_token_ends_the_process(
    sqlite_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token that Telegram no longer knows is a matter of configuration: `run` ends and says so."""
    unhurried(monkeypatch)
    async with open_stage(
        sqlite_database_url, webhook_url="http://127.0.0.1:9", webhook_secret="s", http_port=0
    ) as stage:
        await owner_arrives(stage)
        await leads_come(stage, 3)
        running = asyncio.create_task(_run_with_another_token(stage, stage.house))
        with pytest.raises(ConfigurationError, match="token"):
            await asyncio.wait_for(running, 60)
        assert "sent" not in await standings(stage)


async def _run_with_another_token(stage: Stage, house: House) -> None:
    """Run; once it has said hello, the token is revoked."""
    stage.world.trouble.latency_ms = 20
    stopping = asyncio.Event()
    running = asyncio.create_task(run_house(house, stopping))
    await until(lambda: any(call["method"] == "setWebhook" for call in stage.world.calls.after(0)))
    revoke(stage)
    await queue_again(stage)
    await running


def revoke(stage: Stage) -> None:
    bot_api = stage.world.webhook.perform.__self__  # type: ignore[attr-defined]  # reason: a bound method
    bot_api._token = "7000000001:AAanother-token"


async def queue_again(stage: Stage) -> None:
    await leads_come(stage, 1)
    stage.house.outbox.poke()
