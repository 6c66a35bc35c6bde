"""Asking: somebody wants a person, or something bad has happened."""

from bot.cases.duty import takes_cases
from bot.cases.finding import hold_case
from bot.cases.policy import REOPENED_WITHIN
from bot.cases.promises import promise_answer
from bot.cases.telling import CASE_NOTICE, queue_reply, refresh_cards, tell_duty, watch_promise, watch_waiting
from bot.desk import Desk
from bot.errors import Stale
from bot.visits import Visit
from storage.cases import add_case, change_case, find_closed_case, find_open_case
from storage.contacts import find_contact
from storage.models.cases import Case, CaseKind, CaseState, Happening


async def ask_person(visit: Visit, kind: CaseKind, note: str = "") -> Case:
    """Open a case and tell whoever is on duty; with one open already, that one goes on.

    A misfortune makes any case urgent.
    """
    desk = Desk.of(visit)
    case = await find_open_case(visit.tx, visit.contact.id)
    if case is None:
        return await _open(desk, kind, note or visit.telegram_name)
    if kind is CaseKind.MISFORTUNE and case.kind is not kind:
        return await _make_urgent(desk, (await hold_case(desk, case.id)).case)
    return case


async def _open(desk: Desk, kind: CaseKind, note: str) -> Case:
    """Promise, tell, and see to it that nobody waits unnoticed."""
    if desk.actor is None:
        raise TypeError("somebody asks")
    promised = await promise_answer(desk, kind)
    case = await add_case(desk.tx, desk.actor, kind, note, desk.now, promised=promised)
    await tell_duty(desk, case)
    await watch_waiting(desk, case, desk.now)
    await watch_promise(desk, case)
    return case


async def _make_urgent(desk: Desk, case: Case) -> Case:
    changed = await change_case(
        desk.tx, case, kind=CaseKind.MISFORTUNE, waiting_since=desk.now, waiting_steps=0
    )
    return await _announced(desk, changed)


async def _announced(desk: Desk, case: Case | None) -> Case:
    """It waits anew: whoever has it hears, else who is on duty. Stale when somebody else was quicker."""
    if case is None:
        raise Stale
    if case.owner_id is None:
        await tell_duty(desk, case)
    else:
        await queue_reply(desk, case.owner_id, CASE_NOTICE, case)
    await refresh_cards(desk, case)
    await watch_waiting(desk, case, desk.now)
    return case


async def tell_what_happened(visit: Visit, happened: Happening) -> Case:
    """What the misfortune is, for whoever takes the case; it is opened if it is not."""
    desk = Desk.of(visit)
    asked = await ask_person(visit, CaseKind.MISFORTUNE)
    case = (await hold_case(desk, asked.id)).case
    if case.happened is happened:
        return case
    changed = await change_case(visit.tx, case, happened=happened)
    if changed is None:
        raise Stale
    await refresh_cards(desk, changed)
    return changed


async def ask_again(visit: Visit) -> Case:
    """The case that was closed a short while ago goes on; else a new one is opened."""
    if await find_open_case(visit.tx, visit.contact.id) is None:
        closed = await find_closed_case(visit.tx, visit.contact.id, visit.now - REOPENED_WITHIN)
        if closed is not None:
            return await _reopen(Desk.of(visit), (await hold_case(Desk.of(visit), closed.id)).case)
    return await ask_person(visit, CaseKind.HELP)


async def _reopen(desk: Desk, case: Case) -> Case:
    """It is with whoever had it, if they still take cases; else it is nobody's again."""
    if case.state is CaseState.OPEN:
        return case
    owner = await find_contact(desk.tx, case.owner_id) if case.owner_id else None
    stays = owner is not None and await takes_cases(desk.tx, owner)
    promised = await promise_answer(desk, case.kind) or (None, None)
    changed = await change_case(
        desk.tx,
        case,
        state=CaseState.OPEN,
        closed_at=None,
        owner_id=case.owner_id if stays else None,
        waiting_since=desk.now,
        waiting_steps=0,
        promised_from=promised[0],
        promised_until=promised[1],
        answered_at=None,
        rating=None,
        rating_words=None,
    )
    reopened = await _announced(desk, changed)
    await watch_promise(desk, reopened)
    return reopened
