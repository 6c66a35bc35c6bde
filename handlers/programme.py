"""/manfaat: what the protection gives."""

from bot.programme.formats import duration, rupiah_short
from bot.quotes import lang_of
from bot.screens import Rows, Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.conversations import JsonObject

BENEFITS = "benefits"


async def show_benefits(visit: Visit, _argument: str) -> None:
    await visit.go(BENEFITS)


async def benefits_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Treatment and recovery first; death comes last, with its conditions."""
    words = visit.words
    lang = lang_of(words)
    facts = visit.service.facts.on(visit.service.today())
    text = words.render(
        "programme-benefits",
        grant=rupiah_short(facts.rupiah("jkm.total"), lang),
        funeral=rupiah_short(facts.rupiah("jkm.funeral"), lang),
        after=duration(facts.duration("jkm.full_after"), lang),
        scholarship=rupiah_short(facts.rupiah("scholarship.total"), lang),
        years=duration(facts.duration("scholarship.jkm_after"), lang),
        phone=visit.service.branch.call_centre,
    )
    return Screen(BENEFITS, text, _rows(visit, "home-costs", "costs"))


def _rows(visit: Visit, other: str, verb: str) -> Rows:
    words = visit.words
    return (
        (words.button("home-register", "registration", "start"),),
        (words.button(other, "programme", verb),),
        words.ways_out(),
    )


def register(routes: Routes) -> None:
    routes.command("manfaat", show_benefits)
    routes.screen(BENEFITS, benefits_screen)
    routes.action("programme", "benefits", show_benefits)
