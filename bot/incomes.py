"""Reads an income as people write it: "1,5 jt", "50 ribu per hari", "1jt-2jt", "gak tentu".

Pure, and kept nowhere: who reads it looks up a row of the contribution table and forgets the amount.
No library knows enough: lokal-id reads "1jt-2jt" as three million and "50 ribu per hari" as nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from bot.amounts import LEAST_RUPIAH, MILLION, Number, read_numbers
from bot.income_words import NOTHING, PERIODS, UNCERTAIN, Period

LONGEST = 120
USUAL_LEAST = 300_000  # rupiah; less than this, said without a period, is hardly a month's income
MOST_MILLIONS = 50  # a bare number up to it may count millions
OFFERED = 4

TIMES_A_MONTH: dict[Period, Fraction] = {
    Period.WEEK: Fraction(52, 12),
    Period.MONTH: Fraction(1),
    Period.YEAR: Fraction(1, 12),
}
WORKING_DAYS = (5, 6, 7)
"""Days a week that are offered where none were told."""
HARVESTS = (1, 2, 3)
"""Harvests a year that are offered where none were told."""

_NOISE = re.compile(r"\b(?:rp|idr|rupiah|perak)\b\.?|,-|=|\.-")
_DAYS_A_WEEK = re.compile(
    r"(?:([1-7])\s*hari\s*(?:kerja)?\s*(?:se|per|/)\s*minggu|seminggu\s*(?:kerja)?\s*([1-7])\s*hari)"
)
_DAYS_A_MONTH = re.compile(
    r"(?:x|kali|\*|kerja|selama)?\s*\b([1-9]|[12][0-9]|3[01])\s*(?:hari\b(?:\s*kerja)?|days)"
)
_TIMES = re.compile(r"(?:\bx|\*|\bkali)\s*([1-9]|[12][0-9]|3[01])\b(?![.,0-9])")


@dataclass(frozen=True, slots=True)
class Amount:
    """So much in a period; `times` is how many periods make a month (or, for harvests, a year), if told."""

    rupiah: int
    period: Period
    times: int | None = None

    def monthly(self, times: int | None = None) -> int | None:
        """Rupiah a month; None as long as nobody told how many days or harvests there are.

        `times` is the number of working days a month, or of harvests a year.
        """
        times = times or self.times
        if self.period is Period.DAY:
            return self.rupiah * times if times else None
        if self.period is Period.HARVEST:
            return self.rupiah * times // 12 if times else None
        return int(self.rupiah * TIMES_A_MONTH[self.period])


@dataclass(frozen=True, slots=True)
class IncomeReading:
    """What was read: one amount, several to choose from, "it differs", or nothing at all."""

    amounts: tuple[Amount, ...] = ()
    uncertain: bool = False

    def __bool__(self) -> bool:
        return bool(self.amounts) or self.uncertain


def working_days(days_a_week: int) -> int:
    """Days worked in a month by somebody who works so many days a week."""
    return int(days_a_week * TIMES_A_MONTH[Period.WEEK])


def read_income(text: str) -> IncomeReading:
    """What somebody earns, as they wrote it; an empty reading for what is no income."""
    said = _plain(text)
    if len(text) > LONGEST or re.search(r"\b0[0-9]{7,}|[0-9]{14,}", said):
        return IncomeReading()
    rest, times = _take_times(said)
    rest, period = _take_period(rest)
    if times and period is None:
        period = Period.DAY
    if numbers := read_numbers(rest):
        return IncomeReading(_offered(numbers, period, times))
    if not re.search(r"[0-9]", rest) and re.search(UNCERTAIN, said):
        return IncomeReading(uncertain=True)
    return IncomeReading((Amount(0, Period.MONTH),) if re.search(NOTHING, said) else ())


def _plain(text: str) -> str:
    """Lower case, one kind of space, without accents and signs of currency."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(char for char in bare if not unicodedata.combining(char))
    split = re.sub(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])|(?=/)", " ", " ".join(ascii_only.split()))
    return _NOISE.sub(" ", split).strip()


def _take_times(said: str) -> tuple[str, int | None]:
    """The number of days worked a month, if it was told, and the text without it."""
    if week := _DAYS_A_WEEK.search(said):
        return _without(said, week), working_days(int(week[1] or week[2]))
    if month := _DAYS_A_MONTH.search(said):
        return _without(said, month), int(month[1])
    if factor := _TIMES.search(said):
        return _without(said, factor), int(factor[1])
    return said, None


def _take_period(said: str) -> tuple[str, Period | None]:
    found: Period | None = None
    for pattern, period in PERIODS:
        said, count = re.subn(rf"(?<![a-z])(?:{pattern})(?![a-z])", " ", said)
        found = found or (period if count else None)
    return said, found


def _without(said: str, match: re.Match[str]) -> str:
    return f"{said[: match.start()]} {said[match.end() :]}"


def _offered(numbers: list[Number], period: Period | None, times: int | None) -> tuple[Amount, ...]:
    """What the numbers may mean; both ends of a range are meant in the same period."""
    if period is None and len(numbers) > 1 and all(number.scaled for number in numbers):
        daily = max(number.value for number in numbers) < USUAL_LEAST
        period = Period.DAY if daily else Period.MONTH
    amounts = (amount for number in numbers for amount in _meant(number, period))
    return tuple(dict.fromkeys(_with_times(amount, times) for amount in amounts))[:OFFERED]


def _meant(number: Number, period: Period | None) -> Iterator[Amount]:
    """What a number may mean: a bare "50" is fifty thousand a day or fifty million a month."""
    if number.scaled or number.value >= LEAST_RUPIAH or not number.value:
        yield from _in_period(int(number.value), period)
    elif number.value >= 1000:
        yield from _in_period(int(number.value * 1000), period)
    else:
        yield from _bare(number.value, period)


def _bare(value: Fraction, period: Period | None) -> Iterator[Amount]:
    if value >= 10 and period is not Period.MONTH:
        yield Amount(int(value * 1000), period or Period.DAY)
    if value >= 100 and period in {None, Period.MONTH}:
        yield Amount(int(value * 1000), Period.MONTH)
    if value <= MOST_MILLIONS and period is not Period.DAY:
        yield Amount(int(value * MILLION), period or Period.MONTH)


def _in_period(rupiah: int, period: Period | None) -> Iterator[Amount]:
    if period is not None or rupiah >= USUAL_LEAST or not rupiah:
        yield Amount(rupiah, period or Period.MONTH)
    else:
        yield from (Amount(rupiah, each) for each in (Period.DAY, Period.WEEK, Period.MONTH))


def _with_times(amount: Amount, times: int | None) -> Amount:
    return replace(amount, times=times) if amount.period is Period.DAY else amount
