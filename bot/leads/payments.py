"""After the first payment: one reminder a month; it says when protection or a discount is about to end."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.subjects import lead_about
from bot.programme.contributions import group_for, month_after, this_month
from bot.programme.formats import duration, month_year
from bot.quotes import lang_of
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from storage.consents import has_agreed
from storage.database import Transaction
from storage.lead_events import add_event
from storage.leads import LeadCard, change_lead, find_lead
from storage.models.consents import Purpose
from storage.models.contacts import Contact
from storage.models.leads import Lead, LeadEventKind, LeadState
from storage.models.messages import Lane, Message
from storage.models.timers import Timer
from storage.outbox import queue_message
from storage.timers import set_timer

PAYMENT = "payment"
PROTECTION_ENDS_AFTER = "contributions.protection_ends_after"
BEFORE = timedelta(days=3)
AT = time(9, 0)
LATENESS = timedelta(days=2)
SHORTEST_MONTH = 28
LAPSING_FROM = 2  # unpaid months from which the reminder says that protection ends after three
SILENT_FROM = 5  # unpaid months from which nobody is reminded any more


async def plan_payment(tx: Transaction, service: Service, lead: Lead, now: datetime) -> None:
    """Set the reminder of the next contribution of a worker who has paid the first."""
    if lead.paid_at is not None and lead.contact_id is not None:
        await set_timer(tx, PAYMENT, lead.id, next_reminder(service, lead.paid_at, now), now)


def next_reminder(service: Service, paid_at: datetime, now: datetime) -> datetime:
    """Three days before the day of the month on which the worker pays, in the morning of the branch's day."""
    pays_on = min(paid_at.astimezone(service.zone).day, SHORTEST_MONTH)
    month = now.astimezone(service.zone).date().replace(day=1)
    while True:
        due = datetime.combine(month.replace(day=pays_on) - BEFORE, AT, service.zone)
        if due > now and due > paid_at + BEFORE:
            return due
        month = month_after(month)


def unpaid_months(service: Service, paid_at: datetime, now: datetime) -> int:
    """Calendar months since the last payment we know of, by the branch's days."""
    paid, today = (moment.astimezone(service.zone).date() for moment in (paid_at, now))
    return (today.year - paid.year) * 12 + today.month - paid.month


async def remind_of_payments(
    tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime
) -> None:
    """Remind whoever agreed to it; the next month is planned whether or not."""
    for timer in timers:
        card = await find_lead(tx, timer.subject_id)
        if card is None or card.lead.paid_at is None or card.lead.contact_id is None:
            continue
        if unpaid_months(service, card.lead.paid_at, now) >= SILENT_FROM:
            continue
        await plan_payment(tx, service, card.lead, now)
        if await has_agreed(tx, card.lead.contact_id, Purpose.REMINDERS):
            await queue_message(
                tx,
                card.lead.contact_id,
                Lane.REMINDER,
                PAYMENT,
                now,
                subject_id=card.lead.id,
                late_after=timer.due_at + LATENESS,
            )


async def skip_payments(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """After a long downtime the month's reminder is skipped, and the next one planned."""
    for timer in timers:
        card = await find_lead(tx, timer.subject_id)
        if card is not None:
            await plan_payment(tx, service, card.lead, now)


async def render_payment(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The month's reminder; whether the consent still holds is asked of every such message at send."""
    card = await lead_about(tx, message)
    if card is None or card.lead.paid_at is None:
        return None
    now = service.clock.now()
    unpaid = unpaid_months(service, card.lead.paid_at, now)
    words = Wording(service.texts, contact.language)
    asked = _lapsing(words, service, card) if unpaid >= LAPSING_FROM else _monthly(words, service, card)
    text = words.joined(asked, _discount_note(words, service, card.lead))
    paid = Button(words.label("payments-paid"), Action("own-lead", "paid-again", card.lead.number))
    stop = Button(words.label("payments-stop"), Action("own-lead", "no-reminders", card.lead.number))
    return Screen(PAYMENT, text, ((paid,), (stop,)))


def _monthly(words: Wording, service: Service, card: LeadCard) -> str:
    return words.render("payments-monthly", name=card.name, phone=service.call_centre)


def _lapsing(words: Wording, service: Service, card: LeadCard) -> str:
    """Protection is about to end; after how long is a fact, not a text."""
    ends_after = service.facts_today.duration(PROTECTION_ENDS_AFTER)
    after = duration(ends_after, lang_of(words))
    return words.render("payments-lapsing", name=card.name, after=after, phone=service.call_centre)


def _discount_note(words: Wording, service: Service, lead: Lead) -> str:
    """What is said in the last month of a discount, and in the one before."""
    today = service.today()
    group = group_for(lead.occupation, has_employees=lead.has_employees is True)
    quote = this_month(service.facts, group, today)
    until = quote.discounted_until
    if until is None or quote.ask_staff or until > month_after(today):
        return ""
    return words.render("payments-discount-ends", until=month_year(until, lang_of(words)))


async def note_paid_again(desk: Desk, card: LeadCard) -> None:
    """The worker says that this month is paid; Stale when the lead is not one that pays."""
    if card.lead.state is not LeadState.CONFIRMED:
        raise Stale
    if not await change_lead(desk.tx, card.lead, desk.now, paid_at=desk.now):
        raise Stale
    await add_event(desk.tx, card.lead.id, LeadEventKind.PAID_AGAIN, desk.now, actor=desk.actor)
    await plan_payment(desk.tx, desk.service, card.lead.model_copy(update={"paid_at": desk.now}), desk.now)
