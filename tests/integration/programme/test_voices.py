"""Screens read aloud: recorded by staff, heard by anybody, the text always there."""

from datetime import timedelta

import pytest

from bot import voice_board
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.programme.proposing import is_approved, proposes

STORY = ("/cerita", "🛵 Pak Ujang, tukang ojek")
TREATED = ("/manfaat", "🏥 Dirawat di rumah sakit")


@pytest.fixture
async def heard(two: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Bu Rina and Pak Budi are staff; every update looks for new recordings."""
    monkeypatch.setattr(voice_board, "LOOKS_APART", 0.0)
    return two


async def opens(stage: Stage, who: int, page: tuple[str, str]) -> None:
    """Somebody goes to a page, by its command and its button."""
    await stage.says(who, page[0])
    await stage.presses(who, page[1])


async def records(stage: Stage, command: str, button: str, language: str) -> None:
    """Bu Rina opens a page and reads it aloud."""
    await opens(stage, RINA, (command, button))
    await stage.presses(RINA, "🎙 Rekam suara")
    await stage.presses(RINA, language)
    await stage.receives(stage.sent(RINA, voice=True))
    stage.house.service.clock.move(timedelta(minutes=1))


async def drains(stage: Stage) -> None:
    while await stage.house.outbox.drain():
        pass


async def is_heard_by_a_second(stage: Stage) -> None:
    """Pak Budi is told, listens and approves."""
    await drains(stage)
    await stage.presses(BUDI, "🎧 Dengarkan")
    await stage.presses(BUDI, "✅ Setujui")
    stage.house.service.clock.move(timedelta(minutes=1))


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
    assert "dipasang setelah didengar orang kedua" in " ".join(heard.shown(RINA)[-2:])
    await is_heard_by_a_second(heard)
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
    await is_heard_by_a_second(heard)
    await heard.says(SARI, "/musibah")
    await heard.presses(SARI, "Kecelakaan waktu kerja")
    assert "Hari ini" in heard.last(SARI)
    await heard.presses(SARI, "🔊 Jawa Serang")
    assert heard.messages(SARI)[-1]["voice"]


async def test_a_new_recording_takes_the_place_of_the_old(heard: Stage) -> None:
    """One a page and language."""
    for _ in range(2):
        await records(heard, *STORY, "🔊 Jawa Serang")
        await is_heard_by_a_second(heard)
    assert await heard.count("voice_note") == 1
    assert await heard.count("waiting_voice") == 0


async def test_nobody_hears_what_one_person_alone_has_heard(heard: Stage) -> None:
    """It waits for somebody else, who hears it first; until then there is no button for anybody."""
    await records(heard, *STORY, "🔊 Jawa Serang")
    await opens(heard, SARI, STORY)
    assert "🔊 Jawa Serang" not in heard.labels(SARI)
    await opens(heard, RINA, STORY)
    assert "🕓 Rekaman baru: Jawa Serang" not in heard.labels(RINA)
    await opens(heard, BUDI, STORY)
    await heard.presses(BUDI, "🕓 Rekaman baru: Jawa Serang")
    assert heard.messages(BUDI)[-2]["voice"]
    await heard.presses(BUDI, "✅ Setujui")
    assert "sudah diputuskan" in heard.last(BUDI)
    await drains(heard)
    assert "Rekaman Jawa Serang sudah dipasang" in heard.last(RINA)
    await opens(heard, SARI, STORY)
    assert "🔊 Jawa Serang" in heard.labels(SARI)
    assert await heard.value("SELECT count(*) FROM voice_note WHERE recorded_by <> approved_by") == 1


async def test_nobody_approves_their_own_recording(heard: Stage) -> None:
    """No button, and no way round the button; and what was thrown away is told to who made it."""
    await records(heard, *STORY, "🔊 Jawa Serang")
    await heard.receives(heard.tapped(RINA, "voices:judge:ojek.1.jv-serang:-"))
    assert "✅ Setujui" not in heard.labels(RINA)
    version = await heard.value("SELECT version FROM conversation WHERE screen = 'voice-judge'")
    await heard.receives(heard.tapped(RINA, f"voices:approve::{version}"))
    assert await heard.count("voice_note") == 0
    await drains(heard)
    await heard.presses(BUDI, "🎧 Dengarkan")
    await heard.presses(BUDI, "❌ Tolak")
    await drains(heard)
    assert "Mohon direkam lagi" in heard.last(RINA)
    assert await heard.count("voice_note") + await heard.count("waiting_voice") == 0


async def test_one_that_was_replaced_meanwhile_is_not_approved_unheard(heard: Stage) -> None:
    """Pak Budi's button was for the first one; the second he has not heard."""
    await records(heard, *STORY, "🔊 Jawa Serang")
    await drains(heard)
    await heard.presses(BUDI, "🎧 Dengarkan")
    await records(heard, *STORY, "🔊 Jawa Serang")
    await heard.presses(BUDI, "✅ Setujui")
    assert await heard.count("voice_note") == 0
    assert await heard.count("waiting_voice") == 1


async def test_a_recording_of_an_old_figure_is_played_no_more(heard: Stage) -> None:
    """The text tells the new figure at once, and whoever records is told what to read anew."""
    for page in (TREATED, STORY):
        await records(heard, *page, "🔊 Jawa Serang")
        await is_heard_by_a_second(heard)
    await opens(heard, SARI, TREATED)
    hear = heard.button(SARI, "🔊 Jawa Serang")
    await proposes(heard, RINA, "jkk.homecare", "25 juta")
    await is_approved(heard)
    await opens(heard, SARI, TREATED)
    assert "Rp25 juta" in heard.last(SARI)
    assert "🔊 Jawa Serang" not in heard.labels(SARI)
    played = heard.messages(SARI)
    await heard.receives(heard.tapped(SARI, hear))
    assert not any(message.get("voice") for message in heard.messages(SARI)[len(played) :])
    await opens(heard, SARI, STORY)
    assert "🔊 Jawa Serang" in heard.labels(SARI)  # it tells nothing of homecare
    await drains(heard)
    for who in (RINA, BUDI):
        assert "perlu direkam ulang" in heard.chat(who)
    await records(heard, *TREATED, "🔊 Jawa Serang")
    await is_heard_by_a_second(heard)
    await opens(heard, SARI, TREATED)
    assert "🔊 Jawa Serang" in heard.labels(SARI)


async def test_it_is_played_until_the_day_of_the_change(heard: Stage) -> None:
    """What holds from February on silences it in February, and is told then."""
    await records(heard, *TREATED, "🔊 Jawa Serang")
    await is_heard_by_a_second(heard)
    await heard.says(RINA, "/fakta jkk.homecare")
    await heard.presses(RINA, "✏️ Usulkan perubahan")
    await heard.says(RINA, "25 juta", "Permenaker 9/2026", "1 Februari 2027")
    await is_approved(heard)
    await drains(heard)
    assert "perlu direkam ulang" not in heard.chat(RINA)
    await opens(heard, SARI, TREATED)
    assert "🔊 Jawa Serang" in heard.labels(SARI)
    heard.house.service.clock.move(timedelta(days=74))
    await opens(heard, SARI, TREATED)
    assert "🔊 Jawa Serang" not in heard.labels(SARI)
    await drains(heard)
    assert "perlu direkam ulang" in heard.chat(RINA)


async def test_other_words_silence_their_recordings(heard: Stage) -> None:
    """New words in Indonesian: what was read aloud of them is over, in whatever language it was spoken."""
    await records(heard, *STORY, "🔊 Sunda Banten")
    await is_heard_by_a_second(heard)
    await opens(heard, RINA, ("/kalimat tergelincir", "Pak Ujang narik ojek dari pagi. Suatu hari, m…"))
    await heard.presses(RINA, "✏️ Usulkan kata lain")
    await heard.says(RINA, "Pak Ujang narik ojek dari pagi. Lalu ia jatuh di jalan.")
    await is_approved(heard)
    await opens(heard, SARI, STORY)
    assert "🔊 Sunda Banten" not in heard.labels(SARI)
    await drains(heard)
    assert "perlu direkam ulang" in heard.chat(RINA)


async def test_workers_cannot_record(heard: Stage) -> None:
    """There is no button for them, and a forged one does nothing; their voice goes to a person."""
    await heard.says(SARI, "/cerita")
    await heard.presses(SARI, "🛵 Pak Ujang, tukang ojek")
    assert "🎙 Rekam suara" not in heard.labels(SARI)
    version = await heard.value("SELECT max(version) FROM conversation WHERE screen = 'explainer'")
    await heard.receives(heard.tapped(SARI, f"voices:record:ojek.1:{version}"))
    await heard.receives(heard.sent(SARI, voice=True))
    assert await heard.count("voice_note") == 0
    assert await heard.count("support_case") == 1


async def test_without_a_recording_there_is_no_button(heard: Stage) -> None:
    """And a forged one is refused."""
    await heard.says(SARI, "/cerita")
    await heard.presses(SARI, "🛵 Pak Ujang, tukang ojek")
    assert "🔊 Jawa Serang" not in heard.labels(SARI)
