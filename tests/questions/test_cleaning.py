"""What is kept of a question holds no personal data, by the rule in bot/questions/cleaning.py."""

import pytest

from bot.questions.cleaning import clean
from tests.questions.answers import QUESTIONS

KNOWN = QUESTIONS.known_words


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("nik saya 3604011203850001 bisa daftar?", "nik saya # bisa daftar?"),
        ("telepon saya 0812-3456-7801 ya", "telepon saya # ya"),
        ("wa 0812 3456 7801", "wa #"),
        ("nunggak 3 bulan gimana", "nunggak 3 bulan gimana"),
        ("surel saya sari@contoh.id", "surel saya @"),
        ("buka https://contoh.id/x?y=1 aman?", "buka @ aman?"),
        ("nama saya sari wulandari", "nama saya … …"),
        ("nama saya Sari Wulandari mau daftar", "nama saya … … mau daftar"),
        ("pak budi minta uang, boleh?", "pak … minta uang, boleh?"),
        ("bu mau tanya iuran", "bu mau tanya iuran"),
        ("kemarin Rudi Hartono datang", "kemarin … … datang"),
        ("apakah Alfamart bisa", "apakah Alfamart bisa"),
    ],
)
def test_numbers_and_names_leave_a_sign(said: str, kept: str) -> None:
    """Four digits are enough for a number; a name is told by what stands before it, or by its capital."""
    assert clean(said, "", KNOWN) == kept


def test_the_askers_own_name_is_never_kept() -> None:
    """Telegram tells it, so it is taken out wherever it stands, in capitals or not."""
    assert (
        clean("sariyah mau tanya, SARIYAH bisa ikut?", "Sariyah Wulandari", KNOWN)
        == "… mau tanya, … bisa ikut?"
    )


def test_nothing_long_is_kept() -> None:
    """Three hundred characters are a question; more is a story."""
    assert len(clean("kata " * 1000, "", KNOWN)) <= 300
