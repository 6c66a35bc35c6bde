"""After the receipt: consent to reminders and to campaign messages, each asked by itself."""

from bot.answer_words import NO, YES
from bot.consents import answer_consent
from bot.screens import Action, Button, Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes
from storage.models.consents import Purpose
from storage.types import JsonObject

REMINDERS = "consent-reminders"
CAMPAIGNS = "consent-campaigns"


async def ask_reminders(visit: Visit, _id: str) -> None:
    """Below the receipt, whose button this is."""
    visit.edits = False
    await visit.go(REMINDERS)


async def reminders_screen(visit: Visit, _params: JsonObject) -> Screen:
    return _screen(visit, REMINDERS, "consents-reminders", "reminders")


async def campaigns_screen(visit: Visit, _params: JsonObject) -> Screen:
    return _screen(visit, CAMPAIGNS, "consents-campaigns", "campaigns")


def _screen(visit: Visit, name: str, text: str, verb: str) -> Screen:
    words = visit.words
    yes = Button(words.label("consents-yes"), Action("consents", verb, "yes"), aliases=(*YES,))
    no = Button(words.label("consents-no"), Action("consents", verb, "no"), aliases=(*NO,))
    return Screen(name, words.render(text), ((yes, no), visit.words.ways_out()))


async def reminders(visit: Visit, answer: str) -> None:
    """Record the answer and ask the next."""
    await answer_consent(visit, Purpose.REMINDERS, granted=answer == "yes")
    await visit.go(CAMPAIGNS)


async def campaigns(visit: Visit, answer: str) -> None:
    """Record the answer; that was all."""
    await answer_consent(visit, Purpose.CAMPAIGNS, granted=answer == "yes")
    await visit.go(HOME, thanks=True)


def register(routes: Routes) -> None:
    routes.screen(REMINDERS, reminders_screen, asks=True)
    routes.screen(CAMPAIGNS, campaigns_screen, asks=True)
    routes.action("consents", "ask", ask_reminders, anywhere=True)
    routes.action("consents", "reminders", reminders)
    routes.action("consents", "campaigns", campaigns)
