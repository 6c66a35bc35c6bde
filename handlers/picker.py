"""Picking an area by tapping, wherever one is asked for: regency, district, village, eight a page.

The path to where somebody is in the picker is data: a regency's code, a district's, and `p<page>` last.
"""

from collections.abc import Sequence

from bot.places import Area, PlaceIndex
from bot.screens import Action, Button, Rows, in_rows
from bot.wording import Wording

PAGE = 8
Path = tuple[str, ...]


def area_rows(words: Wording, places: PlaceIndex, path: Path, noun: str) -> Rows:
    """What can be tapped there: `noun:pick` for regencies and districts, `noun:village`, `noun:page`."""
    steps = steps_of(path)
    page = int(path[-1][1:]) if path != steps else 0
    areas = _areas(places, steps)
    shown = areas[page * PAGE : (page + 1) * PAGE]
    verb = "pick" if len(steps) < 2 else "village"
    buttons = [Button(area.name, Action(noun, verb, area.code)) for area in shown]
    return in_rows(buttons, 2) + words.pager(noun, page, has_more=len(areas) > (page + 1) * PAGE)


def steps_of(path: Path) -> Path:
    """The areas of a path, without its page."""
    return tuple(step for step in path if not step.startswith("p"))


def path_to(places: PlaceIndex, code: str) -> Path:
    """The path to a regency or district of the branch; empty for any other code."""
    district = places.find_district(code)
    if district is not None:
        return (district.regency_code, district.code)
    return (code,) if places.find_regency(code) is not None else ()


def at_page(path: Path, number: str) -> Path | None:
    """Another page of the same list; None for what is no page."""
    is_page = number.isascii() and number.isdigit() and len(number) < 4
    return (*steps_of(path), f"p{number}") if is_page else None


def _areas(places: PlaceIndex, steps: Path) -> Sequence[Area]:
    if not steps:
        return places.regencies()
    return places.districts(steps[0]) if len(steps) == 1 else places.villages(steps[1])
