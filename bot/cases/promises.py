"""Promises: a day is named only where somebody has room for one more answer, and it is counted."""

from datetime import datetime
from itertools import islice

from bot.branch import Branch
from bot.cases.duty import list_on_duty, list_takers
from bot.cases.policy import ANSWERS_A_DAY, PROMISED_DAYS, TOO_LATE_TODAY
from bot.desk import Desk
from bot.service import Service
from bot.texts import Markup
from bot.visits import Visit
from bot.wording import Wording
from bot.working_hours import DAY, Window
from storage.models.cases import Case, CaseKind, CaseState
from storage.officers import take_place

UNLIMITED = 1_000_000  # where a misfortune has happened somebody makes room


async def promise_answer(desk: Desk, kind: CaseKind) -> Window | None:
    """Take a place on the first day that has one: from when to when an answer comes; None where none has.

    Whoever asks must write it on a case in this transaction.
    """
    hours = desk.service.opening
    for begins, ends in islice(hours.coming(desk.now), PROMISED_DAYS):
        if ends - desk.now < TOO_LATE_TODAY:
            continue
        if await take_place(desk.tx, begins.date(), await _capacity(desk, kind, max(begins, desk.now))):
            return max(begins, desk.now), ends
    return None


async def _capacity(desk: Desk, kind: CaseKind, moment: datetime) -> int:
    officers = len(await list_on_duty(desk.tx, moment))
    return UNLIMITED if kind is CaseKind.MISFORTUNE and officers else ANSWERS_A_DAY * officers


async def tell_when(visit: Visit, case: Case | None) -> Markup:
    """When an answer comes; honestly where nobody can be told; nothing once the case is closed or gone."""
    words, service = visit.words, visit.service
    if case is None or case.state is CaseState.CLOSED:
        return Markup("")
    if case.owner_id is not None:
        return words.render("cases-when-taken")
    is_urgent = case.kind is CaseKind.MISFORTUNE
    if {contact.id for contact in await list_takers(visit.tx)} <= {case.contact_id}:
        key = "cases-urgent-alone" if is_urgent else "cases-when-alone"
        return words.render(key, phone=service.call_centre)
    if is_urgent:
        return urgent_text(words, service, visit.now)
    return when_text(words, service, case, visit.now)


async def tell_when_or_call(visit: Visit, case: Case | None) -> Markup:
    """The same, with the phone that is answered; where a misfortune has happened it stands there already."""
    words, when = visit.words, await tell_when(visit, case)
    if case is not None and case.kind is CaseKind.MISFORTUNE and case.owner_id is None and when:
        return when
    return words.joined(when, words.render("cases-urgent", phone=visit.service.call_centre))


def when_text(words: Wording, service: Service, case: Case, now: datetime) -> Markup:
    """The day that was promised; or honestly that none is."""
    if case.promised_from is None or case.promised_until is None or case.promised_until <= now:
        return _unpromised(words, service.branch)
    begins, ends = (moment.astimezone(service.zone) for moment in (case.promised_from, case.promised_until))
    today = now.astimezone(service.zone).date()
    from_, until = f"{begins:%H.%M}", f"{ends:%H.%M}"
    if begins.date() == today:
        if begins <= now:
            return words.render("cases-when-today", until=until)
        return words.render("cases-when-soon", hour=from_)
    if begins.date() == today + DAY:
        return words.render("cases-when-tomorrow", hour=from_)
    return words.render("cases-when-day", day=service.day(begins, words.language), hour=from_)


def _unpromised(words: Wording, branch: Branch) -> Markup:
    if branch.opening is not None:
        return words.render("cases-when-full")
    if branch.hours:
        return words.render("cases-hours", hours=branch.hours)
    return words.render("cases-when-unknown")


def urgent_text(words: Wording, service: Service, now: datetime) -> Markup:
    """The same where a misfortune has happened: nobody is to wait for us."""
    phone = service.call_centre
    if service.branch.opening is None:
        return words.render("cases-urgent-unknown", phone=phone)
    if service.opening.is_open(now):
        return words.render("cases-urgent-open", phone=phone)
    opens = service.opening.next_opening(now)
    return words.render("cases-urgent-closed", moment=service.moment(opens, words.language), phone=phone)
