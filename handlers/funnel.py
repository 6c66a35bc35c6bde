"""/laporan for officers: the funnel, by source, area and group."""

from bot.access import Permission
from bot.errors import NotFound
from bot.funnels import breakdown_text, funnel_text
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.funnel import By
from storage.types import JsonObject

FUNNEL = "funnel"


async def show(visit: Visit, _argument: str) -> None:
    await visit.go(FUNNEL)


async def break_down(visit: Visit, by: str) -> None:
    if by not in {choice.value for choice in By}:
        raise NotFound(by)
    await visit.go(FUNNEL, by=by)


async def funnel_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.SEE_LEADS)
    words, by = visit.words, params.get("by")
    if by:
        text = await breakdown_text(visit.tx, visit.service, words, By(str(by)), visit.now)
    else:
        text = await funnel_text(visit.tx, visit.service, words, visit.now)
    choices = tuple(
        Button(words.label(f"funnel-by-{choice.value}"), Action("funnel", "by", choice.value))
        for choice in By
    )
    return Screen(FUNNEL, text, (choices, words.ways_out()), protected=True)


def register(routes: Routes) -> None:
    routes.command("laporan", show, Permission.SEE_LEADS)
    routes.screen(FUNNEL, funnel_screen)
    routes.action("funnel", "show", show, Permission.SEE_LEADS, anywhere=True)
    routes.action("funnel", "by", break_down, Permission.SEE_LEADS)
