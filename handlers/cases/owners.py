"""Who has a case: one tap to take it, to hand it over, to put it back, to close it."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from bot.access import Permission
from bot.cases.cards import versioned
from bot.cases.claiming import claim_case, hand_over_case, put_case_back, take_over_case
from bot.cases.closing import close_case, undo_closing
from bot.cases.duty import list_on_duty, name_of, names_of, show_up
from bot.cases.finding import get_card
from bot.desk import Desk
from bot.errors import NotAllowed, Stale
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.models.cases import Case
from storage.types import JsonObject

CARD = "case"
HAND_OVER = "case-hand-over"
MOST = 8  # colleagues to choose from
SHORT_ID = 12  # the end of an id, which is random: the whole one would not fit behind a button

Change = Callable[[Desk, UUID, str], Awaitable[Case]]


async def claim(visit: Visit, number: str) -> None:
    """One tap, and it is theirs to answer, here; whoever is second is told who was first."""
    card = await get_card(visit.tx, number)
    await show_up(visit)
    try:
        await claim_case(Desk.of(visit), card.case.id)
    except Stale:
        visit.toast = await _who_was_first(visit, number)
    except NotAllowed:
        visit.toast = visit.words.label("cases-is-own")
    await visit.go(CARD, number=number)


async def _who_was_first(visit: Visit, number: str) -> str:
    card = await get_card(visit.tx, number)
    if card.case.owner_id is None or card.case.closed_at is not None:
        return visit.words.label("cases-stale")
    name = await name_of(visit.tx, card.case.owner_id)
    return visit.words.label("cases-taken-already", name=name or visit.words.label("cases-somebody"))


async def take_over(visit: Visit, id_: str) -> None:
    await show_up(visit)
    await _change(visit, id_, take_over_case)


async def put_back(visit: Visit, id_: str) -> None:
    await _change(visit, id_, put_case_back)


async def close(visit: Visit, id_: str) -> None:
    """Close a case, unless somebody was faster."""
    await _change(visit, id_, close_case)


async def undo(visit: Visit, id_: str) -> None:
    """It was closed by a slip of the thumb."""
    await _change(visit, id_, undo_closing)


async def _change(visit: Visit, id_: str, change: Change) -> None:
    number, _, version = id_.partition(".")
    card = await get_card(visit.tx, number)
    try:
        await change(Desk.of(visit), card.case.id, version)
    except Stale:
        visit.toast = visit.words.label("cases-stale")
    await visit.go(CARD, number=number)


async def choose_colleague(visit: Visit, id_: str) -> None:
    number, _, _version = id_.partition(".")
    await visit.go(HAND_OVER, number=number)


async def hand_over_screen(visit: Visit, params: JsonObject) -> Screen:
    """Those on duty by name; whoever never worked on a case has none yet, and is not offered."""
    visit.require(Permission.TAKE_CASES)
    words = visit.words
    card = await get_card(visit.tx, str(params.get("number")))
    names = await names_of(visit.tx, [contact.id for contact in await list_on_duty(visit.tx, visit.now)])
    others = [(id_, name) for id_, name in names.items() if id_ != visit.contact.id][:MOST]
    rows = tuple(
        (Button(name, Action("cases", "give", f"{versioned(card.case)}.{id_.hex[-SHORT_ID:]}")),)
        for id_, name in others
    )
    back = (Button(words.label("cases-back-to-card"), Action("cases", "card", card.case.number)),)
    text = words.render("cases-hand-over-to" if others else "cases-hand-over-nobody")
    return Screen(HAND_OVER, text, (*rows, back), protected=True)


async def give(visit: Visit, id_: str) -> None:
    """To the colleague who was chosen; NotFound for anybody who was not on offer."""
    number, _, rest = id_.partition(".")
    version, _, short = rest.partition(".")

    async def change(desk: Desk, case_id: UUID, seen: str) -> Case:
        on_duty = {
            contact.id.hex[-SHORT_ID:]: contact.id for contact in await list_on_duty(desk.tx, desk.now)
        }
        if short not in on_duty:
            raise Stale
        return await hand_over_case(desk, case_id, seen, on_duty[short])

    await _change(visit, f"{number}.{version}", change)


def register(routes: Routes) -> None:
    routes.screen(HAND_OVER, hand_over_screen)
    routes.action("cases", "claim", claim, Permission.TAKE_CASES, anywhere=True)
    routes.action("cases", "take-over", take_over, Permission.TAKE_CASES, anywhere=True)
    routes.action("cases", "put-back", put_back, Permission.TAKE_CASES)
    routes.action("cases", "hand-over", choose_colleague, Permission.TAKE_CASES)
    routes.action("cases", "give", give, Permission.TAKE_CASES)
    routes.action("cases", "close", close, Permission.TAKE_CASES)
    routes.action("cases", "undo", undo, Permission.TAKE_CASES)
