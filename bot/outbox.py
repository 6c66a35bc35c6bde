"""The drain loop: claim, send, record; it gives up, waits and goes on by what each call came to."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from weakref import WeakValueDictionary

import structlog

from bot.errors import ConfigurationError
from bot.leadership import Leadership
from bot.messenger import Errored, Failed, Flooded, Messenger, Outcome, Sent, Unknown, Unreachable
from bot.metrics import MESSAGES
from bot.notices import Renderer
from bot.screens import Screen
from bot.service import Service
from storage.contacts import mark_unreachable
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message, MessageState
from storage.outbox import cancel_message, list_due, mark_sending, record_result

log = structlog.get_logger(__name__)

Lanes = tuple[Lane, ...]

PERSONAL_LANES = (Lane.REPLY, Lane.NOTICE, Lane.REMINDER)
LOOPS: tuple[Lanes, ...] = ((Lane.REPLY,), (Lane.NOTICE, Lane.REMINDER))
"""Drained apart: twenty notices to one officer, one a second, must not hold up anybody's receipt."""

MAX_IN_FLIGHT = 8
BATCH = 100
POLL_SECONDS = 0.5
ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Claim:
    """A message this process has marked `sending`, with what it says."""

    message: Message
    contact: Contact
    screen: Screen


class Outbox:
    """Sends what is due in the personal lanes; any replica may, because claims are compare-and-set."""

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
        self._pokes = {lanes: asyncio.Event() for lanes in LOOPS}
        self._stopping = False
        self._slots: dict[Lane, asyncio.Semaphore] = {}
        for lanes in LOOPS:
            self._slots |= dict.fromkeys(lanes, asyncio.Semaphore(MAX_IN_FLIGHT // len(LOOPS)))
        self._lines: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()

    def poke(self) -> None:
        """Something was queued: look now instead of at the next tick."""
        for poke in self._pokes.values():
            poke.set()

    async def run(self) -> None:
        """Drain until stopped; a database that is away is waited for, ConfigurationError goes up."""
        loops = [asyncio.create_task(self._loop(lanes)) for lanes in LOOPS]
        await asyncio.wait(loops, return_when=asyncio.FIRST_EXCEPTION)
        self._stopping = True
        self.poke()
        await asyncio.gather(*loops)

    async def _loop(self, lanes: Lanes) -> None:
        while not self._stopping:
            try:
                found = await self.drain(lanes)
            except StorageUnavailable:
                found = 0
            if not found:
                await self._rest(self._pokes[lanes])

    async def stop(self) -> None:
        """Claim nothing more; `run` returns once what is on its way has been recorded."""
        self._stopping = True
        self.poke()

    async def _rest(self, poke: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await poke.wait()
        except TimeoutError:
            return
        poke.clear()

    async def drain(self, lanes: Lanes = PERSONAL_LANES) -> int:
        """Send what is due now, at most one batch, at most MAX_IN_FLIGHT at once; how many were taken up."""
        now = self._service.clock.now()
        async with self._database.transaction(read_only=True) as tx:
            due = await list_due(tx, lanes, now, limit=BATCH)
        # No TaskGroup: one failure would cancel the others' calls, and their results would be lost.
        sends = [self._one(message, contact) for message, contact in due]
        results = await asyncio.gather(*sends, return_exceptions=True)
        failures = [result for result in results if isinstance(result, BaseException)]
        if failures:
            raise next((f for f in failures if not isinstance(f, StorageUnavailable)), failures[0])
        return sum(result is True for result in results)

    async def _one(self, message: Message, contact: Contact) -> bool:
        """Send one message; False when Telegram forbids this lane for now and the message stays queued."""
        async with self._line(contact.id), self._slots[message.lane]:
            if self._stopping or not await self._messenger.wait_turn(message.lane, contact.telegram_id):
                return False
            claim = await self._claimed(message, contact)
            if claim is not None:
                await self._record(claim, await self._call(claim))
            return True

    async def _claimed(self, message: Message, contact: Contact) -> Claim | None:
        """Claim; a message that cannot be rendered is cancelled, so that it holds nobody up."""
        try:
            return await self._claim(message, contact)
        except StorageUnavailable:
            raise
        except Exception as error:
            log.exception("a message could not be rendered", kind=message.kind)
            reason = f"not rendered: {type(error).__name__}"
        async with self._database.transaction() as tx:
            await cancel_message(tx, message.id, self._service.clock.now(), reason)
        return None

    def _line(self, contact_id: UUID) -> asyncio.Lock:
        """What one person gets comes in the order in which it was due."""
        return self._lines.setdefault(contact_id, asyncio.Lock())

    async def _claim(self, message: Message, contact: Contact) -> Claim | None:
        """Mark and render in one transaction; what is no longer wanted is cancelled instead."""
        now = self._service.clock.now()
        async with self._database.transaction() as tx:
            screen = await self._render(tx, message, contact)
            if screen is None:
                await cancel_message(tx, message.id, now, "no longer wanted")
                return None
            holder, epoch = self._leadership.holder, self._leadership.epoch
            if not await mark_sending(tx, message.id, now, holder=holder, epoch=epoch):
                return None
        return Claim(message, contact, screen)

    async def _render(self, tx: Transaction, message: Message, contact: Contact) -> Screen | None:
        if message.late_after is not None and message.late_after < self._service.clock.now():
            return None
        if contact.opted_out_at is not None and message.lane is Lane.REMINDER:
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
        return await self._messenger.edit(chat_id, screen.replaces, screen, lane)

    async def _record(self, claim: Claim, outcome: Outcome) -> None:
        """Write the result down, however long the database is away: it is known nowhere else."""
        MESSAGES.labels(claim.message.lane.value, type(outcome).__name__.lower()).inc()
        while True:
            try:
                return await self._settle(claim, outcome)
            except StorageUnavailable:
                await asyncio.sleep(POLL_SECONDS)

    async def _settle(self, claim: Claim, outcome: Outcome) -> None:
        now = self._service.clock.now()
        async with self._database.transaction() as tx:
            await settle(tx, claim.message, outcome, now)
            if isinstance(outcome, Unreachable):
                await mark_unreachable(tx, claim.contact.id, now)


async def settle(tx: Transaction, message: Message, outcome: Outcome, now: datetime) -> None:
    """Write down what a call came to; the rules are rules.md's (Sending)."""
    match outcome:
        case Sent(message_id):
            await record_result(tx, message.id, MessageState.SENT, now, telegram_message_id=message_id)
        case Flooded(retry_after):
            due = now + timedelta(seconds=retry_after)
            await record_result(tx, message.id, MessageState.ERRORED, now, reason="429", due_at=due)
        case Unreachable(reason):
            await record_result(tx, message.id, MessageState.UNREACHABLE, now, reason=reason)
        case Failed(reason):
            await record_result(tx, message.id, MessageState.FAILED, now, reason=reason)
        case Unknown(reason) if message.lane is Lane.CAMPAIGN:
            await record_result(tx, message.id, MessageState.UNKNOWN, now, reason=reason)
        case Unknown(reason) | Errored(reason):
            await _again_later(tx, message, reason, now)


async def _again_later(tx: Transaction, message: Message, reason: str, now: datetime) -> None:
    """Try again after twice as long as the last time; give up after ATTEMPTS."""
    if message.attempts + 1 >= ATTEMPTS:
        await record_result(tx, message.id, MessageState.FAILED, now, reason=reason)
        return
    wait = min(FIRST_WAIT * 2**message.attempts, LONGEST_WAIT)
    await record_result(tx, message.id, MessageState.ERRORED, now, reason=reason, due_at=now + wait)
