"""Territories to invite somebody for: typed, or picked from the regency down to the RT."""

from collections.abc import Iterable, Sequence

from bot.access import Permission
from bot.addresses import area_name, choice_name, territory_text
from bot.errors import NotFound
from bot.places import Neighbourhood, Several, Sure, Village, read_neighbourhood
from bot.screens import Action, Button, Rows, Screen, in_rows
from bot.visits import Visit
from handlers.pages import cut
from handlers.picker import Path, area_rows, at_page, path_to, steps_of
from handlers.routes import Routes
from storage.models.staff import Role
from storage.neighbourhoods import list_neighbourhoods
from storage.types import JsonObject
from storage.volunteers import Territory

WHERE = "invite-where"
STREETS = "invite-streets"
CONFIRM = "invite-confirm"
EVERYWHERE = "-"  # a button's id is not empty
IN_A_ROW, ROWS = 4, 6  # numbers on buttons; others are typed
Known = Sequence[tuple[str, str]]
OF_STREETS = Role.VOLUNTEER  # the others answer for villages and what is above them


async def where_screen(visit: Visit, params: JsonObject) -> Screen:
    """The territory is typed or picked; what was found of typed text is chosen from."""
    visit.require(Permission.INVITE)
    words, found = visit.words, params.get("found")
    if isinstance(found, list):
        rows: Rows = tuple((_found_button(visit, str(code)),) for code in found)
        return Screen(WHERE, words.render("territories-which"), (*rows, words.ways_out()))
    path, role = _path(params), params.get("role")
    rows = area_rows(words, visit.service.places, path, "territories")
    rows = (*_whole_rows(visit, path, role), *rows, *(_up_rows(visit) if path else _else_rows(visit, role)))
    return Screen(WHERE, words.render("territories-where"), (*rows, words.ways_out()))


def _whole_rows(visit: Visit, path: Path, role: object) -> Rows:
    """All of where the picker is, for those who answer for more than streets."""
    steps = steps_of(path)
    if role == OF_STREETS or not steps:
        return ()
    label = visit.words.label(
        "territories-whole", name=area_name(visit.words, visit.service.places, steps[-1])
    )
    return ((Button(cut(label), Action("territories", "area", steps[-1])),),)


def _up_rows(visit: Visit) -> Rows:
    return ((visit.words.button("nav-back", "territories", "up"),),)


def _else_rows(visit: Visit, role: object) -> Rows:
    """What is no area: a group, or all of the branch."""
    if role == Role.VOLUNTEER:
        return ((visit.words.button("invitations-groups", "groups", "choose"),),)
    if role == Role.CLOSER:
        return ((visit.words.button("territories-everywhere", "territories", "area", EVERYWHERE),),)
    return ()


def _path(params: JsonObject) -> Path:
    path = params.get("path")
    return tuple(str(step) for step in path) if isinstance(path, list) else ()


def _found_button(visit: Visit, code: str) -> Button:
    verb = "pick" if visit.service.places.find_village(code) is None else "village"
    return Button(
        cut(choice_name(visit.words, visit.service.places, code)), Action("territories", verb, code)
    )


async def read_where(visit: Visit, text: str) -> bool:
    """A place as typed: "rt 03 rw 05 desa pontang"."""
    visit.require(Permission.INVITE)
    reading = visit.service.places.search(text)
    if isinstance(reading, Sure):
        await _take_village(visit, reading.village, reading.neighbourhood)
    elif isinstance(reading, Several):
        await _stay(visit, reading.neighbourhood, found=[area.code for area in reading.candidates])
    else:
        return False
    return True


async def _stay(visit: Visit, near: Neighbourhood, **params: object) -> None:
    role = visit.place.params.get("role")
    await visit.go(WHERE, role=role, rw=near.rw or "", rt=near.rt or "", **params)


def _near(visit: Visit) -> Neighbourhood:
    """The RW and RT that were typed before, for whichever village is chosen then."""
    params = visit.place.params
    return Neighbourhood(rw=str(params.get("rw") or "") or None, rt=str(params.get("rt") or "") or None)


async def pick(visit: Visit, code: str) -> None:
    """Into a regency, or a district of it."""
    path = path_to(visit.service.places, code)
    if not path:
        raise NotFound(code)
    await _stay(visit, _near(visit), path=list(path))


async def page(visit: Visit, number: str) -> None:
    """Another page of the same list."""
    path = at_page(_path(visit.place.params), number)
    if path is None:
        raise NotFound(number)
    await _stay(visit, _near(visit), path=list(path))


async def up(visit: Visit, _id: str) -> None:
    """One level up in the picker."""
    await _stay(visit, _near(visit), path=list(steps_of(_path(visit.place.params))[:-1]))


async def choose_village(visit: Visit, code: str) -> None:
    await _take_village(visit, visit.service.places.village(code), _near(visit))


