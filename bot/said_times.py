"""Hours and days as people write them: "18.45", "jam 7 malam", "06.30-20.00", "sampai 12/12"."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from bot.programme.formats import MONTHS

LONGEST = 40  # characters; what is longer is no hour
FARTHEST = timedelta(days=366)

PARTS: Mapping[str, dict[int, int]] = {
    "pagi": {hour: hour for hour in range(1, 12)},
    "siang": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14, 3: 15},
    "sore": {hour: hour + 12 for hour in range(2, 7)},
    "malam": {**{hour: hour + 12 for hour in range(6, 12)}, 12: 0, 1: 1, 2: 2, 3: 3},
    "am": {**{hour: hour for hour in range(1, 12)}, 12: 0},
    "pm": {**{hour: hour + 12 for hour in range(1, 12)}, 12: 12},
}
"""Which hours people say with which part of the day, and what they mean; others are a slip."""

PRAYERS: Mapping[str, time] = {
    "subuh": time(5, 0),
    "zuhur": time(12, 30),
    "dzuhur": time(12, 30),
    "lohor": time(12, 30),
    "asar": time(15, 45),
    "ashar": time(15, 45),
    "magrib": time(18, 30),
    "maghrib": time(18, 30),
    "isya": time(19, 30),
}
"""About when each is over in Serang, all year round."""

_HOUR = re.compile(
    r"(?:(?:jam|pukul|pkl|at)\.?\s*)?(?P<half>setengah\s+)?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?"
    r"(?:\s*(?:wib|teng))?(?:\s*(?P<part>pagi|siang|sore|malam|am|pm))?(?:\s*wib)?"
)
_PRAYER = re.compile(rf"(?:(?:habis|setelah|sesudah|abis|ba'?da)\s+)?(?P<prayer>{'|'.join(PRAYERS)})")
_BETWEEN = re.compile(r"\s*(?:-|–|—|\bsampai\b|\bs/d\b|\bsd\b|\bhingga\b|\bto\b|\buntil\b)\s*")

_UNTIL = re.compile(r"^(?:cuti\s+)?(?:(?:sampai|s/d|sd|hingga|until|till|tanggal|tgl\.?)\s+)+")
_FROM = re.compile(r"^(?:(?:berlaku|mulai|sejak|dari|from|since|starting|on|tanggal|tgl\.?)\s+)+")
_NUMBERS = re.compile(
    r"(?P<day>[0-9]{1,2})\s*[/.-]\s*(?P<month>[0-9]{1,2})(?:\s*[/.-]\s*(?P<year>[0-9]{4}|[0-9]{2}))?"
)
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_WORDS = re.compile(r"(?P<day>[0-9]{1,2})\s+(?P<name>[a-z]{3,9})\.?(?:\s+(?P<year>[0-9]{4}))?")
_WHOLE_MONTH = re.compile(
    r"(?:(?:akhir|end of)\s+)?(?:bulan\s+)?(?P<name>[a-z]{3,9})\.?(?:\s+(?P<year>[0-9]{4}))?"
)
_SPAN = re.compile(r"(?P<count>[0-9]{1,3}|se)\s*(?P<unit>hari|minggu|bulan|days?|weeks?|months?)(?:\s+lagi)?")
_UNITS = {"hari": 1, "day": 1, "minggu": 7, "week": 7, "bulan": 30, "month": 30}
_NEAR = {"hari ini": 0, "today": 0, "besok": 1, "tomorrow": 1, "lusa": 2}
_WEEK = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_WEEK_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS: Mapping[str, int] = {
    **{name: day for week in (_WEEK, _WEEK_EN) for day, name in enumerate(week)},
    "jum'at": 4,
    "ahad": 6,
}


_SPOKEN = {"jam", "pukul", "setengah", *PARTS, *PRAYERS, *_WEEKDAYS, *_UNITS, "besok", "lusa", "tomorrow"}


def read_hour(text: str) -> time | None:
    """A time of day; None for what is none. Without a part of the day it is read by the 24-hour clock."""
    said = _plain(text)
    if found := _PRAYER.fullmatch(said):
        return PRAYERS[found["prayer"]]
    found = _HOUR.fullmatch(said) if len(said) <= LONGEST else None
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["part"] and hour <= 12:
        hour = PARTS[found["part"]].get(hour, 24)
    if hour > 23 or minute > 59 or (found["half"] and found["minute"]):
        return None
    return _half_before(hour) if found["half"] else time(hour, minute)


def _half_before(hour: int) -> time:
    """Half past six is called "setengah tujuh"."""
    return time((hour - 1) % 24, 30)


def read_hours(text: str) -> tuple[time, time] | None:
    """From when until when on one day, "8 sampai 5 sore" from eight in the morning; None for what is not."""
    parts = _BETWEEN.split(_plain(text).removeprefix("dari ").removeprefix("from "))
    hours = [read_hour(part) for part in parts]
    if len(hours) != 2 or hours[0] is None or hours[1] is None or hours[0] >= hours[1]:
        return None
    return hours[0], hours[1]


def read_date(text: str, today: date) -> date | None:
    """A day from today on, within a year; without a year it is the next such day. None for anything else."""
    day = _day_in(_UNTIL.sub("", _plain(text)), today)
    return day if day is not None and today <= day <= today + FARTHEST else None


def read_start(text: str, today: date) -> date | None:
    """The day from which something holds, "mulai 31 Januari 2027": a year back, ten years ahead at most."""
    day = _day_in(_FROM.sub("", _plain(text)), today)
    return day if day is not None and today - FARTHEST <= day <= today + 10 * FARTHEST else None


def read_end(text: str, today: date) -> date | None:
    """The last day on which something holds: "sampai 30 Juni 2027", or a whole month, "akhir Juni 2027"."""
    said = _UNTIL.sub("", _plain(text))
    found = _WHOLE_MONTH.fullmatch(said)
    month = _month(found["name"]) if found else None
    day = _last_of_month(month, found["year"], today) if found and month else _day_in(said, today)
    return day if day is not None and today - FARTHEST <= day <= today + 10 * FARTHEST else None


def read_day_and_hour(text: str, today: date) -> tuple[date | None, time | None]:
    """A day, an hour, or both in either order: "lusa jam 10", "jam 4 sore Sabtu"; None for what is missing.

    Of "besok pagi" only the day is read: a part of the day is no hour.
    """
    said = _plain(text).replace(",", " ")
    if len(said) > LONGEST:
        return None, None
    words = said.split()
    for cut in range(1, len(words)):
        before, after = " ".join(words[:cut]), " ".join(words[cut:])
        for day, hour in ((before, after), (after, before)):
            found = read_date(day, today), read_hour(hour)
            if None not in found:
                return found
    if words and words[-1] in PARTS:
        said = " ".join(words[:-1])
    return read_date(said, today), read_hour(_plain(text))


def _day_in(said: str, today: date) -> date | None:
    day = _near(said, today) if len(said) <= LONGEST else None
    return day or _written(said, today)


def is_about_time(text: str) -> bool:
    """Whether somebody meant an hour or a day, also where it cannot be read: a number, or such a word."""
    words = set(re.findall(r"[a-z']+", _plain(text)))
    return any(char.isdigit() for char in text) or bool(words & _SPOKEN)


def _near(said: str, today: date) -> date | None:
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    name = said.removeprefix("hari ")
    if name in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS[name] - today.weekday()) % 7 or 7)
    if found := _SPAN.fullmatch(said):
        count = 1 if found["count"] == "se" else int(found["count"])
        return today + timedelta(days=count * _UNITS[found["unit"].removesuffix("s")])
    return None


def _written(said: str, today: date) -> date | None:
    found = _ISO.fullmatch(said) or _NUMBERS.fullmatch(said)
    if found is not None:
        return _day(int(found["day"]), int(found["month"]), found["year"], today)
    found = _WORDS.fullmatch(said)
    month = _month(found["name"]) if found else None
    return _day(int(found["day"]), month, found["year"], today) if found and month else None


def _month(name: str) -> int | None:
    """By its name or the beginning of it, in either language; "ags" is August."""
    short = {"ags": 8, "agt": 8, "nop": 11, "pebruari": 2, "peb": 2}
    for months in MONTHS.values():
        for number, month in enumerate(months, start=1):
            if month.casefold().startswith(name):
                return number
    return short.get(name)


def _day(day: int, month: int, year: str | None, today: date) -> date | None:
    years = [int(year) if len(year) == 4 else 2000 + int(year)] if year else [today.year, today.year + 1]
    for wanted in years:
        try:
            found = date(wanted, month, day)
        except ValueError:
            continue  # no 30th of February
        if year or found >= today:
            return found
    return None


def _last_of_month(month: int, year: str | None, today: date) -> date:
    wanted = int(year) if year else today.year + (month < today.month)
    following = date(wanted + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u2019", "'").split()).strip(" .!?")
