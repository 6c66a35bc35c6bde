"""Somebody registers a family member: nothing of what they said of themselves is recorded of the other."""

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND

TO_WHOSE = ("/start", *REGISTRATION[:7])
REST = ("desa pontang", "Betul", "rt 03 rw 05", "pagi")


async def test_what_was_answered_is_shown_before_it_is_the_familys(stage: Stage) -> None:
    """Work, age, membership and name were asked of "Bapak/Ibu"."""
    await stage.says(SARI, *TO_WHOSE, "keluarga")
    said = stage.last(SARI)
    for line in ("Pekerjaan: Petani", "Umur: 18 - 39", "Sudah peserta: Belum", "Nama: Sari Wulandari"):
        assert line in said
    assert "Ini tentang keluarga yang didaftarkan, betul?" in said
    assert "Langkah 6 dari 8" in said
    assert stage.labels(SARI)[:2] == ["✅ Betul", "✏️ Ubah"]


@pytest.mark.parametrize("said", ["betul", "ya", "✅ Betul"])
async def test_a_yes_goes_on_with_the_one_who_is_registered(stage: Stage, said: str) -> None:
    """The next questions and the summary speak of them."""
    await stage.says(SARI, *TO_WHOSE, "keluarga", said)
    assert "Yang didaftarkan tinggal di desa" in stage.last(SARI)
    await stage.says(SARI, *REST)
    assert "Ini data keluarga Bapak/Ibu yang didaftarkan" in stage.last(SARI)
    assert "Tentang keluarga" not in stage.last(SARI)
    await stage.says(SARI, SEND)
    assert await stage.value("SELECT count(*) FROM lead WHERE for_family AND occupation = 'farmer'") == 1


@pytest.mark.parametrize("said", ["ubah", "bukan", "tidak", "itu saya"])
async def test_a_no_asks_again_about_the_one_who_is_registered(stage: Stage, said: str) -> None:
    """Each question says of whom, Telegram's name is not offered, and the total stays."""
    await stage.says(SARI, *TO_WHOSE, "keluarga", said)
    assert "Yang didaftarkan kerja apa?" in stage.last(SARI)
    await stage.says(SARI, "nelayan")
    assert "Berapa umur yang didaftarkan" in stage.last(SARI)
    await stage.says(SARI, "52")
    assert "Apakah yang didaftarkan sudah jadi peserta" in stage.last(SARI)
    await stage.says(SARI, "belum")
    assert "Siapa nama yang didaftarkan?" in stage.last(SARI)
    assert "Langkah 5 dari 8" in stage.last(SARI)
    assert stage.person(SARI).first_name not in stage.labels(SARI)
    await stage.says(SARI, "Pak Udin", *REST)
    assert "Pekerjaan: Nelayan\nUmur: 40 - 63\n" in stage.last(SARI)
    assert "Nama: Pak Udin\n" in stage.last(SARI)
    await stage.says(SARI, SEND)
    assert await stage.value("SELECT count(*) FROM lead WHERE for_family AND occupation = 'fisher'") == 1


async def test_for_oneself_nothing_more_is_asked(stage: Stage) -> None:
    """The form is as it was."""
    await stage.says(SARI, *TO_WHOSE, "saya sendiri")
    assert "Tinggal di desa" in stage.last(SARI)


async def test_who_turns_out_to_be_family_at_the_summary_is_asked_about(stage: Stage) -> None:
    """Also when only that answer is changed; and leaving the change keeps everything."""
    await stage.says(SARI, "/start", *REGISTRATION)
    summary = stage.last(SARI)
    for label in ("✏️ Ubah jawaban", "✏️ Pendaftaran untuk", "Keluarga saya"):
        await stage.presses(SARI, label)
    assert "Ini tentang keluarga yang didaftarkan, betul?" in stage.last(SARI)
    await stage.says(SARI, "kembali")
    assert stage.last(SARI) == summary
