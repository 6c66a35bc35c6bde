"""/syarat: who may join, and a polite way on for whoever is covered in another way."""

from bot.eligibility import SITUATIONS, decide, reason_text
from bot.programme.eligibility import Verdict
from bot.screens import Action, Button, Rows, Screen
from bot.telling import tell
from bot.visits import Visit
from bot.voices import voice_rows
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.types import JsonObject

ELIGIBILITY = "eligibility"
VERDICT = "eligibility-verdict"


async def show(visit: Visit, argument: str) -> None:
    await visit.go(ELIGIBILITY, page=page_number(argument))


async def eligibility_screen(visit: Visit, params: JsonObject) -> Screen:
    """How people describe themselves, eight a page."""
    page = page_of(params)
    found = list(SITUATIONS)[page * PAGE :][:FETCHED]
    rows = page_rows(visit.words, "eligibility", page, found, lambda name: _button(visit, name))
    return Screen(ELIGIBILITY, visit.words.render("eligibility-ask"), (*rows, visit.words.ways_out()))


def _button(visit: Visit, situation: str) -> Button:
    label = visit.words.label(f"eligibility-situation.{situation}")
    return Button(label, Action("eligibility", "answer", situation))


async def answer(visit: Visit, situation: str) -> None:
    decide(visit.service.facts, visit.service.today(), situation)
    await visit.go(VERDICT, situation=situation)


async def verdict_screen(visit: Visit, params: JsonObject) -> Screen:
    """May one join, who covers one otherwise, or who decides; and what to do now."""
    situation = str(params.get("situation"))
    decision = decide(visit.service.facts, visit.service.today(), situation)
    today = visit.service.facts_today
    phone = visit.service.call_centre
    text = tell(visit.words, today, f"eligibility-{reason_text(situation, decision.reason)}", phone=phone)
    return Screen(VERDICT, text, _rows(visit, decision.verdict, situation))


def _rows(visit: Visit, verdict: Verdict, situation: str) -> Rows:
    words = visit.words
    onward: Rows = ()
    if verdict is Verdict.MAY_JOIN:
        onward = (
            (words.button("home-register", "registration", "start"),),
            (words.button("home-costs", "programme", "costs"),),
        )
    back = (words.button("eligibility-back", "eligibility", "show"),)
    return (*onward, *voice_rows(visit, f"eligibility.{situation}"), back, words.ways_out())


def register(routes: Routes) -> None:
    routes.command("syarat", show)
    routes.screen(ELIGIBILITY, eligibility_screen)
    routes.screen(VERDICT, verdict_screen, tells=True)
    routes.action("eligibility", "show", show)
    routes.action("eligibility", "page", show)
    routes.action("eligibility", "answer", answer)
