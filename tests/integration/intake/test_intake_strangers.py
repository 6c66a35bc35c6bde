"""What nobody honest sends: forged buttons, odd names, other people's contacts, groups and edits."""

import random
import unicodedata

import pytest

from bot.access import Permission
from handlers.arrivals import TAKEN, Receipt
from playground import phones
from playground.shapes import Json
from storage.staff import sync_owners
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND, state_of
from tests.integration.leads.field import delivered
from tests.integration.outbox.sending import owner_arrives

IDS = (
    "",
    "0",
    "1",
    "-1",
    "99999999999999999999",
    "../x",
    "' OR 1=1 --",
    "pasar-rau",
    "\x00",
    "💥",
    "7KD4XMW.1",
)
VERSIONS = ("-", "0", "1", "2", "3", "9999999999", "-1", "x", "", "٣")
NAMES = (
    "\u202eirtuP irS",
    "Sa\u200bri\u200d \u2066Wulan\u2069",
    "🎉" * 300,
    "<b>Sari</b><script>alert(1)</script>",
    "Sari & Budi <3",
    "&lt;i&gt;",
    "{ $name }",
    "ㅤ",
    "a\u0300" * 100,
    "\u0000Sari",
)


def stranger(stage: Stage, name: str, who: int = 3001) -> int:
    person = stage.person(who)
    person.first_name, person.last_name = name, None
    return who


async def role_rows(stage: Stage) -> tuple[int, ...]:
    """What a worker must never change, whatever they tap."""
    tables = ("lead", "staff_member", "source", "erasure", "contact", "lead_event")
    return tuple([await stage.count(table) for table in tables])


@pytest.mark.timeout(300)  # hundreds of buttons
async def test_forged_buttons_do_nothing_for_a_worker(stage: Stage) -> None:
    """Every registered action with ids and versions of all kinds: never an error, never a right."""
    chance = random.Random(20261120)
    await stage.says(BUDI, "/start", *REGISTRATION, SEND)
    number = str(await stage.value("SELECT number FROM lead"))
    await stage.says(SARI, "/start", "/daftar")
    before = await role_rows(stage)
    routes = stage.house.routes.actions
    for (noun, verb), route in routes.items():
        current = str((await state_of(stage, SARI))["place"][2])
        for version in (chance.choice(VERSIONS), current):
            data = f"{noun}:{verb}:{chance.choice((*IDS, number))}:{version}"
            if (noun, verb) == ("privacy", "erased"):
                continue
            shown = len(stage.shown(SARI))
            assert await stage.receives(stage.tapped(SARI, data[:64])) == TAKEN
            if route.permission is not Permission.USE_SERVICE:
                assert number not in "".join(stage.shown(SARI)[shown:])
                assert "0812-3456-7801" not in "".join(stage.shown(SARI)[shown:])
    assert await stage.count("quarantine") == 0
    assert await role_rows(stage) == before


async def test_callback_data_of_no_shape_at_all(stage: Stage) -> None:
    """Bytes that are no action show the current screen again."""
    await stage.says(SARI, "/start", "/daftar")
    before = await state_of(stage, SARI)
    for data in ("", ":", "::::", "a:b", "a:b:c:d:e", "home:show", "\ud83d", "x" * 64, "home:show::٣"):
        assert await stage.receives(_with_data(stage, data)) == TAKEN
        assert "Langkah 1 dari 8" in stage.last(SARI)
    assert await state_of(stage, SARI) == before
    assert await stage.count("quarantine") == 0


def _with_data(stage: Stage, data: str) -> Json:
    update = stage.tapped(SARI, "x")
    update["callback_query"]["data"] = data
    return update


async def test_a_button_without_its_message(stage: Stage) -> None:
    """Telegram leaves out messages that are too old; the tap is answered all the same."""
    await stage.says(SARI, "/start", "/daftar")
    update = stage.tapped(SARI, stage.button(SARI, "Petani"))
    del update["callback_query"]["message"]
    assert await stage.receives(update) == TAKEN
    assert "Langkah 2 dari 8" in stage.last(SARI)


async def test_rights_come_from_the_database_at_each_tap(stage: Stage) -> None:
    """The owner's notice opens the lead for the owner; the same button pressed by a worker does not."""
    await stage.says(SARI, "/start", *REGISTRATION, SEND)
    number = await stage.value("SELECT number FROM lead")
    card = f"leads:card:{number}:-"
    await stage.says(BUDI, "/start")
    await stage.receives(stage.tapped(BUDI, card))
    assert "Sari" not in "".join(stage.shown(BUDI))
    await _make_owner(stage)
    await stage.says(RINA, "/start")
    await stage.receives(stage.tapped(RINA, card))
    assert "Sari Wulandari" in stage.last(RINA)


async def _make_owner(stage: Stage) -> None:
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], stage.house.service.clock.now())


