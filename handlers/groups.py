"""Groups to invite somebody for: chosen from the branch's, or written down anew."""

from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.errors import NotFound
from bot.names import clean_name
from bot.places import Sure
from bot.postings import posting_text
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.groups import add_group, find_group, find_group_named, list_groups
from storage.models.groups import GroupKind, WorkerGroup
from storage.models.staff import Role
from storage.types import JsonObject
from storage.volunteers import Territory

GROUPS = "groups"
KIND = "group-kind"
NAME = "group-name"
CONFIRM = "invite-confirm"


async def choose(visit: Visit, _id: str) -> None:
    await visit.go(GROUPS)


async def page(visit: Visit, number: str) -> None:
    await visit.go(GROUPS, page=page_number(number))


async def groups_screen(visit: Visit, params: JsonObject) -> Screen:
    """All groups by name, and the way to a new one."""
    visit.require(Permission.INVITE)
    words, number = visit.words, page_of(params)
    found = (await list_groups(visit.tx))[number * PAGE : number * PAGE + FETCHED]
    buttons = [await _button(visit, group) for group in found]
    rows = page_rows(words, "groups", number, buttons, lambda button: button)
    new = (words.button("groups-new", "groups", "new"),)
    return Screen(GROUPS, words.render("groups-which"), (*rows, new, words.ways_out()))


async def _button(visit: Visit, group: WorkerGroup) -> Button:
    label = await posting_text(visit.tx, visit.service, visit.words, Territory(), group.id)
    return Button(label[:60], Action("groups", "is", group.id.hex))


async def chosen(visit: Visit, id_: str) -> None:
    """On to the invitation for this group."""
    try:
        group = await find_group(visit.tx, UUID(hex=id_))
    except ValueError:
        raise NotFound(id_) from None
    if group is None:
        raise NotFound(id_)
    await visit.go(CONFIRM, role=Role.VOLUNTEER.value, group=group.id.hex)


async def new(visit: Visit, _id: str) -> None:
    await visit.go(KIND)


async def kind_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.INVITE)
    words = visit.words
    rows = tuple(
        (Button(words.label(f"groups-kind.{kind.value}"), Action("groups", f"kind-{kind.value}")),)
        for kind in GroupKind
    )
    return Screen(KIND, words.render("groups-ask-kind"), (*rows, words.ways_out()))


async def choose_kind(visit: Visit, _id: str, kind: GroupKind) -> None:
    await visit.go(NAME, kind=kind.value)


async def name_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.INVITE)
    words = visit.words
    kind = words.label(f"groups-kind.{GroupKind(str(params.get('kind'))).value}")
    return Screen(NAME, words.render("groups-ask-name", kind=kind), (words.ways_out(),))


async def read_name(visit: Visit, text: str) -> bool:
    """The name, perhaps with its village behind a comma: "Mina Bahari, desa pontang"."""
    visit.require(Permission.INVITE)
    name, _, place = text.partition(",")
    name_ = clean_name(name)
    if name_ is None:
        return False
    reading = visit.service.places.search(place) if place.strip() else None
    code = reading.village.code if isinstance(reading, Sure) else None
    kind = GroupKind(str(visit.place.params.get("kind")))
    await add_group(visit.tx, kind, name_, visit.now, village_code=code)
    group = await find_group_named(visit.tx, name_)
    if group is None:
        return False
    await chosen(visit, group.id.hex)
    return True


def register(routes: Routes) -> None:
    routes.screen(GROUPS, groups_screen)
    routes.screen(KIND, kind_screen)
    routes.screen(NAME, name_screen, read_name)
    routes.action("groups", "choose", choose, Permission.INVITE)
    routes.action("groups", "page", page, Permission.INVITE)
    routes.action("groups", "is", chosen, Permission.INVITE)
    routes.action("groups", "new", new, Permission.INVITE)
    for kind in GroupKind:
        routes.action("groups", f"kind-{kind.value}", partial(choose_kind, kind=kind), Permission.INVITE)
