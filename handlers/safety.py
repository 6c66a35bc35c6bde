"""/lapor: somebody pretends to be us; what is told goes to staff at once."""

from bot.cases.duty import list_takers
from bot.pasted import hide_secrets
from bot.reports import LONGEST, may_report, report_impostor
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
    key = "safety-ask" if await list_takers(visit.tx) else "safety-ask-alone"
    return Screen(REPORT, words.render(key, phone=visit.service.call_centre), rows)


async def read_report(visit: Visit, text: str) -> bool:
    """The report as it was written, but for a code or card number it quotes; that leaves the chat, too."""
    if len(text) > LONGEST:
        return False
    told = hide_secrets(text)
    if told != text:
        visit.deletes_message = True
        visit.say(Screen("report-hidden", visit.words.render("safety-hidden")))
    if not await may_report(visit):
        visit.say(
            Screen("report-refused", visit.words.render("safety-refused", phone=visit.service.call_centre))
        )
        await visit.go(HOME)
    elif await report_impostor(visit, told):
        await visit.go(HOME, written=True)
    else:
        phone = visit.service.call_centre
        visit.say(Screen("report-nobody", visit.words.render("safety-nobody", phone=phone)))
        await visit.go(HOME)
    return True


def register(routes: Routes) -> None:
    routes.command("lapor", ask)
    routes.screen(REPORT, report_screen, read_report, private=True, quotes=True)
    routes.action("safety", "report", ask)
