"""Hours and days as people of Serang write them are understood; what is none is not guessed at."""

from datetime import date, time

import pytest

from bot.said_times import read_date, read_day_and_hour, read_end, read_hour, read_hours, read_start

TODAY = date(2026, 11, 20)  # a Friday


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("18.45", time(18, 45)),
        ("18:45", time(18, 45)),
        ("7", time(7)),
        ("jam 7 malam", time(19)),
        ("Jam 7 malam.", time(19)),
        ("pukul 6.30 pagi", time(6, 30)),
        ("jam 4 sore", time(16)),
        ("12 siang", time(12)),
        ("jam 1 siang", time(13)),
        ("jam 12 malam", time(0)),
        ("setengah 7 malam", time(18, 30)),
        ("jam setengah 6 pagi", time(5, 30)),
        ("19.00 WIB", time(19)),
        ("20.15 malam", time(20, 15)),
        ("habis Magrib", time(18, 30)),
        ("ba'da isya", time(19, 30)),
        ("6.30 pm", time(18, 30)),
        ("12 am", time(0)),
    ],
)
def test_an_hour_is_understood(said: str, hour: time) -> None:
    """As people say it, with or without the part of the day."""
    assert read_hour(said) == hour


@pytest.mark.parametrize(
    "said",
    [
        "",
        "25.00",
        "18.75",
        "jam 9 sore",
        "13 pm 2",
        "besok",
        "jam",
        "7 8",
        "malam",
        "setengah 7.15",
        "1" * 50,
    ],
)
def test_what_is_no_hour_is_not_guessed(said: str) -> None:
    """Nonsense, and hours that nobody says with that part of the day."""
    assert read_hour(said) is None


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("06.30-20.00", (time(6, 30), time(20))),
        ("6.30 – 20", (time(6, 30), time(20))),
        ("jam 8 pagi sampai jam 5 sore", (time(8), time(17))),
        ("dari 8 sampai 5 sore", (time(8), time(17))),
        ("habis subuh sampai habis isya", (time(5), time(19, 30))),
        ("8 am to 6 pm", (time(8), time(18))),
    ],
)
def test_hours_are_understood(said: str, hours: tuple[time, time]) -> None:
    """From when until when."""
    assert read_hours(said) == hours


@pytest.mark.parametrize("said", ["20.00-06.30", "08-08", "8", "8-9-10", "pagi-malam", "12 Desember"])
def test_hours_that_are_none(said: str) -> None:
    """The end comes after the beginning, on one day."""
    assert read_hours(said) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("12 Desember", date(2026, 12, 12)),
        ("sampai 12/12", date(2026, 12, 12)),
        ("s/d 12-12-2026", date(2026, 12, 12)),
        ("cuti sampai tanggal 1 Jan", date(2027, 1, 1)),
        ("3 agt 2027", date(2027, 8, 3)),
        ("19 november", date(2027, 11, 19)),
        ("12 December", date(2026, 12, 12)),
        ("2026-12-01", date(2026, 12, 1)),
        ("besok", date(2026, 11, 21)),
        ("Senin", date(2026, 11, 23)),
        ("Jumat", date(2026, 11, 27)),
        ("3 hari", date(2026, 11, 23)),
        ("2 minggu lagi", date(2026, 12, 4)),
        ("hari ini", TODAY),
    ],
)
def test_a_day_is_understood(said: str, day: date) -> None:
    """By name, by numbers, by how long."""
    assert read_date(said, TODAY) == day


@pytest.mark.parametrize(
    "said", ["", "30 Februari", "12/13", "19/11/2026", "1/1/2030", "kapan-kapan", "99", "12 apa", "400 hari"]
)
def test_a_day_that_is_none(said: str) -> None:
    """No such day, one that has passed, one that is too far off."""
    assert read_date(said, TODAY) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2027-01-31", date(2027, 1, 31)),
        ("31 Januari 2027", date(2027, 1, 31)),
        ("mulai 31/1/2027", date(2027, 1, 31)),
        ("1 Juli 2026", date(2026, 7, 1)),
        ("12 Desember", date(2026, 12, 12)),
        ("besok", date(2026, 11, 21)),
        ("2020-01-01", None),
        ("2099-01-01", None),
        ("2027-13-01", None),
        ("kapan-kapan", None),
    ],
)
def test_a_day_from_which_something_holds(said: str, day: date | None) -> None:
    """As people write days; not years back, not a lifetime ahead."""
    assert read_start(said, TODAY) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("30 Juni 2027", date(2027, 6, 30)),
        ("sampai 30/6/2027", date(2027, 6, 30)),
        ("sampai akhir Juni 2027", date(2027, 6, 30)),
        ("Februari 2028", date(2028, 2, 29)),
        ("bulan Desember", date(2026, 12, 31)),
        ("Maret", date(2027, 3, 31)),
        ("end of December 2027", date(2027, 12, 31)),
        ("selamanya", None),
        ("juni 2099", None),
    ],
)
def test_a_last_day(said: str, day: date | None) -> None:
    """A day, or the last one of a month that is named; without a year the next such month."""
    assert read_end(said, TODAY) == day


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("besok jam 9 pagi", (date(2026, 11, 21), time(9, 0))),
        ("12 Desember 09.30", (date(2026, 12, 12), time(9, 30))),
        ("25/11 09.30", (date(2026, 11, 25), time(9, 30))),
        ("Senin, 7 malam", (date(2026, 11, 23), time(19, 0))),
        ("12 Desember", (date(2026, 12, 12), None)),
        ("09.30", (None, time(9, 30))),
        ("kapan-kapan saja", (None, None)),
    ],
)
def test_a_day_and_an_hour(said: str, moment: tuple[date | None, time | None]) -> None:
    """One behind the other, each as people write it; what is missing is missing."""
    assert read_day_and_hour(said, TODAY) == moment
