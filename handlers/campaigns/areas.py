"""Areas as a criterion: regencies by a tap, everything below by typing its name."""

from bot.access import Permission
from bot.addresses import area_name
from bot.campaigns.composing import get_draft
from bot.campaigns.criteria import is_area
from bot.campaigns.drafts import choose_segment
from bot.campaigns.picking import rule_of, toggled
from bot.errors import NotFound
from bot.places import Several, Sure
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.campaigns.seen import reading, unless_changed
from handlers.campaigns.segments import PICK, pick_screen
from handlers.routes import Routes
from storage.types import JsonObject

FOUND = "campaign-areas"


async def read(visit: Visit, text: str) -> bool:
    """A place as typed: one is taken at once, several are offered; elsewhere nothing is typed."""
    visit.require(Permission.RUN_CAMPAIGNS)
    params = visit.place.params
    if params.get("by") != "areas":
        return False
    reading = visit.service.places.search(text)
    if isinstance(reading, Sure):
        await _take(visit, reading.village.code)
        return True
    if isinstance(reading, Several):
        await visit.go(FOUND, **{**params, "found": [area.code for area in reading.candidates]})
        return True
    return False


async def found_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.RUN_CAMPAIGNS)
    words, found = visit.words, params.get("found")
    codes = [str(code) for code in found] if isinstance(found, list) else []
    rows = tuple(
        (Button(area_name(words, visit.service.places, code)[:60], Action("picks", "area", code)),)
        for code in codes
    )
    back = (Button(words.label("nav-back"), Action("campaigns", "by", "areas")),)
    return Screen(FOUND, words.render("campaigns-pick-which"), (*rows, back, words.ways_out()))


async def choose(visit: Visit, code: str) -> None:
    if not is_area(visit.service.places, code):
        raise NotFound(code)
    await _take(visit, code)


async def _take(visit: Visit, code: str) -> None:
    campaign = await get_draft(visit, str(visit.place.params.get("number")))
    rule = rule_of(campaign)
    if code not in rule.areas:
        rule = toggled(rule, "areas", code)
    await choose_segment(visit.tx, visit.service, visit.contact.id, campaign, rule)
    await visit.go(PICK, number=campaign.number, by="areas", page=0)


def register(routes: Routes) -> None:
    routes.screen(PICK, pick_screen, reading(read))
    routes.screen(FOUND, found_screen)
    routes.action("picks", "area", unless_changed(choose), Permission.RUN_CAMPAIGNS)
