"""The campaign lane: one process at a time, as fast as is allowed, and ready to stop at any message."""

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from math import ceil

import structlog

from bot.campaigns.claiming import Claimed, Claimer, room_of
from bot.campaigns.go_ahead import GoAhead
from bot.campaigns.letters import Letters
from bot.campaigns.recording import Recorder, result_of, unbegun
from bot.campaigns.windows import open_zones
from bot.errors import ConfigurationError
from bot.leadership import Leadership
from bot.messenger import Failed, Flooded, Messenger, Outcome
from bot.screens import Screen
from bot.service import Service
from bot.spool import Spool
from storage.bulk import Due, list_bulk_due
from storage.campaigns import list_under_way
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.models.messages import Lane
from storage.outbox import Attempt

log = structlog.get_logger(__name__)

IN_FLIGHT = 8  # calls at once: a crash leaves at most so many unknown
IN_FLIGHT_PAID = 128
AT_HAND = 500  # recipients looked up at once; nothing is changed by looking
GATHERS = 0.02  # seconds of results that are written down together
GATHERS_PAID = 0.05  # a commit costs what ten messages do; there is room in flight to wait for it
HORIZON_SECONDS = 0.05  # claimed are the messages that start within it
HORIZON_PAID = 0.1  # a claim costs what several messages do
POLL_SECONDS = 0.5
TURN_SECONDS = 1.0  # waited for a turn: what was claimed before a pause starts within two of it, or goes back
LAST_CALLS = 20.0  # seconds a stopping process gives the calls under way


@dataclass(frozen=True, slots=True)
class Tempo:
    """How fast: messages a second, calls at once, seconds of results and of starts taken together."""

    per_second: float
    in_flight: int = IN_FLIGHT
    gathers: float = GATHERS
    horizon: float = HORIZON_SECONDS

    @classmethod
    def of(cls, per_second: float, *, is_paid: bool) -> "Tempo":
        """What is paid for may have more on its way."""
        return cls(per_second, IN_FLIGHT_PAID, GATHERS_PAID, HORIZON_PAID) if is_paid else cls(per_second)

    @property
    def ahead(self) -> int:
        """How many may be claimed and still wait for their turn."""
        return max(1, min(self.in_flight, ceil(self.per_second * self.horizon)))


