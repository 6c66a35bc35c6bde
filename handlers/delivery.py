"""Replies on their way out, in order; a button's spinner stops with the first, or by a webhook's answer."""

import asyncio
from dataclasses import replace

import structlog
from telegram import Update

from bot.leads.withdrawals import LEAD_SHOWN, withdraw_late
from bot.messenger import Outcome, Sent, Unreachable
from bot.registration.form import ON_BEHALF, REGISTRATION
from bot.screens import ContactRequest, RemoveKeyboard, Screen
from bot.telegram_api.messenger import TelegramMessenger, call_of_answer
from bot.visits import Visit
from storage.contacts import mark_unreachable
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.models.staff import Role
from storage.shown import note_shown
from storage.types import JsonObject

log = structlog.get_logger(__name__)

FORMS = frozenset({REGISTRATION, ON_BEHALF})
"""Where the form goes on, and it may be said that it does."""


class Delivery:
    """Sends what a visit has to show, after its transaction."""

    def __init__(self, database: Database, messenger: TelegramMessenger) -> None:
        self._database = database
        self._messenger = messenger

    async def deliver(self, update: Update, visit: Visit, *, answers: bool) -> None:
        """Send the replies; one that does not go out is logged, and shown again at the next tap.

        With `answers` the spinner is stopped together with the first; else the webhook's answer does that.
        """
        query, message = update.callback_query, update.effective_message
        if message is not None and visit.deletes_message:
            await self._messenger.delete(visit.contact.telegram_id, message.message_id)
        visit.replies = [await self._completed(screen) for screen in visit.replies]
        edited = visit.tapped if visit.edits else None
        replies = [*keyboard_off(visit), *visit.replies]
        toast = self._messenger.answer(query.id, visit.toast or None) if query and answers else None
        first = self._show(visit, edited, replies[0]) if replies else None
        await asyncio.gather(*(call for call in (toast, first) if call is not None))
        for screen in replies[1:]:
            await self._show(visit, None, screen)

    async def _completed(self, screen: Screen) -> Screen:
        """The screen with what was left for after the commit; without it while the database is away."""
        if screen.later is None:
            return screen
        try:
            async with self._database.transaction(read_only=True) as tx:
                return replace(screen, text=f"{screen.text}\n\n{await screen.later(tx)}", later=None)
        except StorageUnavailable:
            log.warning("a screen goes out without what takes long to read", screen=screen.name)
            return replace(screen, later=None)

    async def _show(self, visit: Visit, edited: int | None, screen: Screen) -> None:
        outcome = await self._messenger.show(visit.contact.telegram_id, edited, screen)
        if isinstance(outcome, Unreachable):
            await self._note_unreachable(visit)
        if isinstance(outcome, Sent):
            await self._note_shown(visit, outcome.message_id, screen, is_old=outcome.message_id == edited)
        _log_trouble(outcome)

    async def _note_shown(self, visit: Visit, message_id: int, screen: Screen, *, is_old: bool) -> None:
        """Which leads stand where, so that they can be taken away; workers are shown none."""
        if visit.erased or visit.role is Role.WORKER or not (screen.about or is_old):
            return
        try:
            async with self._database.transaction() as tx:
                await note_shown(tx, visit.contact.id, message_id, LEAD_SHOWN, screen.about, visit.now)
                if screen.about:
                    await withdraw_late(tx, visit.contact.id, message_id, screen.about, visit.now)
        except StorageUnavailable:
            log.warning("where a lead is shown was not noted", screen=screen.name)

    async def _note_unreachable(self, visit: Visit) -> None:
        async with self._database.transaction() as tx:
            await mark_unreachable(tx, visit.contact.id, visit.now)


def answer_to(update: Update, visit: Visit) -> JsonObject | None:
    """What stops the spinner of the button that was tapped, if one was, as a call of the Bot API."""
    query = update.callback_query
    return None if query is None else call_of_answer(query.id, visit.toast)


def keyboard_off(visit: Visit) -> list[Screen]:
    """A reply keyboard stays until it is taken away, and only a message can do that."""
    shows_one = any(isinstance(screen.keyboard, ContactRequest) for screen in visit.replies)
    if not visit.has_keyboard or shows_one:
        return []
    key = "nav-keyboard-off" if visit.place.screen in FORMS else "nav-keyboard-away"
    return [Screen("keyboard-off", visit.words.render(key), keyboard=RemoveKeyboard())]


def _log_trouble(outcome: Outcome) -> None:
    if not isinstance(outcome, Sent | Unreachable):
        reason = getattr(outcome, "reason", "")
        log.warning("a reply did not go out", outcome=type(outcome).__name__, reason=reason)
