"""Floods, outages, lost answers: what goes wrong on demand."""

from __future__ import annotations

import httpx
import pytest

from playground.floods import FloodGate, Limits
from tests.integration.playground.playground_stage import BUDI, SARI, Stage


def _flood(seconds: int) -> dict[str, object]:
    description = f"Too Many Requests: retry after {seconds}"
    return {
        "ok": False,
        "error_code": 429,
        "description": description,
        "parameters": {"retry_after": seconds},
    }


async def test_thirty_a_second(stage: Stage) -> None:
    """The 31st send of a second is refused, and so is every send until the wait is over."""
    await stage.starts(SARI, BUDI)
    await stage.control("trouble", limits={"chat_burst": 100})
    for number in range(30):
        await stage.say(f"{number}")
    assert await stage.call("sendMessage", chat_id=SARI, text="x") == _flood(3)
    await stage.time.advance(1.5)
    assert await stage.call("sendMessage", chat_id=BUDI, text="x") == _flood(2)
    await stage.time.advance(1.5)
    assert await stage.say("x")


async def test_one_a_second_in_a_chat(stage: Stage) -> None:
    """A burst in one chat is tolerated, a sustained rate above one a second is not; others may go on."""
    await stage.starts(SARI, BUDI)
    for number in range(8):
        await stage.say(f"{number}")
    assert await stage.call("sendMessage", chat_id=SARI, text="x") == _flood(1)
    assert await stage.say("x", BUDI)
    await stage.time.advance(1)
    assert await stage.say("x")
    assert await stage.call("sendMessage", chat_id=SARI, text="x") == _flood(1)


async def test_limits_can_be_turned_off(stage: Stage) -> None:
    """With limits null nothing floods."""
    await stage.starts()
    await stage.control("trouble", limits=None)
    for number in range(40):
        await stage.say(f"{number}")


def test_a_steady_pace_is_never_refused() -> None:
    """28 a second, evenly spaced over many chats, passes for ever."""
    gate = FloodGate(Limits())
    assert not any(gate.admit(number % 60, number / 28) for number in range(2_000))


async def test_flood_on_demand(stage: Stage) -> None:
    """A flood that is asked for refuses sends and edits, not answers or polls."""
    await stage.starts()
    message = await stage.say("satu")
    state = await stage.control("trouble", flood_seconds=20)
    assert state["flood_seconds"] == 20
    assert await stage.call("sendMessage", chat_id=SARI, text="x") == _flood(20)
    about = {"chat_id": SARI, "message_id": message["message_id"]}
    assert await stage.call("editMessageText", **about, text="x") == _flood(20)
    assert await stage.updates() == []


async def test_outage(stage: Stage) -> None:
    """During an outage every call is answered with its status."""
    await stage.control("trouble", outage_seconds=10)
    assert await stage.call("getMe") == {"ok": False, "error_code": 502, "description": "Bad Gateway"}
    await stage.control("trouble", outage_status=504)
    assert (await stage.call("getMe"))["description"] == "Gateway Timeout"
    assert (await stage.see("state"))["trouble"]["outage_seconds"] == 10
    await stage.time.advance(10)
    assert await stage.result("getMe")


async def test_dropped_answers(stage: Stage) -> None:
    """A dropped answer closes the connection, but the message has been sent."""
    await stage.starts()
    await stage.control("trouble", drop_answers=1)
    with pytest.raises(httpx.RemoteProtocolError):
        await stage.call("sendMessage", chat_id=SARI, text="hilang")
    assert (await stage.see(f"people/{SARI}/chat"))["messages"][-1]["text"] == "hilang"
    await stage.control("trouble", drop_answers=0)
    assert await stage.say("ada")


async def test_calls_are_logged(stage: Stage) -> None:
    """Each call is in the log with its outcome."""
    await stage.starts()
    seq = stage.world.calls.seq
    await stage.say("halo")
    await stage.refusal("sendMessage", chat_id=42, text="halo")
    first, second = (await stage.see(f"calls?after={seq}"))["calls"]
    assert first == {"seq": seq + 1, "method": "sendMessage", "chat_id": SARI, "status": 200, "started": 0.0}
    assert (second["status"], second["description"]) == (400, "Bad Request: chat not found")
