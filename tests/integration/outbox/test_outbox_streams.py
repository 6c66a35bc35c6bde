"""How the loops share their places out, with a messenger that does as it is told."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest

from bot import outbox as outbox_module
from bot.clock import Clock
from bot.leadership import Leadership
from bot.messenger import Flooded, Outcome, Sent
from bot.outbox import STREAMS, Outbox
from bot.retries import ATTEMPTS
from bot.screens import Screen
from bot.service import Service
from storage.database import Database, Transaction
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message, MessageState
from storage.outbox import list_due, params_of, queue_message
from tests.integration.house_stage import until
from tests.integration.storage.rows import NOW, SARI, UJANG, count_by_state, meet, queue

SLOTS = STREAMS[1].calls_at_once
CROWD = range(2001, 2001 + 3 * SLOTS)


class Phones:
    """A messenger: who is slow holds their call until let go of; who is resting may get nothing yet."""

    def __init__(self) -> None:
        self.slow: dict[int, asyncio.Event] = {}
        self.resting: dict[int, float] = {}
        self.shown: dict[int, list[str]] = defaultdict(list)
        self.floods = 0
        self.closed: set[Lane] = set()
        self.calls = self.most_calls = 0

    def chat_wait(self, chat_id: int) -> float:
        return self.resting.get(chat_id, 0.0)

    async def wait_turn(self, lane: Lane, _chat_id: int) -> bool:
        return lane not in self.closed

    async def edit(self, chat_id: int, _message_id: int, screen: Screen) -> Outcome:
        return await self.send(chat_id, screen, Lane.REPLY)

    async def send(self, chat_id: int, screen: Screen, _lane: Lane) -> Outcome:
        self.calls += 1
        self.most_calls = max(self.calls, self.most_calls)
        await asyncio.sleep(0)
        if chat_id in self.slow:
            await self.slow[chat_id].wait()
        self.calls -= 1
        if self.floods:
            self.floods -= 1
            return Flooded(3)
        self.shown[chat_id].append(screen.text)
        return Sent(1)


async def render(tx: Transaction, _service: Service, _contact: Contact, message: Message) -> Screen:
    return Screen("number", str(params_of(tx, message)["number"]))


class Desk:
    """An outbox of one kind of message, and its phones."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = Clock(pinned=NOW)
        self.phones = Phones()
        self.leadership = Leadership(database)
        service = cast("Service", SimpleNamespace(clock=self.clock))
        self.outbox = Outbox(database, service, self.phones, {"receipt": render}, self.leadership)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        loop = asyncio.create_task(self.outbox.run())
        yield loop
        self.outbox.stop()
        await asyncio.wait_for(loop, 60)

    async def states(self) -> dict[MessageState, int]:
        """How many stand where, whatever their lane."""
        async with self.database.transaction(read_only=True) as tx:
            return await count_by_state(tx)

    async def has(self, state: MessageState, count: int = 1) -> None:
        """Wait until so many messages stand there."""
        async with asyncio.timeout(60):
            while (await self.states()).get(state, 0) < count:  # noqa: ASYNC110 - a row sets no event
                await asyncio.sleep(0.005)


@pytest.fixture
async def desk(database: Database) -> Desk:
    desk = Desk(database)
    await desk.leadership.beat()
    return desk


async def test_a_slow_call_holds_up_nobody_else(desk: Desk) -> None:
    """While one call hangs, everybody else's go out, also the ones queued later."""
    letting_go = desk.phones.slow[SARI] = asyncio.Event()
    await queue(desk.database, await meet(desk.database, SARI))
    for person in CROWD:
        await queue(desk.database, await meet(desk.database, person), 2)
    async with desk.running():
        await desk.has(MessageState.SENT, 2 * len(CROWD))
        await queue(desk.database, await meet(desk.database, UJANG))
        await desk.has(MessageState.SENT, 2 * len(CROWD) + 1)
        letting_go.set()
        await desk.has(MessageState.SENT, 2 * len(CROWD) + 2)
    assert desk.phones.most_calls <= SLOTS


async def test_a_chat_that_must_rest_takes_nobodys_place(desk: Desk) -> None:
    """More people than places have to wait a minute for their next message; the others do not."""
    for person in CROWD:
        desk.phones.resting[person] = 60
        await queue(desk.database, await meet(desk.database, person))
    await queue(desk.database, await meet(desk.database, SARI))
    async with desk.running():
        await desk.has(MessageState.SENT)
    assert list(desk.phones.shown) == [SARI]


