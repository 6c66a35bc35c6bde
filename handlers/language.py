"""/bahasa: the language a person reads."""

from bot.screens import Action, Button, Screen
from bot.visits import Visit
from bot.wording import Wording
from handlers.routes import Routes
from handlers.ways_back import BACK, go_back, here
from storage.contacts import set_language
from storage.types import JsonObject

SCREEN = "language"


async def choose(visit: Visit, _argument: str) -> None:
    await visit.go(SCREEN, **{BACK: here(visit)})


async def screen(visit: Visit, _params: JsonObject) -> Screen:
    """One button a language, each in its own words."""
    languages = tuple(
        (_button(visit, language),) for language in sorted(visit.service.texts.languages(), reverse=True)
    )
    return Screen(SCREEN, visit.words.render("language"), (*languages, visit.words.ways_out()))


def _button(visit: Visit, language: str) -> Button:
    own = Wording(visit.service.texts, language)
    return Button(own.label("language.name"), Action("language", "set", language))


async def change(visit: Visit, language: str) -> None:
    """Take the language, if there is such a one; they go on where they were."""
    if language in visit.service.texts.languages():
        await set_language(visit.tx, visit.contact.id, language)
        visit.speak(language)
    await go_back(visit)


def register(routes: Routes) -> None:
    routes.command("bahasa", choose, everywhere=True)
    routes.screen(SCREEN, screen)
    routes.action("language", "set", change)
