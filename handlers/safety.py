"""/lapor: somebody pretends to be us; what is told goes to staff at once."""

from bot.reports import LONGEST, report_impostor
from bot.screens import Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes
from storage.types import JsonObject

REPORT = "report"


async def ask(visit: Visit, _argument: str) -> None:
    await visit.go(REPORT)


async def report_screen(visit: Visit, _params: JsonObject) -> Screen:
    """What to tell: who it was, and what they wanted."""
    words = visit.words
    rows = ((words.button("safety-genuine", "explainers", "open", "genuine.1"),), words.ways_out())
    return Screen(REPORT, words.render("safety-ask", phone=visit.service.branch.call_centre), rows)


async def read_report(visit: Visit, text: str) -> bool:
    """The report, as it was written."""
    if len(text) > LONGEST:
        return False
    await report_impostor(visit, text)
    await visit.go(HOME, written=True)
    return True


def register(routes: Routes) -> None:
    routes.command("lapor", ask)
    routes.screen(REPORT, report_screen, read_report, digits=True)
    routes.action("safety", "report", ask)
