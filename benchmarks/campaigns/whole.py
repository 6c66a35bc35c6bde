"""`python -m benchmarks.campaigns.whole`: one campaign from its freezing to its last message, 400,000 people.

Telegram is simulated within this process: it takes each message at once, and nobody waits for the pace. All
else is the service's own: freezing, canary, claims, rendering, ledger, steering. What is looked at is whether
memory grows with the number sent, and whether the ledger is exact.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil
from rich.console import Console

from benchmarks.campaigns.size import FIRST, MEGABYTE, place, settle
from bot.broadcasting import Broadcaster, Tempo
from bot.clock import Clock
from bot.leadership import HEARTBEAT_SECONDS, Leadership
from bot.messenger import Outcome, Sent
from bot.screens import Screen
from bot.settings import load_settings
from bot.spool import Spool
from commands.composition import build_service
from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.database import Database
from storage.models.campaigns import CampaignState
from storage.models.messages import Lane
from storage.schema import migrate
from tests.integration.campaigns.crowd import Desk, started
from tests.stage import OPENING

SIZE = 400_000
AS_FAST_AS_IT_CAN = 1000
GROWTH, MOST = 1.10, 250  # times its start; megabytes


class Everybody:
    """All the phones there are: how many copies each has."""

    def __init__(self, size: int) -> None:
        self.copies = bytearray(size)

    def chat_wait(self, _chat_id: int) -> float:
        return 0.0

    async def wait_turn(self, _lane: Lane, _chat_id: int) -> bool:
        return True

    async def send(self, chat_id: int, _screen: Screen, _lane: Lane) -> Outcome:
        await asyncio.sleep(0)
        self.copies[chat_id - FIRST] += 1
        return Sent(1)

    async def edit(self, _chat_id: int, message_id: int, _screen: Screen) -> Outcome:
        return Sent(message_id)


async def measure(url: str, folder: Path, size: int) -> str:
    """One line of figures."""
    database = Database(url, KeyRing.parse(generate_data_key(), generate_index_key()))
    settings = load_settings(_env_file=None)
    desk = Desk(database, build_service(settings, Clock(pinned=OPENING), "perisai_serang_bot"))
    await migrate(database)
    await settle(database, size, desk.now - timedelta(days=365))
    campaign = await started(desk)
    phones, leadership = Everybody(size), Leadership(database)
    tempo = Tempo.of(AS_FAST_AS_IT_CAN, is_paid=True)
    broadcaster = Broadcaster(database, desk.service, phones, leadership, Spool(folder), tempo)
    began, memory = perf_counter(), [_memory()]
    async with _going(broadcaster, leadership):
        while (await desk.campaign(campaign.id)).state is not CampaignState.FINISHED:
            await desk.steer()
            memory.append(_memory())
            await asyncio.sleep(1)
    took = perf_counter() - began
    ledger = await desk.states(campaign.id)
    await database.close()
    got = Counter(phones.copies)
    is_flat = max(memory) <= memory[0] * GROWTH and max(memory) < MOST
    return (
        f"{database.url.get_backend_name()}: {got[1]:,} of {size:,} have it once, {got[0]} not at all,"
        f" ledger {dict(ledger)}; {took:.0f} s, {size / took:.0f}/s;"
        f" memory {memory[0]:.0f} -> {memory[-1]:.0f} MB, at most {max(memory):.0f}"
        f" ({'kept' if is_flat else 'BROKEN'}: within a tenth of its start, below {MOST});"
        f" load {psutil.getloadavg()[0]:.1f}"
    )


@asynccontextmanager
async def _going(broadcaster: Broadcaster, leadership: Leadership) -> AsyncIterator[None]:
    """The lane and the heartbeat, as they go on in the service."""
    await leadership.beat()
    beating = asyncio.create_task(_beat(leadership))
    sending = asyncio.create_task(broadcaster.run())
    try:
        yield
    finally:
        beating.cancel()
        broadcaster.stop()
        await sending


async def _beat(leadership: Leadership) -> None:
    while True:
        await asyncio.sleep(HEARTBEAT_SECONDS)
        await leadership.beat()


def _memory() -> float:
    return float(psutil.Process().memory_info().rss / MEGABYTE)


async def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.campaigns.whole")
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument(
        "--engines", nargs="+", choices=["sqlite", "postgres"], default=["sqlite", "postgres"]
    )
    options = parser.parse_args()
    for engine in options.engines:
        with TemporaryDirectory(prefix="perisai-whole-") as folder:
            async with place(engine) as url:
                Console(soft_wrap=True).print(await measure(url, Path(folder), options.size))


if __name__ == "__main__":
    asyncio.run(main())
