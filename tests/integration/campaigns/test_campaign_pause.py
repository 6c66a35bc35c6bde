"""A pause takes hold while the lane is sending: nothing starts later than two seconds after its commit."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import broadcasting
from bot.broadcasting import Broadcaster, Tempo
from bot.campaigns.running import pause_campaign
from bot.messenger import Outcome, Sent
from bot.screens import Screen
from bot.spool import Spool
from storage.campaigns import list_under_way
from storage.database import Transaction
from storage.models.campaigns import Campaign
from storage.models.messages import Lane
from tests.integration.campaigns.crowd import Desk, people_agree, staff, started
from tests.integration.house_stage import Stage, until

PEOPLE, PER_SECOND = 150, 25
TAKES_HOLD = 2.0  # seconds


class Phones:
    """A Messenger with a clock of its own, moved on by each turn: how slow the machine is counts nothing."""

    def __init__(self, before_turn: Callable[[int], Awaitable[None]]) -> None:
        self.seconds = 0.0
        self.started: list[float] = []
        self._turns = count(1)
        self._before_turn = before_turn

    def chat_wait(self, chat_id: int) -> float:  # noqa: ARG002 - reason: the protocol's
        return 0.0

    async def wait_turn(self, lane: Lane, chat_id: int) -> bool:  # noqa: ARG002 - reason: the protocol's
        await self._before_turn(next(self._turns))
        self.seconds += 1 / PER_SECOND
        return True

    async def send(self, chat_id: int, screen: Screen, lane: Lane) -> Outcome:  # noqa: ARG002 - reason: the protocol's
        self.started.append(self.seconds)
        return Sent(1)

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> Outcome:  # noqa: ARG002 - reason: the protocol's
        raise AssertionError("campaigns edit nothing")


async def a_campaign(stage: Stage) -> tuple[Desk, Campaign]:
    """One that may go to everybody at once, this process holding the lane."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, PEOPLE)
    campaign = await started(desk)
    async with desk.database.transaction() as tx:
        await tx.execute(text("UPDATE campaign SET released = NULL"))
    await stage.house.leadership.beat()
    return desk, campaign


@asynccontextmanager
async def sending(stage: Stage, phones: Phones, spool: Path) -> AsyncIterator[None]:
    """The lane as `run` has it, until the block ends."""
    house = stage.house
    tempo = Tempo.of(PER_SECOND, is_paid=False)
    lane = Broadcaster(house.database, house.service, phones, house.leadership, Spool(spool), tempo)
    task = asyncio.create_task(lane.run())
    try:
        yield
    finally:
        lane.stop()
        await task


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the lane looked who is next."""
    looked: Counter[str] = Counter()

    async def counting(tx: Transaction) -> list[Campaign]:
        looked["at campaigns"] += 1
        return await list_under_way(tx)

    monkeypatch.setattr(broadcasting, "list_under_way", counting)
    return looked


async def test_nothing_starts_two_seconds_after_a_pause(
    stage: Stage, tmp_path: Path, looks: Counter[str]
) -> None:
    """Paused at its thirtieth turn, five seconds of people still to come: what was claimed goes out, only."""
    desk, campaign = await a_campaign(stage)
    paused: list[tuple[float, int]] = []

    async def pauses(turn: int) -> None:
        if turn == 30:
            async with desk.database.transaction() as tx:
                maker, _ = await staff(tx, desk.now)
                await pause_campaign(tx, desk.service, maker, await desk.campaign(campaign.id))
            paused.append((phones.seconds, looks["at campaigns"]))

    phones = Phones(pauses)
    async with sending(stage, phones, tmp_path):
        await until(lambda: paused and looks["at campaigns"] >= paused[0][1] + 3)
    at = paused[0][0]
    assert max(phones.started) <= at + TAKES_HOLD
    states = await desk.states(campaign.id)
    assert states == {"sent": len(phones.started), "queued": PEOPLE - len(phones.started)}


async def test_what_waits_long_for_its_turn_goes_back(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: Counter[str]
) -> None:
    """While replies take every turn a pause comes: what was claimed before waits again, not started."""
    monkeypatch.setattr(broadcasting, "TURN_SECONDS", 0.02)
    desk, campaign = await a_campaign(stage)
    never, waiting = asyncio.Event(), asyncio.Event()

    async def no_turn_comes(_turn: int) -> None:
        waiting.set()
        await never.wait()

    phones = Phones(no_turn_comes)
    async with sending(stage, phones, tmp_path):
        await waiting.wait()
        async with desk.database.transaction() as tx:
            maker, _ = await staff(tx, desk.now)
            await pause_campaign(tx, desk.service, maker, await desk.campaign(campaign.id))
        paused = looks["at campaigns"]
        await until(lambda: looks["at campaigns"] >= paused + 3)
        never.set()
    assert not phones.started
    assert "sending" not in await desk.states(campaign.id)
