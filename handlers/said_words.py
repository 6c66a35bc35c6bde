"""Words that are said for a button or a command: "ya", "stop" for /berhenti, "batal" for the way back."""

from functools import lru_cache

from bot.access import Permission
from bot.answers import match_option, normalise
from bot.everyday import find_way_back, means_going_back
from bot.screens import GET_HELP, GO_HOME, TELL_MISFORTUNE, Button, Screen
from bot.visits import Visit
from handlers.routes import Command, Routes

NAVIGATION = frozenset({GO_HOME, GET_HELP, ("registration", "back"), ("registration", "pause")})


def shown_button(text: str, screen: Screen) -> Button | None:
    """The button of the screen whose very words the whole text is."""
    said = normalise(text)
    exact = (button for button in screen.buttons() if button.action and said in _sayings(button))
    return next(exact, None) if said else None


def meant_button(text: str, screen: Screen) -> Button | None:
    """The answer that was meant; going back and asking for help are only meant when said exactly."""
    buttons = [button for button in screen.buttons() if button.action]
    options = [button for button in buttons if button.route not in NAVIGATION]
    navigation = [button for button in buttons if button.route in NAVIGATION]
    meant = _matched(text, options)
    if meant is None and not text.strip().isdigit():
        meant = _matched(text, navigation)
    return meant


def said_button(routes: Routes, visit: Visit, text: str) -> Button | None:
    """A saying, "menu"; where a question is asked it is an answer to that."""
    heard = routes.sayings if visit.place.screen not in routes.asking else ()
    buttons = (visit.words.button(saying.key, saying.noun, saying.verb) for saying in heard)
    return next((button for button in buttons if normalise(text) in _sayings(button)), None)


def said_back(routes: Routes, visit: Visit, text: str, screen: Screen) -> Button | None:
    """The way back for "batal" or "nggak jadi", and home where there is none.

    A screen that only listens is left to make of it what it can.
    """
    if not means_going_back(visit.words, text):
        return None
    home = None if routes.listens(visit.place.screen) else visit.words.button("nav-home", *GO_HOME)
    return find_way_back(visit.words, screen) or home


def said_command(routes: Routes, visit: Visit, text: str) -> Command | None:
    """The command of everybody's that the whole text names; None for any other text."""
    said = normalise(text)
    for command in routes.commands.values():
        is_open = command.in_menu and command.permission is Permission.USE_SERVICE
        if is_open and said in _names(visit, command.name):
            return command
    return None


def is_misfortune(text: str, visit: Visit) -> bool:
    """The word "kecelakaan" is answered wherever it is said, in the middle of a form, too."""
    return normalise(text) in _sayings(visit.words.button("home-misfortune", *TELL_MISFORTUNE))


def _matched(text: str, buttons: list[Button]) -> Button | None:
    key = match_option(text, [(str(index), b.label, b.aliases) for index, b in enumerate(buttons)])
    return buttons[int(key)] if key is not None else None


def _sayings(button: Button) -> frozenset[str]:
    """Its label and what may be typed instead: "ya" to a place on offer is no place to look for."""
    return _normal((button.label, *button.aliases))


def _names(visit: Visit, name: str) -> frozenset[str]:
    return _normal((name, *visit.words.also(f"command-{name}")))


@lru_cache(maxsize=2048)
def _normal(sayings: tuple[str, ...]) -> frozenset[str]:
    """Kept: every text is compared with what may be said for thirty buttons and commands."""
    return frozenset(normalise(saying) for saying in sayings)
