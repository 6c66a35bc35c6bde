"""Somebody writes of harming themselves: a person is told at once, and nothing is asked of them."""

from dataclasses import replace

from bot.access import Permission, is_allowed
from bot.cases.asking import ask_person
from bot.cases.crisis import is_crisis
from bot.cases.duty import list_takers
from bot.cases.relay import longest, say_to_staff
from bot.cases.telling import tell_beside
from bot.desk import Desk
from bot.screens import Screen
from bot.visits import Visit
from handlers.hearing import hear
from handlers.routes import Routes, SentFile
from handlers.ways_on import ways_on
from storage.case_words import NewWords
from storage.models.cases import CaseKind, WordsForm
from storage.types import JsonObject

CRISIS = "crisis"


async def read_crisis(visit: Visit, new: NewWords) -> bool:
    """It comes before every question and answer, is read by staff at any hour, and is kept nowhere else.

    A picture or a voice note goes along with what was written below it.
    """
    if is_allowed(visit.role, Permission.TAKE_CASES) or not is_crisis(new.text):
        return False
    desk, case = Desk.of(visit), await ask_person(visit, CaseKind.MISFORTUNE)
    await say_to_staff(desk, case.id, replace(new, text=new.text[: longest(new.form)]))
    if case.owner_id is not None:
        await tell_beside(desk, case)
    await visit.go(CRISIS)
    return True


async def crisis_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Gently, without a number that nobody gave us: who is told, and whom to go to meanwhile."""
    words, service = visit.words, visit.service
    others = [contact for contact in await list_takers(visit.tx) if contact.id != visit.contact.id]
    if not others:
        told = ""
    elif service.opening.is_open(visit.now):
        told = words.render("crises-told")
    else:
        told = words.render("crises-told-closed")
    text = words.joined(
        words.render("crises-gentle"), told, words.render("crises-near"), words.render("crises-write")
    )
    return Screen(CRISIS, text, await ways_on(visit))


async def read_more(visit: Visit, text: str) -> bool:
    """Whatever else they write is for the same person."""
    return await hear(visit, NewWords(WordsForm.TEXT, text))


async def read_file(visit: Visit, file: SentFile) -> bool:
    return await hear(visit, file.words())


def register(routes: Routes) -> None:
    routes.first(read_crisis)
    routes.screen(CRISIS, crisis_screen, read_more, private=True)
    routes.sent_file(CRISIS, read_file)
