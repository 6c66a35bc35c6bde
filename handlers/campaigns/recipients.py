"""What recipients do with a campaign: its buttons open the bot's own screens, its stop works with one tap."""

from functools import partial

from bot.campaign_answers import answer_campaign, stop_campaigns
from bot.campaigns.content import ButtonKind
from bot.campaigns.rendering import LABELS, PREVIEW, STOP
from bot.screens import TELL_MISFORTUNE
from bot.visits import Visit
from handlers.routes import Routes

SCREENS = {
    ButtonKind.EXPLAIN: ("programme", "benefits"),
    ButtonKind.COSTS: ("programme", "costs"),
    ButtonKind.REGISTER: ("registration", "start"),
    ButtonKind.MISFORTUNE: TELL_MISFORTUNE,
}
"""The actions of other features that a campaign's buttons stand for."""


async def open_(visit: Visit, number: str, routes: Routes, kind: ButtonKind) -> None:
    """The tap is noted, and the screen comes as a message of its own: the campaign stays to be read again."""
    if number == PREVIEW:
        visit.toast = visit.words.label("campaigns-preview-only")
        return
    await answer_campaign(visit, number, kind)
    await routes.actions[SCREENS[kind]].handler(visit, "")


async def stop(visit: Visit, number: str) -> None:
    """Nothing more comes, not even what waits already; the screen says how to have it again."""
    if number == PREVIEW:
        visit.toast = visit.words.label("campaigns-preview-only")
        return
    await stop_campaigns(visit, number)
    await visit.go("stopped")


def register(routes: Routes) -> None:
    for kind in LABELS:
        routes.action("campaigns", kind.value, partial(open_, routes=routes, kind=kind), anywhere=True)
    routes.action("campaigns", STOP, stop, anywhere=True)
