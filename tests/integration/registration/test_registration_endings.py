"""A typed answer that ends the form: asked about before anything is done, and no dead end behind it."""

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION

TO_AGE = ("/start", *REGISTRATION[:2])


@pytest.mark.parametrize("said", ["64", "17 tahun 11 bulan", "7", "70 th", "<18", "64+"])
async def test_a_typed_age_that_ends_the_form_is_asked_about(stage: Stage, said: str) -> None:
    """64 may be a slip for 46: nothing is opened, and Kembali asks the age again."""
    await stage.says(SARI, *TO_AGE, said)
    assert "Betul begitu?" in stage.last(SARI)
    assert await stage.count("support_case") == 0
    await stage.says(SARI, "kembali")
    assert "Berapa umur" in stage.last(SARI)
    await stage.says(SARI, "46")
    assert "Langkah 3 dari 8" in stage.last(SARI)


async def test_a_tapped_age_is_taken_at_once(stage: Stage) -> None:
    """A button says what it does; only fingers on letters slip."""
    await stage.says(SARI, *TO_AGE)
    await stage.presses(SARI, "64 ke atas")
    assert await stage.count("support_case") == 1


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("daftar", "Pekerjaan Bapak/Ibu apa?"),
        ("kembali", "Pekerjaan Bapak/Ibu apa?"),
        ("I want to register", "Pekerjaan Bapak/Ibu apa?"),
        ("berapa iurannya", "iuran"),
        ("apa gunanya", "kena musibah waktu kerja"),
        ("menu", "Mau mulai dari mana?"),
        ("english", "bahasa apa?"),
    ],
)
async def test_menu_words_are_commands_while_a_case_is_open(stage: Stage, said: str, shown: str) -> None:
    """They are no words to staff, who wait for a question."""
    await stage.says(SARI, *TO_AGE, "64", "ya", said)
    assert shown.casefold() in stage.last(SARI).casefold()
    assert stage.labels(SARI)
    assert await stage.count("case_words") == 0


async def test_after_a_no_the_button_that_is_spoken_of_is_there(stage: Stage) -> None:
    """ "Tekan Daftar minat", and a no is not asked about twice."""
    await stage.says(SARI, "/start", *REGISTRATION[:4], "tidak dulu")
    assert "tekan Daftar minat" in stage.last(SARI)
    await stage.presses(SARI, "Daftar minat")
    assert "Pekerjaan Bapak/Ibu apa?" in stage.last(SARI)
