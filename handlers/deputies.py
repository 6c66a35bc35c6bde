"""/wakil: an approver names a deputy, or takes it back."""

from bot.access import Permission
from bot.deputies import PREFIX, become_deputy, deputy_code, end_deputy, has_deputy, open_deputy
from bot.errors import NotFound
from bot.posters import deep_link
from bot.screens import Rows, Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes
from storage.types import JsonObject

DEPUTY = "deputy"
STAND_IN = "stand-in"


async def begin(visit: Visit, _argument: str) -> None:
    await visit.go(DEPUTY)


async def deputy_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Whether there is one, and the link that makes one."""
    visit.require(Permission.APPROVE)
    words = visit.words
    link = deep_link(visit.service.bot_username, deputy_code(visit))
    rows: Rows = ((words.button("deputies-end", "deputies", "end"),),) if await has_deputy(visit) else ()
    standing = words.render("deputies-some" if rows else "deputies-none")
    text = words.joined(standing, words.render("deputies-link", link=link))
    return Screen(DEPUTY, text, (*rows, words.ways_out()), protected=True)


async def end(visit: Visit, _id: str) -> None:
    await end_deputy(visit)
    visit.toast = visit.words.label("deputies-ended")
    await visit.go(DEPUTY)


async def stand_in_screen(visit: Visit, params: JsonObject) -> Screen:
    """What the colleague would take on; a link that is old or forged is refused politely."""
    words = visit.words
    try:
        await open_deputy(visit, str(params.get("code")))
    except NotFound:
        return Screen(STAND_IN, words.render("deputies-over"), (words.ways_out(),))
    agree = words.button("deputies-agree", "deputies", "agree")
    return Screen(STAND_IN, words.render("deputies-ask"), ((agree,), words.ways_out()))


async def agree(visit: Visit, _id: str) -> None:
    """The colleague accepts."""
    if visit.place.screen != STAND_IN:
        raise NotFound
    await become_deputy(visit, str(visit.place.params.get("code")))
    visit.say(Screen("stands-in", visit.words.render("deputies-done")))
    await visit.go(HOME)


def register(routes: Routes) -> None:
    routes.command("wakil", begin, Permission.APPROVE)
    routes.screen(DEPUTY, deputy_screen)
    routes.screen(STAND_IN, stand_in_screen)
    routes.screens.link(PREFIX, STAND_IN)
    routes.action("deputies", "end", end, Permission.APPROVE)
    routes.action("deputies", "agree", agree, Permission.INVITE)
