"""/tim: coordinators and officers see how their people are doing, and move leads from one to another."""

from uuid import UUID

from bot.access import Permission, is_allowed
from bot.errors import NotFound, Stale
from bot.leads.moving import move_all
from bot.phones import national
from bot.screens import Action, Button, Rows, Screen
from bot.team import act_for, end_volunteer
from bot.team_records import Member, get_member, list_members
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.types import JsonObject
from storage.volunteers import find_volunteer_of

TEAM = "team"
MEMBER = "member"
SURE = "member-end"
MARKS = {Role.COORDINATOR: "⭐", Role.CLOSER: "🪪"}  # whoever is more than a volunteer


async def list_(visit: Visit, argument: str) -> None:
    await visit.go(TEAM, page=page_number(argument))


async def team_screen(visit: Visit, params: JsonObject) -> Screen:
    """A page of the team; red is below the branch's goal."""
    page, words = page_of(params), visit.words
    members = await list_members(visit, limit=FETCHED, offset=page * PAGE)
    rows = page_rows(words, "team", page, members, _member_button)
    text = words.render("team-list") if members else words.render("team-none")
    return Screen(TEAM, text, (*rows, words.ways_out()), protected=True)


def _member_button(member: Member) -> Button:
    mark = "🔴" if member.is_below else "🟢"
    mark += MARKS.get(member.card.volunteer.role, "")
    mark += "📄" if member.card.volunteer.contact_id is None else ""
    record, volunteer = member.record, member.card.volunteer
    numbers = f"{volunteer.open_leads} · {record.overdue} · {record.in_time}/{record.given} · 💚{record.paid}"
    return Button(f"{mark} {member.card.name[:24]} {numbers}", Action("team", "show", volunteer.id.hex))


async def show(visit: Visit, id_: str) -> None:
    await _get(visit, id_)
    await visit.go(MEMBER, id=id_)


async def _get(visit: Visit, id_: object) -> Member:
    try:
        volunteer_id = UUID(hex=str(id_))
    except ValueError:
        raise NotFound("no id") from None
    return await get_member(visit, volunteer_id)


async def member_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.SEE_TEAM)
    member, words = await _get(visit, params.get("id")), visit.words
    volunteer, record = member.card.volunteer, member.record
    text = words.render(
        "team-member",
        name=member.card.name,
        role=words.label(f"team-role.{volunteer.role.value}"),
        open=str(volunteer.open_leads),
        overdue=str(record.overdue),
        given=str(record.given),
        intime=str(record.in_time),
        paid=record.paid,
    )
    if member.card.phone and is_allowed(visit.role, Permission.SEE_LEADS):
        text = words.joined(text, words.render("team-phone", phone=national(member.card.phone)))
    rows = (
        *await _without_telegram(visit, volunteer),
        (
            words.button("team-move-all", "team", "move-all", volunteer.id.hex),
            words.button("team-move-to", "moves", "all", volunteer.id.hex),
        ),
        *(() if member.is_self else ((words.button("team-end", "team", "end", volunteer.id.hex),),)),
        (words.button("team-back", "team", "page", "0"),),
        words.ways_out(),
    )
    return Screen(MEMBER, text, rows, protected=True)


async def _without_telegram(visit: Visit, volunteer: Volunteer) -> Rows:
    """Whoever has no Telegram has their leads on paper, once a coordinator enters what came of them."""
    if volunteer.contact_id is not None:
        return ()
    words, id_ = visit.words, volunteer.id.hex
    own = await find_volunteer_of(visit.tx, visit.contact.id)
    if own is not None and own.volunteer.role is Role.COORDINATOR and volunteer.coordinator_id is None:
        return ((words.button("team-act", "team", "act", id_),),)
    papers = (
        words.button("team-paper", "papers", "pdf", id_),
        words.button("team-sheet", "papers", "xlsx", id_),
    )
    return (papers, (words.button("team-enter", "papers", "enter", id_),))


async def act(visit: Visit, id_: str) -> None:
    """The coordinator enters for somebody without Telegram from now on."""
    member = await _get(visit, id_)
    try:
        await act_for(visit, member.card.volunteer)
        visit.toast = visit.words.label("team-acting", name=member.card.name)
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    await visit.go(MEMBER, id=id_)


async def give_away(visit: Visit, id_: str) -> None:
    """All open leads of somebody go to others."""
    member = await _get(visit, id_)
    count = await move_all(
        visit.tx, visit.service, member.card.volunteer.id, visit.now, actor=visit.contact.id
    )
    visit.toast = visit.words.label("team-moved", count=str(count))
    await visit.go(MEMBER, id=id_)


async def ask_end(visit: Visit, id_: str) -> None:
    await _get_other(visit, id_)
    await visit.go(SURE, id=id_)


async def _get_other(visit: Visit, id_: object) -> Member:
    """Somebody of the team, but not oneself: nobody takes themselves out of it by a slip of the thumb."""
    member = await _get(visit, id_)
    if member.is_self:
        raise NotFound("oneself")
    return member


async def sure_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.SEE_TEAM)
    member, words = await _get_other(visit, params.get("id")), visit.words
    id_ = member.card.volunteer.id.hex
    yes, no = (
        words.button("team-end-yes", "team", "ended", id_),
        words.button("nav-back", "team", "show", id_),
    )
    return Screen(SURE, words.render("team-sure", name=member.card.name), ((yes,), (no,)), protected=True)


async def end(visit: Visit, id_: str) -> None:
    """Out of the field at once."""
    member = await _get_other(visit, id_)
    try:
        await end_volunteer(
            visit.tx, visit.service, member.card.volunteer.id, visit.now, actor=visit.contact.id
        )
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    await visit.go(TEAM, page=0)


def register(routes: Routes) -> None:
    routes.command("tim", list_, Permission.SEE_TEAM)
    routes.screen(TEAM, team_screen)
    routes.screen(MEMBER, member_screen)
    routes.screen(SURE, sure_screen)
    routes.action("team", "page", list_, Permission.SEE_TEAM)
    routes.action("team", "show", show, Permission.SEE_TEAM)
    routes.action("team", "act", act, Permission.SEE_TEAM)
    routes.action("team", "move-all", give_away, Permission.SEE_TEAM)
    routes.action("team", "end", ask_end, Permission.SEE_TEAM)
    routes.action("team", "ended", end, Permission.SEE_TEAM)
