"""Closing a case and taking that back, and what the person thinks of it."""

from datetime import datetime
from uuid import UUID

from bot.answers import is_thanks
from bot.cases.finding import hold_case
from bot.cases.policy import STARS, UNDO_WITHIN
from bot.cases.telling import (
    CASE_CLOSED,
    CASE_UNDONE,
    forget_timers,
    queue_reply,
    refresh_cards,
    watch_promise,
    watch_waiting,
)
from bot.desk import Desk
from bot.errors import NotFound, Stale
from storage.case_words import list_words
from storage.cases import change_case, rate_case
from storage.models.cases import Case, CaseKind, CaseState


async def close_case(desk: Desk, case_id: UUID, version: str) -> Case:
    """Close a case as it was seen: one's own, or nobody's; the person is told and may rate it.

    Stale when a colleague has it or somebody changed it since.
    """
    case = (await hold_case(desk, case_id)).case
    is_theirs = case.state is CaseState.OPEN and case.owner_id in {None, desk.actor}
    if not is_theirs or str(case.version) != version:
        raise Stale
    closed = {"state": CaseState.CLOSED, "closed_at": desk.now, "owner_id": desk.actor}
    changed = await change_case(desk.tx, case, **closed, waiting_since=None, waiting_steps=0)
    if changed is None:
        raise Stale
    await forget_timers(desk.tx, case.id)
    await refresh_cards(desk, changed)
    await queue_reply(desk, changed.contact_id, CASE_CLOSED, changed)
    return changed


def may_undo_closing(case: Case, officer: UUID, now: datetime) -> bool:
    """Whether somebody closed it a moment ago, perhaps by a slip of the thumb."""
    if case.state is not CaseState.CLOSED or case.closed_at is None or case.owner_id != officer:
        return False
    return now - case.closed_at <= UNDO_WITHIN


async def undo_closing(desk: Desk, case_id: UUID, version: str) -> Case:
    """It goes on where it was, with whoever closed it; the person is told, if they were told it was done.

    Stale when it was closed too long ago, or somebody changed it since.
    """
    case = (await hold_case(desk, case_id)).case
    if desk.actor is None or str(case.version) != version or not may_undo_closing(case, desk.actor, desk.now):
        raise Stale
    since = await _waits_since(desk, case)
    values = {"state": CaseState.OPEN, "closed_at": None, "rating": None, "rating_words": None}
    changed = await change_case(desk.tx, case, **values, waiting_since=since, waiting_steps=0)
    if changed is None:
        raise Stale
    if since is not None:
        await watch_waiting(desk, changed, desk.now)
    await watch_promise(desk, changed)
    await refresh_cards(desk, changed)
    await queue_reply(desk, changed.contact_id, CASE_UNDONE, changed)
    return changed


async def _waits_since(desk: Desk, case: Case) -> datetime | None:
    """Since when the person waits for an answer, as closing forgot it; None for whoever has had theirs."""
    said = await list_words(desk.tx, case.id, newest=1)
    if said and not said[0].row.is_from_staff and not is_thanks(said[0].text):
        return said[0].row.said_at
    return case.opened_at if case.answered_at is None else None


async def withdraw_case(desk: Desk, case_id: UUID, back_to: CaseKind | None = None) -> bool:
    """The person asked by mistake: the case ends, or is again of the kind it was before; cards say so.

    Only while nobody has taken it or answered; whether that was so. NotFound when it is not theirs.
    """
    case = (await hold_case(desk, case_id)).case
    if case.contact_id != desk.actor:
        raise NotFound("the case is somebody else's")
    if case.state is not CaseState.OPEN or case.owner_id is not None or case.answered_at is not None:
        return False
    since = None if back_to is None else await _waits_since(desk, case)
    values = _ended(desk) if back_to is None else {"kind": back_to, "happened": None, "waiting_since": since}
    changed = await change_case(desk.tx, case, **values)
    if changed is None:
        raise Stale
    if since is None:
        await forget_timers(desk.tx, case.id)
    else:
        await watch_waiting(desk, changed, since)
    await refresh_cards(desk, changed)
    return True


def _ended(desk: Desk) -> dict[str, object]:
    """What was asked by mistake breaks no promise."""
    gone = ("waiting_since", "promised_from", "promised_until")
    return {"state": CaseState.CLOSED, "closed_at": desk.now, "waiting_steps": 0, **dict.fromkeys(gone)}


async def give_stars(desk: Desk, case: Case, stars: str) -> bool:
    """The person rates their own closed case, once; False when it cannot be rated (any more).

    What was never on offer counts as nothing.
    """
    if desk.actor is None or stars not in {str(number) for number in STARS}:
        return False
    if not await rate_case(desk.tx, case.id, desk.actor, int(stars)):
        return False
    await refresh_cards(desk, case)
    return True
