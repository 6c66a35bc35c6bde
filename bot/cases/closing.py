"""Closing a case, and what the person thinks of it."""

from uuid import UUID

from bot.cases.finding import hold_case
from bot.cases.policy import STARS
from bot.cases.telling import CASE_CLOSED, forget_timers, queue_reply, refresh_cards
from bot.desk import Desk
from bot.errors import Stale
from storage.cases import change_case, rate_case
from storage.models.cases import Case, CaseState


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
