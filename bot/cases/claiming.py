"""Who has a case: taken by one tap, taken over, handed over, put back; never two people's at once."""

from uuid import UUID

from bot.cases.duty import list_takers
from bot.cases.finding import hold_case
from bot.cases.policy import TAKE_OVER_AFTER
from bot.cases.telling import (
    CASE_HANDED,
    CASE_TAKEN,
    queue_reply,
    refresh_cards,
    replay,
    tell_duty,
    watch_waiting,
)
from bot.desk import Desk
from bot.errors import NotAllowed, NotFound, Stale
from storage.cases import change_case, list_cases_owned, list_orphans
from storage.models.cases import Case, CaseState
from storage.models.contacts import Contact


def may_take_over(case: Case) -> bool:
    """Whether a colleague may take it from whoever has it: they were reminded in vain."""
    return case.owner_id is not None and case.waiting_steps >= TAKE_OVER_AFTER


def is_answered_by(contact: Contact, case: Case) -> bool:
    """Whether what somebody types on its card goes to the person."""
    return case.state is CaseState.OPEN and case.owner_id == contact.id


async def claim_case(desk: Desk, case_id: UUID) -> Case:
    """Take a case that is nobody's; taking it twice is taking it once.

    Stale when a colleague has it, NotAllowed for one's own: a colleague answers that.
    """
    case = await _open_case(desk, case_id)
    if case.owner_id == desk.actor:
        return case
    if case.owner_id is not None:
        raise Stale
    return await _give(desk, case, desk.actor)


async def take_over_case(desk: Desk, case_id: UUID, version: str) -> Case:
    """Take a case from a colleague who lets somebody wait; whoever takes it has time anew.

    Stale unless it stands as it was seen.
    """
    case = await _open_case(desk, case_id)
    if str(case.version) != version or not may_take_over(case):
        raise Stale
    taken = await _give(desk, case, desk.actor, waiting_steps=0)
    await watch_waiting(desk, taken, desk.now)
    return taken


async def hand_over_case(desk: Desk, case_id: UUID, version: str, to: UUID) -> Case:
    """Give one's own case to a colleague, who is told. NotFound when they take no cases, Stale as above."""
    case = await _own_case(desk, case_id, version)
    if to not in {contact.id for contact in await list_takers(desk.tx)} or to in {
        desk.actor,
        case.contact_id,
    }:
        raise NotFound("nobody who takes cases")
    given = await _give(desk, case, to)
    await queue_reply(desk, to, CASE_HANDED, given, by=str(desk.actor))
    return given


async def put_case_back(desk: Desk, case_id: UUID, version: str) -> Case:
    """Let go of one's own case: it is nobody's again, and the others are asked."""
    return await _release(desk, await _own_case(desk, case_id, version))


async def release_cases_of(desk: Desk, contact_id: UUID) -> int:
    """Everything that somebody has is nobody's again; how many cases that were."""
    owned = await list_cases_owned(desk.tx, contact_id)
    for case in owned:
        await _release(desk, (await hold_case(desk, case.id)).case)
    return len(owned)


async def release_orphans(desk: Desk) -> int:
    """The same for whoever takes no cases any more, or cannot be reached; how many cases that were."""
    takers = {contact.id for contact in await list_takers(desk.tx)}
    orphans = await list_orphans(desk.tx, takers)
    for case in orphans:
        await release_orphan(desk, (await hold_case(desk, case.id)).case, takers)
    return len(orphans)


async def release_orphan(desk: Desk, case: Case, takers: set[UUID]) -> Case:
    """A case whose owner is not among those who take cases is nobody's again."""
    if case.owner_id is None or case.owner_id in takers or case.state is not CaseState.OPEN:
        return case
    return await _release(desk, case)


async def _open_case(desk: Desk, case_id: UUID) -> Case:
    case = (await hold_case(desk, case_id)).case
    if case.state is not CaseState.OPEN:
        raise Stale
    return case


async def _own_case(desk: Desk, case_id: UUID, version: str) -> Case:
    case = await _open_case(desk, case_id)
    if case.owner_id != desk.actor or str(case.version) != version:
        raise Stale
    return case


async def _give(desk: Desk, case: Case, to: UUID | None, **values: int) -> Case:
    """It is theirs: they get what was said so far, every card says so, and the person hears it once."""
    if to == case.contact_id:
        raise NotAllowed("nobody answers themselves")
    changed = await change_case(desk.tx, case, owner_id=to, **values)
    if changed is None or to is None:
        raise Stale
    await replay(desk, changed, to)
    await refresh_cards(desk, changed)
    await queue_reply(desk, changed.contact_id, CASE_TAKEN, changed, dedup_key=f"{CASE_TAKEN}:{changed.id}")
    return changed


async def _release(desk: Desk, case: Case) -> Case:
    changed = await change_case(desk.tx, case, owner_id=None)
    if changed is None:
        raise Stale
    await tell_duty(desk, changed, but=case.owner_id)
    await refresh_cards(desk, changed)
    return changed
