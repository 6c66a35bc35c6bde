"""A campaign, the processes that send it, and a Telegram that counts what each person got."""

import asyncio
import secrets
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

import httpx

from bot.campaigns.running import resume_campaign
from bot.clock import Clock
from bot.settings import load_settings
from commands.composition import build_service
from playground import phones
from playground.people import Person
from playground.server import running
from playground.settings import Settings as PlaygroundSettings
from playground.world import World
from storage.crypto import KeyRing
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.models.campaigns import CampaignState
from tests.integration.campaigns.crowd import FIRST, Desk, people_agree, staff, started
from tests.stage import OPENING, ROOT, Service, environment, webhook_settings

LIVES = "0"  # a process that is to live
TALKER = 900_000  # the first of those who write while a campaign runs
COPIES = {"sent": {1}, "unknown": {0, 1}}
"""How many a person may have, by what the ledger says of them when all is over."""


@dataclass(slots=True)
class Sender(Service):
    """One process of the service; `dies_at` is the moment at which it kills itself, LIVES for never.

    Moments are written as chaos/mortal.py reads them: "37:claim".
    """

    dies_at: str = LIVES

    def lives(self) -> None:
        """Wait until it has died."""
        if self._process is not None:
            self._process.wait()
            self._process = None

    def _command(self, *arguments: str) -> list[str]:
        if arguments[0] != "run":
            return Service._command(self, *arguments)
        return [sys.executable, str(ROOT / "chaos" / "mortal.py"), self.dies_at, *arguments]


@dataclass(slots=True)
class Show:
    """A campaign under way and everything around it."""

    desk: Desk
    campaign_id: UUID
    world: World
    senders: list[Service]
    size: int
    resumed: int = 0
    deaths: list[str] = field(default_factory=list)

    @property
    def sender(self) -> Service:
        return self.senders[0]

    async def state(self) -> CampaignState:
        return (await self.desk.campaign(self.campaign_id)).state

    async def counts(self) -> Counter[str]:
        return await self.desk.states(self.campaign_id)

    def got(self) -> list[int]:
        """How many copies each recipient has in the chat."""
        return [self.world.chats.of(FIRST + number).sent for number in range(self.size)]

    async def begun(self, share: float) -> None:
        """Wait until so much of the audience has it."""
        while sum(1 for copies in self.got() if copies) < share * self.size:  # noqa: ASYNC110 - reason: in other processes
            await asyncio.sleep(0.02)

    async def finishes(self, seconds: float, *, resume: bool = False) -> None:
        """Wait for its end; `resume` lets it go on whenever it has stopped by itself, as staff would."""
        async with asyncio.timeout(seconds):
            while True:
                try:
                    state = await self.state()
                    if state is CampaignState.FINISHED:
                        return
                    if resume and state is CampaignState.PAUSED:
                        await self._resume()
                except StorageUnavailable:
                    pass  # that is what some of these tests are about
                await asyncio.sleep(0.2)

    async def _resume(self) -> None:
        async with self.desk.database.transaction() as tx:
            maker, _ = await staff(tx, self.desk.now)
            await resume_campaign(tx, self.desk.service, maker, await self.desk.campaign(self.campaign_id))
        self.resumed += 1

    async def is_exact(self, *, unknown_at_most: int) -> Counter[str]:
        """0 missing, 0 doubled: what the ledger says of each person is what their phone shows."""
        ledger, got = await self.desk.ledger(self.campaign_id), self.got()
        counts = Counter(ledger.values())
        assert len(ledger) == self.size, counts
        assert set(counts) <= set(COPIES), counts
        wrong = [who for who, copies in enumerate(got, FIRST) if copies not in COPIES[ledger[who]]]
        told = [(ledger[who], got[who - FIRST]) for who in wrong]
        assert not wrong, f"the phones show something else than the ledger says: {Counter(told)}"
        assert counts["unknown"] <= unknown_at_most, counts
        return counts


async def knocks(world: World, sender: Service, number: int) -> Person:
    """Somebody new says /start, and the update is brought to this process."""
    person = world.people.add(Person(TALKER + number, f"Warga {number}", started=True))
    phones.write(world, person, {"text": "/start"})
    waiting = world.updates.all()[-1]
    world.updates.remove(waiting)
    where = sender.environment
    headers = {"X-Telegram-Bot-Api-Secret-Token": where["WEBHOOK_SECRET"]}
    async with httpx.AsyncClient(timeout=60) as client:
        await client.post(f"{where['WEBHOOK_URL']}/telegram", json=waiting.update, headers=headers)
    return person


async def is_up(sender: Service) -> None:
    """Wait until it takes updates."""
    async with asyncio.timeout(60), httpx.AsyncClient() as client:
        while True:
            sender.check()
            with suppress(httpx.TransportError):
                if (await client.get(f"{sender.environment['WEBHOOK_URL']}/readyz")).is_success:
                    return
            await asyncio.sleep(0.1)


@asynccontextmanager
async def campaign_under_way(
    folder: Path,
    url: str,
    *,
    size: int,
    senders: int = 1,
    playground: PlaygroundSettings | None = None,
    kind: type[Service] = Sender,
    **changes: str,
) -> AsyncIterator[Show]:
    """A campaign that has been approved and frozen, everybody released; nobody sends it yet."""
    token = f"7000000001:{secrets.token_urlsafe(26)}"
    telegram = playground or PlaygroundSettings(limits=None, anyone=True)
    async with running(replace(telegram, token=token)) as (server, world):
        where = environment(folder, token=token, api_url=server.url, database_url=url, owners=[])
        where |= {"LOG_LEVEL": "INFO", "SPOOL_DIR": str(folder / "spool"), **changes}
        processes = [kind(folder, where | webhook_settings()) for _ in range(senders)]
        await asyncio.to_thread(processes[0].runs, "migrate")
        database = Database(url, KeyRing.parse(where["DATA_KEYS"], where["INDEX_KEY"]))
        settings = load_settings(_env_file=None, **{name.lower(): value for name, value in where.items()})
        desk = Desk(database, build_service(settings, Clock(pinned=OPENING), "perisai_serang_bot"))
        await people_agree(database, desk.now, size)
        campaign = await started(desk)
        try:
            yield Show(desk, campaign.id, world, processes, size)
        finally:
            for process in processes:
                await process.is_killed()
            await database.close()
