"""What protection costs: the rows of PP 44/2015 Lampiran II and the discount of PP 50/2025.

All amounts are whole rupiah. A contribution month is the first day of its month.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice, takewhile

from bot.programme.entries import TableRow
from bot.programme.facts import Facts

ROWS = "contributions.rows"
APPLIES_TO = "discount.applies_to"
FACT_IDS = frozenset({ROWS, APPLIES_TO})
DAYS_IN_A_MONTH = 30
FARTHEST_MONTHS = 240


class Group(StrEnum):
    """Whose discount window somebody is in."""

    TRANSPORT = "transport"
    OTHER = "other"
    OWNER = "owner"  # has employees: whether the discount holds is open, so it is not applied

    @property
    def discount_id(self) -> str:
        """The fact whose validity is this group's discount window; that of an owner does not exist yet."""
        return f"discount.{self}"


@dataclass(frozen=True, slots=True)
class Row:
    """One income row: all who earn from `income_from` up to the next row pay by the same `base`."""

    number: int
    income_from: int
    income_to: int | None
    base: int
    jkk: int
    jkm: int
    jht: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one contribution month costs: each programme at its normal price, and the discount taken off."""

    month: date
    jkk: int
    jkm: int
    jht: int
    discount: int

    @property
    def normal(self) -> int:
        return self.jkk + self.jkm + self.jht

    @property
    def total(self) -> int:
        return self.normal - self.discount


@dataclass(frozen=True, slots=True)
class Quote:
    """What a contribution month costs one group: the normal price and the price now, both in rupiah."""

    group: Group
    row: Row
    now: Contribution
    discounted_until: date | None  # the last discounted contribution month in an unbroken run from now
    open: tuple[str, ...]  # open questions about this group's price
    fact_ids: tuple[str, ...]

    @property
    def normal_price(self) -> int:
        return self.now.normal

    @property
    def price_now(self) -> int:
        return self.now.total

    @property
    def ask_staff(self) -> bool:
        return bool(self.open)


def group_for(occupation: str, *, has_employees: bool = False) -> Group:
    """The discount group of an occupation, as registered; only a business is asked for employees."""
    if occupation == Group.TRANSPORT:
        return Group.TRANSPORT
    return Group.OWNER if has_employees else Group.OTHER


def list_rows(facts: Facts, on: date) -> tuple[Row, ...]:
    """The rows in force on the day, lowest income first."""
    rows = (_row(cells) for cells in facts.on(on).table(ROWS))
    return tuple(sorted(rows, key=lambda row: row.income_from))


def row_for_income(facts: Facts, income: int, on: date) -> Row:
    """The row with the largest `income_from` that is not above the monthly income in rupiah (Lampiran II).

    Less than the lowest row's income is in the lowest row. ValueError below zero.
    """
    if income < 0:
        raise ValueError(f"no income is below zero: {income}")
    first, *others = list_rows(facts, on)
    return max(
        (row for row in others if row.income_from <= income), key=lambda row: row.income_from, default=first
    )


def lowest_row(facts: Facts, on: date) -> Row:
    return row_for_income(facts, 0, on)


def monthly(facts: Facts, row: Row, group: Group, month: date, *, with_jht: bool = False) -> Contribution:
    """What one contribution month costs in rupiah; ValueError unless `month` is the first of a month.

    The amounts are those in force in that month for the row's base. The discount takes its percentage
    off JKK and JKM only (PP 50/2025); a fraction of a rupiah is left on the price.
    """
    row = row_for_income(facts, row.base, _first(month))
    amounts = {"jkk": row.jkk, "jkm": row.jkm, "jht": row.jht if with_jht else 0}
    return Contribution(month=month, discount=_discount(facts, amounts, group, month), **amounts)


def schedule(
    facts: Facts, row: Row, group: Group, first_month: date, months: int, *, with_jht: bool = False
) -> tuple[Contribution, ...]:
    """Each contribution month from the first on, in order; ValueError when there is none."""
    if months < 1:
        raise ValueError(f"at least one month is paid: {months}")
    covered = islice(months_from(first_month), months)
    return tuple(monthly(facts, row, group, month, with_jht=with_jht) for month in covered)


def total(
    facts: Facts, row: Row, group: Group, first_month: date, months: int, *, with_jht: bool = False
) -> int:
    """What so many contribution months cost together, in rupiah, each at its own month's price."""
    return sum(month.total for month in schedule(facts, row, group, first_month, months, with_jht=with_jht))


def this_month(
    facts: Facts, group: Group, on: date, *, row: Row | None = None, with_jht: bool = False
) -> Quote:
    """What the contribution month of this day costs the group; the lowest row unless told."""
    month = on.replace(day=1)
    row = row or lowest_row(facts, month)
    now = monthly(facts, row, group, month, with_jht=with_jht)
    return Quote(
        group=group,
        row=row,
        now=now,
        discounted_until=_discounted_until(facts, group, month),
        open=facts.on(month).open_about(group.discount_id),
        fact_ids=(ROWS, group.discount_id, APPLIES_TO) if now.discount else (ROWS,),
    )


def per_day(rupiah: int, *, months: int = 1) -> int:
    """An amount for so many months told by the day, rounded up so that it is never told too low."""
    return -(-rupiah // (months * DAYS_IN_A_MONTH))


def months_from(first_month: date) -> Iterator[date]:
    """Contribution months without end; ValueError unless `first_month` is the first of a month."""
    month = _first(first_month)
    while True:
        yield month
        month = month_after(month)


def month_after(day: date) -> date:
    """The first day of the month that follows a day's."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _first(month: date) -> date:
    if month.day != 1:
        raise ValueError(f"a contribution month is the first of its month: {month}")
    return month


def _row(cells: TableRow) -> Row:
    cells = dict(cells)
    number, income_to = cells.pop("row"), cells.pop("income_to")
    amounts = {name: cell for name, cell in cells.items() if cell is not None}
    return Row(number=number or 0, income_to=income_to, **amounts)


def _is_discounted(facts: Facts, group: Group, month: date) -> bool:
    today = facts.on(month)
    return today.has(group.discount_id) and today.percent(group.discount_id) > 0


def _discount(facts: Facts, amounts: dict[str, int], group: Group, month: date) -> int:
    if not _is_discounted(facts, group, month):
        return 0
    today = facts.on(month)
    discountable = sum(amounts[programme] for programme in today.texts(APPLIES_TO))
    return int(discountable * today.percent(group.discount_id) / 100)


def _discounted_until(facts: Facts, group: Group, month: date) -> date | None:
    months = islice(months_from(month), FARTHEST_MONTHS)
    run = takewhile(lambda later: _is_discounted(facts, group, later), months)
    return max(run, default=None)
