"""What goes wrong: a handler that raises, a database that is away, a Telegram that is slow."""

import sqlite3
from collections.abc import AsyncIterator

import pytest

from bot.screens import Screen
from bot.visits import Visit
from handlers import features
from handlers.arrivals import AWAY, TAKEN
from handlers.routes import Routes
from playground import phones
from storage.models.messages import Lane
from storage.outbox import queue_message
from storage.types import JsonObject
from tests.integration.house_stage import NOW, SARI, Stage, open_stage, unhurried
from tests.integration.intake.script import state_of
from tests.postgres import PostgresServer

UNREACHABLE = "SELECT count(*) FROM contact WHERE unreachable_at IS NOT NULL"


async def explode(visit: Visit, _argument: str) -> None:
    """Change this and that, and fail."""
    await queue_message(visit.tx, visit.contact.id, Lane.NOTICE, "receipt", NOW)
    await visit.go("home")
    raise RuntimeError("rahasia")


async def walk_into_a_wall(visit: Visit, _argument: str) -> None:
    await visit.go("wall")


async def wall(_visit: Visit, params: JsonObject) -> Screen:
    """A screen that cannot be shown again, so that even the apology has nothing to show below it."""
    if params.get("up"):
        raise RuntimeError
    params["up"] = True
    return Screen("wall", "tembok")


def register(routes: Routes) -> None:
    routes.command("meledak", explode)
    routes.command("tembok", walk_into_a_wall)
    routes.screen("wall", wall)


@pytest.fixture
async def fragile(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """A house with a feature that raises."""
    unhurried(monkeypatch)
    monkeypatch.setattr(features, "FEATURES", (*features.FEATURES, register))
    async with open_stage(database_url) as stage:
        yield stage


async def test_a_handler_that_raises_leaves_no_row(fragile: Stage) -> None:
    """Nothing it did stays; the update is kept sealed, the person gets an apology and their screen."""
    await fragile.says(SARI, "/daftar", "/daftar")
    before = await state_of(fragile, SARI)
    update = fragile.written(SARI, "/meledak")
    assert await fragile.receives(update) == TAKEN
    assert await state_of(fragile, SARI) == before
    assert (await fragile.count("message"), await fragile.count("quarantine")) == (0, 1)
    assert b"meledak" not in bytes(await fragile.value("SELECT body FROM quarantine"))
    assert "rahasia" not in await fragile.value("SELECT error FROM quarantine")
    apology = fragile.house.service.texts.plain("id", "nav-apology")
    assert fragile.last(SARI).startswith(apology)
    assert "Langkah 1 dari 8" in fragile.last(SARI)


async def test_after_a_handler_raised_the_next_update_works(fragile: Stage) -> None:
    """The poison holds nobody up, and delivered again it is not handled again."""
    await fragile.says(SARI, "/daftar", "/daftar")
    update = fragile.written(SARI, "/meledak")
    for _ in range(2):
        assert await fragile.receives(update) == TAKEN
    await fragile.says(SARI, "petani")
    assert "Langkah 2 dari 8" in fragile.last(SARI)
    assert await fragile.count("quarantine") == 1


async def test_a_screen_that_raises_still_ends_in_an_apology(fragile: Stage) -> None:
    """Where the current screen itself cannot be shown, the apology goes out alone."""
    await fragile.says(SARI, "/start", "/tembok", "halo")
    assert fragile.last(SARI) == fragile.house.service.texts.plain("id", "nav-apology")
    await fragile.says(SARI, "/start")
    assert await fragile.count("quarantine") == 1


async def test_a_database_that_is_away_is_a_503_and_leaves_no_row(
    stoppable: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is away nothing is answered; delivered again, the update is handled once."""
    unhurried(monkeypatch)
    async with open_stage(stoppable.url("migrated")) as stage:
        update = stage.written(SARI, "/start")
        stoppable.stop()
        for _ in range(3):
            assert await stage.receives(update) == AWAY
        assert AWAY.retry_after
        assert stage.shown(SARI) == []
        stoppable.start()
        assert await stage.receives(update) == TAKEN
        assert len(stage.shown(SARI)) == 2
        assert (await stage.count("contact"), await stage.count("seen_update")) == (1, 1)


async def test_a_locked_file_is_a_503_and_leaves_no_row(
    sqlite_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is on SQLite when another process does not let go of the file."""
    unhurried(monkeypatch)
    monkeypatch.setattr("storage.database.LOCK_WAIT_MS", 50)
    async with open_stage(sqlite_database_url) as stage:
        update = stage.written(SARI, "/start")
        other = sqlite3.connect(stage.house.database.url.database or "", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert await stage.receives(update) == AWAY
        other.execute("ROLLBACK")
        other.close()
        assert await stage.count("seen_update") == 0
        assert await stage.receives(update) == TAKEN


async def test_slow_replies_do_not_hold_up_the_answer(
    sqlite_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After two seconds Telegram gets its 200, and the replies go on their way."""
    unhurried(monkeypatch)
    monkeypatch.setattr("handlers.intake.REPLY_PATIENCE", 0.2)
    async with open_stage(sqlite_database_url) as stage:
        stage.world.trouble.latency_ms = 400
        assert await stage.receives(stage.written(SARI, "/start")) == TAKEN
        assert len(stage.shown(SARI)) < 2
        await stage.house.intake.finish()
        assert len(stage.shown(SARI)) == 2


async def test_who_blocks_the_bot_is_unreachable_until_they_come_back(stage: Stage) -> None:
    """Blocking marks the contact, letting the bot in again clears the mark."""
    await stage.says(SARI, "/start")
    await stage.receives(stage.does(phones.block, SARI))
    assert await stage.value(UNREACHABLE) == 1
    await stage.receives(stage.does(phones.unblock, SARI))
    assert await stage.value(UNREACHABLE) == 0


async def test_a_reply_that_meets_a_block_marks_the_contact(stage: Stage) -> None:
    """Telegram's refusal says the same as its update; whoever writes again can be reached again."""
    await stage.says(SARI, "/start")
    update = stage.written(SARI, "/iuran")
    stage.person(SARI).blocked = True
    assert await stage.receives(update) == TAKEN
    assert await stage.value(UNREACHABLE) == 1
    stage.person(SARI).blocked = False
    await stage.says(SARI, "/start")
    assert await stage.value(UNREACHABLE) == 0
