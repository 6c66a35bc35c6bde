"""The webhook as Telegram and a load balancer meet it: over HTTP on loopback."""

import asyncio
import re
from collections.abc import AsyncIterator

import httpx
import pytest

from handlers.web import LARGEST_BODY, SECRET_HEADER, Web
from playground import phones
from playground.clock import ManualTime
from playground.server import start
from playground.webhooks import Target
from tests.integration.house_stage import SARI, Stage, open_stage, unhurried, until
from tests.integration.intake.malformed import malformed_bodies
from tests.postgres import PostgresServer

SECRET = "a-secret-of-the-webhook"
HEADERS = {SECRET_HEADER: SECRET}
PEOPLE = range(2001, 2041)


@pytest.fixture
async def bell(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the house's HTTP side."""
    server = await start(Web(stage.house.database, stage.house.intake, SECRET).application())
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as client:
        yield client
    await server.stop()


async def test_only_telegram_gets_in(stage: Stage, bell: httpx.AsyncClient) -> None:
    """Without the secret 403, and nothing is read; with it 200."""
    update = stage.written(SARI, "/start")
    for headers in ({}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET[:-1]}, {SECRET_HEADER: SECRET + "x"}):
        assert (await bell.post("/telegram", json=update, headers=headers)).status_code == 403
    strange = {SECRET_HEADER.encode(): "rahasía".encode()}
    assert (await bell.post("/telegram", json=update, headers=strange)).status_code == 403
    assert await stage.count("seen_update") == 0
    assert (await bell.post("/telegram", json=update, headers=HEADERS)).status_code == 200
    assert len(stage.shown(SARI)) == 2
    assert (await bell.get("/telegram", headers=HEADERS)).status_code == 405


async def test_a_body_that_is_no_update_is_too_large(stage: Stage, bell: httpx.AsyncClient) -> None:
    """Above 256 KiB the answer is 413, whether or not the length is said; at 256 KiB it is read."""

    async def in_pieces(size: int) -> AsyncIterator[bytes]:
        for _ in range(size // 1024):
            yield b" " * 1024

    large, chunked = b" " * (LARGEST_BODY + 1), in_pieces(LARGEST_BODY + 1024)
    for body in (large, chunked):
        assert (await bell.post("/telegram", content=body, headers=HEADERS)).status_code == 413
    padded = b'{"update_id": 5}'.ljust(LARGEST_BODY)
    assert (await bell.post("/telegram", content=padded, headers=HEADERS)).status_code == 200
    assert await stage.count("seen_update") == 1


async def test_a_thousand_malformed_bodies(stage: Stage, bell: httpx.AsyncClient) -> None:
    """None is answered with 5xx, none ends the process, and real people are served afterwards."""
    bodies = malformed_bodies(seed=20261120, count=1000)
    slots = asyncio.Semaphore(20)

    async def post(body: bytes) -> tuple[int, bytes]:
        async with slots:
            return (await bell.post("/telegram", content=body, headers=HEADERS)).status_code, body

    answers = await asyncio.gather(*(post(body) for body in bodies))
    assert [answer for answer in answers if answer[0] >= 500] == []
    assert {status for status, _ in answers} == {200, 400, 413}
    update = stage.written(2000, "/start")
    assert (await bell.post("/telegram", json=update, headers=HEADERS)).status_code == 200
    assert len(stage.shown(2000)) == 2


async def test_what_a_load_balancer_asks(stage: Stage, bell: httpx.AsyncClient) -> None:
    """Alive, ready, and counting without names or numbers of anybody."""
    await stage.says(SARI, "/start")
    assert (await bell.get("/healthz")).text == "ok"
    assert (await bell.get("/readyz")).text == "ready"
    metrics = (await bell.get("/metrics")).text
    assert 'perisai_updates_total{outcome="handled"}' in metrics
    names = re.sub(r" \S+$", "", metrics, flags=re.MULTILINE)  # what is counted, without how many there are
    assert "perisai_updates_total{" in names
    assert not re.search(rf"\b{SARI}\b", names)
    assert "Sari" not in names


async def test_without_a_secret_there_is_no_webhook(stage: Stage) -> None:
    """A polling process answers monitors, and takes no updates from anybody."""
    server = await start(Web(stage.house.database, stage.house.intake, "").application())
    async with httpx.AsyncClient(base_url=server.url) as client:
        assert (await client.post("/telegram", json={"update_id": 1})).status_code == 404
        assert (await client.get("/healthz")).status_code == 200
    await server.stop()


async def test_nothing_is_lost_while_the_database_is_away(
    stoppable: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People write while PostgreSQL is down: 503 with Retry-After, then redelivery, each handled once."""
    unhurried(monkeypatch)
    patience = ManualTime()
    async with open_stage(stoppable.url("migrated"), time=patience) as stage:
        server = await start(Web(stage.house.database, stage.house.intake, SECRET).application())
        world = stage.world
        await world.webhook.point_at(Target(f"{server.url}/telegram", SECRET))
        for number, who in enumerate(PEOPLE):
            if number == len(PEOPLE) // 2:
                await asyncio.to_thread(stoppable.stop, "immediate")
            phones.write(world, stage.person(who), {"text": "/start"})
            phones.write(world, stage.person(who), {"text": "/daftar"})
        await until(lambda: not world.webhook._slots.locked() and patience.waits())
        async with httpx.AsyncClient(base_url=server.url) as client:
            assert (await client.get("/readyz")).status_code == 503
            assert (await client.get("/healthz")).status_code == 200
            answer = await client.post("/telegram", json={"update_id": 7}, headers=HEADERS)
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        await asyncio.to_thread(stoppable.start)
        await _redelivered(stage, patience)
        await stage.house.intake.finish()
        for who in PEOPLE:
            assert "Langkah 1 dari 8" in stage.last(who)
        assert await stage.count("seen_update") == 2 * len(PEOPLE)
        assert await stage.value("SELECT count(*) FROM conversation WHERE version = 2") == len(PEOPLE)
        await server.stop()


async def _redelivered(stage: Stage, patience: ManualTime) -> None:
    """Let the playground's time pass until every update was taken."""
    async with asyncio.timeout(60):
        while stage.world.updates.all():
            await patience.advance(5)
            await asyncio.sleep(0.02)
