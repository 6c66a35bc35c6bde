"""The weekly funnel against the branch's target: one message, and /laporan at any time."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice

from bot.access import Permission, roles_with
from bot.addresses import area_name
from bot.leads.branch_list import BRANCH
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.funnel import By, Funnel, count_funnel, count_funnels, count_unconfirmed
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.models.timers import Timer
from storage.outbox import queue_message
from storage.sources import find_source
from storage.staff import list_staff
from storage.timers import set_timer, set_timers

FUNNEL = "funnel"
WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
DAY = timedelta(days=1)
MONDAY = 0
AT = time(8, 0)
LATENESS = timedelta(days=2)
LINES = 10  # of a breakdown, those with most registrations
FOREMOST = 3  # of each breakdown, in the week's message


async def plan_funnel(tx: Transaction, service: Service, now: datetime) -> None:
    """See to it that there is a next one; one that is planned stays as it is."""
    await set_timers(tx, FUNNEL, [(BRANCH, _next(service, now))], now)


def _next(service: Service, after: datetime) -> datetime:
    day = after.astimezone(service.zone).date()
    monday = day + (MONDAY - day.weekday()) % 7 * DAY
    wanted = datetime.combine(monday, AT, service.zone)
    return wanted if wanted > after else wanted + WEEK


async def send_funnel(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Queue the week's message to everybody who sees leads, and plan the next."""
    await _plan_next(tx, service, now)
    late_after = timers[0].due_at + LATENESS
    for contact, _role in await list_staff(tx, roles_with(Permission.SEE_LEADS)):
        await queue_message(tx, contact.id, Lane.NOTICE, FUNNEL, now, late_after=late_after)


async def skip_funnel(tx: Transaction, service: Service, _timers: Sequence[Timer], now: datetime) -> None:
    """By the middle of the week nobody wants the last one's figures; the next is planned."""
    await _plan_next(tx, service, now)


async def _plan_next(tx: Transaction, service: Service, now: datetime) -> None:
    await set_timer(tx, FUNNEL, BRANCH, _next(service, now), now)


async def render_funnel(
    tx: Transaction, service: Service, contact: Contact, _message: Message
) -> Screen | None:
    """The week that is over, where its people came from, and the month against the target."""
    words, now = Wording(service.texts, contact.language), service.clock.now()
    week = _monday(service, now)
    text = words.joined(
        await funnel_text(tx, service, words, now, week),
        *[await _foremost_text(tx, service, words, by, week) for by in By],
    )
    open_ = Button(words.label("funnel-more"), Action("funnel", "show", week.isoformat()))
    return Screen(FUNNEL, text, ((open_,),), protected=True)


def _monday(service: Service, now: datetime) -> date:
    today = now.astimezone(service.zone).date()
    return today - today.weekday() * DAY


async def funnel_text(
    tx: Transaction, service: Service, words: Wording, now: datetime, week: date | None = None
) -> str:
    """Both spans, a line each step: up to now, or for the week before the Monday `week`."""
    until = _until(service, week, now)
    seven, thirty = await count_funnel(tx, until - WEEK, until), await count_funnel(tx, until - MONTH, until)
    goal = service.branch.goals.first_payments_a_month
    return words.joined(
        words.render("funnel-week", span=_span(words, WEEK, week), **_numbers(seven)),
        words.render("funnel-month", span=_span(words, MONTH, week), **_numbers(thirty)),
        words.render("funnel-goal", paid=str(thirty.paid), goal=str(goal)) if goal else "",
        words.render("funnel-counted", waiting=await count_unconfirmed(tx)),
    )


def _until(service: Service, week: date | None, now: datetime) -> datetime:
    return now if week is None else datetime.combine(week, time(), service.zone)


def _span(words: Wording, span: timedelta, week: date | None) -> str:
    if week is None:
        return words.label("funnel-last-week" if span == WEEK else "funnel-last-month")
    return words.label("funnel-dates", first=f"{week - span:%d/%m}", last=f"{week - DAY:%d/%m}")


async def _foremost_text(tx: Transaction, service: Service, words: Wording, by: By, week: date) -> str:
    """The few that brought most in a week, in short; nothing where nothing happened."""
    until = _until(service, week, service.clock.now())
    lines = await _lines(tx, service, words, by, until - WEEK, until, FOREMOST)
    return "\n".join([words.render(f"funnel-head-{by.value}"), *lines]) if lines else ""


async def breakdown_text(
    tx: Transaction, service: Service, words: Wording, by: By, now: datetime, week: date | None = None
) -> str:
    """The last thirty days, or one week, by source, district or group; those with most registrations."""
    span, until = MONTH if week is None else WEEK, _until(service, week, now)
    lines = await _lines(tx, service, words, by, until - span, until, LINES)
    return words.joined(
        words.render("funnel-span", span=_span(words, span, week)),
        words.render(f"funnel-head-{by.value}"),
        "\n".join(lines) or words.render("funnel-nothing"),
    )


async def _lines(
    tx: Transaction, service: Service, words: Wording, by: By, since: datetime, until: datetime, at_most: int
) -> list[str]:
    """A line each; who opened the bot is known by source alone, and not written elsewhere."""
    funnels = await count_funnels(tx, by, since, until)
    key = "funnel-line-started" if by is By.SOURCE else "funnel-line"
    return [
        words.render(key, name=await _name(tx, service, words, by, code), **_numbers(funnel))
        for code, funnel in islice(funnels.items(), at_most)
    ]


async def _name(tx: Transaction, service: Service, words: Wording, by: By, key: str) -> str:
    if by is By.AREA:
        return area_name(words, service.places, key)
    source = await find_source(tx, key) if by is By.SOURCE and key else None
    return source.label if source else key or words.label("funnel-directly")


def _numbers(funnel: Funnel) -> dict[str, str]:
    return {
        "started": str(funnel.started),
        "interested": str(funnel.interested),
        "contacted": str(funnel.contacted),
        "ready": str(funnel.ready),
        "registered": str(funnel.registered),
        "paid": str(funnel.paid),
    }
