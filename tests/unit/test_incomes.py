"""Incomes as people write them: what is read, what is asked back, and what is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lokal import terbilang

from bot.income_meanings import Amount, Doubt, IncomeReading, working_days
from bot.income_words import Period
from bot.incomes import LONGEST, read_income
from bot.programme.formats import number, rupiah_short

DAY, WEEK, MONTH, HARVEST, YEAR = Period.DAY, Period.WEEK, Period.MONTH, Period.HARVEST, Period.YEAR

ONE_MEANING = {
    "1,5 jt": (1_500_000, MONTH),
    "1.5jt": (1_500_000, MONTH),
    "1,5 juta sebulan": (1_500_000, MONTH),
    "1500000": (1_500_000, MONTH),
    "Rp 2.000.000": (2_000_000, MONTH),
    "Rp2.000.000,-": (2_000_000, MONTH),
    "Rp. 2.000.000,00": (2_000_000, MONTH),
    "IDR 2,000,000": (2_000_000, MONTH),
    "2 juta": (2_000_000, MONTH),
    "dua juta": (2_000_000, MONTH),
    "sejuta": (1_000_000, MONTH),
    "sejuta setengah": (1_500_000, MONTH),
    "satu setengah juta": (1_500_000, MONTH),
    "dua juta setengah": (2_500_000, MONTH),
    "setengah juta": (500_000, MONTH),
    "dua juta lima ratus": (2_500_000, MONTH),
    "2jt 500rb": (2_500_000, MONTH),
    "2jt500": (2_500_000, MONTH),
    "1.500 ribu": (1_500_000, MONTH),
    "1.500 jt": (1_500_000, MONTH),
    "2": (2_000_000, MONTH),
    "1jtan": (1_000_000, MONTH),
    "kurang lebih 1 juta": (1_000_000, MONTH),
    "sekitar 1,2 juta-an lah pak": (1_200_000, MONTH),
    "penghasilan saya 3 juta per bulan": (3_000_000, MONTH),
    "sebulan dapet 1,2jt": (1_200_000, MONTH),
    "50 ribu per hari": (50_000, DAY),
    "50rb/hari": (50_000, DAY),
    "Rp.50.000/hari": (50_000, DAY),
    "75.000 sehari": (75_000, DAY),
    "100 rb perhari": (100_000, DAY),
    "sehari dapet 80": (80_000, DAY),
    "seratus ribu sehari": (100_000, DAY),
    "ceban sehari": (10_000, DAY),
    "300rb seminggu": (300_000, WEEK),
    "5 juta per panen": (5_000_000, HARVEST),
    "24 juta setahun": (24_000_000, YEAR),
    "limang atus ewu sewulan": (500_000, MONTH),
    "seket ewu sedina": (50_000, DAY),
    "rong yuta": (2_000_000, MONTH),
    "lima puluh rebu sapoe": (50_000, DAY),
    "sajuta sabulan": (1_000_000, MONTH),
    "2 million a month": (2_000_000, MONTH),
    "50k a day": (50_000, DAY),
    "0": (0, MONTH),
    "belum ada": (0, MONTH),
    "nganggur": (0, MONTH),
    "2jt/bln": (2_000_000, MONTH),
    "Rp.1.500.000 perbulan": (1_500_000, MONTH),
    "2 juta 1 bulan": (2_000_000, MONTH),
    "1 hari 50 ribu": (50_000, DAY),
    "satu hari 75rb": (75_000, DAY),
    "1½ jt": (1_500_000, MONTH),
    "±2jt": (2_000_000, MONTH),
    "~2jt": (2_000_000, MONTH),
    "2 juta?": (2_000_000, MONTH),
    "2jt 🙏": (2_000_000, MONTH),
    "2j": (2_000_000, MONTH),
    "2 jeti": (2_000_000, MONTH),
    "sejuta lebih dikit": (1_000_000, MONTH),
    "duajuta limaratus": (2_500_000, MONTH),
    "limapuluh ribu sehari": (50_000, DAY),
    "duaratus ribu per minggu": (200_000, WEEK),
    "sejuta dua ratus": (1_200_000, MONTH),
    "gocap sehari": (50_000, DAY),
    "jigo ribu sehari": (25_000, DAY),
    "2 jutaan lah mas": (2_000_000, MONTH),
    "duit 2 juta": (2_000_000, MONTH),
    "min. 2 juta": (2_000_000, MONTH),
    "1jt2ratus": (1_200_000, MONTH),
}

WITH_DAYS = {
    "50rb sehari 25 hari": 25,
    "50 ribu x 25 hari": 25,
    "50rb x 25": 25,
    "sehari 50 ribu, kerja 20 hari": 20,
    "50 ribu sehari, 6 hari seminggu": working_days(6),
    "kerja 5 hari seminggu 50rb sehari": working_days(5),
    "sekali melaut 50 ribu, seminggu 3 kali": working_days(3),
    "50rb, 3x seminggu": working_days(3),
}

SEVERAL = {
    "1jt-2jt": [(1_000_000, MONTH), (2_000_000, MONTH)],
    "1-2 juta": [(1_000_000, MONTH), (2_000_000, MONTH)],
    "1 jt s/d 2 jt": [(1_000_000, MONTH), (2_000_000, MONTH)],
    "antara 1 sampai 2 juta": [(1_000_000, MONTH), (2_000_000, MONTH)],
    "1 atau 2 juta": [(1_000_000, MONTH), (2_000_000, MONTH)],
    "500-1jt": [(500_000, MONTH), (1_000_000, MONTH)],
    "50-100rb": [(50_000, DAY), (100_000, DAY)],
    "kadang 50 ribu kadang 100 ribu": [(50_000, DAY), (100_000, DAY)],
    "50-100rb sehari": [(50_000, DAY), (100_000, DAY)],
    "50 ribu": [(50_000, DAY), (50_000, WEEK), (50_000, MONTH)],
    "50000": [(50_000, DAY), (50_000, WEEK), (50_000, MONTH)],
    "50": [(50_000, DAY), (50_000_000, MONTH)],
    "500": [(500_000, DAY), (500_000, MONTH)],
}

ASKED_BACK = {
    "-3": (Doubt.NEGATIVE, [(3_000_000, MONTH)]),
    "-2jt": (Doubt.NEGATIVE, [(2_000_000, MONTH)]),
    "- 2 juta": (Doubt.NEGATIVE, [(2_000_000, MONTH)]),
    "−500rb sehari": (Doubt.NEGATIVE, [(500_000, DAY)]),
    "–50": (Doubt.NEGATIVE, [(50_000, DAY), (50_000_000, MONTH)]),
    "Rp -3.000.000": (Doubt.NEGATIVE, [(3_000_000, MONTH)]),
    "penghasilan saya -3 juta": (Doubt.NEGATIVE, [(3_000_000, MONTH)]),
    "-1jt - 2jt": (Doubt.NEGATIVE, [(1_000_000, MONTH), (2_000_000, MONTH)]),
    "1500": (Doubt.SMALL, [(1_500_000, MONTH)]),
    "2000": (Doubt.SMALL, [(2_000_000, MONTH)]),
    "2.000": (Doubt.SMALL, [(2_000_000, MONTH)]),
    "Rp 2.000": (Doubt.SMALL, [(2_000_000, MONTH)]),
    "2000 sebulan": (Doubt.SMALL, [(2_000_000, MONTH)]),
    "2000 sehari": (Doubt.SMALL, [(2_000_000, DAY)]),
    "2 ribu": (Doubt.SMALL, [(2_000_000, MONTH)]),
    "seceng": (Doubt.SMALL, [(1_000_000, MONTH)]),
    "5 sehari": (Doubt.SMALL, [(5_000, DAY)]),
    "5 ribu sebulan": (Doubt.SMALL, [(5_000_000, MONTH)]),
    "Rp 500": (Doubt.SMALL, [(500_000, DAY), (500_000, MONTH)]),
    "100 perak": (Doubt.SMALL, [(100_000, DAY), (100_000, MONTH)]),
    "0,05 juta sebulan": (Doubt.SMALL, [(50_000, DAY)]),
    "1 miliar sebulan": (Doubt.BIG, [(1_000_000_000, MONTH)]),
    "9 juta sehari": (Doubt.BIG, [(9_000_000, DAY), (9_000_000, MONTH)]),
}

UNCERTAIN = (
    "minus terus",
    "minus 2 juta",
    "kadang rugi",
    "tekor 500rb",
    "di bawah 1 juta",
    "kurang dari sejuta",
    "ga nyampe sejuta",
    "belum sampai 2 juta",
    "<2jt",
    "lebih dari 2 juta",
    "2 juta ke atas",
    "umr serang",
    "gak tentu",
    "tidak tentu",
    "ga nentu",
    "tidak pasti pak",
    "kadang banyak kadang sedikit",
    "beda-beda",
    "tergantung cuaca",
    "ora mesti",
    "ndak mesti",
    "teu tangtu",
    "jutaan",
    "it varies",
    "naik turun",
)

NO_INCOME = (
    "",
    "halo",
    "ya",
    "tidak",
    "gak mau",
    "saya ojek",
    "081234567890",
    "3604120101800001",
    "2 juta 5",
    "1 m",
    "sejuta sejuta",
    "juta",
    "ribu juta",
    "25 hari",
    "setengah setengah juta",
    "1.23.456",
    "9" * 13,
    "di bawah pohon",
    "0812",
    "007",
    "jam 17:00",
    "$200",
    "2 anak",
    "-",
    "--",
    "- ",
    "2 juta " * 40,
)


def told(text: str) -> list[tuple[int, Period]]:
    return [(amount.rupiah, amount.period) for amount in read_income(text).amounts]


@pytest.mark.parametrize("text", ONE_MEANING)
def test_an_income_is_read_as_written(text: str) -> None:
    """Figures, words, slang and neighbouring languages, with their period."""
    assert told(text) == [ONE_MEANING[text]]


@pytest.mark.parametrize("text", WITH_DAYS)
def test_working_days_are_read_too(text: str) -> None:
    """Who tells a day's income and the days is not asked for the days again."""
    assert read_income(text).amounts == (Amount(50_000, DAY, WITH_DAYS[text]),)


