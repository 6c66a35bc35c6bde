"""The same update twice, people all at once, and updates that come in another order."""

import asyncio
import random

import pytest

from handlers.arrivals import TAKEN, Receipt
from playground.shapes import Json
from tests.integration.house_stage import BUDI, SARI, Stage, open_stage
from tests.integration.intake.script import PASSING_BY, REGISTRATION, SEND, WANDERING, state_of

OTHERS = range(2001, 2051)


async def test_a_repeat_changes_nothing_and_shows_the_screen_again(stage: Stage) -> None:
    """Delivered twice, an update counts once; the person sees the current screen again."""
    await stage.says(SARI, "/start", *REGISTRATION[:5])
    update = stage.written(SARI, REGISTRATION[5])
    await stage.receives(update)
    before, screens = await state_of(stage, SARI), len(stage.shown(SARI))
    assert await stage.receives(update) == TAKEN
    assert await state_of(stage, SARI) == before
    assert len(stage.shown(SARI)) == screens + 1
    assert stage.last(SARI) == stage.shown(SARI)[-2]


async def test_sending_in_twice_makes_one_lead(stage: Stage) -> None:
    """The update that sends the form in, delivered eight times at once, is one lead and one receipt."""
    await stage.says(SARI, "/start", *REGISTRATION)
    update = stage.written(SARI, SEND)
    await asyncio.gather(*(stage.receives(update) for _ in range(8)))
    assert (await stage.count("lead"), await stage.count("submission")) == (1, 1)
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'receipt'") == 1


async def test_an_erasure_delivered_again_brings_nobody_back(stage: Stage) -> None:
    """The tap that erased a person, redelivered, leaves no trace of them."""
    await stage.says(SARI, "/start", *REGISTRATION[:6], "/hapus_data")
    update = stage.tapped(SARI, stage.button(SARI, _erase_label(stage)))
    for _ in range(2):
        assert await stage.receives(update) == TAKEN
        assert await stage.count("contact") == 0


def _erase_label(stage: Stage) -> str:
    return stage.house.service.texts.plain("id", "privacy-erase-yes")


async def test_among_fifty_others_a_person_gets_where_they_would_alone(stage: Stage, sqlite_url: str) -> None:
    """A script of 60 updates leads to the same state whether or not 50 people write at the same time."""
    async with open_stage(sqlite_url) as alone:
        await alone.says(SARI, *WANDERING)
        expected = await state_of(alone, SARI)
    assert len(WANDERING) == 60
    updates = _shuffled_together(stage, random.Random(7))
    connections = asyncio.Semaphore(40)  # as many as Telegram opens at once

    async def delivered(update: Json) -> Receipt:
        async with connections:
            return await stage.receives(update)

    assert set(await asyncio.gather(*map(delivered, updates))) == {TAKEN}
    assert await state_of(stage, SARI) == expected
    assert await stage.count("quarantine") == 0
    passers_by = [await state_of(stage, who) for who in OTHERS]
    assert all(state == passers_by[0] for state in passers_by)


def _shuffled_together(stage: Stage, chance: random.Random) -> list[Json]:
    """Everybody's updates, each person's own in their order."""
    queues = [[stage.written(SARI, words) for words in WANDERING]]
    queues += [[stage.written(who, words) for words in PASSING_BY] for who in OTHERS]
    order = [queue for queue in queues for _ in queue]
    chance.shuffle(order)
    waiting = {id(queue): iter(queue) for queue in queues}
    return [next(waiting[id(queue)]) for queue in order]


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A second database beside the one of `stage`."""
    template = request.getfixturevalue("sqlite_template")
    copy = tmp_path_factory.mktemp("alone") / "bot.db"
    copy.write_bytes(template.read_bytes())
    return f"sqlite+aiosqlite:///{copy}"


@pytest.mark.parametrize("seed", range(5))
async def test_swapped_updates_corrupt_nothing(stage: Stage, seed: int) -> None:
    """In whatever order one person's updates come, each is answered, and the question asked is the one
    that the next answer answers: in the end the form is sent in as it was confirmed."""
    chance = random.Random(seed)
    await stage.says(SARI, "/start", "/daftar")
    updates = [stage.written(SARI, words) for words in (*REGISTRATION[1:], *REGISTRATION[1:])]
    chance.shuffle(updates)
    for update in updates:
        shown = len(stage.shown(SARI))
        assert await stage.receives(update) == TAKEN
        assert len(stage.shown(SARI)) > shown
    assert await stage.count("quarantine") == 0
    await _finish(stage)
    (answers,) = (await state_of(stage, SARI))["sent"]
    assert (answers["phone"], answers["consent"]) == ("+6281234567801", "office")


async def _finish(stage: Stage) -> None:
    """Answer what is still asked; if that ends the form ("belum" to the consent), begin anew."""
    for words in (*REGISTRATION, *REGISTRATION, SEND):
        await stage.says(SARI, words)


async def test_swapped_taps_show_the_current_question(stage: Stage) -> None:
    """A tap on a screen that is no longer current answers nothing; the current question is shown again."""
    await stage.says(SARI, "/daftar")
    await stage.says(SARI, "/daftar")
    old = stage.tapped(SARI, stage.button(SARI, "Petani"))
    await stage.says(SARI, "nelayan")
    before = await state_of(stage, SARI)
    await stage.receives(old)
    assert await state_of(stage, SARI) == before
    assert "Langkah 2 dari 8" in stage.last(SARI)


async def test_one_persons_updates_wait_for_each_other(stage: Stage) -> None:
    """Updates of one person that come at once are handled in turn, replies included; others need not wait."""
    stage.world.trouble.latency_ms = 150
    updates = [stage.written(SARI, words) for words in ("/start", "/daftar", "petani", "18 - 39")]
    everything = asyncio.gather(*(stage.receives(update) for update in updates))
    await stage.receives(stage.written(BUDI, "/iuran"))
    assert not everything.done()
    await everything
    assert [text for text in stage.shown(SARI) if "Langkah" in text][-1].startswith("Langkah 3 dari 8")
