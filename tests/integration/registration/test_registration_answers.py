"""Answers that were once taken for what they are not."""

from datetime import timedelta

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND

DAY = timedelta(days=1)
TO_CONSENT = REGISTRATION[:4]
TO_NAME = REGISTRATION[:5]
TO_SUMMARY = REGISTRATION


@pytest.mark.parametrize(
    ("answered", "pause", "said"),
    [
        (TO_CONSENT, timedelta(hours=25), "kantor"),
        (TO_CONSENT, timedelta(hours=25), "nelayan"),
        (TO_NAME, 91 * DAY, "Sari"),
    ],
)
async def test_what_comes_after_a_loss_answers_nothing(
    stage: Stage, answered: tuple[str, ...], pause: timedelta, said: str
) -> None:
    """Answers that were deleted are said to be, once; the first question is asked, and is not answered."""
    await stage.says(SARI, "/start", *answered)
    stage.house.service.clock.move(pause)
    await stage.says(SARI, said)
    assert "sudah kami hapus" in stage.last(SARI)
    assert "Langkah 1 dari 8" in stage.last(SARI)
    await stage.says(SARI, "nelayan")
    assert "Langkah 2 dari 8" in stage.last(SARI)
    assert "sudah kami hapus" not in stage.last(SARI)


async def test_a_tap_after_a_loss_answers_nothing(stage: Stage) -> None:
    """The button was of another form, so to say."""
    await stage.says(SARI, "/start", *TO_CONSENT)
    stage.house.service.clock.move(25 * timedelta(hours=1))
    await stage.presses(SARI, "⬅️ Kembali")
    assert "sudah kami hapus" in stage.last(SARI)


@pytest.mark.parametrize("said", ["ya", "iya", "y", "1", "👍", "oke", "betul"])
async def test_yes_takes_the_name_on_offer(stage: Stage, said: str) -> None:
    """Telegram's name is offered by a button, and "ya" means that."""
    await stage.says(SARI, "/start", *TO_NAME, said)
    assert "Langkah 6 dari 8" in stage.last(SARI)
    assert stage.person(SARI).first_name in str(await summary_of(stage))


@pytest.mark.parametrize("said", ["tidak tahu", "gak tau", "rahasia", "-", "tidak mau", "anonim"])
async def test_what_names_nobody_is_asked_again(stage: Stage, said: str) -> None:
    """Kindly, with an example."""
    await stage.says(SARI, "/start", *TO_NAME, said)
    assert "belum terbaca sebagai nama" in stage.last(SARI)


async def summary_of(stage: Stage) -> str:
    """What the summary says of the rest of the answers."""
    await stage.says(SARI, *REGISTRATION[6:])
    return stage.last(SARI)


@pytest.mark.parametrize(("topic", "value"), [("Umur", "Di bawah 18"), ("Sudah peserta", "Sudah")])
async def test_an_edit_that_ends_the_form_is_asked_about(stage: Stage, topic: str, value: str) -> None:
    """Back keeps everything; yes ends it, and takes the consent back."""
    await stage.says(SARI, "/start", *TO_SUMMARY)
    before = stage.last(SARI)
    await edits(stage, topic)
    await stage.presses(SARI, value)
    assert "kami hentikan" in stage.last(SARI)
    await stage.presses(SARI, "⬅️ Tidak, kembali")
    assert stage.last(SARI) == before
    await edits(stage, topic)
    await stage.presses(SARI, value)
    await stage.presses(SARI, "Ya, benar")
    assert await stage.count("draft") == 0
    newest = "SELECT granted FROM consent ORDER BY recorded_at DESC, id DESC LIMIT 1"
    assert not await stage.value(newest)


async def edits(stage: Stage, topic: str) -> None:
    await stage.presses(SARI, "✏️ Ubah jawaban")
    await stage.presses(SARI, f"✏️ {topic}")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("tukang becak", "Ojek / angkutan"),
        ("narik bentor", "Ojek / angkutan"),
        ("dagang sayur", "Pedagang pasar"),
        ("nelayan tangkap", "Nelayan"),
        ("pembantu rumah tangga", "Buruh harian"),
        ("tukang cukur", "Tukang Cukur"),
        ("guru ngaji", "Guru Ngaji"),
    ],
)
async def test_work_is_understood_in_own_words(stage: Stage, said: str, shown: str) -> None:
    """A known word chooses its group; anything else is taken as it is, once it is confirmed."""
    await stage.says(SARI, "/start", "/daftar", said)
    if "betul?" in stage.last(SARI):
        assert shown.casefold() in stage.last(SARI).casefold()
        await stage.says(SARI, "ya")
    await stage.says(SARI, *REGISTRATION[2:])
    assert shown.casefold() in stage.last(SARI).casefold()
    await stage.says(SARI, SEND)
    assert await stage.count("lead") == 1


@pytest.mark.parametrize(
    "said", ["halo", "apa ini?", "mau tanya dulu", "ya", "tidak tahu", "bagaimana caranya"]
)
async def test_what_is_no_work_is_not_taken_for_it(stage: Stage, said: str) -> None:
    """Greetings and questions stay what they are."""
    await stage.says(SARI, "/start", "/daftar", said)
    assert "betul?" not in stage.last(SARI)
    assert "Langkah 1 dari 8" in stage.last(SARI)
