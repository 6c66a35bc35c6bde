"""A proposal is decided: old and new, who stands where, and the two buttons of a second person."""

from bot.access import Permission, is_allowed
from bot.facts import get_change, settle_proposal
from bot.screens import Rows, Screen
from bot.visits import Visit
from bot.voice_notices import tell_outdated
from handlers.facts.telling import CHANGE, MAY, in_force, side_by_side
from handlers.routes import Routes
from storage.facts import list_proposal
from storage.models.facts import FactChange, FactChangeState
from storage.types import JsonObject


async def show_change(visit: Visit, number: str) -> None:
    await get_change(visit.tx, number)
    await visit.go(CHANGE, number=number)


async def change_screen(visit: Visit, params: JsonObject) -> Screen:
    """A proposal: the two values, who stands where, and - for a second person - the decision."""
    visit.require(MAY)
    words = visit.words
    change = await get_change(visit.tx, str(params.get("number")))
    changes = await list_proposal(visit.tx, change.proposal)
    state = words.render(
        f"facts-state-{change.state}", at=visit.service.moment(change.proposed_at, visit.language)
    )
    back = (words.button("facts-back", "facts", "open", change.fact_id),)
    rows = (*_decision(visit, change), back, words.ways_out())
    tell = in_force if change.state is FactChangeState.APPROVED else side_by_side
    return Screen(CHANGE, words.joined(tell(visit, changes), state), rows, protected=True)


def _decision(visit: Visit, change: FactChange) -> Rows:
    """Only for somebody else than who proposed it, and only as long as it is open."""
    may = is_allowed(visit.role, Permission.APPROVE) and change.proposed_by != visit.contact.id
    if change.state is not FactChangeState.PROPOSED or not may:
        return ()
    words = visit.words
    yes = words.button("facts-approve", "facts", "approve", change.number)
    return ((yes, words.button("facts-reject", "facts", "reject", change.number)),)


async def approve(visit: Visit, number: str) -> None:
    await _settle(visit, number, approve=True)


async def reject(visit: Visit, number: str) -> None:
    await _settle(visit, number, approve=False)


async def _settle(visit: Visit, number: str, *, approve: bool) -> None:
    if await settle_proposal(visit, number, approve=approve):
        await tell_outdated(visit, number)
    else:
        visit.toast = visit.words.label("facts-stale")
    await visit.go(CHANGE, number=number)


def register(routes: Routes) -> None:
    routes.screen(CHANGE, change_screen)
    routes.action("facts", "change", show_change, MAY, anywhere=True)
    routes.action("facts", "approve", approve, Permission.APPROVE)
    routes.action("facts", "reject", reject, Permission.APPROVE)
