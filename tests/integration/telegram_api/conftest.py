"""A misbehaving Bot API and a messenger that talks to it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.telegram_api.messenger import TelegramMessenger
from bot.telegram_api.transport import GuardedRequest
from tests.integration.telegram_api.fake_telegram import TAKES, FakeTelegram, make_bot, make_request


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    fake = FakeTelegram(script=[TAKES])
    server = await asyncio.start_server(fake.serve, "127.0.0.1", 0)
    fake.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield fake
    server.close()
    for writer in fake.writers:
        writer.transport.abort()
    tasks = [task for task in asyncio.all_tasks() if "FakeTelegram.serve" in repr(task)]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture
async def request_() -> AsyncIterator[GuardedRequest]:
    request = make_request()
    yield request
    await request.shutdown()


@pytest.fixture
def messenger(telegram: FakeTelegram, request_: GuardedRequest) -> TelegramMessenger:
    return TelegramMessenger(make_bot(telegram.url, request_))
