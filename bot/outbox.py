"""The drain loops: who is written to next, how many at once, and the end of it all."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

import structlog

from bot.leadership import Leadership
from bot.messenger import Messenger
from bot.notices import Renderer
from bot.sending import Sender
from bot.service import Service
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import list_due

log = structlog.get_logger(__name__)

POLL_SECONDS = 0.5
LAST_CALLS = 20.0  # seconds a stopping process gives the calls under way and their results
PEOPLE_AT_HAND = 100  # waiting for their turn in a stream's memory; the others wait in the database


@dataclass(frozen=True, slots=True)
class Stream:
    """Lanes that are drained together, apart from the others: theirs is not each other's queue."""

    lanes: tuple[Lane, ...]
    calls_at_once: int


STREAMS = (Stream((Lane.REPLY,), 4), Stream((Lane.NOTICE, Lane.REMINDER), 4))
"""Twenty notices to one officer, one a second, must not hold up anybody's receipt."""


@dataclass(slots=True)
class _Flow:
    """A stream at work: one message a person at hand, so that each person's come in order."""

    stream: Stream
    slots: asyncio.Semaphore
    at_hand: dict[UUID, asyncio.Task[bool]] = field(default_factory=dict)
    begun: set[UUID] = field(default_factory=set)  # people whose call has begun: it is waited for
    news: asyncio.Event = field(default_factory=asyncio.Event)
    failure: BaseException | None = None

    @classmethod
    def of(cls, stream: Stream) -> "_Flow":
        return cls(stream, asyncio.Semaphore(stream.calls_at_once))

    def take(self, contact_id: UUID, task: asyncio.Task[bool]) -> None:
        self.at_hand[contact_id] = task
        task.add_done_callback(partial(self._done, contact_id))

    def _done(self, contact_id: UUID, task: asyncio.Task[bool]) -> None:
        """There is room again; after a refusal or an outage it is not used before the next look."""
        del self.at_hand[contact_id]
        self.begun.discard(contact_id)
        if task.cancelled() or isinstance(error := task.exception(), StorageUnavailable):
            return
        self.failure = self.failure or error
        if error is not None or task.result():
            self.news.set()

    async def rest(self) -> None:
        """Until there is room, something was queued, or POLL_SECONDS have passed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(POLL_SECONDS):
                await self.news.wait()
        self.news.clear()

    async def finish(self) -> None:
        """Let go of whoever waits for a turn; wait for the calls under way, but not for ever."""
        for contact_id, task in self.at_hand.items():
            if contact_id not in self.begun:
                task.cancel()
        if self.at_hand:
            _done, late = await asyncio.wait(self.at_hand.values(), timeout=LAST_CALLS)
            for task in late:
                log.error("a result could not be written down; the message will be taken for lost")
                task.cancel()


class Outbox:
    """Sends what is due in the personal lanes, on every replica; a campaign's would be one more stream."""

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
        self._sender = Sender(database, service, messenger, renderers, leadership)
        self._flows = [_Flow.of(stream) for stream in STREAMS]
        self._stopping = False

    def poke(self) -> None:
        """Something was queued: look now instead of at the next tick."""
        for flow in self._flows:
            flow.news.set()

    def stop(self) -> None:
        """Claim nothing more; `run` returns once what is on its way has been recorded."""
        self._stopping = True
        self.poke()

    async def run(self) -> None:
        """Drain until stopped; a database that is away is waited for, ConfigurationError goes up."""
        loops = [asyncio.create_task(self._loop(flow)) for flow in self._flows]
        await asyncio.wait(loops, return_when=asyncio.FIRST_EXCEPTION)
        self.stop()
        await asyncio.gather(*loops)

    async def _loop(self, flow: _Flow) -> None:
        try:
            while not self._stopping and flow.failure is None:
                with suppress(StorageUnavailable):
                    await self._refill(flow)
                await flow.rest()
        finally:
            await flow.finish()
        if flow.failure is not None:
            raise flow.failure

    async def drain(self) -> int:
        """Send what is due now and wait for it, for whoever moves the clock; how many were taken up."""
        return sum([await self._drain(_Flow.of(stream)) for stream in STREAMS])

    async def _drain(self, flow: _Flow) -> int:
        taken_up = 0
        while await self._refill(flow):
            results = await asyncio.gather(*flow.at_hand.values(), return_exceptions=True)
            if flow.failure is not None:
                raise flow.failure
            taken_up += results.count(True)
            if True not in results:
                break
        return taken_up

    async def _refill(self, flow: _Flow) -> int:
        """Take up as many people as there is room for, each with the first message due; how many."""
        taken_up = 0
        while room := PEOPLE_AT_HAND - len(flow.at_hand):
            due = await self._due(flow, room)
            for message, contact in due:
                if contact.id not in flow.at_hand:
                    flow.take(contact.id, asyncio.create_task(self._one(flow, message, contact)))
                    taken_up += 1
            if len(due) < room:
                break
        return taken_up

    async def _due(self, flow: _Flow, limit: int) -> list[tuple[Message, Contact]]:
        async with self._database.transaction(read_only=True) as tx:
            return await list_due(
                tx,
                flow.stream.lanes,
                self._service.clock.now(),
                limit=limit,
                kinds=self._sender.kinds(),
                but_not_to=flow.at_hand.keys(),
            )

    async def _one(self, flow: _Flow, message: Message, contact: Contact) -> bool:
        """Send one message; False when Telegram forbids the lane for now and the message stays queued."""
        # Without a slot: nobody else need wait until this chat may have its next message.
        await asyncio.sleep(self._messenger.chat_wait(contact.telegram_id))
        async with flow.slots:
            if not await self._messenger.wait_turn(message.lane, contact.telegram_id):
                return False
            flow.begun.add(contact.id)
            return await self._sender.send(message, contact)