class Broadcaster:
    """Sends campaigns while this process holds the lease of the schedule."""

    def __init__(
        self,
        database: Database,
        service: Service,
        messenger: Messenger,
        leadership: Leadership,
        spool: Spool,
        tempo: Tempo,
    ) -> None:
        self._database = database
        self._service = service
        self._messenger = messenger
        self._leadership = leadership
        self._tempo = tempo
        self._letters = Letters(service)
        self._claimer = Claimer(service, leadership, self._letters)
        self._go_ahead = GoAhead(database, leadership)
        self._recorder = Recorder(database, service, spool, self._freed, gathers=tempo.gathers)
        self._at_hand: deque[Due] = deque()
        self._calls: set[asyncio.Task[None]] = set()
        self._held = 0  # marked as sending, and no result is safe yet
        self._ahead = 0  # of these: still waiting for their turn
        self._moved = asyncio.Event()  # a call began or its result is safe: there may be room
        self._failure: BaseException | None = None
        self._stopping = False

    def poke(self) -> None:
        """Something may be due: look now instead of at the next tick."""
        self._moved.set()

    def stop(self) -> None:
        """Claim nothing more; `run` returns once what is on its way is written down."""
        self._stopping = True
        self.poke()

    async def run(self) -> None:
        """Send until stopped; a database that is away is waited for, ConfigurationError goes up."""
        await self._recorder.begin()
        recording = asyncio.create_task(self._recorder.run())
        try:
            while not self._is_ending() and not recording.done():
                if not await self._start_some():
                    await self._rest()
            await self._finish_calls()
        finally:
            self._recorder.stop()
            await recording
        if self._failure is not None:
            raise self._failure

    async def drain(self) -> None:
        """Send what is due now and wait for it, for whoever moves the clock."""
        self._at_hand.clear()
        while not self._is_ending() and await self._start_some():
            while self._calls:
                await asyncio.wait(self._calls)
            await self._recorder.flush()

    def _is_ending(self) -> bool:
        return self._stopping or self._failure is not None

    async def _start_some(self) -> bool:
        """Begin with the next few recipients; False when there is nothing to begin with now."""
        with suppress(StorageUnavailable):
            if not self._leadership.is_leader or not await self._find_due():
                return False
            await self._find_room()
            claimed = await self._claim(self._next_few())
            for one in claimed or ():
                self._begin(one)
            return claimed is not None
        return False

    async def _find_due(self) -> bool:
        """Look up who is next when nobody is at hand."""
        if self._at_hand:
            return True
        now = self._service.clock.now()
        zones = open_zones(self._service, now)
        async with self._database.transaction(read_only=True) as tx:
            for campaign in await list_under_way(tx):
                if room := room_of(campaign):
                    limit = min(room, AT_HAND)
                    self._at_hand += await list_bulk_due(tx, campaign.id, zones, now, limit=limit)
        return bool(self._at_hand)

    async def _find_room(self) -> None:
        """Wait until half of what was claimed before has had its turn, and a call may be begun."""
        while not self._is_ending() and (
            self._held >= self._tempo.in_flight or self._ahead > self._tempo.ahead // 2
        ):
            await self._rest()

    async def _rest(self) -> None:
        """Until something moved, or POLL_SECONDS have passed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(POLL_SECONDS):
                await self._moved.wait()
        self._moved.clear()

    def _next_few(self) -> list[Due]:
        """The next recipients of one campaign, as many as there is room for."""
        room = min(self._tempo.ahead - self._ahead, self._tempo.in_flight - self._held)
        few: list[Due] = []
        while self._at_hand and len(few) < room and not self._is_ending():
            if few and self._at_hand[0].campaign_id != few[0].campaign_id:
                break
            few.append(self._at_hand.popleft())
        return few

    async def _claim(self, few: list[Due]) -> list[Claimed] | None:
        """In one short transaction; None when lane or campaign may not send now."""
        if not few:
            return None
        now = self._service.clock.now()
        try:
            async with self._database.transaction(brief=True) as tx:
                claimed = await self._claimer.claim(tx, few, now)
        except StorageUnavailable:
            self._put_back(few, now)
            raise
        if claimed is None:
            self._at_hand.clear()
        return claimed

    def _put_back(self, few: list[Due], now: datetime) -> None:
        """Perhaps the claim was committed, perhaps not; no call was made, so what was marked waits again."""
        self._at_hand.clear()
        for due in few:
            attempt = Attempt(due.message_id, self._leadership.holder, self._leadership.epoch, now)
            self._held += 1
            self._recorder.take(unbegun(due, attempt, now))

    def _begin(self, claimed: Claimed) -> None:
        self._held += 1
        self._ahead += 1
        task = asyncio.create_task(self._send(claimed))
        self._calls.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._calls.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failure = self._failure or error
        self._moved.set()

    def _freed(self, count: int) -> None:
        """So many results are safe: as many calls may begin."""
        self._held -= count
        self._moved.set()

    async def _send(self, claimed: Claimed) -> None:
        """Render, wait for the turn, call, and hand the result over; ConfigurationError ends the process."""
        try:
            outcome = await self._turned(claimed)
        except ConfigurationError:
            self._recorder.take(result_of(claimed, Flooded(0), self._service.clock.now()))
            raise
        self._recorder.take(result_of(claimed, outcome, self._service.clock.now()))

    async def _turned(self, claimed: Claimed) -> Outcome:
        chat_id = claimed.standing.due.telegram_id
        try:
            screen = self._letters.write(claimed.version, claimed.standing, claimed.person)
            # Asked before the turn and not after: the call starts at its turn, or seconds hold too many.
            may_start = await self._go_ahead.is_given() and await self._has_turn(chat_id)
        except Exception as error:
            log.exception("a campaign's message could not be rendered")
            return Failed(f"not rendered: {type(error).__name__}")
        finally:
            self._ahead -= 1
            self._moved.set()
        if not may_start:
            return Flooded(0)
        return await self._call(chat_id, screen)

    async def _has_turn(self, chat_id: int) -> bool:
        """Wait for its turn, but not for long: while replies take every turn somebody may pause or stop."""
        try:
            async with asyncio.timeout(TURN_SECONDS):
                return await self._messenger.wait_turn(Lane.CAMPAIGN, chat_id)
        except TimeoutError:
            return False

    async def _call(self, chat_id: int, screen: Screen) -> Outcome:
        try:
            return await self._messenger.send(chat_id, screen, Lane.CAMPAIGN)
        except ConfigurationError:
            raise
        except Exception as error:
            log.exception("a campaign's message could not be sent")
            return Failed(type(error).__name__)

    async def _finish_calls(self) -> None:
        """Wait for the calls under way, but not for ever."""
        if self._calls:
            _done, late = await asyncio.wait(self._calls, timeout=LAST_CALLS)
            for task in late:
                log.error("a result could not be waited for; the message will be taken for lost")
                task.cancel()
