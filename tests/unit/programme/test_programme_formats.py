"""Money, months and days as people here write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.entries import Duration, TimeUnit
from bot.programme.formats import (
    MONTHS,
    WEEKDAYS,
    Lang,
    day_month_year,
    duration,
    long_date,
    month_year,
    number,
    percent,
    rupiah,
    rupiah_in_words,
    rupiah_short,
)


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [
        (0, "Rp0", "Rp0"),
        (560, "Rp560", "Rp560"),
        (16_800, "Rp16.800", "Rp16,800"),
        (42_000_000, "Rp42.000.000", "Rp42,000,000"),
        (-8_400, "-Rp8.400", "-Rp8,400"),
    ],
)
def test_rupiah(amount: int, indonesian: str, english: str) -> None:
    """Rupiah have no space, no sen, and dots between thousands (commas in English)."""
    assert (rupiah(amount), rupiah(amount, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [
        (16_800, "Rp16.800", "Rp16,800"),
        (1_000_000, "Rp1 juta", "Rp1 million"),
        (1_500_000, "Rp1,5 juta", "Rp1.5 million"),
        (42_000_000, "Rp42 juta", "Rp42 million"),
        (100_000_000, "Rp100 juta", "Rp100 million"),
        (650_459_000_000, "Rp650,459 miliar", "Rp650.459 billion"),
        (1_000_000_000_000, "Rp1 triliun", "Rp1 trillion"),
        (1_000_500, "Rp1.000.500", "Rp1,000,500"),
        (-42_000_000, "-Rp42 juta", "-Rp42 million"),
    ],
)
def test_short_rupiah(amount: int, indonesian: str, english: str) -> None:
    """Large sums are told in millions and billions, but only where that is exact."""
    assert (rupiah_short(amount), rupiah_short(amount, "en")) == (indonesian, english)


def test_numbers_and_percentages() -> None:
    """The comma is the Indonesian decimal sign."""
    assert (number(400_385), number(400_385, "en")) == ("400.385", "400,385")
    assert (percent(50), percent(Decimal("50.87")), percent(Decimal("50.87"), "en")) == (
        "50%",
        "50,87%",
        "50.87%",
    )


def test_days_and_months() -> None:
    """A day is told with its weekday and month in words."""
    day = date(2025, 3, 3)
    assert (long_date(day), long_date(day, "en")) == ("Senin, 3 Maret 2025", "Monday, 3 March 2025")
    assert day_month_year(date(2026, 8, 17)) == "17 Agustus 2026"
    assert (month_year(date(2026, 11, 1)), month_year(date(2026, 12, 1))) == (
        "November 2026",
        "Desember 2026",
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_calendar_is_whole(lang: Lang) -> None:
    """There are twelve months and seven days, each with its own name."""
    assert (len(set(MONTHS[lang])), len(set(WEEKDAYS[lang]))) == (12, 7)


@given(st.dates())
def test_english_dates_agree_with_the_standard_library(day: date) -> None:
    """The English table says what strftime says in the C locale."""
    assert long_date(day, "en") == f"{day:%A}, {day.day} {day:%B} {day.year}"


@pytest.mark.parametrize(
    ("count", "unit", "indonesian", "english"),
    [
        (3, TimeUnit.MONTHS, "3 bulan", "3 months"),
        (1, TimeUnit.YEARS, "1 tahun", "1 year"),
        (48, TimeUnit.HOURS, "2 x 24 jam", "48 hours"),
        (72, TimeUnit.HOURS, "3 x 24 jam", "72 hours"),
        (5, TimeUnit.HOURS, "5 jam", "5 hours"),
    ],
)
def test_durations(count: int, unit: TimeUnit, indonesian: str, english: str) -> None:
    """Whole days in hours are told the way the law tells them."""
    told = Duration(count, unit)
    assert (duration(told), duration(told, "en")) == (indonesian, english)


ONES = (
    "",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
SCALES = ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh"))


def spelled(value: int) -> str:
    """The schoolbook recursion, written apart from lokal's."""
    if value < 12:
        return ONES[value]
    if value < 20:
        return f"{ONES[value - 10]} belas"
    for scale, name in SCALES:
        if value >= scale:
            head, rest = divmod(value, scale)
            first = f"se{name}" if head == 1 and scale in {100, 1000} else f"{spelled(head)} {name}"
            return f"{first} {spelled(rest)}".strip()
    raise AssertionError(value)


@given(st.integers(1, 10**12 - 1))
def test_words_agree_with_the_schoolbook(amount: int) -> None:
    """lokal spells every sum we could show as a school child would."""
    assert rupiah_in_words(amount) == f"{spelled(amount)} rupiah"


def test_words() -> None:
    """Prices are spelled as people say them."""
    assert rupiah_in_words(16_800) == "enam belas ribu delapan ratus rupiah"
    assert rupiah_in_words(0) == "nol rupiah"
