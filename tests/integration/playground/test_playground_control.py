"""The control API that the page and the tests stand on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from tests.integration.playground.playground_stage import BUDI, SARI, TOKEN, Stage

COMMANDS = [{"command": "mulai", "description": "Mulai"}]


async def test_default_cast(stage: Stage) -> None:
    """Sari, Pak Budi and Bu Rina are there from the start."""
    people = (await stage.see("state"))["people"]
    assert [(person["id"], person["first_name"], person["role"]) for person in people] == [
        (1001, "Sari", "pekerja"),
        (1002, "Budi", "relawan RT"),
        (1003, "Rina", "petugas"),
    ]


async def test_new_person(stage: Stage) -> None:
    """A person can be added, with a free id or one's own, but not twice."""
    person = await stage.control("people", first_name="Ujang", role="pekerja")
    assert (person["id"], person["language_code"], person["started"]) == (1004, "id", False)
    assert (await stage.control("people", id=5_000_000_000, first_name="Jauh"))["id"] == 5_000_000_000
    answer = await stage.client.post(f"{stage.url}/api/people", json={"id": SARI, "first_name": "Dua"})
    assert answer.status_code == 400


async def test_clock(stage: Stage) -> None:
    """Moving the clock moves the dates of messages, and nothing else."""
    await stage.starts()
    before = (await stage.say("kini"))["date"]
    moved = await stage.control("clock", advance_days=30)
    assert moved["offset_seconds"] == 30 * 86_400
    assert (await stage.say("nanti"))["date"] - before == 30 * 86_400
    assert await stage.see("clock") == moved


async def test_events(stage: Stage) -> None:
    """Each change has a number; a waiting reader gets the next one at once."""
    await stage.starts()
    seq = (await stage.see("state"))["seq"]
    waiting = asyncio.create_task(stage.see(f"events?after={seq}&wait=30"))
    await stage.say("halo")
    assert await waiting == {"seq": seq + 1, "events": [{"seq": seq + 1, "type": "chat", "person": SARI}]}


async def test_stream(stage: Stage) -> None:
    """The stream tells the same events as they happen."""
    async with stage.client.stream("GET", f"{stage.url}/api/stream") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.aiter_lines()
        assert await anext(lines) == ": connected"
        await stage.control("clock", advance_seconds=60)
        data = [line async for line in _until_data(lines)][-1]
    assert json.loads(data.removeprefix("data: "))["type"] == "clock"


async def _until_data(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    async for line in lines:
        yield line
        if line.startswith("data:"):
            return


async def test_commands_by_scope_and_language(stage: Stage) -> None:
    """A chat shows the commands of its nearest scope, its own language first."""

    async def shown(person: int) -> list[str]:
        return [one["command"] for one in (await stage.see(f"people/{person}/chat"))["commands"]]

    async def set_commands(command: str, **where: object) -> None:
        commands = [{"command": command, "description": "x"}]
        await stage.result("setMyCommands", commands=commands, **where)

    await set_commands("semua")
    assert await shown(SARI) == ["semua"]
    await set_commands("indonesia", language_code="id")
    assert await shown(SARI) == ["indonesia"]
    await set_commands("pribadi", scope={"type": "all_private_chats"})
    assert await shown(SARI) == ["pribadi"]
    await set_commands("budi", scope={"type": "chat", "chat_id": BUDI})
    assert (await shown(SARI), await shown(BUDI)) == (["pribadi"], ["budi"])
    await stage.result("deleteMyCommands", scope={"type": "chat", "chat_id": BUDI})
    assert await shown(BUDI) == ["pribadi"]
    assert await stage.result("getMyCommands", language_code="en") == []


async def test_profile(stage: Stage) -> None:
    """Names and descriptions fall back to those without a language."""
    await stage.result("setMyName", name="Perisai")
    await stage.result("setMyDescription", description="Halo")
    await stage.result("setMyShortDescription", short_description="Hai", language_code="id")
    assert await stage.result("getMyName", language_code="id") == {"name": "Perisai"}
    assert await stage.result("getMyDescription", language_code="id") == {"description": "Halo"}
    assert await stage.result("getMyShortDescription") == {"short_description": ""}
    assert (await stage.see("state"))["bot"]["name"] == "Perisai"


async def test_unread(stage: Stage) -> None:
    """The bot's messages count as unread until the chat is looked at."""
    await stage.starts()
    await stage.say("satu")
    await stage.say("dua")
    assert (await stage.see("state"))["people"][0]["unread"] == 2
    await stage.see(f"people/{SARI}/chat")
    assert (await stage.see("state"))["people"][0]["unread"] == 0


async def test_forged_update(stage: Stage) -> None:
    """A raw update is delivered as it stands, its id included."""
    update = {"update_id": 7, "message": {"chat": {"id": SARI}, "text": "palsu"}}
    assert await stage.control("updates", update=update) == {"update_id": 7}
    assert await stage.updates() == [update]


async def test_reset(stage: Stage) -> None:
    """A reset empties chats and queue; the bot keeps its commands."""
    await stage.result("setMyCommands", commands=COMMANDS)
    await stage.phone("messages", text="halo")
    await stage.control("reset")
    chat = await stage.see(f"people/{SARI}/chat")
    assert (chat["messages"], chat["commands"]) == ([], COMMANDS)
    assert await stage.updates() == []


async def test_headers(stage: Stage) -> None:
    """Pages and answers are never cached or framed, and run nothing from elsewhere."""
    answer = await stage.client.get(f"{stage.url}/api/state")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["content-security-policy"].startswith("default-src 'self';")


async def test_a_document_is_never_drawn(stage: Stage) -> None:
    """A file that a browser could run is only ever downloaded."""
    await stage.starts()
    files = {"document": ("a.html", b"<script>alert(1)</script>", "text/html")}
    await stage.client.post(f"{stage.url}/bot{TOKEN}/sendDocument", data={"chat_id": SARI}, files=files)
    shown = (await stage.see(f"people/{SARI}/chat"))["messages"][-1]["document"]
    answer = await stage.client.get(stage.url + shown["url"])
    assert answer.headers["content-disposition"] == "attachment"
    assert answer.headers["content-type"] == "application/octet-stream"


async def test_a_crowd_has_chats_and_no_phones(stage: Stage) -> None:
    """Two hundred who started the bot, some of whom blocked it; the cast and an approver have phones."""
    crowd = (await stage.control("crowd", count=200))["people"]
    assert len({person["name"] for person in crowd}) == 200
    assert 0 < sum(person["blocked"] for person in crowd) < 20
    assert (await stage.see("crowd"))["people"] == crowd
    people = (await stage.see("state"))["people"]
    assert [person["first_name"] for person in people] == ["Sari", "Budi", "Rina", "Dewi"]