async def test_each_persons_messages_come_in_order(desk: Desk) -> None:
    """However many are sent at once, nobody reads the second before the first."""
    people = [await meet(desk.database, person) for person in CROWD]
    for number in range(4):
        async with desk.database.transaction() as tx:
            for contact_id in people:
                due = NOW - timedelta(minutes=9 - number)
                params: dict[str, object] = {"number": number}
                await queue_message(tx, contact_id, Lane.NOTICE, "receipt", NOW, due_at=due, params=params)
    async with desk.running():
        await desk.has(MessageState.SENT, 4 * len(CROWD))
    assert set(map(tuple, desk.phones.shown.values())) == {("0", "1", "2", "3")}


async def test_notices_in_plenty_hold_up_no_receipt(desk: Desk) -> None:
    """Also the receipt of the one whose notices are being sent."""
    letting_go = desk.phones.slow[SARI] = asyncio.Event()
    for person in [SARI, *CROWD]:
        desk.phones.slow[person] = letting_go
        await queue(desk.database, await meet(desk.database, person))
    async with desk.running():
        await until(lambda: desk.phones.calls == SLOTS)
        await queue(desk.database, await meet(desk.database, SARI), 1, Lane.REPLY)
        desk.outbox.poke()
        await until(lambda: desk.phones.calls == SLOTS + 1)
        letting_go.set()
        await desk.has(MessageState.SENT, len(CROWD) + 2)


async def test_stopping_waits_for_calls_alone(desk: Desk) -> None:
    """A call under way is waited for and recorded; whoever waits for a turn, or rests, stays queued."""
    letting_go = asyncio.Event()
    for person in CROWD:
        desk.phones.slow[person] = letting_go
        await queue(desk.database, await meet(desk.database, person))
    desk.phones.resting[SARI] = 3600
    await queue(desk.database, await meet(desk.database, SARI))
    async with desk.running() as loop:
        await until(lambda: desk.phones.calls == SLOTS)
        desk.outbox.stop()
        await asyncio.sleep(0.05)
        assert not loop.done()
        letting_go.set()
    assert await desk.states() == {
        MessageState.SENT: SLOTS,
        MessageState.QUEUED: len(CROWD) + 1 - SLOTS,
    }


async def test_stopping_does_not_wait_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that never ends is left to the recovery of lost messages."""
    monkeypatch.setattr(outbox_module, "LAST_CALLS", 0.05)
    desk.phones.slow[SARI] = asyncio.Event()
    await queue(desk.database, await meet(desk.database, SARI))
    async with desk.running():
        await desk.has(MessageState.SENDING)
    assert await desk.states() == {MessageState.SENDING: 1}


async def test_floods_are_no_attempts(desk: Desk) -> None:
    """However often Telegram says "later", the message goes out in the end."""
    desk.phones.floods = ATTEMPTS + 2
    await queue(desk.database, await meet(desk.database, SARI))
    for _ in range(ATTEMPTS + 2):
        await desk.outbox.drain()
        desk.clock.move(timedelta(seconds=3))
    async with desk.database.transaction(read_only=True) as tx:
        ((message, _),) = await list_due(tx, [Lane.NOTICE], desk.clock.now(), limit=1, kinds={"receipt"})
    assert (message.state, message.reason, message.attempts) == (MessageState.ERRORED, "429", 0)
    await desk.outbox.drain()
    assert await desk.states() == {MessageState.SENT: 1}


async def test_a_flood_that_another_replica_met_is_honoured_at_once(desk: Desk) -> None:
    """Nothing but replies is claimed before the deadline in the lease's row, whatever was known before."""
    await Leadership(desk.database).report_flood(60)
    sari = await meet(desk.database, SARI)
    await queue(desk.database, sari)
    await queue(desk.database, sari, 1, Lane.REPLY)
    assert await desk.outbox.drain() == 1
    assert await desk.states() == {MessageState.SENT: 1, MessageState.QUEUED: 1}


async def test_an_error_of_ours_ends_the_loops(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is raised from `run`: a loop never dies silently."""

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(outbox_module, "list_due", broken)
    with pytest.raises(RuntimeError, match="a fault of ours"):
        await asyncio.wait_for(desk.outbox.run(), 60)
