"""Starting, pausing, going on and ending; the live message; what may be sent again; a copy as a new draft."""

from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.campaigns.composing import get_campaign, seen_of
from bot.campaigns.drafts import copy_campaign
from bot.campaigns.live import live_answer, watch_campaign
from bot.campaigns.makers import note_name
from bot.campaigns.retrying import resend_unknown, retry_failed
from bot.campaigns.running import (
    cancel_campaign,
    pause_campaign,
    release_wave,
    resume_campaign,
    start_campaign,
)
from bot.errors import Stale
from bot.programme.formats import number
from bot.quotes import lang_of
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.visits import Visit
from handlers.campaigns.seen import CARD, as_seen, asking, changing
from handlers.routes import Routes
from storage.database import Transaction
from storage.ledger import count_by_state
from storage.models.campaigns import Campaign
from storage.models.messages import MessageState
from storage.types import JsonObject

ByHand = Callable[[Transaction, Service, UUID, Campaign], Awaitable[Campaign]]

SURE = "campaign-sure"


async def _start(visit: Visit, campaign: Campaign) -> None:
    await start_campaign(visit.tx, visit.service, visit.contact.id, campaign)
    await watch_campaign(visit.tx, campaign, visit.contact.id, visit.now)


async def _resume(visit: Visit, campaign: Campaign) -> None:
    await resume_campaign(visit.tx, visit.service, visit.contact.id, campaign)


async def _wave(visit: Visit, campaign: Campaign) -> None:
    """Although volunteers have no room: staff know better, and it is written down who."""
    await release_wave(visit.tx, visit.service, visit.contact.id, campaign)
    visit.toast = visit.words.label("campaigns-wave-released")


async def _cancel(visit: Visit, campaign: Campaign) -> None:
    await cancel_campaign(visit.tx, visit.service, visit.contact.id, campaign)


async def pause(visit: Visit, id_: str) -> None:
    """It takes hold whatever version was seen: whoever wants it to stop is not told to look again first."""
    campaign = await get_campaign(visit, id_.partition(".")[0])
    try:
        await pause_campaign(visit.tx, visit.service, visit.contact.id, campaign)
    except Stale:
        visit.toast = visit.words.label("campaigns-stale")
    await visit.go(CARD, number=campaign.number)


async def hold(visit: Visit, id_: str) -> None:
    """The same from the live message, which shows it at once."""
    await _held_or_let_go(visit, id_, pause_campaign)


async def let_go(visit: Visit, id_: str) -> None:
    """Going on, unless it was paused anew since: then the reason is to be read first."""
    try:
        await as_seen(visit, id_)
    except Stale:
        visit.toast = visit.words.label("campaigns-stale")
        await _show_live(visit, id_)
        return
    await _held_or_let_go(visit, id_, resume_campaign)


async def _held_or_let_go(visit: Visit, id_: str, change: ByHand) -> None:
    campaign = await get_campaign(visit, id_.partition(".")[0])
    try:
        await change(visit.tx, visit.service, visit.contact.id, campaign)
    except Stale:
        visit.toast = visit.words.label("campaigns-stale")
    await _show_live(visit, id_)


async def _show_live(visit: Visit, id_: str) -> None:
    """In the place of the message that was tapped; where the person is does not change."""
    campaign = await get_campaign(visit, id_.partition(".")[0])
    visit.edits = True
    visit.say(live_answer(visit.words, visit.service, campaign, visit.now))


async def watch(visit: Visit, id_: str) -> None:
    """One message that is kept up to date, in this chat."""
    campaign = await get_campaign(visit, id_.partition(".")[0])
    await watch_campaign(visit.tx, campaign, visit.contact.id, visit.now)
    visit.toast = visit.words.label("campaigns-watching")


async def ask(visit: Visit, campaign: Campaign, verb: str, done: str) -> None:
    await visit.go(SURE, number=campaign.number, verb=verb, done=done)


async def sure_screen(visit: Visit, params: JsonObject) -> Screen:
    """How many it concerns, and what it means for them."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, verb = visit.words, str(params.get("verb"))
    campaign = await get_campaign(visit, str(params.get("number")))
    text = words.render(f"campaigns-sure-{verb}", count=await _concerned(visit, campaign, verb))
    yes = Button(
        words.label(f"campaigns-sure-yes.{verb}"),
        Action("campaigns", str(params.get("done")), f"{campaign.number}.{seen_of(campaign)}"),
    )
    back = Button(words.label("nav-back"), Action("campaigns", "show", campaign.number))
    return Screen(SURE, text, ((yes,), (back,), words.ways_out()))


async def _concerned(visit: Visit, campaign: Campaign, verb: str) -> str:
    counts = await count_by_state(visit.tx, campaign.id)
    states = {
        "cancel": (MessageState.QUEUED, MessageState.ERRORED),
        "retry": (MessageState.FAILED,),
        "unknown": (MessageState.UNKNOWN,),
    }[verb]
    return number(sum(counts.get(state, 0) for state in states), lang_of(visit.words))


async def _retry(visit: Visit, campaign: Campaign) -> None:
    """Only those that were refused; nobody gets it twice."""
    await retry_failed(visit.tx, visit.service, visit.contact.id, campaign)
    await watch_campaign(visit.tx, campaign, visit.contact.id, visit.now)


async def _resend(visit: Visit, campaign: Campaign) -> None:
    """Marked as perhaps a second one."""
    await resend_unknown(visit.tx, visit.service, visit.contact.id, campaign)
    await watch_campaign(visit.tx, campaign, visit.contact.id, visit.now)


async def copy(visit: Visit, id_: str) -> None:
    """The same words for the same people as a new draft, which goes the whole way again."""
    campaign = await get_campaign(visit, id_.partition(".")[0])
    copied = await copy_campaign(visit.tx, visit.service, visit.contact.id, campaign, campaign.name)
    await note_name(visit, copied)
    await visit.go(CARD, number=copied.number)


def register(routes: Routes) -> None:
    routes.screen(SURE, sure_screen)
    for verb, change in (
        *(("start", _start), ("resume", _resume), ("wave", _wave), ("cancelled", _cancel)),
        *(("retried", _retry), ("resent", _resend)),
    ):
        routes.action("campaigns", verb, changing(change), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "pause", pause, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "hold", hold, Permission.RUN_CAMPAIGNS, anywhere=True)
    routes.action("campaigns", "let-go", let_go, Permission.RUN_CAMPAIGNS, anywhere=True)
    routes.action("campaigns", "watch", watch, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "copy", copy, Permission.RUN_CAMPAIGNS)
    for verb, done in (("cancel", "cancelled"), ("retry", "retried"), ("unknown", "resent")):
        routes.action("campaigns", verb, asking(partial(ask, verb=verb, done=done)), Permission.RUN_CAMPAIGNS)
