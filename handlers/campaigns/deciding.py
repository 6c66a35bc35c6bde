"""Submitting, and the second pair of eyes: approve, return with a reason, refuse; never one's own."""

from functools import partial

from bot.access import Permission
from bot.campaigns.composing import check_campaign, get_campaign, get_draft, seen_of
from bot.campaigns.decisions import (
    approve_campaign,
    refuse_campaign,
    return_campaign,
    submit_campaign,
    withdraw_campaign,
)
from bot.campaigns.drafts import discard_draft
from bot.campaigns.makers import note_name
from bot.campaigns.refusals import ContentRefused
from bot.campaigns.staff_news import tell_approvers, tell_maker
from bot.errors import Stale
from bot.screens import Action, Button, Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.campaigns.lists import CAMPAIGNS
from handlers.campaigns.seen import CARD, as_seen, asking, changing, reading, unless_changed
from handlers.routes import Routes
from storage.models.campaigns import Campaign, CampaignState
from storage.types import JsonObject

REASON = "campaign-reason"
SURE = "campaign-discard"
REASON_LENGTH = 500


async def _submit(visit: Visit, campaign: Campaign) -> None:
    """Checked once more as a whole - the rules may have changed since -, and handed to somebody else."""
    if refused := await check_campaign(visit.tx, visit.service, campaign):
        raise ContentRefused(refused)
    submitted = await submit_campaign(visit.tx, visit.service, visit.contact.id, campaign)
    await note_name(visit, submitted)
    asked = await tell_approvers(visit.tx, submitted, visit.now)
    visit.toast = visit.words.label("campaigns-submitted" if asked else "campaigns-nobody-decides")


async def _withdraw(visit: Visit, campaign: Campaign) -> None:
    """Nobody's card but its maker's has the button."""
    await withdraw_campaign(visit.tx, visit.service, visit.contact.id, campaign)


async def _approve(visit: Visit, campaign: Campaign) -> None:
    approved = await approve_campaign(visit.tx, visit.service, visit.contact.id, campaign)
    await note_name(visit, approved)
    await tell_maker(visit.tx, approved, visit.now)
    visit.toast = visit.words.label("campaigns-approved")


async def ask_reason(visit: Visit, campaign: Campaign, verb: str) -> None:
    seen = f"{campaign.number}.{seen_of(campaign)}"
    await visit.go(REASON, number=campaign.number, seen=seen, verb=verb)


async def reason_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.APPROVE)
    words = visit.words
    text = words.render(f"campaigns-reason-{params.get('verb')}")
    back = (Button(words.label("nav-back"), Action("campaigns", "show", str(params.get("number")))),)
    return Screen(REASON, text, (back, words.ways_out()))


async def read_reason(visit: Visit, text: str) -> bool:
    """Why: the maker reads it, and nobody else; words that come too late go to nobody, which is said."""
    visit.require(Permission.APPROVE)
    params = visit.place.params
    decide = refuse_campaign if params.get("verb") == "refuse" else return_campaign
    if len(text) > REASON_LENGTH:
        return False
    number = str(params.get("number"))
    try:
        campaign = await as_seen(visit, str(params.get("seen")))
        decided = await decide(visit.tx, visit.service, visit.contact.id, campaign, text.strip())
    except Stale:
        await visit.go_below(await _not_passed_on(visit, number), CARD, number=number)
        return True
    await note_name(visit, decided)
    await tell_maker(visit.tx, decided, visit.now)
    await visit.go(CARD, number=number)
    return True


async def _not_passed_on(visit: Visit, number: str) -> Markup:
    """Why nobody reads the reason: its maker took it back meanwhile, or something else came between."""
    campaign = await get_campaign(visit, number)
    is_withdrawn = campaign.state is CampaignState.DRAFT and campaign.decided_by == campaign.made_by
    return visit.words.render(f"campaigns-not-passed-on-{'withdrawn' if is_withdrawn else 'changed'}")


async def ask_discard(visit: Visit, id_: str) -> None:
    campaign = await get_draft(visit, id_.partition(".")[0])
    await visit.go(SURE, number=campaign.number)


async def sure_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.RUN_CAMPAIGNS)
    words, campaign = visit.words, await get_campaign(visit, str(params.get("number")))
    yes = Button(
        words.label("campaigns-discard-yes"),
        Action("campaigns", "discarded", f"{campaign.number}.{campaign.version}"),
    )
    back = Button(words.label("nav-back"), Action("campaigns", "show", campaign.number))
    return Screen(SURE, words.render("campaigns-discard-sure", name=campaign.name), ((yes,), (back,)))


async def discard(visit: Visit, id_: str) -> None:
    await discard_draft(visit.tx, visit.service, visit.contact.id, await as_seen(visit, id_))
    await visit.go(CAMPAIGNS, page=0)


def register(routes: Routes) -> None:
    routes.screen(REASON, reason_screen, reading(read_reason))
    routes.screen(SURE, sure_screen)
    routes.action("campaigns", "submit", changing(_submit), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "withdraw", changing(_withdraw), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "discard", unless_changed(ask_discard), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "discarded", unless_changed(discard), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "approve", changing(_approve), Permission.APPROVE)
    for verb in ("return", "refuse"):
        routes.action("campaigns", verb, asking(partial(ask_reason, verb=verb)), Permission.APPROVE)
