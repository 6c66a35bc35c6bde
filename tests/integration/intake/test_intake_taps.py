"""A tapped button's spinner stops by the webhook's answer; where there is none, by a call."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from bot.visits import Visit
from handlers import features
from handlers.routes import Routes
from handlers.web import SECRET_HEADER, Web
from playground import phones
from playground.server import start
from playground.shapes import Json
from playground.webhooks import Target
from tests.integration.house_stage import SARI, Stage, open_stage, unhurried, until

SECRET = "a-secret-of-the-webhook"
OLD = "Tombol itu sudah lama. Ini yang terbaru."


async def break_down(_visit: Visit, _id: str) -> None:
    raise LookupError("whatever a handler may raise")


def register(routes: Routes) -> None:
    routes.action("rusak", "now", break_down, anywhere=True)


@pytest.fixture
async def asked(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """Sari is asked what she works as; one button of the house breaks down."""
    unhurried(monkeypatch)
    monkeypatch.setattr(features, "FEATURES", (*features.FEATURES, register))
    async with open_stage(database_url) as stage:
        await stage.says(SARI, "/start", "/daftar")
        stage.world.calls.clear()
        yield stage


@pytest.fixture
async def url(asked: Stage) -> AsyncIterator[str]:
    """Where the webhook is."""
    server = await start(Web(asked.house.database, asked.house.intake, SECRET).application())
    yield f"{server.url}/telegram"
    await server.stop()


async def bring(url: str, update: Json) -> httpx.Response:
    """As Telegram does."""
    async with httpx.AsyncClient(timeout=30) as client:
        return await client.post(url, json=update, headers={SECRET_HEADER: SECRET})


def petani(stage: Stage) -> Json:
    """The tap on one's occupation."""
    return stage.tapped(SARI, stage.button(SARI, "Petani"))


def called(stage: Stage) -> list[str]:
    """The methods of the Bot API that were called."""
    return [str(call["method"]) for call in stage.world.calls.after(0)]


async def carried_out(stage: Stage, answer: httpx.Response) -> dict[str, Any]:
    """What the answer carries, once Telegram has taken it: a query is answered once, and by its own id."""
    call: dict[str, Any] = answer.json()
    given = {name: value for name, value in call.items() if name != "method"}
    assert call["method"] == "answerCallbackQuery"
    assert await stage.world.webhook.perform(call["method"], given) is True
    return given


async def test_a_tap_is_answered_by_the_answer(asked: Stage, url: str) -> None:
    """What stops the spinner comes with the 200; nothing but the screen is a call."""
    tap = petani(asked)
    answer = await bring(url, tap)
    assert (answer.status_code, called(asked)) == (200, ["editMessageText"])
    assert await carried_out(asked, answer) == {"callback_query_id": tap["callback_query"]["id"]}


async def test_a_toast_comes_with_it(asked: Stage, url: str) -> None:
    """A button of long ago says so where it was tapped."""
    old = asked.button(SARI, "Petani")
    await asked.says(SARI, "petani", "2")
    answer = await bring(url, asked.tapped(SARI, old))
    assert (await carried_out(asked, answer))["text"] == OLD


async def test_a_tap_that_comes_again_is_answered_again(asked: Stage, url: str) -> None:
    """The first answer was lost on the way: the spinner still turns, and the screen is shown once more."""
    tap = petani(asked)
    await bring(url, tap)
    await carried_out(asked, await bring(url, tap))
    assert "Langkah 2 dari 8" in asked.last(SARI)
    assert await asked.value("SELECT version FROM conversation") == 3


async def test_a_tap_that_breaks_down_is_answered(asked: Stage, url: str) -> None:
    """Beside the apology: no button turns for ever."""
    await carried_out(asked, await bring(url, asked.tapped(SARI, "rusak:now::-")))
    assert asked.last(SARI).startswith(asked.house.service.texts.plain("id", "nav-apology"))


async def test_a_late_screen_keeps_no_tap_waiting(
    asked: Stage, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the screen is on its way the 200 is given with the answer in it, and no call follows."""
    monkeypatch.setattr("handlers.intake.REPLY_PATIENCE", 0.01)
    asked.world.trouble.cause({"latency_ms": 300})
    answer = await bring(url, petani(asked))
    asked.world.trouble.cause({"latency_ms": 0})
    await carried_out(asked, answer)
    await asked.house.intake.finish()
    assert sorted(called(asked)) == ["answerCallbackQuery", "editMessageText"]  # the first was carried
    assert "Langkah 2 dari 8" in asked.last(SARI)


async def test_telegram_takes_it_by_itself(asked: Stage, url: str) -> None:
    """The whole way: the playground delivers the tap, and carries out what the answer says."""
    world, sari = asked.world, asked.person(SARI)
    await world.webhook.point_at(Target(url, SECRET))
    message_id, data = asked.messages(SARI)[-1]["message_id"], asked.button(SARI, "Petani")
    phones.tap(world, sari, message_id, data, forged=False)
    await until(lambda: "answerCallbackQuery" in called(asked))
    assert world.calls.after(0)[-1]["status"] == 200
    assert "Langkah 2 dari 8" in asked.last(SARI)


async def test_without_a_webhook_it_is_a_call(asked: Stage) -> None:
    """Polling has no answer that could carry anything."""
    assert (await asked.receives(petani(asked))).call is None
    assert sorted(called(asked)) == ["answerCallbackQuery", "editMessageText"]


async def test_what_was_no_tap_is_answered_with_nothing(asked: Stage, url: str) -> None:
    """There is no spinner to stop."""
    assert (await bring(url, asked.written(SARI, "/start"))).content == b""


@pytest.mark.parametrize("chat", [{"id": -1001, "type": "group", "title": "RT 03"}, {"id": 1}, None, "x"])
async def test_a_button_pressed_elsewhere_is_passed_over(asked: Stage, url: str, chat: object) -> None:
    """A message of ours that stands in a group, or nobody knows where, is nobody's screen."""
    tap, before = petani(asked), asked.messages(SARI)
    tap["callback_query"]["message"]["chat"] = chat
    answer = await bring(url, tap)
    assert (answer.status_code, answer.content, called(asked)) == (200, b"", [])
    assert asked.messages(SARI) == before
    assert await asked.count("quarantine") == 0


async def test_answers_nobody_can_open_hold_up_nothing_else(asked: Stage) -> None:
    """A draft whose key is gone: the form apologises, and all can be erased."""
    await asked.says(SARI, "petani")
    async with asked.house.database.transaction() as tx:
        await tx.execute(text("UPDATE draft SET state = :broken"), {"broken": b"nobody can open this"})
    apology = asked.house.service.texts.plain("id", "nav-apology")
    await asked.says(SARI, "2")
    assert asked.last(SARI) == apology
    for way_out in ("/privasi", "/hapus_data"):
        await asked.says(SARI, way_out)
        assert apology not in asked.last(SARI)
    await asked.presses(SARI, asked.house.service.texts.plain("id", "privacy-erase-yes"))
    assert await asked.count("draft") == 0
