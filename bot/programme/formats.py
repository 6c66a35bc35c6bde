"""Money, numbers, months and days as people in Serang (or, in English, visitors) write them."""

from datetime import date
from decimal import Decimal
from typing import Literal

from lokal import terbilang
from num2words import num2words

from bot.programme.entries import Duration, TimeUnit

Lang = Literal["id", "en"]

MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
WEEKDAYS: dict[Lang, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
SCALES: dict[Lang, tuple[tuple[int, str], ...]] = {
    "id": ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
}
TIME_UNITS: dict[Lang, dict[TimeUnit, str]] = {
    "id": {TimeUnit.HOURS: "jam", TimeUnit.MONTHS: "bulan", TimeUnit.YEARS: "tahun"},
    "en": {TimeUnit.HOURS: "hour", TimeUnit.MONTHS: "month", TimeUnit.YEARS: "year"},
}
HOURS_IN_A_DAY = 24


def number(value: int | Decimal, lang: Lang = "id") -> str:
    """400385 -> "400.385" ("400,385" in English); Decimal("50.87") -> "50,87"."""
    english = f"{value:,}"
    return english if lang == "en" else english.translate(str.maketrans(",.", ".,"))


def rupiah(amount: int, lang: Lang = "id") -> str:
    """16800 -> "Rp16.800" ("Rp16,800" in English), without a space."""
    return f"{'-' if amount < 0 else ''}Rp{number(abs(amount), lang)}"


def rupiah_short(amount: int, lang: Lang = "id") -> str:
    """42000000 -> "Rp42 juta" ("Rp42 million"); in full where at most three decimals would not be exact."""
    for scale, name in SCALES[lang]:
        if abs(amount) >= scale:
            return _scaled(amount, scale, name, lang)
    return rupiah(amount, lang)


def rupiah_in_words(amount: int, lang: Lang = "id") -> str:
    """16800 -> "enam belas ribu delapan ratus rupiah" ("sixteen thousand, eight hundred rupiah").

    num2words' Indonesian says "satu juta satu ribu" where people say "satu juta seribu"; lokal-id does not.
    """
    return f"{num2words(amount)} rupiah" if lang == "en" else str(terbilang(amount, currency=True))


def percent(value: int | Decimal, lang: Lang = "id") -> str:
    """Decimal("50.87") -> "50,87%"; a percentage as it is, 50 for one half."""
    return f"{number(value, lang)}%"


def duration(value: Duration, lang: Lang = "id") -> str:
    """3 months -> "3 bulan"; 48 hours -> "2 x 24 jam", as Indonesian law and usage tell it ("48 hours")."""
    unit = TIME_UNITS[lang][value.unit]
    if lang == "en":
        return f"{value.count} {unit}{'' if value.count == 1 else 's'}"
    days, rest = divmod(value.count, HOURS_IN_A_DAY)
    if value.unit is TimeUnit.HOURS and days and not rest:
        return f"{days} x {HOURS_IN_A_DAY} {unit}"
    return f"{value.count} {unit}"


def month_year(day: date, lang: Lang = "id") -> str:
    """A contribution month: "November 2026"."""
    return f"{MONTHS[lang][day.month - 1]} {day.year}"


def day_month_year(day: date, lang: Lang = "id") -> str:
    """A day: "3 Maret 2025" ("3 March 2025")."""
    return f"{day.day} {month_year(day, lang)}"


def long_date(day: date, lang: Lang = "id") -> str:
    """A day with its weekday: "Senin, 3 Maret 2025" ("Monday, 3 March 2025")."""
    return f"{WEEKDAYS[lang][day.weekday()]}, {day_month_year(day, lang)}"


def _scaled(amount: int, scale: int, name: str, lang: Lang) -> str:
    if amount % (scale // 1000):
        return rupiah(amount, lang)
    scaled = (Decimal(abs(amount)) / scale).normalize()
    return f"{'-' if amount < 0 else ''}Rp{number(Decimal(f'{scaled:f}'), lang)} {name}"


def short_date(day: date, lang: Lang = "id") -> str:
    """A day on a small button: "Sel 3/3" ("Tue 3/3")."""
    return f"{WEEKDAYS[lang][day.weekday()][:3]} {day.day}/{day.month}"
