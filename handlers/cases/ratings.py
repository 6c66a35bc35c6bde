"""What the person thinks of an answered case: 1 to 5 by one tap, and a sentence if they like."""

from dataclasses import replace

from bot.cases.closing import give_stars
from bot.cases.finding import get_own_card
from bot.desk import Desk
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.cases.held import LONGEST_RATING, RATED
from handlers.routes import Routes
from handlers.ways_back import go_back, here
from storage.cases import add_rating_words
from storage.types import JsonObject

WORDS = "case-rating"


async def rate(visit: Visit, id_: str) -> None:
    """It counts once, and the conversation stays where it is; words that follow are said of it."""
    number, _, stars = id_.partition(".")
    card, words = await get_own_card(visit, number), visit.words
    if not await give_stars(Desk.of(visit), card.case, stars):
        visit.toast = words.label("cases-rated-already" if card.case.rating else "nav-stale")
        return
    more = Button(words.label("cases-words"), Action("cases", "words", number))
    again = Button(words.label("cases-again"), Action("cases", "again"))
    visit.place = replace(visit.place, params={**visit.place.params, RATED: number})
    visit.say(Screen("case-rated", words.render("cases-thanks"), ((more,), (again,))))


async def ask_words(visit: Visit, number: str) -> None:
    await get_own_card(visit, number)
    await visit.go(WORDS, number=number, back=here(visit))


async def words_screen(visit: Visit, _params: JsonObject) -> Screen:
    words = visit.words
    return Screen(WORDS, words.render("cases-words-ask"), (words.ways_out(),))


async def read_words(visit: Visit, text: str) -> bool:
    """Noted, and on with what they did before."""
    if len(text) > LONGEST_RATING:
        return False
    card = await get_own_card(visit, str(visit.place.params.get("number")))
    await add_rating_words(visit.tx, card.case.id, visit.contact.id, text)
    await go_back(visit, visit.words.render("cases-words-thanks"))
    return True


def register(routes: Routes) -> None:
    routes.screen(WORDS, words_screen, read_words)
    routes.action("cases", "rate", rate, anywhere=True)
    routes.action("cases", "words", ask_words, anywhere=True)
