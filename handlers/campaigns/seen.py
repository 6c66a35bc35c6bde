"""What was seen and what is there now: where a campaign has changed since, its card as it stands is shown."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.campaigns.composing import get_campaign, seen_of
from bot.campaigns.moves import CampaignRefused
from bot.campaigns.policy import policy_for
from bot.campaigns.refusals import ContentRefused
from bot.campaigns.telling import refusal_text
from bot.errors import NotFound, Stale
from bot.visits import Visit
from handlers.routes import ActionHandler
from storage.models.campaigns import Campaign

CARD = "campaign"

What = TypeVar("What")
Change = Callable[[Visit, Campaign], Awaitable[None]]


async def as_seen(visit: Visit, id_: str) -> Campaign:
    """The campaign behind `<number>.<what was seen>`; Stale when that is no longer so."""
    number, _, seen = id_.partition(".")
    campaign = await get_campaign(visit, number)
    if seen_of(campaign) != seen:
        raise Stale
    return campaign


def unless_changed(handler: ActionHandler) -> ActionHandler:
    """A button on a campaign's screens; where somebody was faster, the card shows what may be done now."""

    async def handle(visit: Visit, id_: str) -> None:
        number = str(visit.place.params.get("number") or id_.partition(".")[0])
        try:
            await handler(visit, id_)
        except Stale:
            visit.toast = visit.words.label("campaigns-stale")
            await visit.go(CARD, number=number)

    return handle


def changing(change: Change) -> ActionHandler:
    """A button that changes a campaign as it was seen; afterwards its card is shown, whoever was faster."""

    async def handle(visit: Visit, id_: str) -> None:
        number = id_.partition(".")[0]
        try:
            await change(visit, await as_seen(visit, id_))
        except Stale:
            visit.toast = visit.words.label("campaigns-stale")
        except CampaignRefused as refused:
            cannot = visit.words.render(f"campaigns-cannot-{refused.reason}")
            await visit.go_below(cannot, CARD, number=number)
            return
        except ContentRefused as refused:
            policy = policy_for(visit.service)
            await visit.go_below(refusal_text(visit.words, refused.refusals, policy), CARD, number=number)
            return
        await visit.go(CARD, number=number)

    return handle


def asking(ask: Change) -> ActionHandler:
    """A button that asks something before anything changes; it asks only about what was seen."""

    async def handle(visit: Visit, id_: str) -> None:
        await ask(visit, await as_seen(visit, id_))

    return unless_changed(handle)


def reading(reader: Callable[[Visit, What], Awaitable[bool]]) -> Callable[[Visit, What], Awaitable[bool]]:
    """A reader of what is typed on a campaign's screens; what came too late is said not to be kept."""

    async def read(visit: Visit, what: What) -> bool:
        number = str(visit.place.params.get("number"))
        try:
            return await reader(visit, what)
        except (Stale, NotFound):
            await visit.go_below(visit.words.render("campaigns-too-late"), CARD, number=number)
            return True

    return read
