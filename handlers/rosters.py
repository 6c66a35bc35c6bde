"""/impor for staff: a spreadsheet of volunteers sent as a document, all or none of it."""

from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.errors import NotFound, Stale
from bot.rosters import COLUMNS
from bot.screens import MediaKind, Screen
from bot.uploads import confirm_upload, take_file
from bot.visits import HOME, Visit
from handlers.routes import Routes, SentFile
from storage.types import JsonObject

ROSTER = "roster"


async def begin(visit: Visit, _argument: str) -> None:
    await visit.go(ROSTER)


async def roster_screen(visit: Visit, _params: JsonObject) -> Screen:
    """What the file must look like."""
    visit.require(Permission.INVITE)
    text = visit.words.render("rosters-ask", columns=", ".join(COLUMNS))
    return Screen(ROSTER, text, (visit.words.ways_out(),))


async def read_file(visit: Visit, file: SentFile) -> bool:
    """The file is read by a job; what is wrong with it, or that nothing is, comes as a message."""
    visit.require(Permission.INVITE)
    if file.kind is not MediaKind.DOCUMENT or not await take_file(visit, file.file_id, file.name):
        await visit.again(visit.words.render("rosters-not-a-sheet"))
        return True
    visit.say(Screen("roster-taken", visit.words.render("rosters-reading")))
    await visit.go(HOME)
    return True


async def answer(visit: Visit, id_: str, *, agreed: bool) -> None:
    """Whoever sent it says yes or no."""
    hex_, _, version = id_.partition(".")
    try:
        await confirm_upload(visit, UUID(hex=hex_), version, agreed=agreed)
    except ValueError:
        raise NotFound(id_) from None
    except Stale:
        await visit.again(visit.words.render("rosters-stale"))
        return
    await visit.again(visit.words.render("rosters-taking" if agreed else "rosters-left"))


def register(routes: Routes) -> None:
    routes.command("impor", begin, Permission.INVITE)
    routes.screen(ROSTER, roster_screen)
    routes.sent_file(ROSTER, read_file)
    routes.action("rosters", "take", partial(answer, agreed=True), Permission.INVITE, anywhere=True)
    routes.action("rosters", "leave", partial(answer, agreed=False), Permission.INVITE, anywhere=True)
