"""The load: an open loop of updates on a schedule of its own, and what came of them."""

import asyncio
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from time import perf_counter

from benchmarks.people import Person
from benchmarks.telegram import Telegram

PATIENCE = 10.0  # seconds after the last update until what is unanswered counts as lost
PROMPT = 0.250  # the p95 that is promised
ANSWERED = 0.99  # of the updates, at a rate that is sustained


@dataclass(slots=True)
class Run:
    """One stretch of load: replies in seconds from when each update was due, ascending."""

    rate: float
    sent: int = 0
    delays: list[float] = field(default_factory=list)
    slips: list[float] = field(default_factory=list)  # how late the load itself was

    def percentile(self, share: float) -> float:
        """Seconds; an update without a reply took for ever."""
        ranked = sorted(self.delays) + [float("inf")] * (self.sent - len(self.delays))
        return ranked[min(len(ranked) - 1, int(share * len(ranked)))]

    @property
    def lost(self) -> int:
        return self.sent - len(self.delays)

    @property
    def is_sustained(self) -> bool:
        return self.percentile(0.95) < PROMPT and len(self.delays) >= ANSWERED * self.sent


class Load:
    """Everybody takes turns; who still waits for an answer is passed over, the schedule is not."""

    def __init__(self, telegram: Telegram, people: list[Person], seed: int) -> None:
        self._telegram = telegram
        self._turns = deque(people)
        self._rng = Random(seed)

    async def run(self, rate: float, seconds: float) -> Run:
        """Updates at random times (Poisson), `rate` a second on average; the rest of the replies awaited."""
        run = Run(rate)
        self._telegram.listener = lambda person, at: run.delays.append(at - person.due)
        start = due = perf_counter() + 0.05
        while (due := due + self._rng.expovariate(rate)) < start + seconds:
            await asyncio.sleep(max(0.0, due - perf_counter()))
            await self._send(run, due)
        await self._telegram.rest(PATIENCE)
        self._telegram.forgive()
        return run

    async def _send(self, run: Run, due: float) -> None:
        run.slips.append(perf_counter() - due)
        person = await self._next()
        run.sent += 1
        self._telegram.deliver(person, due)

    async def _next(self) -> Person:
        """The next who is not waiting; when all are, the update waits, and its time runs."""
        while True:
            for _ in range(len(self._turns)):
                self._turns.rotate(-1)
                if not self._turns[0].is_waiting:
                    return self._turns[0]
            self._telegram.news.clear()
            await self._telegram.news.wait()

    async def settle(self) -> None:
        """Let the bot finish what it still has: it must not answer for one step in the next."""
        await self._telegram.rest(6 * PATIENCE)
        await asyncio.sleep(0.5)

    async def spread_out(self, steps: int, at_once: int = 16) -> float:
        """Walk everybody up to `steps` updates ahead, so that they stand in different places; updates/s."""
        self._telegram.listener = lambda _person, _at: None
        ahead = [person for person in self._turns for _ in range(self._rng.randint(1, steps))]
        self._rng.shuffle(ahead)
        left, began = iter(ahead), perf_counter()
        await asyncio.gather(*(self._walk(left) for _ in range(at_once)))
        await self._telegram.rest(PATIENCE)
        return len(ahead) / (perf_counter() - began)

    async def _walk(self, people: Iterator[Person]) -> None:
        for person in people:
            self._telegram.deliver(person, perf_counter())
            while person.is_waiting:
                self._telegram.news.clear()
                await self._telegram.news.wait()


async def find_saturation(load: Load, held: float, seconds: float) -> float:
    """The highest rate that is sustained, from one that is: up by a quarter, then halving the gap thrice."""
    good, rate = held, held * 1.25
    while await _holds(load, rate, seconds):
        good, rate = rate, rate * 1.25
    bad = rate
    for _ in range(3):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if await _holds(load, middle, seconds) else (good, middle)
    return good


async def _holds(load: Load, rate: float, seconds: float) -> bool:
    run = await load.run(rate, seconds)
    await load.settle()
    return run.is_sustained
