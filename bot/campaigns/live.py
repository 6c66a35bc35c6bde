"""The live message: one in each watcher's chat, edited as the ledger grows, at a pace that Telegram likes."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from bot.campaigns.composing import seen_of
from bot.campaigns.progress_texts import Progress, progress_lines, progress_text, read_progress
from bot.messenger import Errored, Flooded, Messenger
from bot.screens import Action, Button, Rows, Screen
from bot.service import Service
from bot.texts import Markup
from bot.wording import Wording
from storage.campaigns import find_campaign, list_campaigns
from storage.contacts import find_contact
from storage.database import Database, Transaction
from storage.messages import list_sent
from storage.models.campaigns import Campaign, CampaignState
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import queue_message

LIVE = "campaign-live"
UNDER_WAY = (CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED)
ENDED = (CampaignState.FINISHED, CampaignState.CANCELLED)
LATEST = 20  # campaigns that are looked at
SHOWN_AFTER = timedelta(minutes=10)  # one that has ended is shown as it ended, and then left alone
SHARE = 20  # of the time at most one in so many is spent on counting


async def watch_campaign(tx: Transaction, campaign: Campaign, contact_id: UUID, now: datetime) -> None:
    """Queue a live message for somebody; the one before it stands still from then on."""
    await queue_message(tx, contact_id, Lane.REPLY, LIVE, now, subject_id=campaign.id)


async def render_live(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """Its first words; the numbers follow within seconds, counted outside of any sending."""
    campaign = await find_campaign(tx, message.subject_id) if message.subject_id else None
    if campaign is None:
        return None
    words = Wording(service.texts, contact.language)
    return live_screen(words, service, campaign, None)


def live_screen(words: Wording, service: Service, campaign: Campaign, progress: Progress | None) -> Screen:
    """The message as it stands now."""
    known = progress and progress_lines(words, service, campaign, progress)
    text = words.joined(_head(words, campaign), known or words.render("campaigns-live-soon"))
    return Screen(LIVE, text, _rows(words, campaign), protected=True)


def live_answer(words: Wording, service: Service, campaign: Campaign, now: datetime) -> Screen:
    """The same as the answer to a tap on it: what was done shows at once."""
    later = partial(progress_text, service=service, words=words, campaign=campaign, now=now)
    return Screen(LIVE, _head(words, campaign), _rows(words, campaign), protected=True, later=later)


def _head(words: Wording, campaign: Campaign) -> Markup:
    state = words.label(f"campaigns-state.{campaign.state.value}")
    return words.render("campaigns-live", name=campaign.name, state=state)


def _rows(words: Wording, campaign: Campaign) -> Rows:
    """Pausing from here takes one tap; going on needs that the pause is the one that was seen."""
    row = [Button(words.label("campaigns-open"), Action("campaigns", "show", campaign.number))]
    id_ = f"{campaign.number}.{seen_of(campaign)}"
    if campaign.state is CampaignState.RUNNING:
        row.insert(0, Button(words.label("campaigns-do.pause"), Action("campaigns", "hold", id_)))
    if campaign.state is CampaignState.PAUSED:
        row.insert(0, Button(words.label("campaigns-do.resume"), Action("campaigns", "let-go", id_)))
    return (tuple(row),)


@dataclass(frozen=True, slots=True)
class _Watched:
    """A live message in somebody's chat, with what it should say."""

    chat_id: int
    message_id: int
    screen: Screen


class LiveBoard:
    """Keeps the live messages as they should be; remembers only what Telegram took."""

    def __init__(
        self, service: Service, messenger: Messenger, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self._service = service
        self._messenger = messenger
        self._timer = timer
        self._shown: dict[tuple[int, int], Screen] = {}
        self._rests_until = 0.0

    async def refresh(self, database: Database) -> None:
        """Edit what has changed; counting many rows is done the less often the longer it takes."""
        began = self._timer()
        if began < self._rests_until:
            return
        async with database.transaction(read_only=True) as tx:
            campaigns = await self._list(tx)
            watched = [each for campaign in campaigns for each in await self._watched(tx, campaign)]
        self._rests_until = self._timer() + (self._timer() - began) * SHARE
        for each in watched:
            await self._show(each)

    async def _list(self, tx: Transaction) -> list[Campaign]:
        """Those under way, and those that ended a moment ago."""
        since = self._service.clock.now() - SHOWN_AFTER
        found = await list_campaigns(tx, states=(*UNDER_WAY, *ENDED), limit=LATEST)
        return [one for one in found if one.state in UNDER_WAY or one.changed_at >= since]

    async def _watched(self, tx: Transaction, campaign: Campaign) -> list[_Watched]:
        newest = {message.contact_id: message for message in await list_sent(tx, LIVE, [campaign.id])}
        if not newest:
            return []
        progress = await read_progress(tx, campaign, self._service.clock.now())
        found = [await self._of(tx, campaign, message, progress) for message in newest.values()]
        return [each for each in found if each is not None]

    async def _of(
        self, tx: Transaction, campaign: Campaign, message: Message, progress: Progress
    ) -> _Watched | None:
        contact = await find_contact(tx, message.contact_id)
        if contact is None or contact.unreachable_at or message.telegram_message_id is None:
            return None
        words = Wording(self._service.texts, contact.language)
        screen = live_screen(words, self._service, campaign, progress)
        return _Watched(contact.telegram_id, message.telegram_message_id, screen)

    async def _show(self, each: _Watched) -> None:
        """What Telegram refuses is not tried again; what it could not take now is."""
        key = (each.chat_id, each.message_id)
        if self._shown.get(key) == each.screen:
            return
        outcome = await self._messenger.edit(each.chat_id, each.message_id, each.screen)
        if not isinstance(outcome, Errored | Flooded):
            self._shown[key] = each.screen
