"""A campaign, the processes that send it, and a Telegram that counts what each person got."""

import asyncio
import secrets
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from bot.campaigns.running import resume_campaign
from bot.clock import Clock
from bot.settings import load_settings
from commands.composition import build_service
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
        """0 missing, 0 doubled: what the ledger says is what the phones show."""
        counts, got = await self.counts(), self.got()
        assert sum(counts.values()) == self.size, counts
        assert set(counts) <= {"sent", "unknown"}, counts
        assert max(got) == 1, f"{sum(copies > 1 for copies in got)} people have it twice"
        assert counts["unknown"] <= unknown_at_most, counts
        missing = sum(copies == 0 for copies in got)
        assert missing <= counts["unknown"], f"{missing} people have nothing, and only {counts} says so"
        return counts


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
