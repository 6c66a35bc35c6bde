"""Picking whom a campaign is for: criteria that hold together, the count and a masked sample always below."""

from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.campaigns.audience_texts import audience_text
from bot.campaigns.composing import get_campaign, get_draft
from bot.campaigns.drafts import choose_segment
from bot.campaigns.picking import (
    CRITERIA,
    Option,
    cleared,
    list_options,
    rule_in_words,
    rule_of,
    toggled,
)
from bot.campaigns.saved import read_segment_name, save_rule
from bot.errors import NotFound
from bot.screens import Action, Button, Rows, Screen, in_rows
from bot.visits import Visit
from handlers.campaigns.seen import reading, unless_changed
from handlers.pages import PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.models.campaigns import Campaign, Segment
from storage.segments import SegmentRule, find_segment, list_segments
from storage.types import JsonObject

SEGMENT = "campaign-segment"
PICK = "campaign-pick"
SAVED = "campaign-segments"


async def show(visit: Visit, number: str) -> None:
    await get_draft(visit, number)
    await visit.go(SEGMENT, number=number)


async def segment_screen(visit: Visit, params: JsonObject) -> Screen:
    """The rule in words; who that is, is counted after the commit."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words = visit.words
    campaign = await get_campaign(visit, str(params.get("number")))
    rule = await rule_in_words(visit.tx, visit.service, words, campaign)
    text = words.joined(words.render("campaigns-segment", rule=rule), words.render("campaigns-segment-name"))
    later = partial(audience_text, service=visit.service, words=words, rule=rule_of(campaign), now=visit.now)
    return Screen(SEGMENT, text, (*_criteria(visit), *_ends(visit, campaign)), later=later)


def _criteria(visit: Visit) -> Rows:
    buttons = [
        Button(visit.words.label(f"campaigns-by.{criterion}"), Action("campaigns", "by", criterion))
        for criterion in CRITERIA
    ]
    return in_rows(buttons, 2)


def _ends(visit: Visit, campaign: Campaign) -> Rows:
    words = visit.words
    return (
        (
            words.button("campaigns-segment-saved", "campaigns", "saved"),
            words.button("campaigns-segment-clear", "campaigns", "clear"),
        ),
        (Button(words.label("nav-back"), Action("campaigns", "show", campaign.number)),),
        words.ways_out(),
    )


async def _here(visit: Visit) -> Campaign:
    return await get_draft(visit, str(visit.place.params.get("number")))


async def _choose(visit: Visit, rule: SegmentRule) -> Campaign:
    return await choose_segment(visit.tx, visit.service, visit.contact.id, await _here(visit), rule)


async def open_criterion(visit: Visit, criterion: str) -> None:
    if criterion not in CRITERIA:
        raise NotFound(criterion)
    campaign = await _here(visit)
    await visit.go(PICK, number=campaign.number, by=criterion, page=0)


async def pick_screen(visit: Visit, params: JsonObject) -> Screen:
    """A page of what there is; what is chosen has a tick."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, page, criterion = visit.words, page_of(params), str(params.get("by"))
    options = await _options(visit, params)
    shown = options[page * PAGE : (page + 1) * PAGE + 1]
    rows = page_rows(words, "picks", page, shown, _option_button)
    done = (words.button("campaigns-pick-done", "campaigns", "segment", str(params.get("number"))),)
    key = (
        "campaigns-pick-area"
        if criterion == "areas"
        else "campaigns-pick"
        if options
        else "campaigns-pick-none"
    )
    text = words.render(key, what=words.label(f"campaigns-by.{criterion}"))
    return Screen(PICK, text, (*rows, done, words.ways_out()))


async def _options(visit: Visit, params: JsonObject) -> list[Option]:
    campaign = await get_campaign(visit, str(params.get("number")))
    return await list_options(visit.tx, visit.service, visit.words, rule_of(campaign), str(params.get("by")))


def _option_button(option: Option) -> Button:
    mark = "✅ " if option.is_chosen else ""
    return Button(f"{mark}{option.label}"[:60], Action("picks", "tap", option.id))


async def tap(visit: Visit, id_: str) -> None:
    """Picked, or no longer picked."""
    params = visit.place.params
    option = next((one for one in await _options(visit, params) if one.id == id_), None)
    if option is None:
        raise NotFound(id_)
    campaign = await _here(visit)
    await _choose(visit, toggled(rule_of(campaign), str(params.get("by")), option.value))
    await visit.go(PICK, **params)


async def turn(visit: Visit, page: str) -> None:
    await visit.go(PICK, **{**visit.place.params, "page": page_number(page)})


async def clear(visit: Visit, _id: str) -> None:
    campaign = await _here(visit)
    rule = rule_of(campaign)
    for criterion in CRITERIA:
        rule = cleared(rule, criterion)
    await _choose(visit, rule)
    await visit.go(SEGMENT, number=campaign.number)


async def read_name(visit: Visit, text: str) -> bool:
    """What is typed on the segment's screen is a name to keep the rule under."""
    visit.require(Permission.RUN_CAMPAIGNS)
    campaign, name = await _here(visit), read_segment_name(text)
    if name is None:
        return False
    was_added = await save_rule(visit.tx, visit.service, visit.contact.id, rule_of(campaign), name)
    key = "campaigns-segment-kept" if was_added else "campaigns-segment-taken"
    await visit.again(visit.words.render(key, name=name))
    return True


async def show_saved(visit: Visit, _id: str) -> None:
    campaign = await _here(visit)
    await visit.go(SAVED, number=campaign.number)


async def saved_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.RUN_CAMPAIGNS)
    words, segments = visit.words, await list_segments(visit.tx)
    rows = tuple((_segment_button(segment),) for segment in segments[: 3 * PAGE])
    text = words.render("campaigns-segments") if segments else words.render("campaigns-segments-none")
    back = (Button(words.label("nav-back"), Action("campaigns", "segment", str(params.get("number")))),)
    return Screen(SAVED, text, (*rows, back, words.ways_out()))


def _segment_button(segment: Segment) -> Button:
    return Button(segment.name[:60], Action("campaigns", "use", segment.id.hex))


async def use(visit: Visit, id_: str) -> None:
    """The campaign gets a copy of the rule: what becomes of the name later does not change it."""
    try:
        segment = await find_segment(visit.tx, UUID(hex=id_))
    except ValueError:
        segment = None
    if segment is None:
        raise NotFound(id_)
    campaign = await _choose(visit, SegmentRule.from_json(segment.rule))
    await visit.go(SEGMENT, number=campaign.number)


def register(routes: Routes) -> None:
    routes.screen(SEGMENT, segment_screen, reading(read_name))
    routes.screen(SAVED, saved_screen)
    for verb, handler in (
        *(("segment", show), ("by", open_criterion), ("clear", clear), ("saved", show_saved), ("use", use)),
    ):
        routes.action("campaigns", verb, unless_changed(handler), Permission.RUN_CAMPAIGNS)
    routes.action("picks", "tap", unless_changed(tap), Permission.RUN_CAMPAIGNS)
    routes.action("picks", "page", turn, Permission.RUN_CAMPAIGNS)
