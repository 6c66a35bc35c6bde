"""Words that may be meant for staff or for the screen: they are held, and the person says which."""

from collections.abc import Callable
from dataclasses import replace

from bot.access import Permission, is_allowed
from bot.cases.relay import fits, pass_on
from bot.cases.telling import FROM_STAFF
from bot.screens import Button, Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.hearing import TALKING, go_on, tell_passed_on
from handlers.routes import Routes
from handlers.ways_back import go_back, here, step_back
from storage.case_words import NewWords
from storage.cases import add_rating_words, find_case_by_number, find_open_case, has_reached_since_screen
from storage.models.cases import WordsForm
from storage.types import JsonObject

HELD = "held-words"
RATED = "rated"
STAFF, RATING = "staff", "rating"
LONGEST_RATING = 1000  # characters
NUMBERS = frozenset({"1", "2"})  # typed instead of pressing the first or the second button


async def read_for_staff(visit: Visit, text: str, asked: Callable[[], bool]) -> bool:
    """Staff wrote after the screen was shown: what would answer the screen may be an answer to them.

    Nothing is guessed: "tidak" to an officer must refuse no consent. A figure on a screen that keeps nothing
    is for that screen.
    """
    if not visit.has_case or visit.place.screen in TALKING or is_allowed(visit.role, Permission.TAKE_CASES):
        return False
    if visit.book.is_private(visit.place.screen) and any(char.isdigit() for char in text):
        return False
    if not asked():
        return False
    case = await find_open_case(visit.tx, visit.contact.id)
    if case is None or not await has_reached_since_screen(visit.tx, case, FROM_STAFF):
        return False
    if not fits(NewWords(WordsForm.TEXT, text)):
        return False
    await _hold(visit, text, STAFF, case.number)
    return True


async def read_after_stars(visit: Visit, text: str, asked: Callable[[], bool]) -> bool:
    """Words right after the stars are said of the rating; where something else is asked, that is asked."""
    number = visit.place.params.get(RATED)
    if not isinstance(number, str):
        return False
    if len(text) > LONGEST_RATING:
        await visit.again(visit.words.render("replies-too-long"))
        return True
    params = {name: value for name, value in visit.place.params.items() if name != RATED}
    visit.place = replace(visit.place, params=params)
    if asked():
        await _hold(visit, text, RATING, number)
    else:
        await visit.again(await _note_rating(visit, number, text))
    return True


async def _hold(visit: Visit, text: str, to: str, number: str) -> None:
    await visit.go(HELD, said=[text], to=to, number=number, back=here(visit))


async def held_screen(visit: Visit, params: JsonObject) -> Screen:
    """What was typed, and whom it may be for."""
    words = visit.words
    said = words.render("replies-said", text=_said(params))
    if params.get("to") == RATING:
        ask, first = words.render("held-ask-rating"), words.button("held-rating", "cases", "for-staff")
    else:
        ask, first = words.render("held-ask-staff"), words.button("held-staff", "cases", "for-staff")
    other: Button = words.button("held-screen", "cases", "for-screen")
    return Screen(HELD, words.joined(ask, said), ((first,), (other,), words.ways_out()))


def _said(params: JsonObject) -> str:
    said = params.get("said")
    return "\n".join(str(one) for one in said) if isinstance(said, list) else ""


async def read_more(visit: Visit, text: str) -> bool:
    """Somebody who goes on writing before they press has said both; a bare number presses."""
    params = visit.place.params
    said = f"{_said(params)}\n{text}"
    if text.strip() in NUMBERS:
        return False
    if not fits(NewWords(WordsForm.TEXT, said)):
        await visit.again(visit.words.render("replies-too-long"))
        return True
    await visit.go(HELD, **{**params, "said": said.split("\n")})
    return True


async def for_staff(visit: Visit, _id: str) -> None:
    """It reaches the officer, or stands beside the rating; the screen asks again what it asked."""
    params = visit.place.params
    if visit.place.screen != HELD:
        await visit.again()
        return
    said, number = _said(params), str(params.get("number"))
    to = _note_rating if params.get("to") == RATING else _pass_on
    await go_back(visit, await to(visit, number, said))


async def _note_rating(visit: Visit, number: str, said: str) -> Markup:
    card = await find_case_by_number(visit.tx, number)
    if card is None or not await add_rating_words(visit.tx, card.case.id, visit.contact.id, said):
        return visit.words.render("cases-rated-already")
    return visit.words.render("cases-words-thanks")


async def _pass_on(visit: Visit, _number: str, said: str) -> Markup:
    """To the case that is open now; one that was closed meanwhile is opened again."""
    new = NewWords(WordsForm.TEXT, said)
    case = await pass_on(visit, new)
    if case is not None:
        return await tell_passed_on(visit, case)
    return await go_on(visit, new) or visit.words.render("replies-closed")


async def for_screen(visit: Visit, _id: str) -> None:
    """It is read where it was typed, as if nobody had written in between."""
    if visit.place.screen != HELD:
        await visit.again()
        return
    said = _said(visit.place.params).replace("\n", " ")
    step_back(visit)
    visit.rereads = said


def register(routes: Routes) -> None:
    routes.interjection(read_after_stars)
    routes.interjection(read_for_staff)
    routes.screen(HELD, held_screen, read_more, private=True)
    routes.action("cases", "for-staff", for_staff)
    routes.action("cases", "for-screen", for_screen)
