"""The numbered events that tell the page and the tests what has changed."""

from __future__ import annotations

import asyncio
from collections import deque

from playground.clock import Time
from playground.shapes import Json

KEPT = 2_000


class Events:
    """A bounded history of changes, and those who wait for the next one."""

    def __init__(self, source: Time) -> None:
        self._time = source
        self._history: deque[Json] = deque(maxlen=KEPT)
        self._waiters: set[asyncio.Future[None]] = set()
        self.seq = 0
        self.closed = False

    def emit(self, type: str, person: int | None = None) -> None:
        self.seq += 1
        event: Json = {"seq": self.seq, "type": type}
        self._history.append(event if person is None else {**event, "person": person})
        self._wake()

    def close(self) -> None:
        """Let everyone who waits go: the server stops."""
        self.closed = True
        self._wake()

    def after(self, seq: int) -> list[Json]:
        return [event for event in self._history if event["seq"] > seq] if seq < self.seq else []

    async def wait(self, seq: int, seconds: float) -> list[Json]:
        """The events after `seq`, waiting up to `seconds` for one."""
        if self.after(seq) or seconds <= 0 or self.closed:
            return self.after(seq)
        changed = asyncio.get_running_loop().create_future()
        sleeper = asyncio.ensure_future(self._time.sleep(seconds))
        self._waiters.add(changed)
        try:
            await asyncio.wait({changed, sleeper}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._waiters.discard(changed)
            sleeper.cancel()
        return self.after(seq)

    def _wake(self) -> None:
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()