@pytest.mark.parametrize("text", SEVERAL)
def test_what_may_mean_several_things_is_asked(text: str) -> None:
    """Neither end of a range is chosen for people, and no period is assumed."""
    assert told(text) == SEVERAL[text]


@pytest.mark.parametrize("text", ASKED_BACK)
def test_what_nobody_earns_is_asked_back(text: str) -> None:
    """A minus, a sum that buys no rice, a fortune: what was meant is asked, never taken."""
    doubt, meant = ASKED_BACK[text]
    assert (read_income(text).doubt, told(text)) == (doubt, meant)


@pytest.mark.parametrize("text", ["gopek", "cepek"])
def test_market_words_of_two_worths_are_asked(text: str) -> None:
    """ "Gopek" is five hundred or five hundred thousand: a day, or a month?"""
    assert len(told(text)) == 2


@pytest.mark.parametrize("text", UNCERTAIN)
def test_it_differs_is_an_answer(text: str) -> None:
    """Who cannot name an amount is offered ranges, not told off."""
    assert read_income(text) == IncomeReading(uncertain=True)


@pytest.mark.parametrize("text", NO_INCOME)
def test_what_is_no_income_is_not_read(text: str) -> None:
    """Phones, identity numbers and talk are no amounts."""
    assert not read_income(text)


