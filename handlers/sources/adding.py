"""A new source in the chat: who carries the message, its label, and what is known of its people."""

from uuid import UUID

from bot.access import Permission
from bot.addresses import village_name
from bot.errors import NotFound
from bot.names import clean_name
from bot.places import Several, Sure
from bot.registration.form import OCCUPATIONS
from bot.screens import Action, Button, Rows, Screen, in_rows
from bot.sources import GROUP_KINDS, clean_label, create_source, free_code
from bot.visits import Visit
from handlers.pages import cut
from handlers.routes import Routes
from handlers.sources.posters import SOURCE
from storage.groups import find_group, list_groups_of
from storage.models.sources import Source, SourceKind
from storage.types import JsonObject

KIND, LABEL, PLACE, WORK, GROUP, CONFIRM = (
    *("source-kind", "source-label", "source-place", "source-work", "source-group"),
    "source-confirm",
)
STEPS = {"kind": KIND, "label": LABEL, "village": PLACE, "occupation": WORK, "group": GROUP}
"""What is asked, in its order, and where; what is answered stands in the screen's params."""
KINDS = tuple(kind for kind in SourceKind if kind not in {SourceKind.CAMPAIGN, SourceKind.GATHERING})
"""Campaigns and group nights make their own."""
ALL_SORTS = "-"  # a button's id is not empty
NEW = "new"
GROUPS_SHOWN = 12


async def begin(visit: Visit, _id: str) -> None:
    await visit.go(KIND)


async def _answer(visit: Visit, step: str, value: str) -> None:
    """Keep an answer of the screen that asked for it, and go on to what is not known yet."""
    if visit.place.screen != STEPS[step]:
        raise NotFound(step)
    given = {name: value for name, value in visit.place.params.items() if name in STEPS} | {step: value}
    open_ = next((name for name in _asked(given) if name not in given), None)
    await visit.go(STEPS[open_] if open_ else CONFIRM, **given)


def _asked(given: JsonObject) -> tuple[str, ...]:
    """A group is asked for only where the poster may hang with one."""
    has_group = given.get("kind") in {kind.value for kind in GROUP_KINDS}
    return tuple(step for step in STEPS if step != "group" or has_group)


async def back(visit: Visit, _id: str) -> None:
    """To the question before, whose answer is open again."""
    given = {name: value for name, value in visit.place.params.items() if name in STEPS}
    last = next((step for step in reversed(STEPS) if step in given), "kind")
    given.pop(last, None)
    await visit.go(STEPS[last], **given)


def _ways_back(visit: Visit) -> Rows:
    return ((visit.words.button("nav-back", "newsource", "back"),), visit.words.ways_out())


async def kind_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.MAKE_POSTERS)
    words = visit.words
    buttons = [
        Button(words.label(f"sources-kind.{kind.value}"), Action("newsource", "kind", kind.value))
        for kind in KINDS
    ]
    return Screen(KIND, words.render("sources-ask-kind"), (*in_rows(buttons, 2), words.ways_out()))


async def choose_kind(visit: Visit, value: str) -> None:
    if value not in KINDS:
        raise NotFound(value)
    await _answer(visit, "kind", value)


async def label_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.MAKE_POSTERS)
    return Screen(LABEL, visit.words.render("sources-ask-label"), _ways_back(visit))


async def read_label(visit: Visit, text: str) -> bool:
    """What is to stand on the poster; False where nothing of it can be printed."""
    visit.require(Permission.MAKE_POSTERS)
    label = clean_label(text)
    if label is None:
        return False
    await _answer(visit, "label", label)
    return True


async def place_screen(visit: Visit, params: JsonObject) -> Screen:
    """The village, where everybody lives in one; a name that several have is chosen from."""
    visit.require(Permission.MAKE_POSTERS)
    words, found = visit.words, params.get("found")
    codes = [str(code) for code in found] if isinstance(found, list) else []
    rows: Rows = tuple((_village_button(visit, code),) for code in codes)
    text = words.render("sources-which-place") if codes else words.render("sources-ask-place")
    anywhere = (words.button("sources-anywhere", "newsource", "village", ALL_SORTS),)
    return Screen(PLACE, text, (*rows, anywhere, *_ways_back(visit)))


def _village_button(visit: Visit, code: str) -> Button:
    label = village_name(visit.words, visit.service.places, code)
    return Button(cut(label), Action("newsource", "village", code))


async def read_place(visit: Visit, text: str) -> bool:
    visit.require(Permission.MAKE_POSTERS)
    places = visit.service.places
    reading = places.search(text)
    if isinstance(reading, Sure):
        await _answer(visit, "village", reading.village.code)
        return True
    if isinstance(reading, Several):
        villages = [area.code for area in reading.candidates if places.find_village(area.code)]
        await visit.go(PLACE, **{**visit.place.params, "found": villages})
        return bool(villages)
    return False


