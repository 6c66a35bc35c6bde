"""From which day a change that staff propose holds, and until which: days on offer, or one as it is typed."""

from collections.abc import Iterable
from datetime import date

from bot.programme.contributions import month_after
from bot.programme.formats import day_month_year
from bot.quotes import lang_of
from bot.said_times import read_end, read_start
from bot.screens import Action, Button, Rows
from bot.visits import Visit

HALF_YEARS = ((6, 30), (12, 31))  # when promises for a time have ended so far: with a half year


def day_words(visit: Visit, day: date) -> str:
    """A day in words."""
    return day_month_year(day, lang_of(visit.words))


def day_rows(visit: Visit, noun: str) -> Rows:
    """The days on offer, today and the first of next month; their buttons are `<noun>:from:<day>`."""
    today = visit.service.today()
    return _rows(visit, noun, "from", (today, month_after(today)))


def end_rows(visit: Visit, noun: str, start: date, now: Iterable[date]) -> Rows:
    """The last days on offer, `<noun>:until:<day>`: as it ends `now`, and the two half years that follow."""
    halves = (date(start.year + later, *end) for later in (0, 1) for end in HALF_YEARS)
    next_two = [day for day in halves if day > start][:2]
    return _rows(visit, noun, "until", sorted({*next_two, *(day for day in now if day > start)}))


def _rows(visit: Visit, noun: str, verb: str, days: Iterable[date]) -> Rows:
    return tuple((Button(day_words(visit, day), Action(noun, verb, day.isoformat())),) for day in days)


async def typed_day(visit: Visit, text: str) -> date | None:
    """A day as people write it, "31 Januari 2027", "besok", "2027-01-31"; None once it was asked again."""
    day = read_start(text, visit.service.today())
    if day is None:
        await visit.again(visit.words.render("facts-why-day"), failed=True)
    return day


async def typed_end(visit: Visit, text: str, start: date) -> date | None:
    """A last day, "30 Juni 2027", "akhir Juni 2027"; None once it was asked again.

    That is where it cannot be read, or lies before `start`.
    """
    day = read_end(text, visit.service.today())
    if day is not None and day >= start:
        return day
    why = visit.words.render("facts-why-until", start=day_words(visit, start))
    await visit.again(why if day else visit.words.render("facts-why-day"), failed=True)
    return None
