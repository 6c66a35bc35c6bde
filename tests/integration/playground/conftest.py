"""A playground and a webhook receiver for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from playground.clock import ManualTime
from playground.server import running, start
from playground.settings import Settings
from tests.integration.playground.playground_stage import TOKEN, Receiver, Stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    time = ManualTime()
    async with (
        running(Settings(token=TOKEN, time=time)) as (server, world),
        httpx.AsyncClient() as client,
    ):
        yield Stage(server.url, world, time, client)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    server = await start(receiver)
    receiver.url = f"{server.url}/hook"
    yield receiver
    await server.stop()
