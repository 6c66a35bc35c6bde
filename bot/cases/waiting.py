"""Nobody answers: whoever took the case is nudged, then approvers are told and anybody may take it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.access import Permission, is_allowed, roles_with
from bot.cases.policy import WAITING, Told
from bot.cases.promises import opening_hours
from bot.service import Service
from storage.cases import change_case, find_case
from storage.contacts import find_contact
from storage.database import Transaction
from storage.models.cases import Case, CaseKind, CaseState
from storage.models.messages import Lane
from storage.models.timers import Timer
from storage.outbox import queue_message
from storage.staff import find_role, list_on_duty
from storage.timers import set_timer, stop_timer

CASE_TIMER = "case"
CASE_WAITS = "case-waits"


async def watch_case(tx: Transaction, service: Service, case: Case) -> None:
    """Set the timer of the next step; none while the person has been answered, or after the last one."""
    if case.state is CaseState.CLOSED or case.waits_since is None or case.nudges >= len(WAITING):
        await stop_timer(tx, CASE_TIMER, case.id)
        return
    due_at = _later(service, case, case.waits_since, WAITING[case.nudges].after)
    await set_timer(tx, CASE_TIMER, case.id, due_at, case.waits_since, version=case.nudges)


def _later(service: Service, case: Case, since: datetime, wait: timedelta) -> datetime:
    """In opening hours; a misfortune does not wait for them."""
    hours = opening_hours(service)
    if hours is None or case.kind is CaseKind.MISFORTUNE:
        return since + wait
    return hours.later(since, wait)


async def nudge(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Take the step that is due for each case that still waits as it did then."""
    for timer in timers:
        card = await find_case(tx, timer.subject_id)
        case = card.case if card else None
        if case is None or case.waits_since is None or case.nudges != timer.version:
            continue
        await _step(tx, service, case, now)


async def _step(tx: Transaction, service: Service, case: Case, now: datetime) -> None:
    step = WAITING[case.nudges]
    if not await list_on_duty(tx, roles_with(Permission.TAKE_CASES)):  # nobody to tell: the step is kept
        await set_timer(tx, CASE_TIMER, case.id, now + step.after, now, version=case.nudges)
        return
    values: dict[str, object] = {"nudges": case.nudges + 1}
    taker = case.taken_by if await _still_answers(tx, case.taken_by) else None
    if step.told is Told.APPROVERS or taker is None:
        values |= {"state": CaseState.OPEN, "taken_by": None, "taken_at": None}
    if not await change_case(tx, case, **values):
        return
    for contact_id in await _told(tx, taker, step.told):
        await queue_message(tx, contact_id, Lane.REPLY, CASE_WAITS, now, subject_id=case.id)
    card = await find_case(tx, case.id)
    if card is not None:
        await watch_case(tx, service, card.case)


async def _still_answers(tx: Transaction, contact_id: UUID | None) -> bool:
    """Whether whoever took it may still take cases: a role may have ended meanwhile."""
    contact = await find_contact(tx, contact_id) if contact_id else None
    return contact is not None and is_allowed(await find_role(tx, contact.telegram_id), Permission.TAKE_CASES)


async def _told(tx: Transaction, taker: UUID | None, told: Told) -> list[UUID]:
    if told is Told.APPROVERS:
        return [contact.id for contact in await list_on_duty(tx, roles_with(Permission.APPROVE))]
    if taker is not None:
        return [taker]
    return [contact.id for contact in await list_on_duty(tx, roles_with(Permission.TAKE_CASES))]
