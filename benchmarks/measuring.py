"""One bot measured: first reply, the promised rate, then the highest."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

from benchmarks.bots import Bot, Preparation
from benchmarks.load import Load, Run, find_saturation
from benchmarks.people import Person, meet
from benchmarks.telegram import Telegram, open_telegram

PEOPLE = 500
STARTS_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long everything takes: seconds, and how far people stand from one another."""

    seed: int
    seconds: float
    warm_up: float
    step: float
    steps_ahead: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, and at which rate."""

    name: str
    prepare: Preparation
    rate: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of it. Times in milliseconds, memory in megabytes."""

    name: str
    rate: float
    updates: int
    lost: int
    p50: float
    p95: float
    p99: float
    cpu: float  # of the bot's process, per update
    busy: float  # share of one core that the bot used
    elsewhere: (
        float  # cores used by whatever is neither bot nor load: the database server, other people's work
    )
    calls: float  # Bot API calls an update
    memory: float
    first_reply: float
    saturation: float
    slip: float  # how late the load generator itself was, p99


async def measure(subject: Subject, plan: Plan) -> Figures:
    """Start the bot on an empty house, measure it, stop it."""
    people = meet(PEOPLE, plan.seed)
    with TemporaryDirectory(prefix="perisai-bench-") as folder:
        async with open_telegram(people) as telegram:
            command = await asyncio.to_thread(subject.prepare, Path(folder), telegram)
            began = perf_counter()
            async with _running(Bot(command)) as bot:
                first_reply = await _first_reply(telegram, people[0], began)
                return await _measure(subject, plan, telegram, people, bot, first_reply)


@asynccontextmanager
async def _running(bot: Bot) -> AsyncIterator[Bot]:
    watching = asyncio.create_task(bot.watch())
    try:
        yield bot
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
        await asyncio.to_thread(bot.stop)


async def _first_reply(telegram: Telegram, person: Person, began: float) -> float:
    """Seconds from the process's start to its first reply, to an update that waited for it."""
    answered: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    telegram.listener = lambda _person, at: answered.set_result(at)
    async with asyncio.timeout(STARTS_WITHIN):
        await telegram.has_webhook.wait()
        telegram.deliver(person, began)
        at = await answered
    telegram.listener = lambda _person, _at: None
    await telegram.rest(STARTS_WITHIN)
    telegram.statuses.clear()
    return at - began


async def _measure(
    subject: Subject, plan: Plan, telegram: Telegram, people: list[Person], bot: Bot, first_reply: float
) -> Figures:
    load = Load(telegram, people, plan.seed)
    await load.spread_out(plan.steps_ahead)
    await load.run(subject.rate, plan.warm_up)
    telegram.calls.clear()
    meter = Meter(bot)
    run = await load.run(subject.rate, plan.seconds)
    meter.stop()
    calls, memory = telegram.calls.total(), bot.peak
    saturation = await find_saturation(load, subject.rate, plan.step) if run.is_sustained else 0.0
    return _figures(subject, run, meter, first_reply, calls / max(run.sent, 1), memory, saturation)


def _figures(
    subject: Subject,
    run: Run,
    meter: "Meter",
    first_reply: float,
    calls: float,
    memory: float,
    saturation: float,
) -> Figures:
    return Figures(
        name=subject.name,
        rate=subject.rate,
        updates=run.sent,
        lost=run.lost,
        p50=run.percentile(0.50) * 1000,
        p95=run.percentile(0.95) * 1000,
        p99=run.percentile(0.99) * 1000,
        cpu=meter.cpu * 1000 / max(run.sent, 1),
        busy=meter.cpu / meter.seconds,
        elsewhere=meter.elsewhere,
        calls=calls,
        memory=memory,
        first_reply=first_reply,
        saturation=saturation,
        slip=sorted(run.slips)[int(0.99 * len(run.slips))] * 1000,
    )


class Meter:
    """What the processors did between its making and `stop`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._began = self._now()

    def stop(self) -> None:
        seconds, bot, load, machine = (now - then for now, then in zip(self._now(), self._began, strict=True))
        self.seconds, self.cpu = seconds, bot
        self.elsewhere = max(0.0, machine - bot - load) / seconds

    def _now(self) -> tuple[float, float, float, float]:
        own, machine = psutil.Process().cpu_times(), psutil.cpu_times()
        idle = machine.idle + getattr(machine, "iowait", 0.0)
        return perf_counter(), self._bot.cpu_seconds(), own.user + own.system, sum(machine[:8]) - idle