def test_a_month_of_each_period() -> None:
    """A day and a harvest need to be counted; a week is a twelfth of fifty-two."""
    assert Amount(50_000, DAY).monthly() is None
    assert Amount(50_000, DAY).monthly(25) == 1_250_000
    assert Amount(300_000, WEEK).monthly() == 1_300_000
    assert Amount(6_000_000, HARVEST).monthly() is None
    assert Amount(6_000_000, HARVEST).monthly(2) == 1_000_000
    assert Amount(24_000_000, YEAR).monthly() == 2_000_000
    assert [working_days(days) for days in (5, 6, 7)] == [21, 26, 30]


thousands = st.integers(min_value=300, max_value=50_000).map(lambda n: n * 1000)


@given(thousands)
def test_every_figure_comes_back(rupiah: int) -> None:
    """However the same sum is written, the same sum is read."""
    written = (
        str(rupiah),
        f"Rp{number(rupiah)}",
        f"rp {number(rupiah)},-",
        f"{number(rupiah, 'en')} sebulan",
        f"{rupiah // 1000}rb sebulan" if rupiah % 1_000_000 else f"{rupiah // 1_000_000} jt",
        rupiah_short(rupiah),
    )
    for text in written:
        assert told(text) == [(rupiah, MONTH)], text


@given(thousands)
def test_every_sum_in_words_comes_back(rupiah: int) -> None:
    """Read aloud by another hand (lokal-id's), it is the same sum."""
    assert told(f"{terbilang(rupiah)} sebulan") == [(rupiah, MONTH)]


@given(thousands, thousands)
def test_a_range_is_never_one_number(low: int, high: int) -> None:
    """ "1jt-2jt" is not three million, and not its middle."""
    found = {amount.rupiah for amount in read_income(f"{number(low)} - {number(high)}").amounts}
    assert found == {low, high}


@given(st.integers(min_value=-(10**13), max_value=99_999))
def test_no_tiny_sum_is_taken_for_a_month(rupiah: int) -> None:
    """Whatever is written as rupiah below a hundred thousand is asked back, however far below."""
    reading = read_income(f"Rp{number(rupiah)} sebulan")
    assert reading.doubt or not reading.amounts or rupiah == 0


@given(st.integers(min_value=10, max_value=299), st.integers(min_value=10, max_value=31))
def test_a_day_times_its_days(thousand: int, days: int) -> None:
    """So much a day on so many days is that many days' income, and nothing rounded."""
    (amount,) = read_income(f"{thousand} ribu sehari, {days} hari").amounts
    assert amount.monthly() == thousand * 1000 * days


words = st.sampled_from(
    ("gak", "tentu", "1,5", "jt", "rb", "50", "ribu", "se", "hari", "per", "/", "-", "x", "25", "juta", "0")
)


@given(st.one_of(st.text(max_size=LONGEST + 10), st.lists(words, max_size=12).map(" ".join)))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever is typed is read or not read; an amount is never negative nor absurd."""
    for amount in read_income(text).amounts:
        assert 0 <= amount.rupiah <= 10**15
        assert (amount.monthly(26) or 0) >= 0
