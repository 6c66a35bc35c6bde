"""One message on its way: claimed and rendered in one transaction, sent, and its result written down."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.errors import ConfigurationError
from bot.leadership import Leadership
from bot.messenger import Errored, Failed, Flooded, Messenger, Outcome, Sent, Unknown, Unreachable
from bot.metrics import MESSAGES
from bot.notices import Renderer
from bot.optouts import is_wanted
from bot.presence import busy_until
from bot.retries import ATTEMPTS, FIRST_WAIT, LONGEST_WAIT
from bot.screens import Screen
from bot.service import Service
from storage.contacts import mark_unreachable
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message, MessageState
from storage.outbox import Attempt, cancel_message, mark_sending, postpone_message, record_result

log = structlog.get_logger(__name__)

RECORD_AGAIN_SECONDS = 0.5


class Halted(Exception):
    """Telegram told some replica to wait: nothing in this lane may start."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A message this process has marked `sending`, with what it says."""

    attempt: Attempt
    message: Message
    contact: Contact
    screen: Screen


class Sender:
    """Brings one message to its result; any replica may, because claims are compare-and-set."""

    def __init__(
        self,
        database: Database,
        service: Service,
        messenger: Messenger,
        renderers: Mapping[str, Renderer],
        leadership: Leadership,
    ) -> None:
        self._database = database
        self._service = service
        self._messenger = messenger
        self._renderers = renderers
        self._leadership = leadership

    def kinds(self) -> Collection[str]:
        """What this version can render."""
        return self._renderers.keys()

    async def send(self, message: Message, contact: Contact) -> bool:
        """Claim, send and record; False when the lane was halted meanwhile and the message still waits.

        StorageUnavailable when it could not be claimed; ConfigurationError ends the process.
        """
        try:
            claim = await self._claimed(message, contact)
        except Halted:
            return False
        if claim is not None:
            await self._record(claim, await self._call(claim))
        return True

    async def _claimed(self, message: Message, contact: Contact) -> Claim | None:
        """Claim; a message that cannot be rendered is cancelled, so that it holds nobody up."""
        try:
            return await self._claim(message, contact)
        except (StorageUnavailable, Halted):
            raise
        except Exception as error:
            log.exception("a message could not be rendered", kind=message.kind)
            reason = f"not rendered: {type(error).__name__}"
        async with self._database.transaction() as tx:
            await cancel_message(tx, message.id, self._service.clock.now(), reason)
        return None

    async def _claim(self, message: Message, contact: Contact) -> Claim | None:
        """Mark and render in one transaction; what is no longer wanted is cancelled instead."""
        now = self._service.clock.now()
        async with self._database.transaction() as tx:
            if message.lane is not Lane.REPLY and await self._leadership.is_halted(tx):
                raise Halted
            if message.lane is Lane.REMINDER and await self._waits(tx, message, now):
                return None
            screen = await self._render(tx, message, contact)
            if screen is None:
                await cancel_message(tx, message.id, now, "no longer wanted")
                return None
            attempt = Attempt(message.id, self._leadership.holder, self._leadership.epoch, now)
            if not await mark_sending(tx, attempt):
                return None
        return Claim(attempt, message, contact, screen)

    async def _waits(self, tx: Transaction, message: Message, now: datetime) -> bool:
        """A reminder does not talk into a conversation; past its lateness it is not sent at all."""
        until = await busy_until(tx, message.contact_id, now)
        return until is not None and await postpone_message(tx, message.id, until)

    async def _render(self, tx: Transaction, message: Message, contact: Contact) -> Screen | None:
        if message.late_after is not None and message.late_after < self._service.clock.now():
            return None
        if not await is_wanted(tx, message, contact):
            return None
        return await self._renderers[message.kind](tx, self._service, contact, message)

    async def _call(self, claim: Claim) -> Outcome:
        """Send; ConfigurationError goes up and ends the process, a message that cannot exist only itself."""
        try:
            return await self._sent(claim.contact.telegram_id, claim.screen, claim.message.lane)
        except ConfigurationError:
            raise
        except Exception as error:
            log.exception("a message could not be sent", kind=claim.message.kind)
            return Failed(type(error).__name__)

    async def _sent(self, chat_id: int, screen: Screen, lane: Lane) -> Outcome:
        """A new message, or an old one changed."""
        if screen.replaces is None:
            return await self._messenger.send(chat_id, screen, lane)
        return await self._messenger.edit(chat_id, screen.replaces, screen)

    async def _record(self, claim: Claim, outcome: Outcome) -> None:
        """Write the result down, however long the database is away: it is known nowhere else."""
        MESSAGES.labels(claim.message.lane.value, type(outcome).__name__.lower()).inc()
        while True:
            try:
                return await self._settle(claim, outcome)
            except StorageUnavailable:
                await asyncio.sleep(RECORD_AGAIN_SECONDS)

    async def _settle(self, claim: Claim, outcome: Outcome) -> None:
        now = self._service.clock.now()
        async with self._database.transaction(brief=True) as tx:
            if not await settle(tx, claim.attempt, claim.message, outcome, now):
                log.warning("a result came too late", kind=claim.message.kind, outcome=type(outcome).__name__)
            if isinstance(outcome, Unreachable):
                await mark_unreachable(tx, claim.contact.id, now)


async def settle(
    tx: Transaction, attempt: Attempt, message: Message, outcome: Outcome, now: datetime
) -> bool:
    """Write down what a call came to, by rules.md (Sending); False when it was settled otherwise meanwhile.

    `message` is the row as it was before the attempt.
    """
    match outcome:
        case Sent(message_id):
            return await record_result(tx, attempt, MessageState.SENT, now, telegram_message_id=message_id)
        case Flooded(retry_after):
            due = now + timedelta(seconds=retry_after)
            return await record_result(
                tx, attempt, MessageState.ERRORED, now, reason="429", due_at=due, counts=False
            )
        case Unreachable(reason):
            return await record_result(tx, attempt, MessageState.UNREACHABLE, now, reason=reason)
        case Failed(reason):
            return await record_result(tx, attempt, MessageState.FAILED, now, reason=reason)
        case Unknown(reason) if message.lane is Lane.CAMPAIGN:
            return await record_result(tx, attempt, MessageState.UNKNOWN, now, reason=reason)
        case Unknown(reason) | Errored(reason):
            return await _again_later(tx, attempt, message.attempts, reason, now)


async def _again_later(tx: Transaction, attempt: Attempt, before: int, reason: str, now: datetime) -> bool:
    """Try again after twice as long as the last time; give up after ATTEMPTS."""
    if before + 1 >= ATTEMPTS:
        return await record_result(tx, attempt, MessageState.FAILED, now, reason=reason)
    due = now + min(FIRST_WAIT * 2**before, LONGEST_WAIT)
    return await record_result(tx, attempt, MessageState.ERRORED, now, reason=reason, due_at=due)
