"""Submitting, and the second pair of eyes: approve, return with a reason, refuse; never one's own."""

from collections.abc import Awaitable, Callable
from functools import partial

from bot.access import Permission
from bot.campaigns.composing import check_campaign, get_campaign, get_draft
from bot.campaigns.decisions import approve_campaign, refuse_campaign, return_campaign, submit_campaign
from bot.campaigns.drafts import discard_draft
from bot.campaigns.moves import CampaignRefused
from bot.campaigns.policy import policy_for
from bot.campaigns.staff_news import tell_approvers, tell_maker
from bot.campaigns.telling import refusal_text
from bot.errors import NotAllowed, Stale
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.campaigns.cards import CARD, as_seen
from handlers.campaigns.lists import CAMPAIGNS
from handlers.routes import ActionHandler, Routes
from storage.models.campaigns import Campaign
from storage.types import JsonObject

REASON = "campaign-reason"
SURE = "campaign-discard"
REASON_LENGTH = 500

Change = Callable[[Visit, Campaign], Awaitable[None]]


def changing(change: Change) -> ActionHandler:
    """A button that changes a campaign as it was seen; afterwards its card is shown, whoever was faster."""

    async def handle(visit: Visit, id_: str) -> None:
        try:
            await change(visit, await as_seen(visit, id_))
        except Stale:
            visit.toast = visit.words.label("campaigns-stale")
        except CampaignRefused as refused:
            visit.toast = visit.words.label(f"campaigns-cannot.{refused.reason}")
        await visit.go(CARD, number=id_.partition(".")[0])

    return handle


async def submit(visit: Visit, id_: str) -> None:
    """Checked once more as a whole - the rules may have changed since -, and handed to somebody else."""
    number = id_.partition(".")[0]
    refused = await check_campaign(visit.tx, visit.service, await get_draft(visit, number))
    if refused:
        policy = policy_for(visit.service)
        await visit.again(refusal_text(visit.words, refused, policy))
        return
    await changing(_submit)(visit, id_)


async def _submit(visit: Visit, campaign: Campaign) -> None:
    submitted = await submit_campaign(visit.tx, visit.service, visit.contact.id, campaign)
    await tell_approvers(visit.tx, submitted, visit.now)
    visit.toast = visit.words.label("campaigns-submitted")


async def _withdraw(visit: Visit, campaign: Campaign) -> None:
    """Its maker takes it back; nobody else's card has the button."""
    if campaign.made_by != visit.contact.id:
        raise NotAllowed
    await return_campaign(visit.tx, visit.service, visit.contact.id, campaign, "")


async def _approve(visit: Visit, campaign: Campaign) -> None:
    approved = await approve_campaign(visit.tx, visit.service, visit.contact.id, campaign)
    await tell_maker(visit.tx, approved, visit.now)
    visit.toast = visit.words.label("campaigns-approved")


async def ask_reason(visit: Visit, id_: str, verb: str) -> None:
    campaign = await as_seen(visit, id_)
    await visit.go(REASON, number=campaign.number, seen=id_, verb=verb)


async def reason_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.APPROVE)
    words = visit.words
    text = words.render(f"campaigns-reason-{params.get('verb')}")
    back = (Button(words.label("nav-back"), Action("campaigns", "show", str(params.get("number")))),)
    return Screen(REASON, text, (back, words.ways_out()))


async def read_reason(visit: Visit, text: str) -> bool:
    """Why: the maker reads it, and nobody else."""
    visit.require(Permission.APPROVE)
    params = visit.place.params
    decide = refuse_campaign if params.get("verb") == "refuse" else return_campaign
    if len(text) > REASON_LENGTH:
        return False

    async def change(visit: Visit, campaign: Campaign) -> None:
        decided = await decide(visit.tx, visit.service, visit.contact.id, campaign, text.strip())
        await tell_maker(visit.tx, decided, visit.now)

    await changing(change)(visit, str(params.get("seen")))
    return True


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
    try:
        campaign = await as_seen(visit, id_)
        await discard_draft(visit.tx, visit.service, visit.contact.id, campaign)
    except Stale:
        visit.toast = visit.words.label("campaigns-stale")
    await visit.go(CAMPAIGNS, page=0)


def register(routes: Routes) -> None:
    routes.screen(REASON, reason_screen, read_reason)
    routes.screen(SURE, sure_screen)
    routes.action("campaigns", "submit", submit, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "withdraw", changing(_withdraw), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "discard", ask_discard, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "discarded", discard, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "approve", changing(_approve), Permission.APPROVE)
    for verb in ("return", "refuse"):
        routes.action("campaigns", verb, partial(ask_reason, verb=verb), Permission.APPROVE)
