"""From which day a change that staff propose holds: today, the first of next month, or one as it is typed."""

from datetime import date

from bot.programme.contributions import month_after
from bot.programme.formats import day_month_year
from bot.quotes import lang_of
from bot.said_times import read_start
from bot.screens import Action, Button, Rows
from bot.visits import Visit


def day_words(visit: Visit, day: date) -> str:
    """A day in words."""
    return day_month_year(day, lang_of(visit.words))


def day_rows(visit: Visit, noun: str) -> Rows:
    """The days on offer; their buttons are `<noun>:from:<day>`."""
    today = visit.service.today()
    days = (today, month_after(today))
    return tuple((Button(day_words(visit, day), Action(noun, "from", day.isoformat())),) for day in days)


async def typed_day(visit: Visit, text: str) -> date | None:
    """A day as people write it, "31 Januari 2027", "besok", "2027-01-31"; None once it was asked again."""
    day = read_start(text, visit.service.today())
    if day is None:
        await visit.again(visit.words.render("facts-why-day"), failed=True)
    return day
