"""How a question is read: spelling, dialect, and when nothing is said as if it were sure."""

import pytest

from bot.questions.lexicon import load_lexicon
from bot.questions.matching import Certainty
from bot.questions.normalising import tokens
from tests.questions.answers import QUESTIONS
from tests.questions.scoring import SECOND, read_questions, score

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("iurane pira", "iurannya berapa"),
        ("sabaraha bayarna", "berapa bayarnya"),
        ("brp byr sbulan??", "berapa bayar sebulan"),
        ("BERAPAAA iurannya!!", "berapa iurannya"),
        ("kumaha carana daptar", "bagaimana caranya daftar"),
        ("rumah sakit", "rs"),
        ("Jaminan Hari Tua", "jht"),
        ("bpjs tk", "BPJS Ketenagakerjaan"),
        ("Rp 16.800", "rp 16800"),
        ("pak, tolong jelasin jkk dong", "jkk"),
    ],
)
def test_two_ways_to_write_it_are_one(said: str, same: str) -> None:
    """Dialect, slang, abbreviations, drawn-out letters and politeness make no difference."""
    assert tokens(said, LEXICON) == tokens(same, LEXICON) != ()


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("iurane pira", "cost.monthly"),
        ("sabaraha bayarna", "cost.monthly"),
        ("klo telat byr kena denda ga", "pay.late"),
        ("ieu resmi teu", "trust.genuine"),
        ("kalau saya jatuh pas melaut ditanggung gak", "benefit.accident"),
        ("kalau mati kecelakaan kerja biaya pemakaman berapa", "benefit.accident-death"),
        ("meninggal karena kecelakaan kerja uang kuburnya berapa", "benefit.accident-death"),
        ("if i die at work who pays the funeral", "benefit.accident-death"),
        ("uang pemakaman berapa", "benefit.death"),
        ("anak saya meninggal kemarin jatuh dari motor waktu kerja", "misfortune.death"),
        ("ibu saya wafat semalam karena jatuh saat jualan", "misfortune.death"),
        ("adik saya kecelakaan kerja tadi pagi", "misfortune.now"),
    ],
)
def test_people_are_understood_in_their_own_words(said: str, id: str) -> None:
    """Indonesian, Javanese and Sundanese, mixed as they are spoken."""
    match = QUESTIONS.ask(said)
    assert (match.certainty, match.ids[0]) == (Certainty.SURE, id)


@pytest.mark.parametrize("said", ["", "?", "🙂", "zzzz qqqq", "a" * 5000, "harga cabe hari ini berapa"])
def test_what_is_not_ours_is_not_answered(said: str) -> None:
    """Nothing, noise and the price of chillies: never an answer as if it were sure."""
    assert QUESTIONS.ask(said).certainty is not Certainty.SURE


def test_at_most_three_are_offered() -> None:
    """A small phone shows three, and nobody reads more."""
    assert len(QUESTIONS.ask("klaim").ids) <= 3


def test_what_belongs_elsewhere_is_never_sure() -> None:
    """Each example of what is not ours, as it is written down."""
    elsewhere = [said for sayings in QUESTIONS.answers.elsewhere.values() for said in sayings]
    sure = [said for said in elsewhere if QUESTIONS.ask(said).certainty is Certainty.SURE]
    assert sure == []


def test_what_was_reached_is_kept() -> None:
    """On the half of the questions that nobody saw while writing sayings; the frozen set stays unread."""
    reached = score(QUESTIONS, read_questions(SECOND)[1::2])
    assert reached.top1.value >= 0.80
    assert reached.wrong_and_sure.value <= 0.02
    assert reached.abstained.value <= 0.15
    assert reached.p95 < 5
