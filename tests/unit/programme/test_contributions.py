"""What protection costs, against an oracle written from the law and not from the code."""

import csv
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.contributions import (
    Group,
    Row,
    group_for,
    list_rows,
    lowest_row,
    monthly,
    months_from,
    per_day,
    row_for_income,
    schedule,
    total,
)
from bot.programme.facts import DEFAULT_PATH, Facts

FACTS = Facts.load()
NOW = date(2026, 11, 21)
ROWS = list_rows(FACTS, NOW)
MONTHS = [date(year, month, 1) for year in (2026, 2027) for month in range(1, 13)]
BASES = [
    *range(1_000_000, 2_600_001, 200_000),
    *range(2_950_000, 7_950_001, 500_000),
    *range(8_700_000, 20_700_001, 1_000_000),
]
DISCOUNTED = {
    Group.TRANSPORT: {(2026, m) for m in range(1, 13)} | {(2027, 1), (2027, 2), (2027, 3)},
    Group.OTHER: {(2026, m) for m in range(4, 13)},
    Group.OWNER: set[tuple[int, int]](),
}

rows = st.sampled_from(ROWS)
groups = st.sampled_from(Group)
months = st.sampled_from(MONTHS)
incomes = st.integers(min_value=0, max_value=10**9)


def expected(base: int, group: Group, month: date, *, with_jht: bool) -> tuple[int, int, int, int]:
    """JKK, JKM, JHT at their normal prices and what is payable, as a person with a pencil would find them."""
    jkk, jkm, jht = base // 100, 6_800, base // 50 if with_jht else 0
    if (month.year, month.month) in DISCOUNTED[group]:
        return jkk, jkm, jht, (jkk + jkm) // 2 + jht
    return jkk, jkm, jht, jkk + jkm + jht


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("with_jht", [False, True])
def test_every_row_and_month_costs_what_the_law_says(group: Group, with_jht: bool) -> None:
    """Each of the 33 rows, in each month of two years, costs what the oracle finds, part by part."""
    assert len(ROWS) == len(BASES) == 33
    for (row, base), month in product(zip(ROWS, BASES, strict=True), MONTHS):
        found = monthly(FACTS, row, group, month, with_jht=with_jht)
        told = (found.jkk, found.jkm, found.jht, found.total)
        assert told == expected(base, group, month, with_jht=with_jht), (row.number, month)


@pytest.mark.parametrize(
    ("group", "first", "months", "rupiah"),
    [
        (Group.TRANSPORT, date(2026, 11, 1), 1, 8_400),
        (Group.TRANSPORT, date(2026, 11, 1), 2, 16_800),
        (Group.TRANSPORT, date(2026, 11, 1), 3, 25_200),
        (Group.TRANSPORT, date(2026, 11, 1), 6, 58_800),
        (Group.TRANSPORT, date(2026, 11, 1), 12, 159_600),
        (Group.OTHER, date(2026, 11, 1), 1, 8_400),
        (Group.OTHER, date(2026, 11, 1), 2, 16_800),
        (Group.OTHER, date(2026, 11, 1), 3, 33_600),
        (Group.OTHER, date(2026, 11, 1), 6, 84_000),
        (Group.OTHER, date(2026, 11, 1), 12, 184_800),
        (Group.OTHER, date(2026, 4, 1), 12, 126_000),
        (Group.OWNER, date(2026, 11, 1), 12, 12 * 16_800),
    ],
)
def test_worked_cases(group: Group, first: date, months: int, rupiah: int) -> None:
    """The cases worked by hand in the facts come out to the rupiah."""
    assert total(FACTS, lowest_row(FACTS, NOW), group, first, months) == rupiah


def test_lowest_row_with_and_without_savings() -> None:
    """At the normal price the lowest row is Rp16.800, or Rp36.800 with JHT."""
    row = lowest_row(FACTS, NOW)
    assert monthly(FACTS, row, Group.OWNER, date(2026, 11, 1)).total == 16_800
    assert monthly(FACTS, row, Group.OWNER, date(2026, 11, 1), with_jht=True).total == 36_800


def test_no_half_rupiah_exists() -> None:
    """Halving JKK + JKM leaves no fraction in any row, so no rounding rule is ever used."""
    assert [row.number for row in ROWS if (row.jkk + row.jkm) % 2 or row.jkk % 2 or row.jkm % 2] == []


