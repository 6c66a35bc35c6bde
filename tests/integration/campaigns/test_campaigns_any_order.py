"""Whatever is done to a campaign, in whatever order: nobody has it twice, nobody is silently without."""

import asyncio
import shutil
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from bot.branch import load_branch
from bot.broadcasting import Broadcaster, Tempo
from bot.campaigns.decisions import approve_campaign
from bot.campaigns.moves import CampaignRefused
from bot.campaigns.retrying import retry_failed
from bot.campaigns.running import cancel_campaign, pause_campaign, resume_campaign, start_campaign
from bot.clock import Clock
from bot.errors import Stale
from bot.facts_board import FactsBoard
from bot.leadership import Leadership
from bot.messenger import Errored, Failed, Flooded, Outcome, Sent, Unknown, Unreachable
from bot.screens import Screen
from bot.service import Service
from bot.settings import Settings
from bot.spool import Spool
from storage.contacts import delete_contact, opt_out
from storage.database import Database, Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.models.messages import Lane, Message
from storage.outbox import cancel_messages_to, recover_lost
from tests import shipped
from tests.integration.campaigns.crowd import FIRST, Desk, people_agree, staff, submitted
from tests.integration.conftest import fresh_keys, sqlite_url
from tests.integration.house_stage import NOW
from tests.unit.visiting import NO_QUESTIONS

PEOPLE = 9
CALL_TIMEOUT = timedelta(seconds=90)
_names = count(1)


class Died(BaseException):
    """The process is gone in the middle of a call."""


class Phones:
    """A Messenger that answers each call as it was told to, and keeps what arrived."""

    def __init__(self) -> None:
        self.got: Counter[int] = Counter()
        self.answers: list[str] = []

    def chat_wait(self, chat_id: int) -> float:  # noqa: ARG002 - reason: the protocol's
        return 0.0

    async def wait_turn(self, lane: Lane, chat_id: int) -> bool:  # noqa: ARG002 - reason: the protocol's
        return True

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> Outcome:  # noqa: ARG002 - reason: the protocol's
        raise AssertionError("campaigns edit nothing")

    async def send(self, chat_id: int, screen: Screen, lane: Lane) -> Outcome:  # noqa: ARG002 - reason: the protocol's
        answer = self.answers.pop(0) if self.answers else "sent"
        if answer in {"sent", "lost", "dies after"}:
            self.got[chat_id] += 1
        if answer.startswith("dies"):
            raise Died
        outcomes: dict[str, Outcome] = {
            "sent": Sent(1),
            "lost": Unknown("timed out"),
            "blocked": Unreachable("blocked"),
            "refused": Failed("no"),
            "away": Errored("no connection"),
            "flood": Flooded(3),
        }
        return outcomes[answer]


class Holder:
    """A process's part among the replicas: it has the lease."""

    is_leader = True
    epoch = 1
    replicas = 2

    def __init__(self, name: str) -> None:
        self.holder = name

    async def may_send_bulk(self, tx: Transaction) -> bool:  # noqa: ARG002 - reason: Leadership's
        return True


