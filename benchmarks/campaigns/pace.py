"""`python -m benchmarks.campaigns.pace`: a campaign at its pace, while people talk to all of three processes.

Telegram's stand-in answers after 60 ms and floods above 30 a second, as Telegram does.
"""

import argparse
import asyncio
import gc
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import psutil
import uvloop
from rich.console import Console

from benchmarks.campaigns.noting import STARTS
from chaos.senders import TALKER, Show, campaign_under_way, knocks
from playground.floods import Limits
from playground.settings import Settings as PlaygroundSettings
from storage.models.campaigns import CampaignState
from tests.postgres import PostgresServer
from tests.stage import ROOT, Service

LATENCY_MS = 60
LOOK = 0.005  # seconds between two looks at whether this process goes on
PER_SECOND = 25
ALLOWED = 28


@dataclass(slots=True)
class Talk:
    """People who write to the bot, and how long each waits for the first answer, in seconds."""

    show: Show
    rate: float
    dice: random.Random = field(default_factory=lambda: random.Random(20261121))
    asked: dict[int, float] = field(default_factory=dict)

    async def go_on(self) -> None:
        """One person after the other, each to the next process."""
        async with asyncio.TaskGroup() as tasks:
            number = 0
            while True:
                await asyncio.sleep(self.dice.expovariate(self.rate))
                tasks.create_task(self._ask(number))
                number += 1

    async def _ask(self, number: int) -> None:
        """Everybody asks once: a chat may have one message a second, and that is not what is measured."""
        self.asked[TALKER + number] = monotonic()
        await knocks(self.show.world, self.show.senders[number % len(self.show.senders)], number)


@dataclass(slots=True)
class Standstill:
    """How long this process, which is Telegram's stand-in, stood still: what came meanwhile came at once."""

    longest: float = 0.0

    async def watch(self) -> None:
        while True:
            began = monotonic()
            await asyncio.sleep(LOOK)
            self.longest = max(self.longest, monotonic() - began - LOOK)


class Noting(Service):
    """A service that notes when each of its calls begins."""

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(ROOT / "benchmarks/campaigns/noting.py"), *arguments]


def seconds_up_to(starts: list[float]) -> list[int]:
    """Of each start how many there were in the second that it ends."""
    counts: list[int] = []
    low = 0
    for high, at in enumerate(starts):
        while starts[low] <= at - 1:
            low += 1
        counts.append(high - low + 1)
    return counts


def crowding(starts: list[float]) -> str:
    """The fullest second, and how many starts ended one that held too many."""
    seconds = seconds_up_to(sorted(starts))
    over = sum(count > ALLOWED for count in seconds)
    return f"at most {max(seconds)} in any second; {over} of {len(starts)} ended one of more than {ALLOWED}"


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def report(show: Show, talk: Talk, noted: list[float], processes: int) -> Iterator[str]:
    """Figures of what was started, from the campaign's steady run."""
    calls: list[dict[str, Any]] = [
        c for c in show.world.calls.after(0) if c["method"].startswith(("send", "edit"))
    ]
    starts = sorted(float(call["started"]) for call in calls)
    bulk = sorted(float(call["started"]) for call in calls if int(call["chat_id"]) < TALKER)
    steady = [at for at in bulk if at >= bulk[0] + 15]
    in_bulk = set(bulk)
    replies = [at for at in starts if steady[0] <= at <= steady[-1] and at not in in_bulk]
    span = steady[-1] - steady[0]
    rate, talked = (len(steady) - 1) / span, len(replies) / span
    first: dict[int, float] = {}
    for call in calls:
        first.setdefault(int(call["chat_id"]), float(call["started"]))
    waits = [first[id_] - at for id_, at in talk.asked.items() if id_ in first]
    floods = sum(call["status"] == 429 for call in calls)
    yield f"{processes} processes, {span:.0f} s steady: bulk {rate:.2f}/s, replies {talked:.2f}/s"
    yield f"as they left the processes: {crowding(noted)}"
    yield f"as the stand-in saw them: {crowding(starts)}"
    yield f"floods {floods}"
    yield (
        f"first answers: {len(waits)} of {len(talk.asked)}, p50 {percentile(waits, 0.5) * 1000:.0f} ms,"
        f" p95 {percentile(waits, 0.95) * 1000:.0f} ms, longest {max(waits, default=0) * 1000:.0f} ms"
    )
    yield f"load of the machine {psutil.getloadavg()[0]:.1f}"


async def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.campaigns.pace")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--processes", type=int, default=3)
    parser.add_argument("--talk", type=float, default=1.0, help="people who write, a second")
    options = parser.parse_args()
    playground = PlaygroundSettings(limits=Limits(), anyone=True)
    size = int(options.minutes * 60 * PER_SECOND)
    with TemporaryDirectory(prefix="perisai-pace-") as folder, PostgresServer(durable=True) as server:
        async with campaign_under_way(
            Path(folder),
            server.create_database("pace"),
            size=size,
            senders=options.processes,
            playground=playground,
            kind=Noting,
            RATE_PER_SECOND=str(ALLOWED),
        ) as show:
            show.world.trouble.latency_ms = LATENCY_MS
            for sender in show.senders:
                sender.starts()
            await show.begun(20 / size)
            gc.collect()
            gc.freeze()
            gc.disable()  # there is room for what is garbage here; to look for it, Telegram would stand still
            talk, still = Talk(show, options.talk), Standstill()
            beside = [asyncio.create_task(talk.go_on()), asyncio.create_task(still.watch())]
            while await show.state() is not CampaignState.FINISHED:  # noqa: ASYNC110 - reason: other processes'
                await asyncio.sleep(0.5)
            for task in beside:
                task.cancel()
            noted = [float(line) for line in (Path(folder) / STARTS).read_text(encoding="ascii").split()]
            for line in report(show, talk, noted, options.processes):
                Console().print(line)
            Console().print(f"the stand-in itself stood still for at most {still.longest * 1000:.0f} ms")
            Console().print(f"ledger {dict(await show.counts())}, copies {set(show.got())}")


if __name__ == "__main__":
    uvloop.run(main())
