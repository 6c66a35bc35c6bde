"""Typed, and neither an answer nor a question: greetings, thanks, "batal", "stop", what is not ours."""

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION

MENU = "Mau mulai dari mana?"


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("bansos kapan cair", "kantor desa"),
        ("saya punya utang pinjol", "tidak meminjamkan uang"),
        ("KIS saya nonaktif", "BPJS Kesehatan, kantor yang lain"),
        ("klaim saya ditolak", "Bantuan petugas"),
        ("harga gabah berapa", "di luar urusan kami"),
    ],
)
async def test_what_is_not_ours_is_told_so_above_the_menu(stage: Stage, said: str, whose: str) -> None:
    """Whose business it is, and never the answer that was shown before."""
    await stage.says(SARI, "/start", "sabaraha bayarna", said)
    assert whose in stage.last(SARI)
    assert MENU in stage.last(SARI)
    assert "Rp8.400" not in stage.last(SARI)


@pytest.mark.parametrize("before", ["sabaraha bayarna", "/cek_asli", "ambil uang", "/privasi"])
async def test_below_not_understood_never_stands_an_old_answer(stage: Stage, before: str) -> None:
    """Nobody takes it for the answer to what they have just asked."""
    await stage.says(SARI, "/start", before)
    shown = stage.last(SARI)
    await stage.says(SARI, "zzzz qqqq")
    assert "belum paham" in stage.last(SARI)
    assert MENU in stage.last(SARI)
    assert shown not in stage.last(SARI)


async def test_twice_not_understood_still_offers_a_person(stage: Stage) -> None:
    """The way home does not begin the count anew."""
    await stage.says(SARI, "/start", "sabaraha bayarna", "zzzz qqqq", "qqqq zzzz")
    assert "Kalau bingung" in stage.last(SARI)


async def test_in_a_form_the_question_stands_below(stage: Stage) -> None:
    """A question that waits is a place to stand on."""
    await stage.says(SARI, "/start", *REGISTRATION[:1], "zzzz qqqq")
    assert "Langkah 1" in stage.last(SARI)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("assalamualaikum", "Waalaikumsalam"),
        ("Assalamu'alaikum wr. wb. pak", "Waalaikumsalam"),
        ("HALLO MIN", "Halo"),
        ("selamat pagi bu", "Halo"),
        ("ok", "Baik"),
        ("Oke", "Baik"),
        ("siap", "Baik"),
        ("makasih", "Sama-sama"),
        ("terima kasih", "Sama-sama"),
        ("hatur nuhun", "Sama-sama"),
        ("matur nuwun", "Sama-sama"),
        ("ok makasih banyak ya bu", "Sama-sama"),
    ],
)
async def test_everyday_words_get_a_kind_answer(stage: Stage, said: str, answer: str) -> None:
    """With the menu below, not the answer from before; and nothing of it is kept."""
    await stage.says(SARI, "/start", "sabaraha bayarna", said)
    assert stage.last(SARI).startswith(answer)
    assert MENU in stage.last(SARI)
    assert await stage.count("unanswered_question") == 0


async def test_thanks_in_a_form_show_its_question_again(stage: Stage) -> None:
    """The place stays, and so does every answer."""
    await stage.says(SARI, "/start", *REGISTRATION[:1], "hatur nuhun")
    assert stage.last(SARI).startswith("Sama-sama")
    assert "Langkah 1" in stage.last(SARI)


async def test_more_than_a_greeting_is_a_question(stage: Stage) -> None:
    """Politeness around a question does not hide it."""
    await stage.says(SARI, "/start", "assalamualaikum min, iurane pira ya")
    assert "Rp8.400" in stage.last(SARI)


@pytest.mark.parametrize("said", ["stop", "STOP", "berhenti", "Berhenti!"])
@pytest.mark.parametrize("before", [(), ("sabaraha bayarna",), tuple(REGISTRATION[:3])])
async def test_stop_in_words_is_the_command(stage: Stage, said: str, before: tuple[str, ...]) -> None:
    """Wherever it is typed: messages end, and the screen says so."""
    await stage.says(SARI, "/start", *before, said)
    assert await stage.value("SELECT opted_out_at FROM contact") is not None
    said_by_command = stage.last(SARI)
    await stage.says(SARI, "/berhenti")
    assert stage.last(SARI) == said_by_command


@pytest.mark.parametrize("said", ["hapus data saya", "Hapus data", "hapus akun saya"])
async def test_erasing_in_words_asks_first(stage: Stage, said: str) -> None:
    """The button of /hapus_data, and nothing is gone before it is pressed."""
    await stage.says(SARI, "/start", said)
    asked = stage.last(SARI)
    await stage.says(SARI, "/hapus_data")
    assert stage.last(SARI) == asked
    assert await stage.count("contact") == 1


@pytest.mark.parametrize("said", ["batal", "nggak jadi", "gak jadi deh", "kembali", "Batal pak"])
@pytest.mark.parametrize(
    ("at", "leads_to"),
    [
        (("/lapor",), MENU),
        (("/cek_asli",), "Mau tahu yang mana?"),
        (tuple(REGISTRATION[:3]), "Langkah 2"),
    ],
)
async def test_never_mind_means_going_back(
    stage: Stage, said: str, at: tuple[str, ...], leads_to: str
) -> None:
    """Out of a screen that waits for words, to the list a page came from, to the question before."""
    await stage.says(SARI, "/start", *at, said)
    assert leads_to in stage.last(SARI)
    assert "terhapus" not in stage.last(SARI)
