"""Notes on a lead: free words, sealed, part of its history, and a touch."""

from datetime import timedelta

from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import delivered, joins_field, lead_comes, passes

DAY = timedelta(days=1)
SAID = "Rumahnya di belakang musala, cat hijau"


async def opens_note(stage: Stage) -> None:
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await stage.presses(BUDI, "🗒 Catatan")


async def test_a_note_stands_in_the_history_and_nowhere_in_the_clear(stage: Stage) -> None:
    """As it was typed, with who wrote it; the database has no word of it."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await opens_note(stage)
    await stage.says(BUDI, SAID)
    assert SAID in stage.last(BUDI)
    assert "Pak Budi" in stage.last(BUDI)
    details = await stage.value("SELECT details FROM lead_event WHERE kind = 'note'")
    assert b"musala" not in bytes(details)


async def test_a_note_that_is_too_long_is_none(stage: Stage) -> None:
    """Five hundred letters are kept, one more is not."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await opens_note(stage)
    await stage.says(BUDI, "a" * 501)
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'note'") == 0
    await stage.says(BUDI, "a" * 500)
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'note'") == 1


async def test_a_note_is_a_touch(stage: Stage) -> None:
    """Written on the third day it begins silence anew: nobody else is asked for three days more."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await opens_note(stage)
    stage.house.service.clock.move(2.5 * DAY)
    await stage.says(BUDI, SAID)
    offered = "SELECT count(*) FROM lead_event WHERE kind = 'offered to others'"
    await passes(stage, 2.9 * DAY)
    assert await stage.value(offered) == 0
    await passes(stage, 0.1 * DAY)
    assert await stage.value(offered) == 1
