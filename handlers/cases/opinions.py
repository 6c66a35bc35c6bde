"""What people thought of the answers: for approvers, and never of their own."""

from bot.access import Permission
from bot.cases.duty import names_of
from bot.screens import Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.cases import CaseCard, list_rated
from storage.types import JsonObject

OPINIONS = "case-opinions"
NEWEST = 15
STAR = "⭐"


async def show(visit: Visit, _id: str) -> None:
    await visit.go(OPINIONS)


async def opinions_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Stars and words, with the officer who answered; whoever is rated is not the one to read it."""
    visit.require(Permission.APPROVE)
    words = visit.words
    cards = await list_rated(visit.tx, limit=NEWEST, but_of=visit.contact.id)
    names = await names_of(visit.tx, {card.case.owner_id for card in cards if card.case.owner_id})
    lines = [
        _line(visit, card, names.get(card.case.owner_id, "-") if card.case.owner_id else "-")
        for card in cards
    ]
    head = words.render("cases-opinions" if cards else "cases-opinions-none")
    rows = ((words.button("cases-back", "cases", "list"),), words.ways_out())
    return Screen(OPINIONS, words.joined(head, "\n".join(lines)), rows, protected=True)


def _line(visit: Visit, card: CaseCard, officer: str) -> str:
    return visit.words.render(
        "cases-opinion",
        stars=STAR * (card.case.rating or 0),
        number=card.case.number,
        officer=officer,
        words=card.rating_words or "-",
    )


def register(routes: Routes) -> None:
    routes.screen(OPINIONS, opinions_screen)
    routes.action("cases", "opinions", show, Permission.APPROVE)
