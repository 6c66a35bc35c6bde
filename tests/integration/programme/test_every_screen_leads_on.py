"""From every command every button of every screen is pressed, by the real dispatch: all leads on, plainly.

Workers' screens one by one; those of a volunteer and of an approver once for each kind of them.

How it is walked: `walking.py`.
"""

import re
from collections.abc import Iterator

import pytest

from bot.plain_words import faults
from handlers.start import MENU
from storage.models.staff import Role
from storage.staff import sync_owners
from tests.integration.cases.counter import MINUTE, asks, passes, replied
from tests.integration.house_stage import BUDI, NOW, RINA, SARI, Stage
from tests.integration.leads.field import delivered, joins_field, lead_comes
from tests.integration.leads.test_joining import invited
from tests.integration.leads.test_on_behalf import budi_registers_sari, sari_claims
from tests.integration.outbox.sending import owner_arrives
from tests.integration.programme.walking import Seen, Walk

HOME, PERSON = ("home", "show"), ("cases", "help")
FIVE = tuple((noun, verb) for key, noun, verb in MENU if key != "home-info")
"""What it is for, what it costs, registering, a misfortune, a person: never further away than two taps."""
FEWEST = 160  # screens; with less the walk has stopped somewhere
EARLY = 2  # steps from a command: so far nobody is spoken to of death
LATER = re.compile(r"kematian|meninggal|wafat|jenazah|almarhum|pemakaman", re.IGNORECASE)
LINKED = {"case-rating", "case-write", "claim", "claimed", "crisis", "held-words", "invitation", "profile"}
"""Screens that begin with words or a link: below a closed case, an answer, an invitation; a crisis."""
THEIR_TASKS = {"task", "task-day", "task-done", "task-number", "tasks", "gathering", "leave", "profile"}
THEIR_DESK = {
    "campaigns",
    "case",
    "case-hand-over",
    "duty",
    "fact-value",
    "lead",
    "sentence-new",
    "voice-wait",
}
"""What has to be among the screens of a volunteer's and an approver's walk: else it has stopped somewhere."""
ENDS = {"erased"}  # nobody is known any more: the words say what begins anew


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # nothing of it is kept, on no engine
@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_leads_on_in_plain_words(stage: Stage, language: str) -> None:
    """No dead end; home and a person are never more than two taps away; in Indonesian all of it is plain."""
    await stage.says(SARI, "/start")
    walk = Walk(stage, language)
    await walk.from_every_command()
    screens = [seen for seen in walk.seen.values() if seen.screen.name not in ENDS]
    assert len(screens) >= FEWEST
    assert await walk.open_to_workers() == LINKED
    assert [seen.way for seen in screens if not seen.screen.buttons()] == []
    assert [seen.way for seen in screens if not seen.reaches(HOME)] == []
    for thing in FIVE:
        assert [seen.way for seen in screens if not seen.reaches(thing)] == [], thing
    if language == "id":  # which the measure is made for
        assert hard(screens) == {}
        assert [seen.way for seen in early(screens) if LATER.search(seen.words())] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_every_screen_of_a_volunteer_leads_on(stage: Stage) -> None:
    """Pak Budi with a lead that he took: whatever he presses leads on, home and to a person."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    await leads_on(Walk(stage, "id", BUDI, Role.VOLUNTEER), THEIR_TASKS)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_every_screen_of_an_approver_leads_on(stage: Stage) -> None:
    """Bu Rina, with a lead and a case to look at: facts, campaigns, cases and people, and no dead end."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await stage.says(RINA, "/start")
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], NOW)
    await stage.says(SARI, "/bantuan", "Iurannya berapa, Bu?")
    await delivered(stage)
    await leads_on(Walk(stage, "id", RINA, Role.ADMIN), THEIR_DESK)


async def in_despair(stage: Stage) -> None:
    await stage.says(SARI, "/start", "saya mau mati saja")


async def answered(stage: Stage) -> None:
    """Bu Rina has taken Sari's case, and asks her something."""
    await owner_arrives(stage)
    await asks(stage)
    await stage.presses(RINA, "🙋 Ambil")
    await delivered(stage)
    await replied(stage, RINA, "Minta bantuan", text="Boleh kami telepon, Bu?")


async def answering(stage: Stage) -> None:
    await answered(stage)
    await stage.presses(SARI, "✍️ Balas")


async def answering_into_the_form(stage: Stage) -> None:
    await owner_arrives(stage)
    await asks(stage)
    await stage.presses(RINA, "🙋 Ambil")
    await delivered(stage)
    await stage.says(SARI, "/daftar")
    await passes(stage, MINUTE)
    await replied(stage, RINA, "Minta bantuan", text="Boleh kami telepon, Bu?")
    await stage.says(SARI, "Boleh, Bu")


async def rating(stage: Stage) -> None:
    await answered(stage)
    await stage.presses(RINA, "✅ Selesai")
    await delivered(stage)
    await stage.presses(SARI, "4 ⭐")
    await stage.presses(SARI, "✍️ Tambah pesan")


async def invited_herself(stage: Stage) -> None:
    await owner_arrives(stage)
    await stage.says(SARI, f"/start {await invited(stage)}")


async def claiming(stage: Stage) -> None:
    _words, code = await budi_registers_sari(stage)
    await stage.says(SARI, f"/start {code}")


BEGINNINGS = {
    "crisis": in_despair,
    "case-write": answering,
    "held-words": answering_into_the_form,
    "case-rating": rating,
    "invitation": invited_herself,
    "claim": claiming,
    "claimed": sari_claims,
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", BEGINNINGS)
async def test_what_begins_with_words_or_a_link_leads_on(stage: Stage, name: str) -> None:
    """Wherever an answer, a link or despair has brought Sari: home and a person are two taps away."""
    await BEGINNINGS[name](stage)
    walk = Walk(stage, "id", by_shape=True)
    await walk.from_here()
    here = next(iter(walk.seen.values()))
    assert here.screen.name == name
    assert here.reaches(HOME)
    assert here.reaches(PERSON)
    assert [seen.way for seen in walk.seen.values() if not seen.screen.buttons()] == []


def test_all_that_no_command_leads_to_has_its_beginning() -> None:
    """A volunteer's own settings are walked with their commands."""
    assert {*BEGINNINGS, "profile"} == LINKED


async def leads_on(walk: Walk, theirs: set[str]) -> None:
    """No dead end from any command, nor from what was sent; home and a person are two taps away."""
    await walk.from_every_command()
    await walk.from_every_message()
    screens = [seen for seen in walk.seen.values() if seen.screen.name not in {*ENDS, "home"}]
    assert {seen.screen.name for seen in screens} >= theirs
    assert [seen.way for seen in screens if not seen.screen.buttons()] == []
    assert [seen.way for seen in screens if not seen.reaches(HOME)] == []
    assert [seen.way for seen in screens if not seen.reaches(PERSON)] == []


def early(screens: list[Seen]) -> Iterator[Seen]:
    """What is read within two taps, but for what a person who lost somebody has asked for."""
    return (seen for seen in screens if len(seen.way) <= EARLY and seen.screen.name != "first-steps")


def hard(screens: list[Seen]) -> dict[tuple[str, ...], list[object]]:
    """What is not two sentences a paragraph, fifteen words a sentence."""
    found = {seen.way: list[object](faults(seen.words())) for seen in screens}
    return {way: wrong for way, wrong in found.items() if wrong}