async def choose_village(visit: Visit, code: str) -> None:
    if code != ALL_SORTS and visit.service.places.find_village(code) is None:
        raise NotFound(code)
    await _answer(visit, "village", "" if code == ALL_SORTS else code)


async def work_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.MAKE_POSTERS)
    words = visit.words
    buttons = [
        Button(words.label(f"registration-occupation.{work}"), Action("newsource", "work", work))
        for work in OCCUPATIONS
        if work != "other"
    ]
    mixed = (words.button("sources-mixed", "newsource", "work", ALL_SORTS),)
    return Screen(WORK, words.render("sources-ask-work"), (*in_rows(buttons, 2), mixed, *_ways_back(visit)))


async def choose_work(visit: Visit, value: str) -> None:
    if value not in {*OCCUPATIONS, ALL_SORTS}:
        raise NotFound(value)
    await _answer(visit, "occupation", "" if value == ALL_SORTS else value)


async def group_screen(visit: Visit, params: JsonObject) -> Screen:
    """The group whose members come from it: one of this kind, one called as the poster is, or none."""
    visit.require(Permission.MAKE_POSTERS)
    words, kind = visit.words, GROUP_KINDS[SourceKind(str(params.get("kind")))]
    groups = await list_groups_of(visit.tx, kind, limit=GROUPS_SHOWN)
    rows: Rows = tuple((Button(cut(g.name), Action("newsource", "group", g.id.hex)),) for g in groups)
    name = clean_name(str(params.get("label")))
    if name and name.casefold() not in {group.name.casefold() for group in groups}:
        new = words.label("sources-new-group", name=cut(name))
        rows = (*rows, (Button(new, Action("newsource", "group", NEW)),))
    none = (words.button("sources-no-group", "newsource", "group", ALL_SORTS),)
    return Screen(GROUP, words.render("sources-ask-group"), (*rows, none, *_ways_back(visit)))


async def choose_group(visit: Visit, value: str) -> None:
    await _answer(visit, "group", await _group_named(visit, value))


async def _group_named(visit: Visit, value: str) -> str:
    """The name behind a button; empty for no group."""
    if value == ALL_SORTS:
        return ""
    if value == NEW:
        return clean_name(str(visit.place.params.get("label"))) or ""
    try:
        group = await find_group(visit.tx, UUID(hex=value))
    except ValueError:
        group = None
    if group is None:
        raise NotFound(value)
    return group.name


async def confirm_screen(visit: Visit, params: JsonObject) -> Screen:
    """All of it once more, before there is a link that people use."""
    visit.require(Permission.MAKE_POSTERS)
    words, source = visit.words, _source(visit, params, code="")
    village, work = source.village_code, source.occupation
    text = words.render(
        "sources-new-card",
        label=source.label,
        kind=words.label(f"sources-kind.{source.kind.value}"),
        place=village_name(words, visit.service.places, village) if village else words.label("sources-open"),
        work=words.label(f"registration-occupation.{work}") if work else words.label("sources-open"),
        group=source.group_name or words.label("sources-groupless"),
    )
    make = (words.button("sources-make", "newsource", "make"),)
    return Screen(CONFIRM, text, (make, *_ways_back(visit)))


def _source(visit: Visit, given: JsonObject, code: str) -> Source:
    village, work, group = (str(given.get(name) or "") or None for name in ("village", "occupation", "group"))
    return Source(
        code=code,
        label=str(given.get("label")),
        kind=SourceKind(str(given.get("kind"))),
        village_code=village,
        occupation=work,
        group_name=group,
        created_at=visit.now,
    )


async def make(visit: Visit, _id: str) -> None:
    """Make it, and show its link and what can be printed."""
    if visit.place.screen != CONFIRM:
        raise NotFound(CONFIRM)
    given = visit.place.params
    code = await free_code(visit.tx, str(given.get("label")))
    await create_source(visit.tx, _source(visit, given, code), visit.service.places)
    visit.toast = visit.words.label("sources-made")
    await visit.go(SOURCE, code=code)


def register(routes: Routes) -> None:
    routes.screen(KIND, kind_screen)
    routes.screen(LABEL, label_screen, read_label)
    routes.screen(PLACE, place_screen, read_place)
    routes.screen(WORK, work_screen)
    routes.screen(GROUP, group_screen)
    routes.screen(CONFIRM, confirm_screen)
    for verb, handler in (
        *(("begin", begin), ("back", back), ("kind", choose_kind), ("village", choose_village)),
        *(("work", choose_work), ("group", choose_group), ("make", make)),
    ):
        routes.action("newsource", verb, handler, Permission.MAKE_POSTERS)
