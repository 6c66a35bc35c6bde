"""What somebody would pay: from an income to a row of the table, and from the row to a sum, month by month.

The income itself is forgotten at once: a `Choice` names a row, and travels in buttons, not in the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Self

from bot.errors import NotFound
from bot.income_meanings import HARVESTS, WORKING_DAYS, Amount, working_days
from bot.income_words import Period
from bot.programme.contributions import Contribution, Group, Row, list_rows, per_day, row_for_income, schedule
from bot.programme.facts import Facts

MONTHS = (1, 2, 3, 6, 12)
ROWS_A_RANGE = 8
_CODES = {"t": Group.TRANSPORT, "o": Group.OTHER, "w": Group.OWNER}
_CODE_OF = {group: code for code, group in _CODES.items()}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen so far: a row of the table, whose discount, how many months, with savings or not."""

    row: int
    group: Group | None = None
    months: int = 1
    with_savings: bool = False

    def encode(self) -> str:
        """As a button's id: "12.t.6.1"."""
        group = _CODE_OF[self.group] if self.group else "-"
        return f"{self.row}.{group}.{self.months}.{int(self.with_savings)}"

    @classmethod
    def decode(cls, id_: str) -> Self:
        """Read a button's id; NotFound for one that no button of ours carries."""
        match id_.split("."):
            case [row, group, months, savings] if row.isascii() and row.isdigit() and len(row) < 4:
                if group in {*_CODES, "-"} and months in map(str, MONTHS) and savings in {"0", "1"}:
                    return cls(int(row), _CODES.get(group), int(months), savings == "1")
        raise NotFound(f"no choice is written {id_!r}")

    def to(self, **changes: object) -> Self:
        """The same choice but for these parts."""
        return replace(self, **changes)  # type: ignore[arg-type] # reason: the dataclass checks names itself


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months in a row that cost the same."""

    first: date
    last: date
    months: int
    each: int


@dataclass(frozen=True, slots=True)
class Price:
    """What a choice costs from a contribution month on, in rupiah."""

    choice: Choice
    row: Row
    months: tuple[Contribution, ...]
    open: tuple[str, ...]

    @property
    def total(self) -> int:
        return sum(month.total for month in self.months)

    @property
    def normal(self) -> int:
        return sum(month.normal for month in self.months)

    @property
    def a_day(self) -> int:
        """The whole price told by the day, over all its months: some of them may cost more than others."""
        return per_day(self.total, months=len(self.months))

    @property
    def last_discounted(self) -> date | None:
        """The last month whose price is less than the normal one; None when there is none."""
        return max((month.month for month in self.months if month.total < month.normal), default=None)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The months together that cost the same, in order."""
        runs = (tuple(run) for _, run in groupby(self.months, key=lambda month: month.total))
        return tuple(Stretch(run[0].month, run[-1].month, len(run), run[0].total) for run in runs)


def price_of(facts: Facts, choice: Choice, today: date) -> Price:
    """What the choice costs from this contribution month on; NotFound for a row there is not."""
    group = choice.group or Group.OTHER
    row = row_of(facts, choice.row, today)
    first = today.replace(day=1)
    months = schedule(facts, row, group, first, choice.months, with_jht=choice.with_savings)
    asked = (q for month in months for q in facts.on(month.month).open_about(group.discount_id))
    return Price(choice, row, months, tuple(dict.fromkeys(asked)))


def row_of(facts: Facts, number: int, today: date) -> Row:
    """The row with this number; NotFound when there is none."""
    for row in list_rows(facts, today.replace(day=1)):
        if row.number == number:
            return row
    raise NotFound(f"no row {number}")


def row_numbers(facts: Facts, incomes: Iterable[int], today: date) -> tuple[int, ...]:
    """The rows of monthly incomes, each once, in the order given."""
    month = today.replace(day=1)
    return tuple(dict.fromkeys(row_for_income(facts, income, month).number for income in incomes))


def counts_for(amount: Amount) -> tuple[tuple[int, int], ...]:
    """What has to be asked to know a month: (days a week, or harvests a year; and what that is a month)."""
    if amount.period is Period.DAY:
        counts = ((days, amount.monthly(working_days(days))) for days in WORKING_DAYS)
    else:
        counts = ((harvests, amount.monthly(harvests)) for harvests in HARVESTS)
    return tuple((count, monthly) for count, monthly in counts if monthly is not None)


def ranges(facts: Facts, today: date) -> tuple[tuple[Row, ...], ...]:
    """The table in few pieces, for whoever cannot name an income: the lowest row, then eight by eight."""
    lowest, *others = list_rows(facts, today.replace(day=1))
    pieces = (others[start : start + ROWS_A_RANGE] for start in range(0, len(others), ROWS_A_RANGE))
    return ((lowest,), *(tuple(piece) for piece in pieces))
