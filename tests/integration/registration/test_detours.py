"""Whoever is led out of the form by a word finds the way back into it, and nothing is lost."""

import pytest

from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.outbox.sending import owner_arrives

TO_AGE = ("/start", "/daftar", "nelayan")
TO_COVERED = (*TO_AGE, "40")
TO_CONSENT = (*TO_COVERED, "belum")
GO_ON = "Lanjutkan isian"


@pytest.mark.parametrize("chosen", ["Bahasa Indonesia", "English"])
async def test_another_language_and_the_same_question(stage: Stage, chosen: str) -> None:
    """ "bahasa" at the second step: once one is chosen, the second step is asked in it."""
    await stage.says(SARI, *TO_AGE, "bahasa")
    await stage.presses(SARI, chosen)
    assert ("Step 2 of 8" if chosen == "English" else "Langkah 2 dari 8") in stage.last(SARI)


@pytest.mark.parametrize("way", ["Tidak jadi", "batal"])
async def test_data_that_are_not_erased_after_all(stage: Stage, way: str) -> None:
    """ "hapus data" and then not: back at the question, not at the menu."""
    await stage.says(SARI, *TO_AGE, "hapus data")
    if way == "batal":
        await stage.says(SARI, way)
    else:
        await stage.presses(SARI, way)
    assert "Langkah 2 dari 8" in stage.last(SARI)
    await stage.says(SARI, "40")
    assert "Langkah 3 dari 8" in stage.last(SARI)


async def test_stop_keeps_what_was_begun_in_sight(stage: Stage) -> None:
    """No more messages; the form is one tap away. Without one there is no such button."""
    await stage.says(SARI, *TO_AGE, "stop")
    await stage.presses(SARI, GO_ON)
    assert "Langkah 2 dari 8" in stage.last(SARI)
    await stage.says(BUDI, "/start", "stop")
    assert not stage.offers(BUDI, GO_ON)


async def test_menu_pauses_the_form(stage: Stage) -> None:
    """The home screen, above it that the answers are kept."""
    await stage.says(SARI, *TO_AGE, "menu")
    assert "Apa gunanya" in stage.labels(SARI)
    await stage.says(SARI, "/daftar")
    assert "Langkah 2 dari 8" in stage.last(SARI)


async def test_below_each_word_to_staff(stage: Stage) -> None:
    """Asked a person in the middle, and written twice: the way on stands below each answer."""
    await owner_arrives(stage)
    await stage.says(SARI, *TO_AGE, "/bantuan", "kapan kantor buka", "halo pak")
    assert GO_ON in stage.labels(SARI)
    await stage.presses(SARI, GO_ON)
    assert "Langkah 2 dari 8" in stage.last(SARI)


@pytest.mark.parametrize("said", ["lanjut", "oke", "siap", "mau", "gas"])
async def test_going_on_is_no_fact(stage: Stage, said: str) -> None:
    """ "lanjut" says nothing of being a member; "ya" and "sudah" do."""
    await stage.says(SARI, *TO_COVERED, said)
    assert "Langkah 3 dari 8" in stage.last(SARI)
    assert "hentikan" not in stage.last(SARI)
    await stage.says(SARI, "ya")
    assert "hentikan" in stage.last(SARI)


@pytest.mark.parametrize("said", ["setuju", "saya setuju", "ya", "lanjut", "oke pak"])
async def test_agreeing_is_asked_which(stage: Stage, said: str) -> None:
    """Who may know is still open, and nothing is recorded before it is said."""
    await stage.says(SARI, *TO_CONSENT, said)
    assert stage.last(SARI).startswith("Baik. Lewat RT/RW, atau petugas kantor saja?")
    assert await stage.count("consent") == 0


async def test_a_place_is_no_work(stage: Stage) -> None:
    """ "rt 3 rw 5" below Lainnya is asked again."""
    await stage.says(SARI, "/start", "/daftar")
    await stage.presses(SARI, "Lainnya")
    await stage.says(SARI, "rt 3 rw 5")
    assert "betul?" not in stage.last(SARI)


async def test_leave_typed_behind_the_command_by_whoever_is_not_in_the_field(stage: Stage) -> None:
    """Bu Rina has no leave to take here: a sentence, no excuse, and nothing is set aside."""
    await owner_arrives(stage)
    await stage.says(RINA, "/cuti besok")
    assert "tidak bisa dibuka dari sini" in stage.last(RINA)
    assert await stage.count("quarantine") == 0
