"""Whatever staff write, what is kept is Telegram's HTML, and people read what was checked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.campaigns.fields import FIELDS, Recipient, fill
from bot.campaigns.markup import is_html, read_html, utf16_length
from bot.campaigns.refusals import ContentRefused
from bot.registration.form import OCCUPATIONS
from playground.html import parse_html
from tests.unit.campaigns.composing import TODAY, measure, refusals, service, words

TAGS = ("b", "i", "strong", "code", "pre", "tg-spoiler", "blockquote", "x")
SIGNS = (
    "<br>",
    "&amp;",
    "&#60;",
    "<",
    ">",
    "&",
    "{",
    "}",
    "<!--",
    "-->",
    "\u200b",
    "\n",
    "'",
    '"',
    "😀",
    "halo ",
)
LINKS = ("<a href='https://a.go.id'>", "</a>", "{nama}", "{iuran}", "{desa}", "{pekerjaan}")
PIECES = some.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), *SIGNS, *LINKS])
WRITTEN = some.one_of(some.text(max_size=60), some.lists(PIECES, max_size=14).map("".join))
NAMES = some.text(max_size=90)


@given(WRITTEN)
def test_what_is_kept_is_taken_by_telegram_as_it_was_read(text: str) -> None:
    """Telegram parses the canonical HTML without a complaint, and into the very text that the rules saw."""
    try:
        kept = read_html(text)
    except ContentRefused:
        return
    assert parse_html(kept.html)[0] == kept.plain


@given(WRITTEN)
def test_reading_twice_changes_nothing(text: str) -> None:
    """The canonical form is its own canonical form."""
    try:
        kept = read_html(text)
    except ContentRefused:
        return
    assert read_html(kept.html).html == kept.html


@settings(deadline=None)  # the first one reads the villages
@given(
    WRITTEN,
    NAMES,
    some.sampled_from([*OCCUPATIONS, "astronaut", ""]),
    some.sampled_from(["36.04.12.2001", "36.73.01.1001", "x", ""]),
)
def test_what_was_measured_holds_for_everybody(text: str, name: str, occupation: str, village: str) -> None:
    """No name, village or work makes a text longer than was told, or puts a tag into it."""
    if refusals(text):
        return
    kept = read_html(text)
    filled = fill(kept.html, words(), service(), TODAY, Recipient(name, village, occupation))
    plain, entities = parse_html(filled)
    assert utf16_length(plain) <= measure().longest(kept.plain)
    assert len(entities) == len(parse_html(kept.html)[1])


@settings(deadline=None)
@given(NAMES)
def test_a_name_is_never_markup(name: str) -> None:
    """Somebody called <b> is called <b>."""
    filled = fill("{nama}", words(), service(), TODAY, Recipient(name))
    assert parse_html(filled)[1] == []


@pytest.mark.parametrize(
    ("day", "field", "said"),
    [
        (date(2026, 11, 23), "{iuran}", "mulai Rp8.400, sampai Desember 2026"),
        (date(2027, 1, 4), "{iuran}", "mulai Rp16.800 per Januari 2027"),
        (date(2027, 1, 4), "{iuran_ojek}", "mulai Rp8.400, sampai Maret 2027"),
        (
            date(2026, 11, 23),
            "{santunan_kerja}",
            "mulai Rp48 juta kalau meninggal karena kerja (48 kali penghasilan Rp1 juta)",
        ),
        (date(2026, 11, 23), "{santunan}", "Rp42 juta, kalau sudah 3 bulan membayar iuran"),
        (
            date(2026, 11, 23),
            "{beasiswa}",
            "sampai Rp174 juta untuk 2 anak, kalau sudah 3 tahun membayar iuran",
        ),
    ],
)
def test_figures_come_from_the_programme_with_their_date(day: date, field: str, said: str) -> None:
    """And are those of the day on which they are sent."""
    assert fill(field, words(), service(), day, Recipient()) == said


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_word_for_whoever_is_not_known(field: str) -> None:
    """Nobody is greeted with an empty place or a brace."""
    filled = fill(f"{{ {field} }}", words(), service(), TODAY, Recipient())
    assert filled
    assert "{" not in filled


def test_tags_typed_by_hand_are_told_from_a_heart() -> None:
    """<3 and a < b are text."""
    assert is_html("<b>Halo</b>")
    assert not is_html("I <3 U, a < b > c")
