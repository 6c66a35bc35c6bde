"""Terima, Terima semua, Tidak bisa: whoever was offered a lead says whether they take it."""

from dataclasses import replace
from functools import partial

from bot.access import Permission
from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.leads.policy import CANNOT
from bot.leads.rights import Standing, get_lead_for, has_silent_owner, read_seen, require_version
from bot.leads.taking import give_lead_back, take_lead, take_over
from bot.leads.tasks import owner_of
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.followups import list_ready
from storage.leads import LeadCard, find_lead_by_number, open_lead
from storage.models.followups import Duty
from storage.types import JsonObject
from storage.volunteers import find_volunteer_of

CANNOT_SCREEN = "task-cannot"
AT_ONCE = 100  # far above what anybody is given


async def desk_at(visit: Visit, card: LeadCard) -> Desk:
    """Where the person works on a lead; whose place they take is recorded, when its owner has no Telegram."""
    acting_for = card.lead.owner_id if await has_silent_owner(visit.tx, card.lead) else None
    return replace(Desk.of(visit), acting_for=acting_for)


async def lead_as_seen(visit: Visit, id_: str) -> tuple[LeadCard, Standing]:
    """The lead of a button, as it was shown; Stale when it moved on, NotFound when it is not theirs."""
    number, version = read_seen(id_)
    card, standing = await get_lead_for(visit, number)
    if version:
        require_version(card.lead, version)
    return card, standing


async def take(visit: Visit, id_: str) -> None:
    """Take one lead."""
    try:
        card, standing = await lead_as_seen(visit, id_)
        if standing is Standing.COORDINATOR:
            raise NotFound
        await take_lead(await desk_at(visit, card), card)
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    await visit.go("task", number=read_seen(id_)[0])


async def take_lead_over(visit: Visit, id_: str) -> None:
    """Take a silent lead over from somebody of the same streets."""
    number, version = read_seen(id_)
    volunteer = await find_volunteer_of(visit.tx, visit.contact.id)
    card = await find_lead_by_number(visit.tx, number)
    if volunteer is None or card is None:
        raise NotFound(number)
    try:
        require_version(card.lead, version)
        await take_over(Desk.of(visit), card, volunteer.volunteer)
    except Stale:
        visit.toast = visit.words.label("followups-stale")
        await visit.go("tasks")
    else:
        await visit.go("task", number=number)


async def take_all(visit: Visit, _id: str) -> None:
    """Take everything that waits for this person."""
    owner_id = await owner_of(visit)
    asked = (Duty.ACCEPT,)
    waiting = await list_ready(visit.tx, owner_id, duties=asked, limit=AT_ONCE) if owner_id else []
    for _follow_up, lead in waiting:
        await take_lead(Desk.of(visit), open_lead(visit.tx, lead))
    visit.toast = visit.words.label("followups-taken", count=str(len(waiting)))
    await visit.go("tasks")


async def cannot(visit: Visit, id_: str) -> None:
    """Ask why not, by buttons."""
    await lead_as_seen(visit, id_)
    await visit.go(CANNOT_SCREEN, id=id_)


async def cannot_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.FOLLOW_UP)
    id_, words = str(params.get("id")), visit.words
    card, _standing = await get_lead_for(visit, read_seen(id_)[0])
    rows = tuple(
        (Button(words.label(f"followups-cannot.{reason}"), Action("followups", f"cannot-{reason}", id_)),)
        for reason in CANNOT
    )
    back = (Button(words.label("nav-back"), Action("followups", "show", card.lead.number)),)
    text = words.render("followups-why", name=card.name)
    return Screen(CANNOT_SCREEN, text, (*rows, back), protected=True, about=(card.lead.id,))


async def give_back(visit: Visit, id_: str, reason: str) -> None:
    """Hand the lead on, and say thanks all the same."""
    try:
        card, standing = await lead_as_seen(visit, id_)
        if standing not in {Standing.OWNER, Standing.ACTING}:
            raise NotFound
        await give_lead_back(await desk_at(visit, card), card, reason)
        visit.toast = visit.words.label("followups-handed-on")
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    await visit.go("tasks")


def register(routes: Routes) -> None:
    routes.screen(CANNOT_SCREEN, cannot_screen)
    routes.action("followups", "take", take, Permission.FOLLOW_UP, anywhere=True)
    routes.action("followups", "take-over", take_lead_over, Permission.FOLLOW_UP, anywhere=True)
    routes.action("followups", "take-all", take_all, Permission.FOLLOW_UP, anywhere=True)
    routes.action("followups", "cannot", cannot, Permission.FOLLOW_UP, anywhere=True)
    for reason in CANNOT:
        routes.action(
            "followups", f"cannot-{reason}", partial(give_back, reason=reason), Permission.FOLLOW_UP
        )
