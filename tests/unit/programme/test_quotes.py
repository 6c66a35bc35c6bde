"""What this month costs this group, and whether staff must be asked."""

from datetime import date
from pathlib import Path

import pytest

from bot.programme.contributions import Group, this_month
from bot.programme.facts import Facts

FACTS = Facts.load()


@pytest.mark.parametrize(
    ("group", "on", "price", "until"),
    [
        (Group.TRANSPORT, date(2026, 11, 21), 8_400, date(2027, 3, 1)),
        (Group.TRANSPORT, date(2027, 3, 31), 8_400, date(2027, 3, 1)),
        (Group.TRANSPORT, date(2027, 4, 1), 16_800, None),
        (Group.OTHER, date(2026, 3, 31), 16_800, None),
        (Group.OTHER, date(2026, 4, 1), 8_400, date(2026, 12, 1)),
        (Group.OTHER, date(2026, 12, 31), 8_400, date(2026, 12, 1)),
        (Group.OTHER, date(2027, 1, 1), 16_800, None),
        (Group.OWNER, date(2026, 11, 21), 16_800, None),
    ],
)
def test_price_now_and_its_last_month(group: Group, on: date, price: int, until: date | None) -> None:
    """The quote tells the normal price, the price now, and the last month that has the discount."""
    quote = this_month(FACTS, group, on)
    assert (quote.normal_price, quote.price_now, quote.discounted_until) == (16_800, price, until)


@pytest.mark.parametrize(
    ("group", "on", "questions"),
    [
        (Group.TRANSPORT, date(2026, 11, 21), ()),
        (Group.OTHER, date(2026, 12, 31), ()),
        (Group.OTHER, date(2027, 1, 1), ("rates_after_2026",)),
        (Group.TRANSPORT, date(2027, 3, 31), ()),
        (Group.TRANSPORT, date(2027, 4, 1), ("transport_after_window",)),
        (Group.OWNER, date(2026, 11, 21), ("owner_discount",)),
    ],
)
def test_staff_are_asked_where_nothing_is_settled(group: Group, on: date, questions: tuple[str, ...]) -> None:
    """An owner's price, and any price after the known windows, comes with the advice to ask staff."""
    quote = this_month(FACTS, group, on)
    assert quote.open == questions
    assert quote.ask_staff is bool(questions)


def test_discount_is_traced_only_where_it_is_given() -> None:
    """The facts named by a quote are those it used."""
    assert "discount.other" in this_month(FACTS, Group.OTHER, date(2026, 11, 1)).fact_ids
    assert this_month(FACTS, Group.OWNER, date(2026, 11, 1)).fact_ids == ("contributions.rows",)


def test_branch_can_lengthen_a_window_and_settle_a_question(tmp_path: Path) -> None:
    """When the branch adds a year of discount and closes the question, the quote follows without code."""
    overlay = tmp_path / "branch.toml"
    overlay.write_text(
        """
        closed = ["rates_after_2026", "owner_discount"]

        [[fact]]
        id = "discount.other"
        type = "percent"
        value = 50
        unit = "percent of JKK and JKM"
        source = "a later regulation"
        valid_from = 2027-01-01
        valid_until = 2027-12-31
        grade = "H"
        ends = true

        [[fact]]
        id = "discount.owner"
        type = "percent"
        value = 50
        unit = "percent of JKK and JKM"
        source = "answer of the branch"
        valid_from = 2026-11-01
        valid_until = 2026-12-31
        grade = "H"
        ends = true
        """
    )
    facts = Facts.load(overlay=overlay)
    other = this_month(facts, Group.OTHER, date(2026, 11, 21))
    assert other.discounted_until == date(2027, 12, 1)
    assert this_month(facts, Group.OTHER, date(2027, 1, 5)).ask_staff is False
    owner = this_month(facts, Group.OWNER, date(2026, 11, 21))
    assert (owner.price_now, owner.ask_staff) == (8_400, False)
