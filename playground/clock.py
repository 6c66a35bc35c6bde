"""Time twice: the real time that drives waiting (a test may move it), and the date that the phones show."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from datetime import UTC, datetime
from typing import Protocol


class Time(Protocol):
    """What waiting is measured with."""

    def monotonic(self) -> float: ...

    def wall(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class RealTime:
    """The machine's own time."""

    def monotonic(self) -> float:
        return time.monotonic()

    def wall(self) -> float:
        return time.time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class TimeAhead(RealTime):
    """The machine's own time, under another date: a demo at night begins in the morning."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def wall(self) -> float:
        return super().wall() + self._seconds


class ManualTime:
    """Time that stands still until a test advances it."""

    def __init__(self, wall: float = 1_772_500_000.0) -> None:
        self._start = wall
        self._now = 0.0
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def monotonic(self) -> float:
        return self._now

    def wall(self) -> float:
        return self._start + self._now

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + seconds, next(self._order), woken))
        if seconds <= 0:
            await self.advance(0)
        await woken

    def waits(self) -> list[float]:
        """How long each live sleeper still has to wait, shortest first."""
        return sorted(due - self._now for due, _, woken in self._sleepers if not woken.done())

    async def advance(self, seconds: float) -> None:
        """Move on, waking each sleeper at its own moment."""
        end = self._now + seconds
        while self._sleepers and self._sleepers[0][0] <= end:
            due, _, woken = heapq.heappop(self._sleepers)
            self._now = max(self._now, due)
            if not woken.done():
                woken.set_result(None)
            await asyncio.sleep(0)  # the woken one runs before time goes on
        self._now = end


class Clock:
    """The date on the phones: real time plus an offset that the page moves."""

    def __init__(self, source: Time) -> None:
        self._source = source
        self.offset_seconds = 0
        self.followed_seconds: int | None = None  # where a bot that goes along has come to

    def unix(self) -> int:
        return int(self._source.wall()) + self.offset_seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.unix(), UTC)

    def advance(self, seconds: int) -> None:
        self.offset_seconds += seconds

    def state(self) -> dict[str, object]:
        return {
            "now": self.now().isoformat().replace("+00:00", "Z"),
            "offset_seconds": self.offset_seconds,
            "is_followed": self.followed_seconds in {None, self.offset_seconds},
        }
