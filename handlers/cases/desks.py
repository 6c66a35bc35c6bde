"""/kasus: who waits, the whole card of a case, and what may be done with it."""

from functools import partial

from bot.access import Permission, is_allowed
from bot.cases.cards import Reader, answer_button, full_text, take_over_buttons, versioned
from bot.cases.claiming import is_answered_by
from bot.cases.closing import may_undo_closing
from bot.cases.duty import show_up
from bot.cases.policy import DAY
from bot.cases.telling import CASE_LATE
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit
from bot.wording import Wording
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.cases import CaseCard, count_cases, find_case_by_number, list_open_cases
from storage.models.cases import Case, CaseState
from storage.types import JsonObject

CASES = "cases"
CARD = "case"
COUNTED = 30 * DAY


async def list_(visit: Visit, argument: str) -> None:
    """Open cases: misfortunes, then whoever has waited longest."""
    await show_up(visit)
    await visit.go(CASES, page=page_number(argument))


async def cases_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words, page = visit.words, page_of(params)
    cards = await list_open_cases(visit.tx, limit=FETCHED, offset=page * PAGE)
    rows = page_rows(words, "cases", page, cards, partial(_case_button, words))
    head = words.render("cases-list") if cards else words.render("cases-none")
    text = words.joined(head, await _counts(visit))
    return Screen(CASES, text, (*rows, *_opinions(visit), words.ways_out()), protected=True)


def _opinions(visit: Visit) -> Rows:
    """What people thought, for those whom it is not about alone."""
    if not is_allowed(visit.role, Permission.APPROVE):
        return ()
    return ((visit.words.button("cases-opinions-open", "cases", "opinions"),),)


def _case_button(words: Wording, card: CaseCard) -> Button:
    kind = words.label(f"cases-kind.{card.case.kind.value}")
    sign = "⏳" if card.case.waiting_since else "💬"
    return Button(f"{sign} {kind} · {card.note}"[:60], Action("cases", "card", card.case.number))


async def _counts(visit: Visit) -> Markup:
    """Promises kept, and what people thought of the answers."""
    words, counts = visit.words, await count_cases(visit.tx, visit.now - COUNTED, visit.now, late=CASE_LATE)
    lines = []
    if counts.promised:
        lines.append(words.render("cases-counts", kept=str(counts.kept), promised=counts.promised))
    if counts.rated:
        stars = f"{counts.stars / counts.rated:.1f}".replace(".", "," if visit.language == "id" else ".")
        lines.append(words.render("cases-stars", stars=stars, rated=counts.rated))
    return Markup("\n".join(lines))


async def open_card(visit: Visit, number: str) -> None:
    await show_up(visit)
    await visit.go(CARD, number=number)


async def card_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words = visit.words
    card = await find_case_by_number(visit.tx, str(params.get("number")))
    back = words.button("cases-back", "cases", "list")
    if card is None:
        return Screen(CARD, words.render("cases-gone"), ((back,),))
    whole = await full_text(Reader.of(visit.tx, visit.service, visit.contact), card)
    takes = (
        words.render("cases-typing", name=card.note or "-")
        if is_answered_by(visit.contact, card.case)
        else ""
    )
    text = words.joined(whole, takes)
    rows = _rows(visit, card.case, has_answered=bool(params.get("answered")))
    return Screen(CARD, text, (*rows, (back,), words.ways_out()), protected=True)


def _rows(visit: Visit, case: Case, *, has_answered: bool) -> Rows:
    """What may be done with it: everything by whoever has it, taking it by anybody where nobody has."""
    words = visit.words
    close = Button(words.label("cases-close"), Action("cases", "close", versioned(case)))
    if may_undo_closing(case, visit.contact.id, visit.now):
        return ((Button(words.label("cases-undo"), Action("cases", "undo", versioned(case))),),)
    if case.state is CaseState.CLOSED or case.contact_id == visit.contact.id:
        return ()
    if case.owner_id is None:
        return ((Button(words.label("cases-claim"), Action("cases", "claim", case.number)),), (close,))
    if case.owner_id != visit.contact.id:
        over = take_over_buttons(words, case)
        return (over,) if over else ()
    return (*_own_rows(words, case, has_answered=has_answered), (close,))


def _own_rows(words: Wording, case: Case, *, has_answered: bool) -> Rows:
    keep = Button(words.label("replies-keep"), Action("replies", "keep", case.number))
    ready = Button(words.label("cases-ready"), Action("replies", "ready", case.number))
    to = Button(words.label("cases-hand-over"), Action("cases", "hand-over", versioned(case)))
    back = Button(words.label("cases-put-back"), Action("cases", "put-back", versioned(case)))
    return (*(((keep,),) if has_answered else ()), (answer_button(words, case), ready), (to, back))


def register(routes: Routes) -> None:
    routes.command("kasus", list_, Permission.TAKE_CASES)
    routes.screen(CASES, cases_screen)
    routes.screen(CARD, card_screen)
    routes.action("cases", "list", list_, Permission.TAKE_CASES)
    routes.action("cases", "page", list_, Permission.TAKE_CASES)
    routes.action("cases", "card", open_card, Permission.TAKE_CASES, anywhere=True)