async def _take_village(visit: Visit, village: Village, near: Neighbourhood) -> None:
    """Whoever answers for streets is asked which, unless they were typed with the village."""
    if visit.place.params.get("role") == OF_STREETS and not near.rw:
        await _ask_streets(visit, village.code, "")
    else:
        await _confirm(visit, village.code, near.rw or "", near.rt or "")


async def _ask_streets(visit: Visit, area: str, rw: str) -> None:
    await visit.go(STREETS, role=OF_STREETS.value, area=area, rw=rw)


async def _confirm(visit: Visit, area: str, rw: str = "", rt: str = "") -> None:
    await visit.go(CONFIRM, role=visit.place.params.get("role"), area=area, rw=rw, rt=rt)


async def choose_area(visit: Visit, code: str) -> None:
    """All of a regency or district, or the whole branch: for those who answer for more than streets."""
    places = visit.service.places
    area = "" if code == EVERYWHERE else code
    if area and not (places.find_district(area) or places.find_regency(area)):
        raise NotFound(code)
    await _confirm(visit, area)


async def streets_screen(visit: Visit, params: JsonObject) -> Screen:
    """RW, then RT: numbers that are known there, others typed, or all of it."""
    visit.require(Permission.INVITE)
    words, area, rw = visit.words, str(params.get("area")), str(params.get("rw") or "")
    where = territory_text(words, visit.service.places, Territory(area, rw))
    rows = _rt_rows if rw else _rw_rows
    village = visit.service.places.village(area)
    name = f"RW {rw}" if rw else f"{words.label(f'places-{village.kind}')} {village.name}"
    whole = Button(cut(words.label("territories-whole", name=name)), Action("territories", "whole"))
    back = words.button("nav-back", "territories", "back")
    ask = words.render("territories-rt" if rw else "territories-rw", where=where)
    known = rows(await list_neighbourhoods(visit.tx, area), rw)
    return Screen(STREETS, ask, (*known, (whole,), (back,), words.ways_out()))


def _rw_rows(known: Known, _rw: str) -> Rows:
    return _number_rows("RW", [rw for rw, _rt in known])


def _rt_rows(known: Known, rw: str) -> Rows:
    return _number_rows("RT", [rt for in_rw, rt in known if in_rw == rw and rt])


def _number_rows(level: str, numbers: Iterable[str]) -> Rows:
    each = list(dict.fromkeys(numbers))[: IN_A_ROW * ROWS]
    buttons = [Button(f"{level} {number}", Action("territories", level.lower(), number)) for number in each]
    return in_rows(buttons, IN_A_ROW)


async def read_streets(visit: Visit, text: str) -> bool:
    """The number that is asked for, or both ("rt 3 rw 5"); with other words it is read as a place again."""
    visit.require(Permission.INVITE)
    near = read_neighbourhood(text)
    if near is None or near.hamlet:
        return await read_where(visit, text)
    rw = near.rw or str(visit.place.params.get("rw") or "")
    if not rw and text.strip().isdigit():
        await _ask_streets(visit, _area(visit), near.rt or "")
    elif rw and near.rt:
        await _confirm(visit, _area(visit), rw, near.rt)
    else:
        await _ask_streets(visit, _area(visit), rw)
    return True


async def choose_rw(visit: Visit, number: str) -> None:
    await _ask_streets(visit, _area(visit), _checked(number))


async def choose_rt(visit: Visit, number: str) -> None:
    await _confirm(visit, _area(visit), str(visit.place.params.get("rw") or ""), _checked(number))


def _area(visit: Visit) -> str:
    """The village whose streets are asked for; NotFound from any other screen."""
    if visit.place.screen != STREETS:
        raise NotFound
    return str(visit.place.params.get("area"))


def _checked(number: str) -> str:
    if not (number.isascii() and number.isdigit() and len(number) == 3):
        raise NotFound(number)
    return number


async def whole(visit: Visit, _id: str) -> None:
    """All of the village, or of the RW."""
    await _confirm(visit, _area(visit), str(visit.place.params.get("rw") or ""))


async def back(visit: Visit, _id: str) -> None:
    """From the RT to the RW, from there to the villages."""
    area = _area(visit)
    if visit.place.params.get("rw"):
        await _ask_streets(visit, area, "")
    else:
        village = visit.service.places.village(area)
        await _stay(visit, Neighbourhood(), path=[village.regency_code, village.district_code])


def register(routes: Routes) -> None:
    routes.screen(WHERE, where_screen, read_where)
    routes.screen(STREETS, streets_screen, read_streets, digits=True)
    for verb, handler in (
        ("pick", pick),
        ("page", page),
        ("up", up),
        ("village", choose_village),
        ("area", choose_area),
        ("rw", choose_rw),
        ("rt", choose_rt),
        ("whole", whole),
        ("back", back),
    ):
        routes.action("territories", verb, handler, Permission.INVITE)
