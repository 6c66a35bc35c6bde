"""Ready answers: chosen, read, sent with one tap; and an officer's own, kept and dropped."""

from bot.access import Permission
from bot.cases.canned import CANNED, canned_text, drop_own_answer, keep_last_answer, list_canned, own_title
from bot.cases.finding import get_card
from bot.cases.relay import say_to_person
from bot.desk import Desk
from bot.errors import Stale
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.case_words import NewWords
from storage.models.cases import WordsForm
from storage.officers import list_saved_replies
from storage.types import JsonObject

READY = "case-ready"
PREVIEW = "case-preview"
CARD = "case"


async def choose(visit: Visit, number: str) -> None:
    await visit.go(READY, number=number)


async def ready_screen(visit: Visit, params: JsonObject) -> Screen:
    """The written ones, then the officer's own."""
    visit.require(Permission.TAKE_CASES)
    words = visit.words
    card = await get_card(visit.tx, str(params.get("number")))
    own = [(kept.id.hex, own_title(kept)) for kept in await list_saved_replies(visit.tx, visit.contact.id)]
    rows = tuple(
        (Button(title, Action("replies", "canned", name)),) for name, title in [*list_canned(words), *own]
    )
    back = Button(words.label("cases-back-to-card"), Action("cases", "card", card.case.number))
    return Screen(READY, words.render("replies-ready"), (*rows, (back,)))


async def preview(visit: Visit, name: str) -> None:
    if visit.place.screen != READY:
        await visit.again()
        return
    await visit.go(PREVIEW, number=visit.place.params.get("number"), chosen=name)


async def preview_screen(visit: Visit, params: JsonObject) -> Screen:
    """What will be sent, in the language of whoever gets it."""
    visit.require(Permission.TAKE_CASES)
    words, name = visit.words, str(params.get("chosen"))
    card = await get_card(visit.tx, str(params.get("number")))
    text = words.joined(
        words.render("replies-preview", name=card.note or "-"),
        words.render("replies-said", text=await canned_text(visit, card, name)),
    )
    drop = () if name in CANNED else ((words.button("replies-drop", "replies", "drop"),),)
    back = Button(words.label("cases-back-to-card"), Action("replies", "ready", card.case.number))
    return Screen(PREVIEW, text, ((words.button("replies-send", "replies", "send"),), *drop, (back,)))


async def send(visit: Visit, _argument: str) -> None:
    """What stood in the preview goes to the person."""
    if visit.place.screen != PREVIEW:
        await visit.again()
        return
    number, name = (str(visit.place.params.get(key)) for key in ("number", "chosen"))
    card = await get_card(visit.tx, number)
    text = await canned_text(visit, card, name)
    try:
        await say_to_person(Desk.of(visit), card.case.id, NewWords(WordsForm.TEXT, text))
    except Stale:
        visit.toast = visit.words.label("cases-stale")
    await visit.go(CARD, number=number)


async def keep(visit: Visit, number: str) -> None:
    """What was answered last, for the next time."""
    card = await get_card(visit.tx, number)
    is_kept = await keep_last_answer(visit, card.case.id)
    visit.toast = visit.words.label("replies-kept" if is_kept else "replies-kept-full")


async def drop(visit: Visit, _argument: str) -> None:
    if visit.place.screen == PREVIEW:
        await drop_own_answer(visit, str(visit.place.params.get("chosen")))
        await visit.go(READY, number=visit.place.params.get("number"))
    else:
        await visit.again()


def register(routes: Routes) -> None:
    routes.screen(READY, ready_screen)
    routes.screen(PREVIEW, preview_screen)
    routes.action("replies", "ready", choose, Permission.TAKE_CASES)
    routes.action("replies", "canned", preview, Permission.TAKE_CASES)
    routes.action("replies", "send", send, Permission.TAKE_CASES)
    routes.action("replies", "keep", keep, Permission.TAKE_CASES, anywhere=True)
    routes.action("replies", "drop", drop, Permission.TAKE_CASES)
