"""/laporan for officers: the funnel, by source, area and group."""

from datetime import date

from bot.access import Permission
from bot.errors import NotFound
from bot.funnels import breakdown_text, funnel_text
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.funnel import By
from storage.types import JsonObject

FUNNEL = "funnel"


async def show(visit: Visit, week: str) -> None:
    """Up to now; or the week that a message told of, whenever its details are asked for."""
    _week(week)
    await visit.go(FUNNEL, week=week)


async def command(visit: Visit, _argument: str) -> None:
    await visit.go(FUNNEL)


async def break_down(visit: Visit, argument: str) -> None:
    by, _, week = argument.partition(".")
    _week(week)
    if by not in {choice.value for choice in By}:
        raise NotFound(by)
    await visit.go(FUNNEL, by=by, week=week)


def _week(said: str) -> date | None:
    """The Monday after the week, as a button names it; None: up to now. NotFound for no day at all."""
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise NotFound(said) from None


async def funnel_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.SEE_LEADS)
    words, by, said = visit.words, params.get("by"), str(params.get("week") or "")
    week = _week(said)
    if by:
        text = await breakdown_text(visit.tx, visit.service, words, By(str(by)), visit.now, week)
    else:
        text = await funnel_text(visit.tx, visit.service, words, visit.now, week)
    choices = tuple(
        Button(
            words.label(f"funnel-by-{choice.value}"),
            Action("funnel", "by", f"{choice.value}.{said}" if said else choice.value),
        )
        for choice in By
    )
    return Screen(FUNNEL, text, (choices, words.ways_out()), protected=True)


def register(routes: Routes) -> None:
    routes.command("laporan", command, Permission.SEE_LEADS)
    routes.screen(FUNNEL, funnel_screen)
    routes.action("funnel", "show", show, Permission.SEE_LEADS, anywhere=True)
    routes.action("funnel", "by", break_down, Permission.SEE_LEADS)
