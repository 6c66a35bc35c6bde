"""Hearing a screen read aloud, and - for staff - recording it from that very screen."""

from bot.access import Permission
from bot.errors import NotFound
from bot.screens import Action, Button, Screen
from bot.visits import HOME, Visit
from bot.voices import LANGUAGES, find_voice, record_voice
from handlers.routes import Routes
from storage.types import JsonObject

LANGUAGE = "voice-language"
WAIT = "voice-wait"
LONGEST_PAGE = 40


async def hear(visit: Visit, id_: str) -> None:
    """The recording as a message of its own; the screen stays as it is."""
    page, _, language = id_.rpartition(".")
    visit.say(find_voice(visit, page, language))


async def record(visit: Visit, page: str) -> None:
    """Staff want to read this screen aloud: ask in which language."""
    if not 0 < len(page) <= LONGEST_PAGE:
        raise NotFound("no such page")
    await visit.go(LANGUAGE, page=page, screen=visit.place.screen, params=visit.place.params)


async def language_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.RECORD_VOICES)
    words = visit.words
    buttons = (
        Button(words.label(f"voices-hear.{lang}"), Action("voices", "language", lang)) for lang in LANGUAGES
    )
    rows = tuple((button,) for button in buttons)
    back = (words.button("voices-back", "voices", "back"),)
    return Screen(LANGUAGE, words.render("voices-which"), (*rows, back, words.ways_out()))


async def choose_language(visit: Visit, language: str) -> None:
    if language not in LANGUAGES:
        raise NotFound("no such language")
    await visit.go(WAIT, **{**visit.place.params, "language": language})


async def wait_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.RECORD_VOICES)
    words = visit.words
    language = str(params.get("language"))
    if language not in LANGUAGES:
        raise NotFound("no such language")
    text = words.render("voices-send", language=words.label(f"voices-hear.{language}"))
    return Screen(WAIT, text, ((words.button("voices-back", "voices", "back"),), words.ways_out()))


async def take_voice(visit: Visit, file_id: str) -> None:
    """The voice note is attached; back to the screen it belongs to, where it can be heard."""
    params = visit.place.params
    await record_voice(visit, str(params.get("page")), str(params.get("language")), file_id)
    visit.say(Screen("voices-kept", visit.words.render("voices-kept")))
    await back(visit, "")


async def back(visit: Visit, _id: str) -> None:
    """Where the recording began."""
    params = visit.place.params.get("params")
    screen = str(visit.place.params.get("screen", HOME))
    await visit.go(screen, **(params if isinstance(params, dict) else {}))


def register(routes: Routes) -> None:
    routes.screen(LANGUAGE, language_screen)
    routes.screen(WAIT, wait_screen, asks=True)
    routes.voice(WAIT, take_voice)
    routes.action("voices", "hear", hear)
    routes.action("voices", "record", record, Permission.RECORD_VOICES)
    routes.action("voices", "language", choose_language, Permission.RECORD_VOICES)
    routes.action("voices", "back", back, Permission.RECORD_VOICES)
