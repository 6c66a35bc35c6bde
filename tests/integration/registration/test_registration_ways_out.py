"""Answers that end the form: asked about once something was agreed to, and consistent after either way."""

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION

NEWEST = (
    "SELECT granted FROM consent WHERE purpose = 'registration' ORDER BY recorded_at DESC, id DESC LIMIT 1"
)
ENDING = [("Umur", "Di bawah 18"), ("Umur", "64 ke atas"), ("Sudah peserta", "Sudah"), ("Izin", "Tidak dulu")]


async def edits(stage: Stage, topic: str, value: str) -> None:
    """Change an answer from the summary."""
    await stage.presses(SARI, "✏️ Ubah jawaban")
    await stage.presses(SARI, f"✏️ {topic}")
    await stage.presses(SARI, value)


@pytest.mark.parametrize(("topic", "value"), ENDING)
async def test_an_edit_that_ends_the_form_is_asked_about(stage: Stage, topic: str, value: str) -> None:
    """It is said what would happen, and Kembali keeps every answer and the consent."""
    await stage.says(SARI, "/start", *REGISTRATION)
    summary = stage.last(SARI)
    await edits(stage, topic, value)
    assert "jawabannya kami hapus" in stage.last(SARI)
    await stage.presses(SARI, "⬅️ Kembali")
    assert stage.last(SARI) == summary
    assert await stage.value(NEWEST)
    await stage.says(SARI, "kirim")
    assert await stage.count("lead") == 1


@pytest.mark.parametrize(("topic", "value"), ENDING)
async def test_yes_ends_it_and_the_consent_with_it(stage: Stage, topic: str, value: str) -> None:
    """No answer is left, and /data_saya no longer lists a consent that holds."""
    await stage.says(SARI, "/start", *REGISTRATION)
    await edits(stage, topic, value)
    await stage.presses(SARI, "Ya, benar")
    assert await stage.count("draft") == 0
    assert await stage.count("lead") == 0
    assert not await stage.value(NEWEST)
    await stage.says(SARI, "/data_saya")
    assert "Izin dicatat untuk dihubungi: Tidak" in stage.last(SARI)


@pytest.mark.parametrize(
    ("said", "drafts"), [("ya", 0), ("tidak", 1), ("kembali", 1), ("batal", 1), ("👍", 0)]
)
async def test_it_can_be_typed(stage: Stage, said: str, drafts: int) -> None:
    """Yes and no mean the two buttons."""
    await stage.says(SARI, "/start", *REGISTRATION)
    await edits(stage, "Umur", "Di bawah 18")
    await stage.says(SARI, said)
    assert await stage.count("draft") == drafts


async def test_walking_back_behind_the_consent_is_no_way_around(stage: Stage) -> None:
    """Who went back step by step and answers otherwise has as much to lose."""
    await stage.says(SARI, "/start", *REGISTRATION[:6], "kembali", "kembali", "kembali", "sudah")
    assert "jawabannya kami hapus" in stage.last(SARI)
    await stage.says(SARI, "ya")
    assert not await stage.value(NEWEST)
    assert await stage.count("draft") == 0


async def test_before_consent_a_tapped_way_out_is_taken_at_once(stage: Stage) -> None:
    """Nothing was agreed to, so there is nothing to ask."""
    await stage.says(SARI, "/start", *REGISTRATION[:3])
    await stage.presses(SARI, "Sudah")
    assert "tidak perlu mendaftar lagi" in stage.last(SARI)
    assert await stage.count("consent") == 0


async def test_kembali_out_of_an_edit_keeps_the_old_answer(stage: Stage) -> None:
    """Usaha kecil asks about employees; who goes back instead is still a farmer."""
    await stage.says(SARI, "/start", *REGISTRATION)
    summary = stage.last(SARI)
    await edits(stage, "Pekerjaan", "Usaha kecil")
    assert "karyawan" in stage.last(SARI)
    await stage.presses(SARI, "⬅️ Kembali")
    assert stage.last(SARI) == summary
