"""`python -m benchmarks.campaigns.paid`: one process, paid broadcast on, rendering and ledger included."""

import argparse
import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import uvloop
from rich.console import Console

from benchmarks.campaigns.pace import LATENCY_MS
from chaos.senders import Show, campaign_under_way
from playground.settings import Settings as PlaygroundSettings
from storage.models.campaigns import CampaignState
from tests.postgres import PostgresServer
from tests.stage import Service

MEGABYTE = 2**20
TOTAL_OF_BULK = 28 / 25
MOST = 1000.0  # a second, that Telegram takes where it is paid


async def measure(url: str, folder: Path, per_second: float, size: int) -> str:
    """One line of figures."""
    playground = PlaygroundSettings(limits=None, anyone=True, keep_history=False)
    rate = min(MOST, per_second * TOTAL_OF_BULK)
    async with campaign_under_way(
        folder,
        url,
        size=size,
        playground=playground,
        kind=Service,
        RATE_PER_SECOND=str(rate),
        PAID_BROADCAST="true",
        PAID_STARS=str(size),  # more than it costs: it is not to pause in the middle
    ) as show:
        show.world.trouble.latency_ms = LATENCY_MS
        show.sender.starts()
        return await _watch(show, size)


async def _watch(show: Show, size: int) -> str:
    """From the first hundred messages to the last."""
    while _calls(show) < 100:  # noqa: ASYNC110 - reason: another process's
        await asyncio.sleep(0.01)
    process = psutil.Process(show.sender.pid)
    began, before = asyncio.get_running_loop().time(), _calls(show)
    cpu = sum(process.cpu_times()[:2])
    memory = [process.memory_info().rss / MEGABYTE]
    while _calls(show) < size:
        await asyncio.sleep(0.25)
        memory.append(process.memory_info().rss / MEGABYTE)
    took, sent = asyncio.get_running_loop().time() - began, _calls(show) - before
    used = sum(process.cpu_times()[:2]) - cpu
    while await show.state() is not CampaignState.FINISHED:  # noqa: ASYNC110 - reason: another process's
        await asyncio.sleep(0.2)
    return (
        f"{show.desk.database.url.get_backend_name()}: {sent:,} in {took:.1f} s, {sent / took:.0f}/s;"
        f" CPU {1000 * used / sent:.2f} ms a message, {100 * used / took:.0f} % of a core;"
        f" memory {memory[0]:.0f} -> {memory[-1]:.0f} MB, at most {max(memory):.0f};"
        f" ledger {dict(await show.counts())}; load {psutil.getloadavg()[0]:.1f}"
    )


def _calls(show: Show) -> int:
    """Messages that were started."""
    return show.world.calls.seq


async def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.campaigns.paid")
    parser.add_argument("--per-second", type=float, default=MOST / TOTAL_OF_BULK, help="in bulk")
    parser.add_argument("--size", type=int, default=30_000)
    parser.add_argument("--engines", nargs="+", default=["sqlite", "postgres"])
    options = parser.parse_args()
    for engine in options.engines:
        with TemporaryDirectory(prefix="perisai-paid-") as name, PostgresServer(durable=True) as server:
            folder = Path(name)
            url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
            where = url if engine == "sqlite" else server.create_database("paid")
            Console().print(await measure(where, folder, options.per_second, options.size))


if __name__ == "__main__":
    uvloop.run(main())  # the stand-in takes what the sender leaves
