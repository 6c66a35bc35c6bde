"""The linter itself: it finds what is hard, and leaves alone what is not."""

import pytest

from bot.plain_words import EXPLAINING, PAGING, Limits, count_sentences, ease, faults, sentences, syllables

PLAIN = "Pak Ujang jatuh waktu narik. Biaya rumah sakit tidak perlu bayar."
HARD = (
    "Penyelenggaraan kesejahteraan ketenagakerjaan dipertanggungjawabkan berdasarkan pelaksanaan "
    "perundang-undangan kementerian penyelenggara kesejahteraan."
)


def test_plain_words_have_no_fault() -> None:
    """Two short sentences are what is wanted."""
    assert list(faults(PLAIN)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Satu kalimat. Dua kalimat. Tiga kalimat.", "3 sentences"),
        ("kata " * 16, "16 words"),
        ("Ikut program JKK sekarang.", "unexplained: 'JKK'"),
        (HARD, "hard: "),
    ],
)
def test_what_is_hard_is_named(text: str, fault: str) -> None:
    """Each rule is told by what breaks it."""
    assert any(str(found).startswith(fault) for found in faults(text))


@pytest.mark.parametrize(
    ("word", "count"), [("bayar", 2), ("iuran", 3), ("pulau", 2), ("Rp42", 1), ("175", 1)]
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    """Two vowels beside each other are two syllables, but for ai, au and oi at a word's end."""
    assert syllables(word) == count


def test_a_point_in_a_figure_ends_no_sentence() -> None:
    """Nor does the number of a list's line."""
    assert len(sentences("1. Biayanya Rp16.800 sebulan. Murah.")) == 2


def test_shorter_is_easier() -> None:
    """The score falls with long sentences and with long words."""
    assert ease(PLAIN) > ease(PLAIN.replace(". ", " dan kemudian sesudah itu ")) > ease(HARD)


def test_a_page_is_counted_as_a_whole() -> None:
    """Four sentences are two ideas, however they are set; a list is part of what leads to it."""
    two_ideas = "Hak hangus sesudah lama. Jadi, urus.\n\nMau klaim? Tanyakan petugas."
    assert list(faults(two_ideas)) == []
    assert [str(fault).split(":")[0] for fault in faults(two_ideas, PAGING)] == ["4 sentences (at most 2)"]
    assert count_sentences("Kami turut berduka. Siapkan ini:\n• KTP\n• Surat kematian\n• Buku nikah") == 2


def test_other_texts_have_other_limits() -> None:
    """An answer may be longer than a screen; what explains itself is no riddle."""
    text = "Satu kalimat. Dua kalimat. Tiga kalimat tentang JKK."
    assert [fault.code for fault in faults(text)] == ["sentences", "unexplained"]
    assert list(faults(text, Limits(3, EXPLAINING.words, None), {"JKK"})) == []
