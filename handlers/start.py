"""/start, the home screen and the greeting; deep links carry the code of a source."""

from bot.cases.arriving import tell_arrived
from bot.screens import GET_HELP, GO_HOME, TELL_MISFORTUNE, Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes
from storage.contacts import note_source
from storage.sources import find_source
from storage.types import JsonObject

MENU = (
    ("home-benefits", "programme", "benefits"),
    ("home-costs", "programme", "costs"),
    ("home-register", "registration", "start"),
    ("home-info", "explainers", "guides"),
    ("home-misfortune", *TELL_MISFORTUNE),
    ("home-help", *GET_HELP),
)
LANGUAGES_OF_INDONESIA = frozenset({"id", "in", "jv", "su", "ban", "min", "mad", "bug", "ace", "bjn"})
"""As phones tell them (IETF tags; "in" is the old one): whoever reads one of these reads Indonesian."""

OPENINGS = ("greeting", "paused", "thanks", "written", "withdrawn")


async def start(visit: Visit, payload: str) -> None:
    """Greet in two short messages: who we are, and what we never ask for."""
    await tell_arrived(visit)
    screen = visit.book.linked(payload.strip())
    if screen is not None:
        await visit.go(screen, code=payload.strip())
        return
    await _note_source(visit, payload.strip())
    greeting = visit.words.render("start-greeting", branch=visit.service.branch.short_name)
    visit.say(Screen("greeting", visit.words.joined(greeting, _language_hint(visit))))
    await visit.go(HOME, greeting=True)


def _language_hint(visit: Visit) -> str:
    """The way to English, once, for a phone that is set to no language of Indonesia; nobody is switched."""
    language = visit.phone_language.partition("-")[0]
    is_foreign = bool(language) and language not in LANGUAGES_OF_INDONESIA
    return visit.words.render("language-hint") if visit.is_new and is_foreign else ""


async def _note_source(visit: Visit, code: str) -> None:
    """Remember where the person came from; a code nobody made is passed over."""
    if code and await find_source(visit.tx, code) is not None:
        await note_source(visit.tx, visit.contact, code)


async def home(visit: Visit, params: JsonObject) -> Screen:
    """What the service can do, six buttons, below the words that fit how the person got here."""
    words = visit.words
    opening = next((name for name in OPENINGS if params.get(name)), "menu")
    text = words.render(f"home-{opening}", phone=visit.service.call_centre)
    return Screen(HOME, text, tuple((words.button(*entry),) for entry in MENU))


async def go_home(visit: Visit, _id: str) -> None:
    await visit.go(HOME)


def register(routes: Routes) -> None:
    routes.command("start", start)
    routes.screen(HOME, home)
    routes.action(*GO_HOME, go_home)
    for entry in (*MENU, ("nav-home", *GO_HOME)):
        routes.saying(*entry)
