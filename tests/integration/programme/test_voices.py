"""Screens read aloud: recorded by staff, heard by anybody, the text always there."""

import pytest

from bot import voice_board
from storage.staff import sync_owners
from tests.integration.house_stage import NOW, RINA, SARI, Stage


@pytest.fixture
async def heard(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Bu Rina is staff; every update looks for new recordings."""
    monkeypatch.setattr(voice_board, "LOOKS_APART", 0.0)
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], NOW)
    for who in (RINA, SARI):
        await stage.says(who, "/start")
    return stage


async def records(stage: Stage, command: str, button: str, language: str) -> None:
    """Bu Rina opens a page and reads it aloud."""
    await stage.says(RINA, command)
    await stage.presses(RINA, button)
    await stage.presses(RINA, "🎙 Rekam suara")
    await stage.presses(RINA, language)
    await stage.receives(stage.sent(RINA, voice=True))


@pytest.mark.parametrize(
    ("command", "button"),
    [
        ("/cerita", "🛵 Pak Ujang, tukang ojek"),
        ("/manfaat", "🏥 Dirawat di rumah sakit"),
        ("/manfaat", "Buktinya di sini"),
    ],
)
async def test_what_staff_record_people_hear(heard: Stage, command: str, button: str) -> None:
    """In a language the texts do not speak; the screen keeps its words, and no case is opened."""
    await records(heard, command, button, "🔊 Sunda Banten")
    assert "Suaranya sudah dipasang" in " ".join(heard.shown(RINA)[-2:])
    await heard.says(SARI, command)
    await heard.presses(SARI, button)
    screen = heard.last(SARI)
    await heard.presses(SARI, "🔊 Sunda Banten")
    voice = heard.messages(SARI)[-1]
    assert voice["voice"]
    assert screen in heard.shown(SARI)
    assert await heard.count("support_case") == 0
    await heard.presses(SARI, "🔊 Sunda Banten")
    assert heard.messages(SARI)[-1]["voice"]


async def test_the_first_steps_after_a_misfortune_can_be_heard(heard: Stage) -> None:
    """Who reads little hears in Jawa Serang what to do now; the steps are there to read as well."""
    await records(heard, "/musibah", "Kecelakaan waktu kerja", "🔊 Jawa Serang")
    await heard.says(SARI, "/musibah")
    await heard.presses(SARI, "Kecelakaan waktu kerja")
    assert "Hari ini" in heard.last(SARI)
    await heard.presses(SARI, "🔊 Jawa Serang")
    assert heard.messages(SARI)[-1]["voice"]


async def test_a_new_recording_takes_the_place_of_the_old(heard: Stage) -> None:
    """One a page and language."""
    for _ in range(2):
        await records(heard, "/cerita", "🛵 Pak Ujang, tukang ojek", "🔊 Jawa Serang")
    assert await heard.count("voice_note") == 1


async def test_workers_cannot_record(heard: Stage) -> None:
    """There is no button for them, and a forged one does nothing; their voice goes to a person."""
    await heard.says(SARI, "/cerita")
    await heard.presses(SARI, "🛵 Pak Ujang, tukang ojek")
    assert not heard.offers(SARI, "🎙 Rekam suara")
    version = await heard.value("SELECT max(version) FROM conversation WHERE screen = 'explainer'")
    await heard.receives(heard.tapped(SARI, f"voices:record:ojek.1:{version}"))
    await heard.receives(heard.sent(SARI, voice=True))
    assert await heard.count("voice_note") == 0
    assert await heard.count("support_case") == 1


async def test_without_a_recording_there_is_no_button(heard: Stage) -> None:
    """And a forged one is refused."""
    await heard.says(SARI, "/cerita")
    await heard.presses(SARI, "🛵 Pak Ujang, tukang ojek")
    assert not heard.offers(SARI, "🔊 Jawa Serang")
