"""Updates that would be redelivered for ever: what only looks like an outage is set aside."""

import sqlite3
from collections.abc import AsyncIterator

import pytest

from bot.errors import ConfigurationError
from bot.visits import Visit
from handlers import features
from handlers.arrivals import AWAY, TAKEN
from handlers.quarantine import TRIES, sender_of
from handlers.routes import Routes
from storage.errors import StorageUnavailable
from storage.updates import forget_quarantine_of
from tests.integration.house_stage import SARI, Stage, open_stage, unhurried

WHOSE = "SELECT telegram_id FROM quarantine"


async def lose_a_file(_visit: Visit, _argument: str) -> None:
    """What a handler with a missing file raises is an OSError, as a lost connection is."""
    raise FileNotFoundError("poster.pdf")


async def time_out(_visit: Visit, _argument: str) -> None:
    raise TimeoutError


async def be_unavailable(_visit: Visit, _argument: str) -> None:
    """A statement that this update alone always makes too slow, say."""
    raise StorageUnavailable


def register(routes: Routes) -> None:
    routes.command("berkas", lose_a_file)
    routes.command("lambat", time_out)
    routes.command("macet", be_unavailable)


@pytest.fixture
async def poisoned(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """A house with features that fail in the way of a database that is away."""
    unhurried(monkeypatch)
    monkeypatch.setattr(features, "FEATURES", (*features.FEATURES, register))
    async with open_stage(database_url) as stage:
        yield stage


@pytest.mark.parametrize("command", ["/berkas", "/lambat"])
async def test_a_handlers_own_error_is_no_outage(poisoned: Stage, command: str) -> None:
    """Files and time-outs of a handler are quarantined at once, with an apology."""
    await poisoned.says(SARI, "/start")
    assert await poisoned.receives(poisoned.written(SARI, command)) == TAKEN
    assert await poisoned.value(WHOSE) == SARI
    assert poisoned.last(SARI).startswith(poisoned.house.service.texts.plain("id", "nav-apology"))


async def test_what_fails_while_the_database_answers_is_set_aside(poisoned: Stage) -> None:
    """After some tries the person's next update has its turn; the poison is kept, for erasure to find."""
    update = poisoned.written(SARI, "/macet")
    for _ in range(TRIES - 1):
        assert await poisoned.receives(update) == AWAY
    assert await poisoned.count("quarantine") == 0
    assert await poisoned.receives(update) == TAKEN
    assert await poisoned.receives(update) == TAKEN  # handled already: it is not routed again
    assert await poisoned.value(WHOSE) == SARI
    await poisoned.says(SARI, "/start")
    async with poisoned.house.database.transaction() as tx:
        assert await forget_quarantine_of(tx, SARI, poisoned.house.service.clock.now()) == 1


async def test_a_tap_is_its_button_whatever_else_comes_with_it(stage: Stage) -> None:
    """What messages may hold one day, which nobody can read yet, keeps no one from pressing a button."""
    await stage.says(SARI, "/start")
    tap = stage.tapped(SARI, stage.button(SARI, stage.labels(SARI)[0]))
    tap["callback_query"]["message"]["entities"] = "of a kind there is not yet"
    before = stage.shown(SARI)
    assert await stage.receives(tap) == TAKEN
    assert stage.shown(SARI) != before
    assert await stage.count("quarantine") == 0


async def test_an_outage_does_not_count(sqlite_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often an update fails while nobody can write, it has all its tries once somebody can."""
    unhurried(monkeypatch)
    monkeypatch.setattr("storage.database.LOCK_WAIT_MS", 20)
    monkeypatch.setattr(features, "FEATURES", (*features.FEATURES, register))
    async with open_stage(sqlite_database_url) as stage:
        update = stage.written(SARI, "/macet")
        other = sqlite3.connect(stage.house.database.url.database or "", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for _ in range(TRIES + 1):
            assert await stage.receives(update) == AWAY
        other.execute("ROLLBACK")
        other.close()
        assert await stage.receives(update) == AWAY
        assert await stage.count("quarantine") == 0


async def test_what_cannot_be_parsed_is_kept_under_its_sender(stage: Stage) -> None:
    """Erasure finds what somebody's phone sent, also when it was no update we know."""
    update = stage.written(SARI, "rahasia")
    update["message"]["chat"] = {"id": "?"}
    update["message"]["date"] = "yesterday"
    assert await stage.receives(update) == TAKEN
    assert await stage.value(WHOSE) == SARI


async def test_the_sender_is_read_without_trust() -> None:
    """Whatever the shape; what is no account's id is nobody's."""
    assert sender_of({"update_id": 1, "callback_query": {"from": {"id": SARI}}}) == SARI
    strange: list[object] = [None, [], {"message": 5}, {"message": {"from": []}}]
    strange += [{"message": {"from": {"id": id_}}} for id_ in ("1", True, -5, 2**52)]
    assert {sender_of(body) for body in strange} == {None}


async def test_a_reply_that_meets_a_revoked_token_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The update is done; whoever watches the intake gets the error that ends the process."""

    async def refused(*_: object, **__: object) -> None:
        raise ConfigurationError("Telegram does not know this bot token (401 or 404)")

    monkeypatch.setattr(stage.house.messenger, "show", refused)
    assert await stage.receives(stage.written(SARI, "/start")) == TAKEN
    with pytest.raises(ConfigurationError, match="token"):
        await stage.house.intake.watch()


async def test_a_closed_door_takes_nothing(stage: Stage) -> None:
    """A stopping process leaves updates to the others, and says so."""
    stage.house.intake.close()
    assert await stage.receives(stage.written(SARI, "/start")) == AWAY
    assert await stage.count("seen_update") == 0
