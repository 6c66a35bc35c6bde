"""One running process: what ends it, and in which order it ends."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from bot import schedule
from bot.errors import ConfigurationError
from bot.messenger import Sent
from bot.schedule import Desk, Job, run_job, run_schedule
from bot.telegram_api.menus import CommandMenus
from commands import asking
from commands.running import beside, run_house
from handlers.web import SECRET_HEADER
from tests.integration.house_stage import RINA, SARI, Stage, open_stage, unhurried, until
from tests.integration.outbox.sending import leads_come, owner_arrives, standings
from tests.integration.outbox.test_outbox_running import revoke, under_way

SECRET = "a-secret-of-the-webhook"
LIVE = "SELECT count(*) FROM lease WHERE expires_at > CURRENT_TIMESTAMP"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture
async def stage(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """A house that waits for a webhook which nobody rings."""
    unhurried(monkeypatch)
    url = "http://127.0.0.1:9"
    async with open_stage(
        database_url, webhook_url=url, webhook_secret=SECRET, http_port=free_port()
    ) as stage:
        yield stage


@asynccontextmanager
async def running(stage: Stage) -> AsyncIterator[tuple[asyncio.Task[None], asyncio.Event]]:
    stopping = asyncio.Event()
    task = asyncio.create_task(run_house(stage.house, stopping))
    await until(
        lambda: task.done() or any(call["method"] == "setWebhook" for call in stage.world.calls.after(0))
    )
    yield task, stopping
    stopping.set()
    await asyncio.wait({task}, timeout=60)


def client(stage: Stage) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=f"http://127.0.0.1:{stage.house.settings.http_port}")


async def test_the_last_thing_a_process_does_is_fall_silent(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a call is under way no update is taken, monitors are answered and the lease is kept."""
    answered = asyncio.Event()

    async def send_slowly(*_: object) -> Sent:
        await answered.wait()
        return Sent(1)

    monkeypatch.setattr(stage.house.messenger, "send", send_slowly)
    await owner_arrives(stage)
    await leads_come(stage, 1)
    update = stage.written(SARI, "/start")
    async with running(stage) as (task, stopping), client(stage) as web:
        await under_way(stage)
        stopping.set()
        await until(lambda: not stage.house.intake.is_open)
        assert (await web.get("/healthz")).status_code == 200
        assert (await web.get("/readyz")).status_code == 503
        answer = await web.post("/telegram", json=update, headers={SECRET_HEADER: SECRET})
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        assert (await standings(stage), await stage.value(LIVE)) == ({"sending": 1}, 2)
        answered.set()
        await asyncio.wait_for(task, 60)
        assert (await standings(stage), await stage.value(LIVE)) == ({"sent": 1}, 0)
        with pytest.raises(httpx.ConnectError):
            await web.get("/healthz")


async def test_a_crashed_loop_ends_the_process(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its error is raised, so that the exit code tells; the leases are let go of all the same."""

    async def crash() -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(stage.house.outbox, "run", crash)
    async with running(stage) as (task, _):
        with pytest.raises(RuntimeError, match="a fault of ours"):
            await asyncio.wait_for(task, 60)
    assert await stage.value(LIVE) == 0


async def test_a_revoked_token_met_by_a_reply_ends_the_process(stage: Stage) -> None:
    """As it does when the outbox meets it: nobody would get an answer any more."""
    await stage.says(RINA, "/start")
    async with running(stage) as (task, _):
        update = stage.written(SARI, "/start")
        revoke(stage)
        await stage.receives(update)
        with pytest.raises(ConfigurationError, match="does not know this bot token"):
            await asyncio.wait_for(task, 60)
    assert await stage.value(LIVE) == 0


async def test_a_port_that_is_taken_is_said_in_a_sentence(stage: Stage) -> None:
    """Nothing was begun then, and there is no lease to wait for."""
    taken = ("127.0.0.1", stage.house.settings.http_port)
    with socket.create_server(taken), pytest.raises(ConfigurationError, match="HTTP_PORT: cannot listen"):
        await run_house(stage.house, asyncio.Event())
    assert await stage.count("lease") == 0


async def test_updates_are_taken_while_menus_are_still_being_set(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start waits for nothing that a worker does not need."""

    async def never(*_: object) -> bool:
        return await asyncio.Event().wait()

    monkeypatch.setattr(CommandMenus, "introduce", never)
    async with running(stage) as (task, _):
        await stage.says(SARI, "/start")
        assert not task.done()
    assert stage.shown(SARI)


async def test_menus_are_set_at_the_start(stage: Stage) -> None:
    """Not only when the first interval has passed, here an hour."""
    hour = timedelta(hours=1)
    hourly = tuple(replace(job, every=hour, leader_only=False) for job in schedule.JOBS)
    ticking = asyncio.create_task(run_schedule(stage.house.desk, hourly))
    await until(lambda: stage.world.profile.commands_for(SARI, "en"))
    ticking.cancel()
    await asyncio.wait({ticking})


async def test_a_start_outlasts_a_short_absence_of_telegram(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The webhook is set once Telegram is back; nobody has to start anything again."""
    monkeypatch.setattr(asking, "FIRST_PAUSES", (0.01,) * 500)
    stage.world.trouble.cause({"outage_seconds": 3600})
    async with running(stage) as (task, _):
        assert not task.done()
        stage.world.trouble.cause({"outage_seconds": 0})
        await until(lambda: stage.world.webhook.target)


async def test_a_webhook_that_telegram_refuses_ends_the_start(stage: Stage) -> None:
    """It says which settings to look at."""
    stage.house.settings.__dict__["webhook_url"] = "ftp://bot.example.id"
    with pytest.raises(ConfigurationError, match="WEBHOOK_URL, WEBHOOK_SECRET: Telegram refused"):
        await asyncio.wait_for(run_house(stage.house, asyncio.Event()), 60)


async def test_a_job_that_fails_is_tried_again(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    """An error of ours in one job is told and stops neither it nor the others."""

    async def fail(_desk: Desk) -> None:
        raise ValueError

    job = Job("fragile", timedelta(seconds=1), fail, leader_only=False)
    await run_job(job, stage.house.desk)
    assert "a job failed" in caplog.text


async def test_a_job_that_meets_a_matter_of_configuration_ends_the_schedule(stage: Stage) -> None:
    """APScheduler would log it and go on."""

    async def refused(_desk: Desk) -> None:
        raise ConfigurationError("Telegram does not know this bot token (401 or 404)")

    job = replace(schedule.JOBS[0], function=refused, every=timedelta(seconds=1))
    with pytest.raises(ConfigurationError, match="token"):
        await asyncio.wait_for(run_schedule(stage.house.desk, (job,)), 60)


async def test_what_runs_beside_a_block_never_dies_silently() -> None:
    """It ends the block, and its error comes out of it: the demo's clock, say."""

    async def crash() -> None:
        raise RuntimeError("a fault of ours")

    stopping = asyncio.Event()
    with pytest.raises(RuntimeError, match="a fault of ours"):
        async with beside(crash(), stopping):
            await asyncio.wait_for(stopping.wait(), 60)


async def test_what_runs_beside_a_block_ends_with_it() -> None:
    """Without an end of its own it is cancelled, and has ended when the block has."""
    ended = asyncio.Event()

    async def go_on() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async with beside(go_on(), asyncio.Event()):
        await asyncio.sleep(0)
    assert ended.is_set()
