"""Facilities that the city ties to membership: what is so, what is not, and the way to register."""

from bot.facilities import list_facilities, note_reason
from bot.screens import Action, Button, Screen
from bot.telling import named
from bot.visits import Visit
from bot.voices import voice_rows
from handlers.routes import Routes
from storage.types import JsonObject

FACILITIES = "facilities"
REGISTRATION = "registration"


async def show(visit: Visit, _id: str) -> None:
    await visit.go(FACILITIES)


async def facilities_screen(visit: Visit, _params: JsonObject) -> Screen:
    """What needs membership; that a registered interest is none."""
    words = visit.words
    today = visit.service.facts_today
    rows = tuple((_button(visit, facility),) for facility in list_facilities(today))
    text = words.render("facilities-ask", phone=visit.service.call_centre)
    back = (words.button("guides-back", "explainers", "guides"),)
    return Screen(FACILITIES, text, (*rows, *voice_rows(visit, FACILITIES), back, words.ways_out()))


def _button(visit: Visit, facility: str) -> Button:
    label = visit.words.label("facilities-register", facility=named(visit.words, facility))
    return Button(label, Action("facilities", "register", facility))


async def register_for(visit: Visit, facility: str) -> None:
    """On to the registration, the reason remembered."""
    await note_reason(visit, facility)
    await visit.go(REGISTRATION)


def register(routes: Routes) -> None:
    routes.screen(FACILITIES, facilities_screen, tells=True)
    routes.action("facilities", "show", show)
    routes.action("facilities", "register", register_for)
