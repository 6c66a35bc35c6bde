"""Picking a village by tapping: regency, district, village, eight a page."""

from collections.abc import Sequence

from bot.places import Area
from bot.registration.form import REGISTRATION
from bot.screens import Action, Button, Rows
from bot.visits import Visit

PAGE = 8


def picker_rows(visit: Visit, path: tuple[str, ...]) -> Rows:
    """What can be tapped in the picker; `path` is regency, district and `p<page>`, as far as gone."""
    steps = tuple(step for step in path if not step.startswith("p"))
    page = int(path[-1][1:]) if path and path[-1].startswith("p") else 0
    areas = _areas(visit, steps)
    shown = areas[page * PAGE : (page + 1) * PAGE]
    verb = "pick" if len(steps) < 2 else "village"
    buttons = [Button(area.name, Action(REGISTRATION, verb, area.code)) for area in shown]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return rows + visit.words.pager(REGISTRATION, page, has_more=len(areas) > (page + 1) * PAGE)


def _areas(visit: Visit, steps: tuple[str, ...]) -> Sequence[Area]:
    places = visit.service.places
    if not steps:
        return places.regencies()
    return places.districts(steps[0]) if len(steps) == 1 else places.villages(steps[1])
