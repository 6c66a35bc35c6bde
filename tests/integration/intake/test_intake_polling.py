"""Polling, with a feed and an intake that do as they are told: order, what is confirmed, and the end."""

import asyncio
from collections import deque
from typing import Any, cast

import pytest
from telegram.error import InvalidToken

from bot.errors import ConfigurationError
from bot.telegram_api.updates import UpdateFeed
from handlers import polling
from handlers.arrivals import AWAY, TAKEN, Receipt
from handlers.intake import Intake
from handlers.polling import Polling
from tests.integration.house_stage import SARI, until

UJANG = 2


def message(number: int, who: int = SARI) -> dict[str, Any]:
    return {"update_id": number, "message": {"from": {"id": who}}}


def tap(number: int, who: int = SARI) -> dict[str, Any]:
    return {"update_id": number, "callback_query": {"from": {"id": who}}}


class Feed:
    """Gives its batches, then nothing until it is cancelled."""

    def __init__(self, *batches: list[dict[str, Any]]) -> None:
        self.batches = deque(batches)
        self.offsets: list[int] = []

    async def fetch(self, offset: int, *, wait: int = 25, **_: int) -> list[Any]:
        self.offsets.append(offset)
        if not self.batches and wait:
            await asyncio.Event().wait()
        return self.batches.popleft() if self.batches else []


class Door:
    """An intake that is away the first times for some updates."""

    def __init__(self, away: dict[int, int] | None = None) -> None:
        self.away = away or {}
        self.taken: list[int] = []

    async def receive(self, body: dict[str, Any]) -> Receipt:
        await asyncio.sleep(0)
        number = body["update_id"]
        if self.away.get(number, 0):
            self.away[number] -= 1
            return AWAY
        self.taken.append(number)
        return TAKEN


def polls(feed: Feed, door: Door) -> Polling:
    return Polling(cast("UpdateFeed", feed), cast("Intake", door))


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)


async def _ran(feed: Feed, door: Door, count: int) -> None:
    """Poll until so many updates were taken."""
    stopping = asyncio.Event()
    running = asyncio.create_task(polls(feed, door).run(stopping))
    await until(lambda: len(door.taken) >= count and len(feed.offsets) > 1)
    stopping.set()
    await running


async def test_an_update_that_must_wait_is_not_overtaken() -> None:
    """What the same person did later waits for it; other people do not."""
    door = Door(away={10: 3})
    feed = Feed([message(10), tap(11), message(12, UJANG), tap(13, UJANG), message(14)])
    await _ran(feed, door, 5)
    assert [number for number in door.taken if number in {10, 11, 14}] == [10, 11, 14]
    assert door.taken[:2] == [12, 13]


async def test_all_is_confirmed_once_all_is_taken() -> None:
    """The next fetch, and the one at the end, begin after the last."""
    feed = Feed([message(10), message(11, UJANG)])
    await _ran(feed, Door(), 2)
    assert feed.offsets == [0, 12, 12]


async def test_numbers_may_begin_lower() -> None:
    """After a week without updates Telegram begins anywhere; nothing is fetched for ever."""
    feed = Feed([message(900)], [message(5)])
    await _ran(feed, Door(), 2)
    assert feed.offsets[:3] == [0, 901, 6]


async def test_it_stops_while_the_database_is_away() -> None:
    """What was not taken is not confirmed: the next start is given it again."""
    door, stopping = Door(away={11: 10**9}), asyncio.Event()
    feed = Feed([message(10, UJANG), message(11), message(12)])
    running = asyncio.create_task(polls(feed, door).run(stopping))
    await until(lambda: door.taken)
    stopping.set()
    await asyncio.wait_for(running, 60)
    assert door.taken == [10]
    assert feed.offsets[-1] == 11


async def test_a_refused_token_ends_it() -> None:
    """In plain words, without the token."""

    class Refusing(Feed):
        async def fetch(self, *_: int, **__: int) -> list[Any]:
            raise InvalidToken("7000000001:secret")

    with pytest.raises(ConfigurationError, match="does not know this token"):
        await polls(Refusing(), Door()).run(asyncio.Event())