class Play:
    """A campaign, everybody around it, and what can be done to it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.folder = folder
        self.phones = Phones()
        self.lives = count(1)
        self.broadcaster = self._new_life()
        self.campaign_id: UUID | None = None
        self.people: list[UUID] = []
        self.gone: set[UUID] = set()  # who may be without a row: erased, or said stop before the freeze

    def _new_life(self) -> Broadcaster:
        self.holder = Holder(f"life-{next(self.lives)}")
        spool = Spool(self.folder / "spool")
        holder = cast("Leadership", self.holder)  # as much of one as is asked for
        return Broadcaster(self.desk.database, self.desk.service, self.phones, holder, spool, Tempo(1000, 3))

    async def begin(self) -> None:
        self.people = await people_agree(self.desk.database, self.desk.now, PEOPLE)
        self.campaign_id = (await submitted(self.desk)).id

    async def campaign(self) -> Campaign:
        assert self.campaign_id is not None
        return await self.desk.campaign(self.campaign_id)

    async def does(self, action: str, person: int) -> None:
        """One thing that somebody does, or that happens; what is not possible now changes nothing."""
        with suppress(Stale, CampaignRefused):
            await self._does(action, self.people[person % PEOPLE])

    async def _does(self, action: str, person: UUID) -> None:
        match action:
            case "steer":
                await self.desk.steer()
            case "send":
                await self.drain()
            case "time passes":
                self.desk.service.clock.move(timedelta(minutes=16))
            case "recover":
                await self.recover()
            case "stop" | "erase":
                await self._leaves(action, person)
            case _:
                await self._decides(action)

    async def _leaves(self, action: str, person: UUID) -> None:
        if action == "erase" or (await self.campaign()).frozen_at is None:
            self.gone.add(person)
        async with self.desk.database.transaction() as tx:
            if action == "erase":
                await delete_contact(tx, person)
                return
            await opt_out(tx, person, self.desk.now)
            await cancel_messages_to(tx, person, ["campaign"], self.desk.now, "the person said stop")

    async def _decides(self, action: str) -> None:
        campaign, service = await self.campaign(), self.desk.service
        async with self.desk.database.transaction() as tx:
            maker, approver = await staff(tx, self.desk.now)
            match action:
                case "approve":
                    await approve_campaign(tx, service, approver, campaign)
                case "start":
                    await start_campaign(tx, service, maker, campaign)
                case "pause":
                    await pause_campaign(tx, service, maker, campaign)
                case "resume":
                    await resume_campaign(tx, service, maker, campaign)
                case "cancel":
                    await cancel_campaign(tx, service, maker, campaign)
                case "retry":
                    await retry_failed(tx, service, maker, campaign)

    async def drain(self) -> None:
        """Send what may be sent; a process that died is followed by another."""
        await self.broadcaster.drain()
        if self.broadcaster._failure is not None:  # there is no public way to die
            self.broadcaster = self._new_life()

    async def recover(self) -> None:
        self.desk.service.clock.move(CALL_TIMEOUT + timedelta(seconds=1))
        now = self.desk.now
        async with self.desk.database.transaction() as tx:
            await recover_lost(tx, [(self.holder.holder, self.holder.epoch)], now - CALL_TIMEOUT, now)

    async def ends(self) -> None:
        """Let it come to an end, as staff would."""
        for _ in range(30):
            campaign = await self.campaign()
            if campaign.state in {CampaignState.FINISHED, CampaignState.CANCELLED}:
                break
            for action in ("approve", "start", "resume", "steer", "send", "recover", "time passes"):
                await self.does(action, 0)
        await self.does("recover", 0)
        await self.does("steer", 0)

    async def is_exact(self) -> None:
        """The ledger says of everybody what their phone shows; who is in none has gone before."""
        is_frozen = (await self.campaign()).frozen_at is not None
        async with self.desk.database.transaction(read_only=True) as tx:
            query = select(Message).where(col(Message.campaign_id) == self.campaign_id)
            rows = {row.contact_id: row for row in (await tx.execute(query)).scalars()}
        assert max(self.phones.got.values(), default=0) <= 1, self.phones.got
        for number, person in enumerate(self.people):
            copies = self.phones.got[FIRST + number]
            row = rows.get(person)
            if row is None:
                assert person in self.gone or not (is_frozen or copies), "somebody is silently without"
                continue
            assert row.state.value in ENDS, row.state
            assert copies in ENDS[row.state.value], (row.state, copies)


ENDS = {
    "sent": {1},
    "unknown": {0, 1},
    "cancelled": {0},
    "unreachable": {0},
    "failed": {0},
}
"""How many copies a phone may show for each state in which a row may end."""

DECISIONS = ("approve", "start", "pause", "resume", "cancel", "retry")
ACTIONS = st.sampled_from((*DECISIONS, *("steer", "send") * 3, "time passes", "recover", "stop", "erase"))
ANSWERS = st.sampled_from(
    ["sent", "sent", "lost", "blocked", "refused", "away", "flood", "dies before", "dies after"]
)


@pytest.mark.timeout(300)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
@given(
    acts=st.lists(st.tuples(ACTIONS, st.integers(0, PEOPLE - 1)), min_size=3, max_size=25),
    answers=st.lists(ANSWERS, min_size=6, max_size=20),
)
def test_any_sequence_leaves_everybody_with_one_or_a_reason(
    sqlite_template: Path, acts: list[tuple[str, int]], answers: list[str]
) -> None:
    """Approve, pause, resume, cancel, kill, STOP, lost answers, floods: at the end the ledger is exact."""
    asyncio.run(_played(sqlite_template, acts, answers))


def number_of(acts: list[tuple[str, int]]) -> int:
    """How far it has come when the play begins: mostly it runs, sometimes it waits for a decision."""
    return 4 - min(4, acts[0][1] % PEOPLE // 4)


async def _played(template: Path, acts: list[tuple[str, int]], answers: list[str]) -> None:
    path = Path(shutil.copy(template, template.with_name(f"play-{next(_names)}.db")))
    database = Database(sqlite_url(path), fresh_keys())
    branch = load_branch(Settings.model_fields["branch_file"].default)
    branch = branch.model_copy(update={"campaigns": branch.campaigns.model_copy(update={"canary_size": 3})})
    service = Service(
        branch,
        shipped.texts(),
        FactsBoard(shipped.facts()),
        NO_QUESTIONS,
        shipped.places(branch.areas),
        Clock(pinned=NOW),
        "bot",
    )
    play = Play(Desk(database, service), path.with_suffix(""))
    try:
        await play.begin()
        for action in ("approve", "start", "steer", "steer")[: number_of(acts)]:
            await play.does(action, 0)
        play.phones.answers = list(answers)
        for action, person in acts:
            await play.does(action, person)
        await play.ends()
        event((await play.campaign()).state.value)
        await play.is_exact()
    finally:
        await database.close()
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
