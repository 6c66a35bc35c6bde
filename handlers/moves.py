"""Moving a lead, or all of somebody's, to a person of one's choice."""

from functools import partial
from uuid import UUID

from bot.access import Permission, is_allowed
from bot.desk import Desk
from bot.errors import NotAllowed, NotFound, Stale
from bot.leads.moving import move_all_to, move_to
from bot.leads.rights import Standing, get_lead_for
from bot.screens import Action, Button, Rows, Screen
from bot.team_records import Member, get_member, list_members
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.leads import LeadCard
from storage.types import JsonObject

MOVE = "move"
TEAM = "team"
BRANCH = "branch"


async def one(visit: Visit, number: str) -> None:
    """Choose who is to have this lead."""
    await _movable(visit, number)
    await visit.go(MOVE, number=number)


async def _movable(visit: Visit, number: str) -> LeadCard:
    """The lead, for whoever answers for it but does not own it; NotFound for anybody else."""
    card, standing = await get_lead_for(visit, number)
    if standing is Standing.OWNER:
        raise NotFound("owners hand back")
    return card


async def all_of(visit: Visit, id_: str) -> None:
    """Choose who is to have everything of somebody's."""
    await _member(visit, id_)
    await visit.go(MOVE, member=id_)


async def _member(visit: Visit, id_: object) -> Member:
    try:
        return await get_member(visit, UUID(hex=str(id_)))
    except ValueError:
        raise NotFound("no id") from None


async def page(visit: Visit, number: str) -> None:
    await visit.go(MOVE, **{**visit.place.params, "page": page_number(number)})


async def move_screen(visit: Visit, params: JsonObject) -> Screen:
    """The team, a page at a time; staff may give it to the branch, too."""
    visit.require(Permission.SEE_TEAM)
    words, number = visit.words, page_of(params)
    members = await list_members(visit, limit=FETCHED, offset=number * PAGE)
    rows = page_rows(words, "moves", number, members, partial(_button, visit))
    branch: Rows = ()
    if is_allowed(visit.role, Permission.SEE_LEADS):
        branch = ((words.button("moves-branch", "moves", "to", BRANCH),),)
    card = None if params.get("member") else await _movable(visit, str(params.get("number")))
    text = await _text(visit, params) if card is None else words.render("moves-one", name=card.name)
    about = () if card is None else (card.lead.id,)
    return Screen(MOVE, text, (*rows, *branch, words.ways_out()), protected=True, about=about)


async def _text(visit: Visit, params: JsonObject) -> str:
    member = await _member(visit, params["member"])
    count = str(member.card.volunteer.open_leads)
    return visit.words.render("moves-all", name=member.card.name, count=count)


def _button(visit: Visit, member: Member) -> Button:
    volunteer = member.card.volunteer
    away = volunteer.leave_until is not None and volunteer.leave_until >= visit.service.today()
    mark = "🌴 " if away else ""
    label = f"{mark}{member.card.name[:40]} ({volunteer.open_leads}/{volunteer.capacity})"
    return Button(label, Action("moves", "to", volunteer.id.hex))


async def to(visit: Visit, id_: str) -> None:
    """Move it; what is said of it depends on what may be moved to whom."""
    if visit.place.screen != MOVE:
        raise NotFound(id_)
    owner_id = await _target(visit, id_)
    params, desk = visit.place.params, Desk.of(visit)
    if params.get("member"):
        giver = await _member(visit, params["member"])
        count = await move_all_to(desk, giver.card.volunteer.id, owner_id)
        visit.toast = visit.words.label("moves-moved", count=str(count))
        await visit.go(TEAM, page=0)
        return
    await _move_one(visit, desk, str(params.get("number")), owner_id)


async def _target(visit: Visit, id_: str) -> UUID | None:
    if id_ == BRANCH:
        visit.require(Permission.SEE_LEADS)
        return None
    return (await _member(visit, id_)).card.volunteer.id


async def _move_one(visit: Visit, desk: Desk, number: str, owner_id: UUID | None) -> None:
    try:
        await move_to(desk, await _movable(visit, number), owner_id)
        visit.toast = visit.words.label("moves-moved", count="1")
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    except NotAllowed:
        visit.toast = visit.words.label("moves-office-only")
    await visit.go("task", number=number, history=True)


def register(routes: Routes) -> None:
    routes.screen(MOVE, move_screen)
    routes.action("moves", "one", one, Permission.SEE_TEAM)
    routes.action("moves", "all", all_of, Permission.SEE_TEAM)
    routes.action("moves", "page", page, Permission.SEE_TEAM)
    routes.action("moves", "to", to, Permission.SEE_TEAM)
