"""The weekly funnel against the branch's target: one message, and /laporan at any time."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.access import Permission, roles_with
from bot.addresses import area_name
from bot.leads.branch_list import BRANCH
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.funnel import By, Funnel, count_funnel, count_funnels
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.models.timers import Timer
from storage.outbox import queue_message
from storage.sources import find_source
from storage.staff import list_staff
from storage.timers import set_timer, set_timers

FUNNEL = "funnel"
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
MONDAY = 0
AT = time(8, 0)
LATENESS = timedelta(days=2)
LINES = 10  # of a breakdown, those with most registrations


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
    """The last seven days, and the last thirty against the target."""
    words = Wording(service.texts, contact.language)
    text = await funnel_text(tx, service, words, service.clock.now())
    open_ = Button(words.label("funnel-more"), Action("funnel", "show"))
    return Screen(FUNNEL, text, ((open_,),), protected=True)


async def funnel_text(tx: Transaction, service: Service, words: Wording, now: datetime) -> str:
    """Both spans, a line each step."""
    week, month = await count_funnel(tx, now - WEEK, now), await count_funnel(tx, now - 30 * DAY, now)
    goal = service.branch.goals.first_payments_a_month
    return words.joined(
        words.render("funnel-week", **_numbers(week)),
        words.render("funnel-month", **_numbers(month)),
        words.render("funnel-goal", paid=str(month.paid), goal=str(goal)) if goal else "",
    )


async def breakdown_text(tx: Transaction, service: Service, words: Wording, by: By, now: datetime) -> str:
    """The last thirty days by source, district or group; those with most registrations."""
    funnels = await count_funnels(tx, by, now - 30 * DAY, now)
    lines = []
    for key, funnel in list(funnels.items())[:LINES]:
        name = await _name(tx, service, words, by, key)
        lines.append(words.render("funnel-line", name=name, **_numbers(funnel)))
    head = words.render(f"funnel-by-{by.value}")
    return words.joined(head, "\n".join(lines) or words.render("funnel-nothing"))


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
