"""Writing about a case: staff to the person, the person back, both through the bot."""

from bot.access import Permission
from bot.cases.policy import CANNED
from bot.cases.relaying import (
    LONGEST,
    get_own_card,
    pass_file_on,
    pass_on,
    send_canned,
    send_file_to_person,
    send_to_person,
    send_to_staff,
)
from bot.cases.taking import get_case
from bot.errors import Stale
from bot.screens import Action, Button, MediaKind, Rows, Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes, SentFile
from storage.types import JsonObject

ANSWER = "case-answer"
WRITE = "case-write"
A_ROW = 2


async def answer(visit: Visit, number: str) -> None:
    """Staff want to write to whoever opened the case."""
    await visit.go(ANSWER, number=number)


async def answer_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words, number = visit.words, str(params.get("number"))
    card = await get_case(visit.tx, number)
    back = (words.button("cases-back", "cases", "list"),)
    text = words.render("replies-answer", name=card.note or "-")
    return Screen(ANSWER, text, (*_canned(visit, number), back, words.ways_out()))


def _canned(visit: Visit, number: str) -> Rows:
    """Answers that are one tap."""
    buttons = [
        Button(visit.words.label(f"canned-title.{id_}"), Action("replies", "canned", f"{number}.{id_}"))
        for id_ in CANNED
    ]
    return tuple(tuple(buttons[start : start + A_ROW]) for start in range(0, len(buttons), A_ROW))


async def read_answer(visit: Visit, text: str) -> bool:
    """What staff typed goes to the person."""
    visit.require(Permission.TAKE_CASES)
    number = str(visit.place.params.get("number"))
    if len(text) > LONGEST:
        return False
    try:
        await send_to_person(visit, number, text)
    except Stale:
        visit.say(Screen("too-late", visit.words.render("replies-too-late")))
    await visit.go("case", number=number)
    return True


async def read_answer_file(visit: Visit, file: SentFile) -> bool:
    """A photo, voice note or document of staff's goes to the person."""
    visit.require(Permission.TAKE_CASES)
    number = str(visit.place.params.get("number"))
    try:
        await send_file_to_person(visit, number, file.kind, file.file_id)
    except Stale:
        visit.say(Screen("too-late", visit.words.render("replies-too-late")))
    await visit.go("case", number=number)
    return True


async def read_answer_voice(visit: Visit, file_id: str) -> None:
    await read_answer_file(visit, SentFile(MediaKind.VOICE, file_id))


async def canned(visit: Visit, id_: str) -> None:
    """One tap, and the person has the answer."""
    number, _, which = id_.partition(".")
    try:
        await send_canned(visit, number, which)
    except Stale:
        visit.toast = visit.words.label("replies-too-late")
    await visit.go("case", number=number)


async def write(visit: Visit, number: str) -> None:
    """The person wants to write back."""
    await get_own_card(visit, number)
    await visit.go(WRITE, number=number)


async def write_screen(visit: Visit, params: JsonObject) -> Screen:
    await get_own_card(visit, str(params.get("number")))
    return Screen(WRITE, visit.words.render("replies-ask"), ((visit.words.ways_out()[0],),))


async def read_message(visit: Visit, text: str) -> bool:
    """What the person typed goes to staff."""
    if len(text) > LONGEST:
        return False
    await send_to_staff(visit, str(visit.place.params.get("number")), text)
    await visit.go(HOME, written=True)
    return True


async def read_more(visit: Visit, text: str) -> bool:
    """What somebody says while their case is open is for whoever takes it up, Balas pressed or not."""
    if not await pass_on(visit, text):
        return False
    visit.say(Screen("passed-on", visit.words.render("replies-passed-on")))
    return True


async def read_file(visit: Visit, file: SentFile) -> bool:
    """So is a photo of the receipt."""
    if not await pass_file_on(visit, file.kind, file.file_id):
        return False
    visit.say(Screen("passed-on", visit.words.render("replies-passed-on")))
    return True


def register(routes: Routes) -> None:
    routes.fallback(read_more, read_file)
    routes.screen(ANSWER, answer_screen, read_answer)
    routes.sent_file(ANSWER, read_answer_file)
    routes.voice(ANSWER, read_answer_voice)
    routes.screen(WRITE, write_screen, read_message)
    routes.action("replies", "answer", answer, Permission.TAKE_CASES)
    routes.action("replies", "canned", canned, Permission.TAKE_CASES)
    routes.action("replies", "write", write, anywhere=True)
