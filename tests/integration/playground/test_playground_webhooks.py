"""Webhook delivery: lanes, acknowledgement, redelivery, expiry."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from playground.webhooks import delay_before
from tests.integration.playground.playground_stage import BUDI, SARI, Receiver, Stage, until


async def _failed(stage: Stage, receiver: Receiver, times: int) -> None:
    """The receiver has refused so often, and the next attempt is being waited for."""
    await until(lambda: len(receiver.updates) == times and stage.time.waits())


async def test_delivery(stage: Stage, receiver: Receiver) -> None:
    """An update arrives as JSON with the secret, and a 200 takes it off the queue."""
    await stage.result("setWebhook", url=receiver.url, secret_token="rahasia_1")
    await stage.phone("messages", text="halo")
    await until(lambda: not stage.world.updates.all())
    assert receiver.texts() == ["halo"]
    assert receiver.headers[0]["x-telegram-bot-api-secret-token"] == "rahasia_1"
    assert receiver.headers[0]["content-type"] == "application/json"


async def test_any_2xx_acknowledges(stage: Stage, receiver: Receiver) -> None:
    """204 is as good as 200."""
    receiver.answer_next(204)
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone("messages", text="halo")
    await until(lambda: not stage.world.updates.all())
    assert receiver.texts() == ["halo"]


async def test_redelivery(stage: Stage, receiver: Receiver) -> None:
    """A failure is tried again at once, then after 2, 4 and 8 seconds, and told by getWebhookInfo."""
    receiver.answer_next(500, 500, 500, 500)
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone("messages", text="halo")
    for times, delay in ((2, 2), (3, 4), (4, 8)):
        await _failed(stage, receiver, times)
        assert stage.time.waits() == [delay]
        await stage.time.advance(delay)
    await until(lambda: not stage.world.updates.all())
    assert len(receiver.updates) == 5
    info = await stage.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["pending_update_count"] == 0


def test_longest_delay() -> None:
    """The wait grows to two minutes and no further."""
    assert [delay_before(attempt) for attempt in range(1, 10)] == [0, 2, 4, 8, 16, 32, 64, 120, 120]


async def test_retry_after(stage: Stage, receiver: Receiver) -> None:
    """The receiver's Retry-After is honoured."""
    receiver.answer_next(503, Retry_After="7")
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone("messages", text="halo")
    await _failed(stage, receiver, 1)
    assert stage.time.waits() == [7]
    await stage.time.advance(7)
    await until(lambda: not stage.world.updates.all())


async def test_nobody_listens(stage: Stage) -> None:
    """A webhook that cannot be reached is tried again too."""
    await stage.result("setWebhook", url="http://127.0.0.1:9/hook")
    await stage.phone("messages", text="halo")
    await until(lambda: stage.time.waits() == [2])
    info = await stage.result("getWebhookInfo")
    assert info["last_error_message"].startswith("Connection failed: Connect")
    assert info["pending_update_count"] == 1


@pytest.mark.parametrize(
    ("verb", "body", "life"), [("messages", {"text": "halo"}, 86_400), ("tap", None, 150)]
)
async def test_expiry(
    stage: Stage, receiver: Receiver, verb: str, body: dict[str, Any] | None, life: int
) -> None:
    """An update that is never acknowledged is dropped: a message after a day, a button after 150 seconds."""
    receiver.answer_next(503, Retry_After=str(life + 1))
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone(verb, **(body or {"message_id": 1, "data": "x", "forged": True}))
    await _failed(stage, receiver, 1)
    await stage.time.advance(life + 1)
    await until(lambda: not stage.world.updates.all())
    assert len(receiver.updates) == 1


async def test_one_chat_in_order(stage: Stage, receiver: Receiver) -> None:
    """A message waits until the one before it in its chat is acknowledged; other chats do not wait."""
    receiver.gates["satu"] = asyncio.Event()
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone("messages", text="satu")
    await stage.phone("messages", text="dua")
    await stage.phone("messages", BUDI, text="lain")
    await until(lambda: "lain" in receiver.texts())
    assert sorted(receiver.texts()) == ["lain", "satu"]
    receiver.gates["satu"].set()
    await until(lambda: not stage.world.updates.all())
    assert [text for text in receiver.texts() if text != "lain"] == ["satu", "dua"]


async def test_buttons_have_their_own_queue(stage: Stage, receiver: Receiver) -> None:
    """A button is delivered while a message of the same person is still being handled."""
    receiver.gates["satu"] = asyncio.Event()
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone("messages", text="satu")
    await stage.phone("tap", message_id=1, data="x", forged=True)
    await until(lambda: any("callback_query" in update for update in receiver.updates))
    await until(lambda: len(stage.world.updates.all()) == 1)  # it was answered; the message was not
    receiver.gates["satu"].set()


async def test_max_connections(stage: Stage, receiver: Receiver) -> None:
    """No more updates are in flight than max_connections."""
    receiver.gates["satu"] = asyncio.Event()
    await stage.result("setWebhook", url=receiver.url, max_connections=1)
    await stage.phone("messages", text="satu")
    await until(lambda: receiver.updates)
    await stage.phone("messages", BUDI, text="lain")
    assert receiver.texts() == ["satu"]
    receiver.gates["satu"].set()
    await until(lambda: receiver.texts() == ["satu", "lain"])


async def test_reply_in_the_answer(stage: Stage, receiver: Receiver) -> None:
    """A method in the webhook's answer is carried out."""
    receiver.replies({"method": "sendMessage", "chat_id": SARI, "text": "halo juga"})
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone("messages", text="halo")
    await until(lambda: len(stage.world.chats.of(SARI).messages) == 2)


async def test_what_waited_is_delivered(stage: Stage, receiver: Receiver) -> None:
    """What came before the webhook is delivered to it, unless it is to be dropped."""
    await stage.phone("messages", text="lama")
    await stage.result("setWebhook", url=receiver.url)
    await until(lambda: receiver.texts() == ["lama"])
    await stage.result("deleteWebhook")
    await stage.phone("messages", text="buang")
    await stage.result("setWebhook", url=receiver.url, drop_pending_updates=True)
    await stage.phone("messages", text="baru")
    await until(lambda: receiver.texts() == ["lama", "baru"])


async def test_undelivered_can_be_polled(stage: Stage, receiver: Receiver) -> None:
    """What a webhook never took is there for polling when the webhook is deleted."""
    receiver.answer_next(500, 500)
    await stage.result("setWebhook", url=receiver.url)
    await stage.phone("messages", text="halo")
    await _failed(stage, receiver, 2)
    await stage.result("deleteWebhook")
    assert len(await stage.updates()) == 1
