"""/iuran: the sums people see, and that nothing of their income stays behind."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contributions import MONTHS, Choice, price_of
from bot.errors import NotFound
from bot.programme.contributions import Group, list_rows, months_from, per_day, row_for_income
from bot.programme.formats import rupiah, rupiah_in_words
from bot.screens import Screen
from bot.visits import Visit
from handlers.contributions.asking import GROUPS, choose, read, show
from handlers.contributions.prices import price_text
from handlers.contributions.telling import CONTRIBUTIONS
from tests.shipped import facts
from tests.unit.visiting import NOW, press, shown, visit

TODAY = date(2026, 11, 20)
ROWS = list_rows(facts(), TODAY)
WORKED = {
    Group.TRANSPORT: {1: 8_400, 2: 16_800, 3: 25_200, 6: 58_800, 12: 159_600},
    Group.OTHER: {1: 8_400, 2: 16_800, 3: 33_600, 6: 84_000, 12: 184_800},
    Group.OWNER: {months: months * 16_800 for months in MONTHS},
}
"""From November 2026, for the lowest row: the cases worked by hand in the facts."""


async def asked(text: str) -> Visit:
    """Somebody on the question has written this."""
    visiting = visit(CONTRIBUTIONS)
    assert await read(visiting, text)
    return visiting


def labels(screen: Screen) -> list[str]:
    return [button.label for button in screen.buttons()]


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("months", MONTHS)
async def test_worked_cases_are_shown(group: Group, months: int) -> None:
    """In figures and in words, to the rupiah."""
    visiting = visit(CONTRIBUTIONS)
    await choose(visiting, Choice(1, group, months).encode())
    total = WORKED[group][months]
    assert f"<b>{rupiah(total)}</b> ({rupiah_in_words(total)})" in shown(visiting).text


@pytest.mark.parametrize("group", Group)
def test_every_row_month_and_group_is_told_as_reckoned(group: Group) -> None:
    """All 33 rows from each of twelve months, with savings and without, as the table gives it."""
    assert len(ROWS) == 33
    firsts = [month for month, _ in zip(months_from(date(2026, 4, 1)), range(12), strict=False)]
    for row, first, savings in product(ROWS, firsts, (False, True)):
        at = datetime(first.year, first.month, 15, tzinfo=UTC)
        price = price_of(facts(), Choice(row.number, group, 12, savings), first)
        text = price_text(visit(now=at), price)
        assert f"<b>{rupiah(_expected(row.base, group, first, savings=savings))}</b>" in text


def _expected(base: int, group: Group, first: date, *, savings: bool) -> int:
    """Twelve months' price as the law says: half of JKK and JKM while the group's discount lasts."""
    ends = {Group.TRANSPORT: (2027, 3), Group.OTHER: (2026, 12), Group.OWNER: (0, 0)}[group]
    months = [month for month, _ in zip(months_from(first), range(12), strict=False)]
    pair = base // 100 + 6_800
    paid = (pair // 2 if (month.year, month.month) <= ends else pair for month in months)
    return sum(paid) + (12 * base // 50 if savings else 0)


async def test_an_income_leads_to_the_group_and_then_to_the_price() -> None:
    """One question for what changes the price, and the price by the day."""
    visiting = await asked("1,5 jt")
    assert "Kerjanya apa?" in shown(visiting).text
    price = await press(visiting, "Ojek, sopir, kurir")
    assert f"<b>{rupiah(11_400)}</b> (sebelas ribu empat ratus rupiah)" in price.text
    assert "<b>Rp380</b> sehari" in price.text
    assert "Sudah dipotong dari harga biasa Rp22.800." in price.text


async def test_the_lowest_price_is_280_a_day() -> None:
    """Rp8.400 a month, told by the day."""
    visiting = visit(CONTRIBUTIONS)
    await choose(visiting, Choice(1, Group.TRANSPORT).encode())
    assert "<b>Rp280</b> sehari" in shown(visiting).text
    assert per_day(8_400) == 280


@pytest.mark.parametrize(
    ("text", "told", "offered"),
    [
        ("-3", "tidak bisa kurang dari nol", ["Rp3 juta sebulan"]),
        ("2000", "kecil sekali", ["Rp2 juta sebulan"]),
        ("1 miliar sebulan", "besar sekali", ["Rp1 miliar sebulan"]),
    ],
)
async def test_an_income_nobody_has_is_asked_back(text: str, told: str, offered: list[str]) -> None:
    """Kindly, with what may have been meant on buttons, and a way for whoever cannot tell."""
    visiting = await asked(text)
    assert told in shown(visiting).text
    assert labels(shown(visiting))[: len(offered) + 1] == [*offered, "Penghasilan tidak tentu"]
    assert "Kerjanya apa?" in (await press(visiting, offered[0])).text


async def test_a_range_stands_within_its_sentence() -> None:
    """A capital begins a button, and no word in the middle of a sentence."""
    visiting = visit(CONTRIBUTIONS)
    await choose(visiting, Choice(1, Group.OTHER).encode())
    assert "Yang penghasilannya sampai Rp1.099.000 membayar sama" in shown(visiting).text


async def test_days_are_asked_only_of_who_is_paid_by_the_day() -> None:
    """The button carries the row of so many days, and no amount."""
    visiting = await asked("50 ribu per hari")
    assert labels(shown(visiting))[:3] == ["5 hari", "6 hari", "7 hari"]
    ids = [button.action.id for button in shown(visiting).buttons()[:3] if button.action]
    rows = [row_for_income(facts(), 50_000 * days, TODAY).number for days in (21, 26, 30)]
    assert ids == [Choice(row).encode() for row in rows]
    assert "Kerjanya apa?" in (await press(visiting, "6 hari")).text


async def test_a_range_asks_which_end() -> None:
    """ "1jt-2jt" is neither three million nor one and a half."""
    visiting = await asked("1jt-2jt")
    assert labels(shown(visiting))[:2] == ["Rp1 juta sebulan", "Rp2 juta sebulan"]


async def test_a_range_within_one_row_asks_nothing() -> None:
    """Both ends pay the same, so there is nothing to choose."""
    visiting = await asked("1,5 jt - 1,6 jt")
    assert "Kerjanya apa?" in shown(visiting).text


async def test_who_cannot_tell_taps_a_range() -> None:
    """Few choices, eight a page at most, each ending at one row; all 33 rows can be reached."""
    visiting = await asked("gak tentu")
    pieces = [label for label in labels(shown(visiting)) if "Rp" in label]
    assert pieces[0] == "Di bawah Rp1,1 juta"
    assert pieces[-1] == "Rp13,2 juta ke atas"
    reached = 0
    for label in pieces:
        visiting = await asked("gak tentu")
        screen = await press(visiting, label)
        rows = [button for button in screen.buttons() if "Rp" in button.label]
        assert len(rows) <= 8
        reached += len(rows) or 1
    assert reached == len(ROWS)


async def test_an_owner_sees_the_full_price_and_is_sent_to_staff() -> None:
    """Whether PP 50/2025 holds for whoever employs others is open: nothing is promised."""
    visiting = visit(CONTRIBUTIONS)
    await choose(visiting, Choice(1, Group.OWNER).encode())
    assert "<b>Rp16.800</b>" in shown(visiting).text
    assert "tanyakan petugas" in shown(visiting).text
    assert "dipotong" not in shown(visiting).text


async def test_beyond_the_discount_nothing_is_promised() -> None:
    """Twelve months from November run past its end: two prices, and nobody knows what comes."""
    visiting = visit(CONTRIBUTIONS)
    await choose(visiting, Choice(1, Group.OTHER, 12).encode())
    text = shown(visiting).text
    assert "2 x Rp8.400 (November 2026 sampai Desember 2026)" in text
    assert "10 x Rp16.800 (Januari 2027 sampai Oktober 2027)" in text
    assert "Apakah sesudah Desember 2026 masih ada potongan, belum ada kabarnya." in text


async def test_after_its_months_no_discount_is_shown() -> None:
    """In April 2027 everybody is shown the full price."""
    for group in Group:
        visiting = visit(CONTRIBUTIONS, now=datetime(2027, 4, 2, tzinfo=UTC))
        await choose(visiting, Choice(1, group).encode())
        assert "<b>Rp16.800</b>" in shown(visiting).text
        assert "dipotong" not in shown(visiting).text
        assert "sesudah" not in shown(visiting).text


@given(st.integers(min_value=300_000, max_value=30_000_000))
async def test_the_exact_income_goes_no_further(income: int) -> None:
    """All of a row see the same question with the same buttons: reckoned is by the row alone."""
    visiting = await asked(rupiah(income))
    row = row_for_income(facts(), income, TODAY)
    ids = [button.action.id for button in shown(visiting).buttons()[:3] if button.action]
    assert ids == [Choice(row.number, group).encode() for group in GROUPS]
    assert str(income) not in repr(shown(visiting)) or income == row.number


async def test_nothing_of_the_income_stays_with_the_person() -> None:
    """Wherever the questions lead, the conversation knows only that /iuran was asked."""
    visiting = await asked("75 ribu sehari, 25 hari")
    await press(visiting, "Pekerjaan lain")
    await press(visiting, "12 bulan")
    await press(visiting, "➕ Tabungan hari tua")
    assert (visiting.place.screen, visiting.place.params) == (CONTRIBUTIONS, {})
    assert visiting.book.is_private(CONTRIBUTIONS)


async def test_a_repeat_asks_again() -> None:
    """What was shown once is not shown twice: the question is."""
    visiting = await asked("1,5 jt")
    await visiting.again()
    await show(again := visit(), "")
    assert shown(visiting).text == shown(again).text


@pytest.mark.parametrize("id_", ["", "1", "1.x.1.0", "1.t.5.0", "1.t.1.2", "99.t.1.0", "٣.t.1.0", "0.t.1.0"])
async def test_a_forged_choice_is_refused(id_: str) -> None:
    """No row that is not in the table, no group nor months that are not offered."""
    with pytest.raises(NotFound):
        await choose(visit(CONTRIBUTIONS), id_)


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from([*Group, None]),
    st.sampled_from(MONTHS),
    st.booleans(),
)
def test_a_choice_comes_back_from_its_button(row: int, group: Group, months: int, savings: bool) -> None:
    """A button says all that was chosen, in a few bytes."""
    choice = Choice(row, group, months, savings)
    assert Choice.decode(choice.encode()) == choice
    assert len(choice.encode()) <= 10


async def test_english_tells_it_in_english() -> None:
    """The same sum in English figures and words."""
    visiting = visit(CONTRIBUTIONS, language="en", now=NOW)
    await choose(visiting, Choice(1, Group.OTHER, 12).encode())
    text = shown(visiting).text
    assert "Rp184,800</b> (one hundred and eighty-four thousand, eight hundred rupiah)" in text
