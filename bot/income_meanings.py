"""What the numbers of an income may mean: one amount, several to choose from, or a slip to be asked back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from bot.amounts import LEAST_RUPIAH, MILLION, Number
from bot.income_words import Period

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

LEAST_A_MONTH = 100_000  # rupiah; less is a slip of the finger, or not all that comes in
MOST_A_MONTH = 100_000_000  # rupiah; five times where the table ends
LIKELY_A_MONTH = 30_000_000  # rupiah; more is not proposed to anybody who did not say it
SLIPS = (1, 1_000, MILLION)
"""What may have been left out: nothing, "ribu" or "juta"."""


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


class Doubt(StrEnum):
    """Why an amount is asked back instead of taken; the name of the text that says so."""

    NEGATIVE = "negative"
    SMALL = "small"
    BIG = "big"


@dataclass(frozen=True, slots=True)
class IncomeReading:
    """What was read: one amount, several to choose from, "it differs", or nothing at all.

    With a `doubt` the amounts are what may have been meant, which may be none: they are asked, never taken.
    """

    amounts: tuple[Amount, ...] = ()
    uncertain: bool = False
    doubt: Doubt | None = None

    def __bool__(self) -> bool:
        return bool(self.amounts) or self.uncertain or self.doubt is not None


def working_days(days_a_week: int) -> int:
    """Days worked in a month by somebody who works so many days a week."""
    return int(days_a_week * TIMES_A_MONTH[Period.WEEK])


def judged(
    numbers: list[Number], period: Period | None, times: int | None, *, negative: bool, exact: bool
) -> IncomeReading:
    """What was offered, unless it is no income anybody has: then what may have been meant is asked."""
    amounts = _offered(numbers, period, times)
    slipped = any(_needs_scale(number, exact=exact) for number in numbers)
    if not negative and not slipped and any(_is_usual(amount) for amount in amounts):
        return IncomeReading(amounts)
    if not any(number.value for number in numbers):
        return IncomeReading(amounts)
    likely = (
        tuple(filter(_is_usual, amounts)) or _slips(numbers, period, times) or _slips(numbers, None, times)
    )
    doubt = Doubt.NEGATIVE if negative else _doubt(amounts)
    said = amounts if doubt is Doubt.BIG else ()
    return IncomeReading((*said, *likely)[:OFFERED], doubt=doubt)


def _needs_scale(number: Number, *, exact: bool) -> bool:
    """A bare 2000, or "Rp 5", says neither what it counts nor an income."""
    least = 1 if exact else 1000
    return not number.scaled and least <= number.value < LEAST_RUPIAH


def _is_usual(amount: Amount) -> bool:
    return LEAST_A_MONTH <= _usual_month(amount) <= MOST_A_MONTH


def _usual_month(amount: Amount) -> int:
    """About what it makes a month, for whoever works or harvests as most do."""
    often = HARVESTS[-1] if amount.period is Period.HARVEST else working_days(WORKING_DAYS[1])
    return amount.monthly(amount.times or often) or 0


def _doubt(amounts: tuple[Amount, ...]) -> Doubt:
    big = bool(amounts) and all(_usual_month(amount) > MOST_A_MONTH for amount in amounts)
    return Doubt.BIG if big else Doubt.SMALL


def _slips(numbers: list[Number], period: Period | None, times: int | None) -> tuple[Amount, ...]:
    """What was meant, if "ribu" or "juta" was left out, or the period was another one."""
    periods = (period,) if period else (Period.MONTH, Period.DAY)
    meant = (
        _with_times(Amount(int(number.value * slip), each), times)
        for number in numbers
        for each in periods
        for slip in SLIPS
    )
    return tuple(amount for amount in meant if LEAST_A_MONTH <= _usual_month(amount) <= LIKELY_A_MONTH)


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