@pytest.mark.parametrize(
    ("income", "number"),
    [
        (0, 1),
        (999_999, 1),
        (1_099_000, 1),
        (1_099_999, 1),  # between the printed ends of two rows: the lower one
        (1_100_000, 2),
        (2_699_999, 9),
        (2_700_000, 10),
        (20_199_999, 32),
        (20_200_000, 33),
        (10**9, 33),
    ],
)
def test_row_is_the_largest_that_begins_at_or_below_the_income(income: int, number: int) -> None:
    """An income is in the last row that begins at or below it; the lowest row takes all below."""
    assert row_for_income(FACTS, income, NOW).number == number


def test_rows_are_the_given_table() -> None:
    """The rows are those of contributions.csv beside the facts, in its order."""
    table = csv.DictReader(Path(DEFAULT_PATH.with_name("contributions.csv")).read_text().splitlines())
    assert [str(row.base) for row in ROWS] == [cells["base"] for cells in table]


@given(incomes, incomes, groups, months, st.booleans())
def test_who_earns_more_never_pays_less(one: int, other: int, group: Group, month: date, jht: bool) -> None:
    """The price does not fall as income rises."""
    low, high = (
        monthly(FACTS, row_for_income(FACTS, income, NOW), group, month, with_jht=jht).total
        for income in sorted((one, other))
    )
    assert low <= high


@given(incomes, groups, months)
def test_exact_income_never_enters_the_price(income: int, group: Group, month: date) -> None:
    """Everybody in a row pays the same: what the row's base gives."""
    row = row_for_income(FACTS, income, NOW)
    same = row_for_income(FACTS, row.income_from, NOW)
    assert monthly(FACTS, row, group, month) == monthly(FACTS, same, group, month)


@given(rows, groups, st.dates(date(2026, 1, 1), date(2040, 12, 31)), st.booleans())
def test_discount_only_in_its_months(row: Row, group: Group, day: date, jht: bool) -> None:
    """Outside its group's window nobody is promised a discount, and inside it is half of JKK and JKM."""
    month = day.replace(day=1)
    found = monthly(FACTS, row, group, month, with_jht=jht)
    half = (found.jkk + found.jkm) // 2
    assert found.discount == (half if (month.year, month.month) in DISCOUNTED[group] else 0)


@given(rows, groups, months, st.integers(1, 36), st.booleans())
def test_total_is_the_sum_of_its_months_and_their_parts(
    row: Row, group: Group, first: date, count: int, jht: bool
) -> None:
    """A payment is its months, a month its programmes less its discount; all whole rupiah."""
    each = schedule(FACTS, row, group, first, count, with_jht=jht)
    parts = sum(m.jkk + m.jkm + m.jht - m.discount for m in each)
    paid = total(FACTS, row, group, first, count, with_jht=jht)
    assert paid == parts
    assert isinstance(paid, int)
    assert len({m.month for m in each}) == count


def test_months_run_over_the_year() -> None:
    """After December comes January of the next year."""
    run = months_from(date(2026, 12, 1))
    assert [next(run) for _ in range(3)] == [date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]


def test_nonsense_is_refused() -> None:
    """A month that does not begin on its first day, no months, and negative income are refused."""
    row = lowest_row(FACTS, NOW)
    with pytest.raises(ValueError, match="first of its month"):
        monthly(FACTS, row, Group.OTHER, NOW)
    with pytest.raises(ValueError, match="at least one month"):
        total(FACTS, row, Group.OTHER, date(2026, 11, 1), 0)
    with pytest.raises(ValueError, match="below zero"):
        row_for_income(FACTS, -1, NOW)


@pytest.mark.parametrize(("rupiah", "daily"), [(8_400, 280), (16_800, 560), (36_800, 1_227), (0, 0), (1, 1)])
def test_per_day_is_never_told_too_low(rupiah: int, daily: int) -> None:
    """A month's price by the day is a thirtieth, rounded up."""
    assert per_day(rupiah) == daily


@pytest.mark.parametrize(
    ("occupation", "has_employees", "group"),
    [
        ("transport", False, Group.TRANSPORT),
        ("trader", False, Group.OTHER),
        ("business", False, Group.OTHER),
        ("business", True, Group.OWNER),
    ],
)
def test_occupation_decides_the_group(occupation: str, has_employees: bool, group: Group) -> None:
    """Transport workers have their own window; a business that employs others is an owner's."""
    assert group_for(occupation, has_employees=has_employees) is group
