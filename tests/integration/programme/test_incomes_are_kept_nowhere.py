"""What somebody earns is in no row of the database, not even when a handler raises."""

import json

import pytest
from sqlmodel import select

from handlers.contributions import asking
from storage.contacts import find_by_telegram_id
from storage.conversations import find_place
from storage.models.updates import Quarantine
from tests.integration.house_stage import SARI, Stage

WRITTEN = "1.234.000 sebulan"


async def kept(stage: Stage) -> str:
    """The person's place and everything in quarantine, opened."""
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        place = await find_place(tx, contact.id)
        rows = (await tx.execute(select(Quarantine.id, Quarantine.body))).all()
        bodies = [tx.keys.open(body, table="quarantine", column="body", id=id_) for id_, body in rows]
    return f"{place} {bodies}"


async def test_a_reckoning_leaves_nothing(stage: Stage) -> None:
    """Asked, answered, reckoned: the database knows that the question was shown, and no more."""
    await stage.says(SARI, "/start", "/iuran", WRITTEN)
    await stage.presses(SARI, "Ojek, sopir, kurir")
    assert "Rp9.400" in stage.last(SARI)
    assert "params={}" in await kept(stage)
    assert await stage.count("message") == 0
    assert await stage.count("draft") == 0


async def test_a_repeat_shows_the_question_again(stage: Stage) -> None:
    """What was reckoned is not known any more when the update comes a second time."""
    await stage.says(SARI, "/start", "/iuran")
    update = stage.written(SARI, WRITTEN)
    await stage.receives(update)
    assert "Kerjanya apa?" in stage.last(SARI)
    await stage.receives(update)
    assert "Untuk menghitung" in stage.last(SARI)


@pytest.mark.parametrize("taps", [False, True])
async def test_quarantine_drops_the_words(stage: Stage, monkeypatch: pytest.MonkeyPatch, taps: bool) -> None:
    """A handler that raises keeps the update's shape: not what was written, not what a button carried."""

    def explode(*_: object) -> None:
        raise RuntimeError

    await stage.says(SARI, "/start", "/iuran")
    if taps:
        await stage.says(SARI, WRITTEN)
        monkeypatch.setattr(asking, "price_of", explode)
        await stage.presses(SARI, "Ojek, sopir, kurir")
    else:
        monkeypatch.setattr(asking, "read_income", explode)
        await stage.says(SARI, WRITTEN)
    found = await kept(stage)
    assert await stage.count("quarantine") == 1
    assert "update_id" in found
    assert "1.234.000" not in found
    assert "contributions:choose" not in found
    assert "gangguan" in " ".join(stage.shown(SARI)[-2:])


async def test_elsewhere_quarantine_keeps_what_was_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On any other screen staff can see what the handler could not take."""

    async def explode(*_: object) -> None:
        raise RuntimeError

    await stage.says(SARI, "/start")
    monkeypatch.setattr("handlers.dispatch.Dispatch._not_understood", explode)
    await stage.says(SARI, "xyzzy plugh")
    assert json.dumps("xyzzy plugh") in await kept(stage)
