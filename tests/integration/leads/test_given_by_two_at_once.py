"""Two give leads away at the same moment, on PostgreSQL: neither waits for the other, every slot is right."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from importlib import import_module

import pytest

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.outcomes import record_outcome
from bot.leads.silence import break_silence
from bot.leads.taking import give_lead_back, take_lead
from bot.team import end_volunteer, go_on_leave
from storage.database import Transaction
from storage.leads import LeadCard
from storage.models.leads import Lead, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.timers import claim_timers
from storage.volunteers import Territory, find_volunteer, post
from tests.integration.house_stage import BUDI, Stage, open_stage, unhurried
from tests.integration.leads.field import desk_of, is_consistent, joins_field, lead_comes, lead_now

UJANG = 1011
DAY = timedelta(days=1)
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"

Act = Callable[[Transaction, Stage, Volunteer, Lead], Awaitable[object]]


@pytest.fixture
async def stage(postgres_database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    unhurried(monkeypatch)
    async with open_stage(postgres_database_url) as stage:
        yield stage


class Meeting:
    """Where two transactions stop: each goes on once the other has come there, too, or waits for a row."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._arrived = stage, 0
        self.begun = asyncio.Event()

    async def meets(self) -> None:
        self._arrived += 1
        self.begun.set()
        async with asyncio.timeout(60):
            while self._arrived < 2 and not await self._stage.value(WAITING):  # noqa: ASYNC110 - no event there
                await asyncio.sleep(0.01)

    def is_after(self, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
        """Whoever calls a verb of storage stops once it has done what it does."""
        module, _, name = verb.rpartition(".")
        done = getattr(import_module(module), name)

        async def stops(*given: object, **named: object) -> object:
            result = await done(*given, **named)
            await self.meets()
            return result

        monkeypatch.setattr(verb, stops)


async def hands_back(tx: Transaction, stage: Stage, owner: Volunteer, lead: Lead) -> None:
    await give_lead_back(desk_of(tx, stage, owner), await lead_now(stage, lead), "busy")


async def is_ended(tx: Transaction, stage: Stage, owner: Volunteer, _lead: Lead) -> None:
    now = stage.house.service.clock.now()
    assert await end_volunteer(tx, stage.house.service, owner.id, now, actor=None)


async def goes_on_leave(tx: Transaction, stage: Stage, owner: Volunteer, _lead: Lead) -> None:
    now, until = stage.house.service.clock.now(), stage.house.service.today() + 7 * DAY
    card = await find_volunteer(tx, owner.id)
    assert card is not None
    await go_on_leave(tx, stage.house.service, card.volunteer, until, now)


async def in_a_transaction(stage: Stage, act: Act, owner: Volunteer, lead: Lead) -> None:
    async with stage.house.database.transaction() as tx:
        await act(tx, stage, owner, lead)


@pytest.mark.parametrize(
    ("act", "held_first"),
    [
        (hands_back, "bot.leads.choosing.take_slots"),
        (is_ended, "bot.team.change_volunteer"),
        (goes_on_leave, "bot.team.change_volunteer"),
    ],
)
async def test_two_give_to_each_other(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, act: Act, held_first: str
) -> None:
    """Pak Budi's lead would go to Ujang just as Ujang's goes to Pak Budi: both get done."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    ujang = await joins_field(stage, UJANG, "Ujang")
    leads = [await lead_comes(stage), await lead_comes(stage)]
    assert {lead.owner_id for lead in leads} == {budi.id, ujang.id}
    owners = [budi if lead.owner_id == budi.id else ujang for lead in leads]
    Meeting(stage).is_after(monkeypatch, held_first)
    await asyncio.gather(*map(partial(in_a_transaction, stage, act), owners, leads))
    assert await is_consistent(stage, leads, [budi, ujang])


async def test_a_tap_and_the_tick_of_silence(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pak Budi closes one of his two silent leads just as both are to be handed up: both get done."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    leads = [await lead_comes(stage), await lead_comes(stage)]
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, budi), await lead_now(stage, leads[0]))
    stage.house.service.clock.move(3 * DAY)
    await ticks(stage)  # offered to others
    stage.house.service.clock.move(4 * DAY)  # now the coordinator's, of whom there is none
    meeting = Meeting(stage)
    meeting.is_after(monkeypatch, "bot.leads.changes.count_slots")
    await asyncio.gather(closes(stage, budi, leads[0]), ticks(stage, after=meeting.begun))
    states = [(await lead_now(stage, lead)).lead for lead in leads]
    assert (states[0].state, states[1].owner_id) == (LeadState.WRONG, None)
    assert await is_consistent(stage, leads, [budi])


async def closes(stage: Stage, owner: Volunteer, lead: Lead) -> None:
    async with stage.house.database.transaction() as tx:
        await record_outcome(desk_of(tx, stage, owner), await lead_now(stage, lead), "wrong")


async def ticks(stage: Stage, after: asyncio.Event | None = None) -> None:
    """One tick of silence, begun when the other has come so far."""
    if after is not None:
        await after.wait()
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        timers = await claim_timers(tx, ["silence"], now, limit=10)
        await break_silence(tx, stage.house.service, timers, now)


@pytest.mark.parametrize(
    ("act", "said", "role"),
    [(give_lead_back, "busy", Role.VOLUNTEER), (record_outcome, "ready", Role.CLOSER)],
)
async def test_whoever_comes_too_late_takes_nobodys_slot(
    stage: Stage, act: Callable[[Desk, LeadCard, str], Awaitable[object]], said: str, role: Role
) -> None:
    """What Pak Budi saw has changed: he is told so, nobody has a lead more by it, and nothing is written."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, budi), await lead_now(stage, lead))
    seen = await lead_now(stage, lead)
    async with stage.house.database.transaction() as tx:
        await record_outcome(desk_of(tx, stage, budi), seen, "interested")
    ujang = await joins_field(stage, UJANG, "Ujang", role)
    async with stage.house.database.transaction() as tx:
        await post(tx, ujang.id, stage.house.service.clock.now(), territory=Territory())
        with pytest.raises(Stale):  # as handlers catch it: what is told then is committed
            await act(desk_of(tx, stage, budi), seen, said)
    assert (await lead_now(stage, lead)).lead.state is LeadState.INTERESTED
    assert await stage.count("lead_refusal") == 0
    assert await is_consistent(stage, [lead], [budi, ujang])
