"""/undang for staff, and the link that makes somebody a volunteer or staff."""

from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.cases.duty import show_up
from bot.errors import NotAllowed, NotFound, Stale
from bot.invitations import (
    FIELD_ROLES,
    PREFIX,
    STAFF_ROLES,
    answer_invitation,
    invite,
    open_invitation,
    send_link,
    territory_of,
)
from bot.newcomers import tell_joined
from bot.postings import posting_text
from bot.screens import Action, Button, Screen
from bot.team import join
from bot.visits import HOME, Visit
from handlers.routes import Routes
from storage.invitations import NewInvitation
from storage.models.staff import Role
from storage.types import JsonObject
from storage.volunteers import Territory

ROLE = "invite"
WHERE = "invite-where"  # territories ask for it
CONFIRM = "invite-confirm"
JOIN = "invitation"
ROLES = (*FIELD_ROLES, *STAFF_ROLES)


async def begin(visit: Visit, _argument: str) -> None:
    await visit.go(ROLE)


async def role_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Who is to be invited."""
    visit.require(Permission.INVITE)
    words = visit.words
    rows = tuple(
        (Button(words.label(f"team-role.{role.value}"), Action("invitations", "role", role.value)),)
        for role in ROLES
    )
    return Screen(ROLE, words.render("invitations-role"), (*rows, words.ways_out()))


async def choose_role(visit: Visit, value: str) -> None:
    """Staff answer for the whole branch; who is in the field answers for streets."""
    if value not in ROLES:
        raise NotFound(value)
    if value in STAFF_ROLES:
        await visit.go(CONFIRM, role=value, area="", rw="", rt="")
    else:
        await visit.go(WHERE, role=value)


async def confirm_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.INVITE)
    words, role = visit.words, str(params.get("role"))
    text = words.render(
        "invitations-confirm",
        role=words.label(f"team-role.{role}"),
        where=await posting_text(visit.tx, visit.service, words, _territory(params), _group_id(params)),
    )
    send = words.button("invitations-send", "invitations", "send")
    again = words.button("nav-back", "invitations", "begin")
    return Screen(CONFIRM, text, ((send,), (again,), words.ways_out()))


def _territory(params: JsonObject) -> Territory:
    return Territory(str(params.get("area") or ""), str(params.get("rw") or ""), str(params.get("rt") or ""))


def _group_id(params: JsonObject) -> UUID | None:
    return UUID(hex=str(params["group"])) if params.get("group") else None


async def send(visit: Visit, _id: str) -> None:
    """Make the invitation; the link comes as a message, or waits for a second person."""
    if visit.place.screen != CONFIRM:
        raise NotFound
    params = visit.place.params
    new = NewInvitation(Role(str(params.get("role"))), _territory(params), _group_id(params))
    made = await invite(visit.tx, new, visit.now, invited_by=visit.contact.id)
    if made.code is None:
        await show_up(visit)  # whoever approves reads whose invitation it is
        await visit.go_below(visit.words.render("invitations-waiting"), HOME)
        return
    await send_link(visit.tx, visit.contact.id, made.invitation, made.code, visit.now)
    visit.toast = visit.words.label("invitations-coming")
    await visit.go(HOME)


async def answer(visit: Visit, id_: str, *, agreed: bool) -> None:
    """A second person agrees or refuses."""
    try:
        await answer_invitation(visit, UUID(hex=id_), agreed=agreed)
    except (Stale, NotAllowed, ValueError):
        await visit.again(visit.words.render("invitations-stale"))
        return
    key = "invitations-approved" if agreed else "invitations-refused"
    await visit.again(visit.words.render(key))


async def join_screen(visit: Visit, params: JsonObject) -> Screen:
    """What the person joins, and the pledge; a link that is used, over or foreign is refused politely."""
    words = visit.words
    try:
        invitation = await open_invitation(visit, str(params.get("code")))
    except NotFound:
        return Screen(JOIN, words.render("invitations-over"), (words.ways_out(),))
    joining = words.render(
        "invitations-join",
        role=words.label(f"team-role.{invitation.role.value}"),
        where=await posting_text(
            visit.tx, visit.service, words, territory_of(invitation), invitation.group_id
        ),
    )
    agree = words.button("invitations-agree", "invitations", "agree")
    decline = words.button("invitations-decline", "invitations", "decline")
    text = words.joined(joining, words.render("team-pledge"))
    return Screen(JOIN, text, ((agree,), (decline,), words.ways_out()))


async def decline(visit: Visit, _id: str) -> None:
    """The link stays good for as long as it was; nobody has become anything."""
    await visit.go_below(visit.words.render("invitations-declined"), HOME)


async def agree(visit: Visit, _id: str) -> None:
    """The person agrees: from now on they are what the invitation says."""
    try:
        invitation = await open_invitation(visit, str(visit.place.params.get("code")))
        await join(visit, invitation)
        await tell_joined(visit, invitation)
    except (NotFound, Stale):
        await visit.go(JOIN, code="")
        return
    visit.role = invitation.role
    if invitation.role in FIELD_ROLES:
        await visit.go("profile", welcome=True)
    else:
        await visit.go(HOME)


def register(routes: Routes) -> None:
    routes.command("undang", begin, Permission.INVITE)
    routes.screen(ROLE, role_screen)
    routes.screen(CONFIRM, confirm_screen)
    routes.screen(JOIN, join_screen, asks=True)
    routes.screens.link(PREFIX, JOIN)
    routes.action("invitations", "begin", begin, Permission.INVITE)
    routes.action("invitations", "role", choose_role, Permission.INVITE)
    routes.action("invitations", "send", send, Permission.INVITE)
    routes.action("invitations", "approve", partial(answer, agreed=True), Permission.INVITE, anywhere=True)
    routes.action("invitations", "refuse", partial(answer, agreed=False), Permission.INVITE, anywhere=True)
    routes.action("invitations", "agree", agree)
    routes.action("invitations", "decline", decline)
