"""getUpdates: order, offset, limit, long polling, conflicts and expiry."""

from __future__ import annotations

import asyncio

from tests.integration.playground.playground_stage import BUDI, SARI, Stage, until

OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


def _texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def _long_poll(stage: Stage, **params: object) -> asyncio.Task[dict[str, object]]:
    """A poll that is known to be waiting, and its time to be running."""
    before = stage.world.updates._poll
    poll = asyncio.create_task(stage.call("getUpdates", timeout=30, **params))
    await until(lambda: stage.world.updates._poll not in {None, before} and stage.time.waits())
    return poll


async def test_offset_and_limit(stage: Stage) -> None:
    """Updates come in order with growing ids, again and again until the offset confirms them."""
    for text in ("satu", "dua", "tiga"):
        await stage.phone("messages", text=text)
    first = await stage.updates(limit=2)
    assert _texts(first) == ["satu", "dua"]
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    assert _texts(await stage.updates()) == ["satu", "dua", "tiga"]
    assert _texts(await stage.updates(offset=first[1]["update_id"] + 1)) == ["tiga"]
    assert _texts(await stage.updates()) == ["tiga"]


async def test_negative_offset(stage: Stage) -> None:
    """A negative offset forgets all but that many of the newest."""
    for text in ("satu", "dua", "tiga"):
        await stage.phone("messages", text=text)
    assert _texts(await stage.updates(offset=-1)) == ["tiga"]
    assert _texts(await stage.updates()) == ["tiga"]


async def test_long_poll_wakes(stage: Stage) -> None:
    """A waiting poll answers as soon as there is something."""
    poll = await _long_poll(stage)
    await stage.phone("messages", text="halo")
    assert _texts((await poll)["result"]) == ["halo"]  # type: ignore[arg-type]  # reason: a test knows what it gets


async def test_long_poll_ends_empty(stage: Stage) -> None:
    """A poll that waited its timeout answers with nothing."""
    poll = await _long_poll(stage)
    await stage.time.advance(30)
    assert (await poll)["result"] == []


async def test_second_poller(stage: Stage) -> None:
    """A second poll ends the first one with a conflict."""
    first = await _long_poll(stage)
    second = await _long_poll(stage)
    assert await first == {"ok": False, "error_code": 409, "description": OTHER_POLLER}
    await stage.phone("messages", text="halo")
    assert _texts((await second)["result"]) == ["halo"]  # type: ignore[arg-type]  # reason: a test knows what it gets


async def test_webhook_excludes_polling(stage: Stage) -> None:
    """While a webhook is set polling is a conflict, and setting it ends a waiting poll."""
    poll = await _long_poll(stage)
    await stage.result("setWebhook", url="http://127.0.0.1:9/hook")
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    body = await stage.call("getUpdates")
    assert (body["error_code"], body["description"]) == (409, WEBHOOK_ACTIVE)
    await stage.result("deleteWebhook")
    assert await stage.updates() == []


async def test_allowed_updates(stage: Stage) -> None:
    """Kinds that are not asked for never come, and the list is remembered."""
    await stage.updates(allowed_updates=["callback_query"])
    await stage.phone("messages", text="halo")
    await stage.phone("block")
    assert await stage.updates() == []
    await stage.updates(allowed_updates=[])
    await stage.phone("unblock")
    assert [list(update)[1:] for update in await stage.updates()] == [["my_chat_member"]]


async def test_expiry(stage: Stage) -> None:
    """Buttons are forgotten after 150 seconds, messages after 24 hours."""
    await stage.phone("messages", text="halo")
    await stage.phone("tap", message_id=1, data="x", forged=True)
    await stage.time.advance(151)
    assert _texts(await stage.updates()) == ["halo"]
    await stage.time.advance(24 * 3600)
    assert await stage.updates() == []


async def test_chats_are_mixed_in_order(stage: Stage) -> None:
    """Updates of several people come in the order they were made."""
    for person, text in ((SARI, "a"), (BUDI, "b"), (SARI, "c")):
        await stage.phone("messages", person, text=text)
    assert _texts(await stage.updates()) == ["a", "b", "c"]