@pytest.mark.parametrize("name", NAMES)
async def test_odd_names_are_cleaned_or_refused(stage: Stage, name: str) -> None:
    """As Telegram's name and typed: never an error, and shown raw neither to them nor to Bu Rina on duty.

    She gets the notice of the lead, its card, and the card of what was asked.
    """
    await owner_arrives(stage)
    await stage.says(RINA, "/piket")
    who = stranger(stage, name)
    await stage.says(who, "/start", *REGISTRATION[:5], name, "Sari", *REGISTRATION[6:], SEND, "/data_saya")
    await stage.says(who, "/bantuan", "apakah suami saya bisa ikut juga?")
    await delivered(stage)
    await stage.says(RINA, "/leads", "/kasus")
    number = await stage.value("SELECT number FROM lead")
    await stage.receives(stage.tapped(RINA, f"leads:card:{number}:-"))
    await delivered(stage)
    assert await stage.count("quarantine") == 0
    shown = [words for phone in (who, RINA) for words in on_phone(stage, phone)]
    assert [words for words in shown if is_raw(words)] == []
    assert any(number in words for words in on_phone(stage, RINA))
    assert any("suami" in words for words in on_phone(stage, RINA))


def on_phone(stage: Stage, who: int) -> list[str]:
    """Every text of the bot's in a chat, and every button."""
    messages = [message for message in stage.messages(who) if message["from"] == "bot"]
    rows = [row for message in messages for row in message["inline_keyboard"] or []]
    return [*stage.shown(who), *(button["text"] for row in rows for button in row)]


def is_raw(words: str) -> bool:
    """Markup, a placeholder, a crowd of emoji, accents in a heap, or what turns or hides letters."""
    marks = ("<b", "</", "<3", "&lt;", "&amp;", "{ $", "🎉", "\u3164", "\u0300" * 4)
    return any(mark in words for mark in marks) or any(is_invisible(char) for char in words)


def is_invisible(char: str) -> bool:
    """Control and format characters, but for line breaks and what joins emoji."""
    return unicodedata.category(char) in {"Cf", "Cc"} and char not in "\n\u200d"


async def test_only_ones_own_contact_is_taken(stage: Stage) -> None:
    """Another person's number, one without an account, or a forwarded one is refused kindly."""
    await stage.says(SARI, "/start", *REGISTRATION[:6])
    asked = await state_of(stage, SARI)
    own = {"phone_number": "6281234567801", "first_name": "Sari", "user_id": SARI}
    for forged in (
        {"contact": {**own, "user_id": BUDI}},
        {"contact": {key: own[key] for key in ("phone_number", "first_name")}},
        {"contact": own, "forwarded": True},
        {"contact": {**own, "phone_number": "12"}},
    ):
        assert await stage.receives(stage.sent(SARI, **forged)) == TAKEN
        assert (await state_of(stage, SARI))["draft"] == asked["draft"]
    await stage.receives(stage.sent(SARI, contact="own"))
    assert (await state_of(stage, SARI))["draft"]["answers"]["phone"] == "+6281234567801"


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_groups_are_passed_over(stage: Stage, kind: str) -> None:
    """What is said in a group is nobody's answer: no contact, no reply, and no second look."""
    update = stage.written(SARI, "/start")
    update["message"]["chat"] = {"id": -1001, "type": kind, "title": "RT 03"}
    assert await stage.receives(update) == TAKEN == Receipt(200)
    assert (await stage.count("contact"), stage.shown(SARI)) == (0, [])
    assert (await stage.count("seen_update"), await stage.count("quarantine")) == (1, 0)


async def test_edits_are_passed_over(stage: Stage) -> None:
    """Editing an old answer does not answer the current question."""
    await stage.says(SARI, "/start", "/daftar", "petani")
    before, shown = await state_of(stage, SARI), len(stage.shown(SARI))
    message_id = stage.messages(SARI)[-2]["message_id"]
    stage.world.updates.allow([])
    update = stage.does(lambda world, person: phones.edit(world, person, message_id, "nelayan"), SARI)
    assert await stage.receives(update) == TAKEN
    assert await state_of(stage, SARI) == before
    assert len(stage.shown(SARI)) == shown


async def test_whatever_is_sent_gets_an_answer(stage: Stage) -> None:
    """Photo, sticker, place, file and long text get words that help; a voice note goes to a person."""
    await stage.says(SARI, "/start", "/daftar")
    odd: tuple[dict[str, object], ...] = (
        {"photo": True},
        {"sticker": True},
        {"location": {"latitude": -6.1, "longitude": 106.1}},
        {"document": {"file_name": "ktp.pdf"}},
        {"voice": True},
        {"text": "panjang " * 500},
    )
    for content in odd:
        assert await stage.receives(stage.sent(SARI, **content)) == TAKEN
        assert "Langkah 1 dari 8" in stage.last(SARI) or "Langkah 1 dari 8" in stage.shown(SARI)[-2]
    assert await stage.value("SELECT count(*) FROM support_case WHERE kind = 'voice'") == 1
    assert await stage.count("quarantine") == 0
