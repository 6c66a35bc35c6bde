"""By when an answer is promised: a day on which somebody has room, and no other."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.opening_hours import OpeningHours
from bot.programme.formats import long_date
from bot.quotes import lang_of
from bot.service import Service
from bot.texts import Markup
from bot.wording import Wording
from storage.cases import count_promised
from storage.database import Transaction

LEAST = timedelta(minutes=30)  # left of the day's hours; a day with less is promised to nobody


@dataclass(frozen=True, slots=True)
class Promise:
    """The answer comes after `begins` and not after `by`, UTC or any zone."""

    begins: datetime
    by: datetime


def opening_hours(service: Service) -> OpeningHours | None:
    """The branch's hours; None while its file sets none."""
    answering = service.branch.answering
    return OpeningHours(service.calendar, answering) if answering else None


async def find_promise(tx: Transaction, service: Service, now: datetime, *, on_duty: int) -> Promise | None:
    """The first day with room for one more; None where nobody answers or no hours are set."""
    hours = opening_hours(service)
    if hours is None:
        return None
    room = on_duty * hours.answering.a_day
    for begins, ends in hours.windows(now):
        if ends - begins >= LEAST and await count_promised(tx, ends) < room:
            return Promise(begins, ends)
    return None


def tell_promise(words: Wording, service: Service, promised_by: datetime | None, now: datetime) -> Markup:
    """Today until closing time, tomorrow or a later day from opening time on; nothing where none was made."""
    hours = opening_hours(service)
    if promised_by is None or hours is None:
        return Markup("")
    today = now.astimezone(service.zone).date()
    day = promised_by.astimezone(service.zone).date()
    opens, closes = (f"{time:%H.%M}" for time in (hours.answering.opens, hours.answering.closes))
    if day <= today:
        return words.render("cases-promise-today", until=closes)
    if day == today + timedelta(days=1):
        return words.render("cases-promise-tomorrow", since=opens)
    return words.render("cases-promise-day", day=long_date(day, lang_of(words)), since=opens)
