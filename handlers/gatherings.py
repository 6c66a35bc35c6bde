"""/kumpul: a group night with its own QR; many are registered in a row, and a sheet of them comes after."""

from uuid import UUID

from bot.access import Permission, is_allowed
from bot.addresses import territory_text
from bot.errors import NotAllowed, NotFound
from bot.gatherings.counting import update_count
from bot.gatherings.sessions import (
    end_gathering,
    find_hosted,
    get_hosted,
    list_own_postings,
    open_gathering,
    queue_qr,
)
from bot.gatherings.sheets import request_sheet
from bot.places import Several, Sure
from bot.postings import posting_text
from bot.screens import Action, Button, Rows, Screen
from bot.visits import HOME, Visit
from handlers.pages import PAGE
from handlers.routes import Routes
from storage.gatherings import count_gathered
from storage.models.volunteers import Posting
from storage.sources import find_source
from storage.types import JsonObject
from storage.volunteers import Territory

WHERE = "gathering-where"
GATHERING = "gathering"


async def begin(visit: Visit, _argument: str) -> None:
    """The evening that is open, or where the next one is."""
    await visit.go(WHERE if await find_hosted(visit) is None else GATHERING)


async def where_screen(visit: Visit, params: JsonObject) -> Screen:
    """What the person answers for, by one tap; staff and coordinators type any place of theirs."""
    visit.require(Permission.FOLLOW_UP)
    words, found = visit.words, params.get("found")
    if isinstance(found, list):
        rows: Rows = tuple((_area_button(visit, str(code)),) for code in found)
        return Screen(WHERE, words.render("gatherings-which"), (*rows, words.ways_out()))
    rows = tuple([(await _posting_button(visit, p),) for p in (await list_own_postings(visit))[:PAGE]])
    key = "gatherings-where" if rows else "gatherings-type-where"
    return Screen(WHERE, words.render(key), (*rows, words.ways_out()))


async def _posting_button(visit: Visit, posting: Posting) -> Button:
    where = Territory(posting.area_code, posting.rw, posting.rt)
    label = await posting_text(visit.tx, visit.service, visit.words, where, posting.group_id)
    return Button(label[:60], Action("gatherings", "at", posting.id.hex))


def _area_button(visit: Visit, code: str) -> Button:
    label = territory_text(visit.words, visit.service.places, Territory(code))
    return Button(label[:60], Action("gatherings", "area", code))


async def read_where(visit: Visit, text: str) -> bool:
    """A place as typed: "rt 03 rw 05 desa pontang"."""
    visit.require(Permission.FOLLOW_UP)
    reading = visit.service.places.search(text)
    near = reading.neighbourhood
    if isinstance(reading, Sure):
        await _open(visit, Territory(reading.village.code, near.rw or "", near.rt or ""))
        return True
    if isinstance(reading, Several):
        codes = [area.code for area in reading.candidates if visit.service.places.find_village(area.code)]
        await visit.go(WHERE, found=codes, rw=near.rw or "", rt=near.rt or "")
        return bool(codes)
    return False


async def choose_area(visit: Visit, code: str) -> None:
    """One of the villages that were meant."""
    if visit.service.places.find_village(code) is None:
        raise NotFound(code)
    params = visit.place.params
    await _open(visit, Territory(code, str(params.get("rw") or ""), str(params.get("rt") or "")))


async def choose_posting(visit: Visit, id_: str) -> None:
    """One of the places or groups the person answers for."""
    for posting in await list_own_postings(visit):
        if posting.id.hex == id_:
            await _open(visit, Territory(posting.area_code, posting.rw, posting.rt), posting.group_id)
            return
    raise NotFound(id_)


async def _open(visit: Visit, where: Territory, group_id: UUID | None = None) -> None:
    try:
        gathering = await open_gathering(visit, where, group_id)
    except NotAllowed:
        await visit.again(visit.words.render("gatherings-not-yours"))
        return
    await update_count(visit.tx, gathering, visit.now)
    await visit.go(GATHERING)


async def gathering_screen(visit: Visit, _params: JsonObject) -> Screen:
    """The evening as it stands, and what its host may do."""
    visit.require(Permission.FOLLOW_UP)
    words, gathering = visit.words, await get_hosted(visit)
    source, turnout = (
        await find_source(visit.tx, gathering.code),
        await count_gathered(visit.tx, gathering.id),
    )
    text = words.render(
        "gatherings-card",
        label=source.label if source else gathering.code,
        count=str(turnout.all),
        typed=str(turnout.on_behalf),
    )
    rows: Rows = (
        (words.button("gatherings-register", "registration", "other"),),
        (words.button("gatherings-qr-again", "gatherings", "qr"),),
        (words.button("gatherings-end", "gatherings", "end"),),
        words.ways_out(),
    )
    return Screen(GATHERING, text, rows, protected=True)


async def show(visit: Visit, _id: str) -> None:
    await begin(visit, "")


async def qr(visit: Visit, _id: str) -> None:
    """The code once more, below everything that has come since."""
    await queue_qr(visit, await get_hosted(visit))
    visit.toast = visit.words.label("gatherings-coming")


async def end(visit: Visit, _id: str) -> None:
    """Close the evening: the last count, and one sheet of everybody."""
    gathering = await get_hosted(visit)
    await end_gathering(visit, gathering)
    await update_count(visit.tx, gathering, visit.now)
    shown, turnout = await request_sheet(visit, gathering), await count_gathered(visit.tx, gathering.id)
    is_staff = is_allowed(visit.role, Permission.SEE_LEADS)
    hidden = "" if is_staff or shown == turnout.all else visit.words.render("gatherings-office-only")
    ended = visit.words.render("gatherings-ended", count=str(turnout.all))
    visit.say(Screen("gathering-ended", visit.words.joined(ended, hidden)))
    await visit.go(HOME)


def register(routes: Routes) -> None:
    routes.command("kumpul", begin, Permission.FOLLOW_UP)
    routes.screen(WHERE, where_screen, read_where)
    routes.screen(GATHERING, gathering_screen)
    routes.action("gatherings", "at", choose_posting, Permission.FOLLOW_UP)
    routes.action("gatherings", "area", choose_area, Permission.FOLLOW_UP)
    routes.action("gatherings", "show", show, Permission.FOLLOW_UP, anywhere=True)
    routes.action("gatherings", "qr", qr, Permission.FOLLOW_UP)
    routes.action("gatherings", "end", end, Permission.FOLLOW_UP)
