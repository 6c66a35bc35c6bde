"""What is said around the questions: in a foreign language, beside a photo, and when somebody pauses."""

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION

HINT = "English? Tap /bahasa"


@pytest.mark.parametrize(
    ("language", "is_told"), [("en", True), ("zh-hans", True), ("id", False), ("jv", False)]
)
async def test_a_foreign_phone_is_told_of_bahasa_once(stage: Stage, language: str, is_told: bool) -> None:
    """In one line below the Indonesian greeting; the language stays until they choose."""
    stage.person(SARI).language_code = language
    await stage.says(SARI, "/start")
    assert [HINT in said for said in stage.shown(SARI)] == [is_told, False]
    await stage.says(SARI, "/start")
    assert sum(HINT in said for said in stage.shown(SARI)) == is_told


@pytest.mark.parametrize("said", ["english", "English please", "bahasa", "Bahasa Inggris"])
async def test_a_language_is_asked_for_anywhere(stage: Stage, said: str) -> None:
    """In the middle of the form it is no work and no name."""
    await stage.says(SARI, "/start", said)
    assert "bahasa apa?" in stage.last(SARI)
    await stage.says(SARI, "/daftar", said)
    assert "bahasa apa?" in stage.last(SARI)


async def test_a_pause_is_no_going_on(stage: Stage) -> None:
    """The keyboard goes without a word that says the opposite."""
    await stage.says(SARI, "/start", *REGISTRATION[:6], "Berhenti dulu")
    assert stage.shown(SARI)[-2] == "Tombol nomor HP kami tutup."
    assert "istirahat dulu" in stage.last(SARI)
    assert not any("kami lanjutkan" in said for said in stage.shown(SARI))


@pytest.mark.parametrize("has_case", [False, True])
async def test_the_question_stands_below_what_is_said_to_a_photo(stage: Stage, has_case: bool) -> None:
    """Also when the photo goes to the person who has the case."""
    if has_case:
        await stage.says(SARI, "/start", "/bantuan")
    await stage.says(SARI, "/start", *REGISTRATION[:2])
    assert (await stage.receives(stage.sent(SARI, photo=True))).status == 200
    assert "Langkah 2 dari 8" in stage.last(SARI)
    assert "18 - 39" in stage.labels(SARI)
