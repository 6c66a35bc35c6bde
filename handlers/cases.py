"""Asking a person: help, and "ada musibah" - an accident or a death has happened."""

from functools import partial

from bot.access import Permission
from bot.cases import ask_person, finish_case
from bot.registration.drafts import has_draft
from bot.screens import Action, Button, Rows, Screen
from bot.visits import Visit
from bot.wording import Wording
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.cases import CaseCard, find_case_by_number, list_open_cases
from storage.models.cases import CaseKind
from storage.types import JsonObject

HELP = "help"
MISFORTUNE = "misfortune"
CASES = "cases"
CARD = "case"


async def help_(visit: Visit, _argument: str) -> None:
    """A person is asked at once; the screen says so and when to expect them."""
    case = await ask_person(visit, CaseKind.HELP)
    await visit.go(HELP, number=case.number)


async def help_screen(visit: Visit, params: JsonObject) -> Screen:
    words, branch = visit.words, visit.service.branch
    text = words.joined(
        words.render("cases-help", number=str(params.get("number", "-")), phone=branch.call_centre),
        words.render("cases-hours", hours=branch.hours) if branch.hours else "",
    )
    return Screen(HELP, text, await _leave(visit))


async def misfortune(visit: Visit, _argument: str) -> None:
    """Staff are told at once; the person gets a short checklist meanwhile."""
    case = await ask_person(visit, CaseKind.MISFORTUNE)
    await visit.go(MISFORTUNE, number=case.number)


async def misfortune_screen(visit: Visit, params: JsonObject) -> Screen:
    words = visit.words
    number, phone = str(params.get("number", "-")), visit.service.branch.call_centre
    return Screen(
        MISFORTUNE, words.render("cases-misfortune", number=number, phone=phone), await _leave(visit)
    )


async def _leave(visit: Visit) -> Rows:
    """Back to what was begun, if anything was; and home."""
    words = visit.words
    home = (words.button("nav-home", "home", "show"),)
    if not await has_draft(visit):
        return (home,)
    return ((words.button("cases-continue", "registration", "resume"),), home)


async def list_(visit: Visit, argument: str) -> None:
    """Open cases, the oldest first."""
    await visit.go(CASES, page=page_number(argument))


async def cases_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words, page = visit.words, page_of(params)
    cards = await list_open_cases(visit.tx, limit=FETCHED, offset=page * PAGE)
    rows = page_rows(words, "cases", page, cards, partial(_case_button, words))
    text = words.render("cases-list") if cards else words.render("cases-none")
    return Screen(CASES, text, (*rows, words.ways_out()), protected=True)


def _case_button(words: Wording, card: CaseCard) -> Button:
    kind = words.label(f"cases-kind.{card.case.kind.value}")
    return Button(f"{kind} · {card.note}"[:60], Action("cases", "card", card.case.number))


async def open_card(visit: Visit, number: str) -> None:
    await visit.go(CARD, number=number)


async def card_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words = visit.words
    card = await find_case_by_number(visit.tx, str(params.get("number")))
    back = words.button("cases-back", "cases", "list")
    if card is None:
        return Screen(CARD, words.render("cases-gone"), ((back,),))
    text = words.render(
        "cases-card",
        kind=words.label(f"cases-kind.{card.case.kind.value}"),
        name=card.note,
        number=card.case.number,
        at=visit.service.moment(card.case.opened_at, visit.language),
        state=words.label(f"cases-state.{card.case.state.value}"),
    )
    done = Button(
        words.label("cases-close"), Action("cases", "close", f"{card.case.number}.{card.case.version}")
    )
    answer = words.button("replies-button", "replies", "answer", card.case.number)
    rows = ((answer,), (done,), (back,)) if card.case.closed_at is None else ((back,),)
    return Screen(CARD, text, (*rows, words.ways_out()), protected=True)


async def close(visit: Visit, id_: str) -> None:
    """Close a case, unless somebody was faster."""
    number, _, version = id_.partition(".")
    if not await finish_case(visit, number, version):
        visit.toast = visit.words.label("cases-stale")
    await visit.go(CARD, number=number)


def register(routes: Routes) -> None:
    routes.command("bantuan", help_)
    routes.command("musibah", misfortune)
    routes.command("kasus", list_, Permission.TAKE_CASES)
    routes.screen(HELP, help_screen)
    routes.screen(MISFORTUNE, misfortune_screen)
    routes.screen(CASES, cases_screen)
    routes.screen(CARD, card_screen)
    routes.action("cases", "help", help_)
    routes.action("cases", "misfortune", misfortune)
    routes.action("cases", "again", help_, anywhere=True)
    routes.action("cases", "list", list_, Permission.TAKE_CASES)
    routes.action("cases", "page", list_, Permission.TAKE_CASES)
    routes.action("cases", "card", open_card, Permission.TAKE_CASES, anywhere=True)
    routes.action("cases", "close", close, Permission.TAKE_CASES)
