"""Delivers updates to the bot's webhook: a queue per chat, another for its buttons, and patience."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import httpx
from httpx_aiohttp import AiohttpTransport

from playground.clock import Time
from playground.shapes import Json
from playground.updates import Updates, Waiting

LONGEST_DELAY = 120
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
Perform = Callable[[str, Json], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where setWebhook wants the updates."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    ip_address: str | None = None


@dataclass(slots=True)
class LastError:
    """What getWebhookInfo tells of the last failure."""

    date: int = 0
    message: str = ""


def delay_before(attempt: int, retry_after: str | None = None) -> float:
    """Seconds to the next attempt: at once after the first, then 2, 4, 8 ... 120; Retry-After goes first."""
    if retry_after and retry_after.isdecimal():
        return float(retry_after)
    return 0 if attempt <= 1 else min(2 ** (attempt - 1), LONGEST_DELAY)


@dataclass(slots=True)
class Webhook:
    """The delivery; idle while no target is set."""

    source: Time
    updates: Updates
    perform: Perform
    target: Target | None = None
    last_error: LastError = field(default_factory=LastError)
    _lanes: dict[tuple[int, bool], deque[Waiting]] = field(default_factory=dict)
    _workers: dict[tuple[int, bool], asyncio.Task[None]] = field(default_factory=dict)
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))
    _client: httpx.AsyncClient | None = None

    async def point_at(self, target: Target | None) -> None:
        """Deliver there from now on, what waits included; None ends the delivery."""
        await self.stop()
        self.target = target
        if target is None:
            return
        self.last_error = LastError()
        self._slots = asyncio.Semaphore(target.max_connections)
        self._client = httpx.AsyncClient(transport=AiohttpTransport(), timeout=60)
        for waiting in self.updates.all():
            self.offer(waiting)

    async def stop(self) -> None:
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self._workers.clear()
        self._lanes.clear()
        if self._client:
            await self._client.aclose()
            self._client = None

    def offer(self, waiting: Waiting) -> None:
        """Put an update at the end of its lane."""
        if self.target is None:
            return
        self._lanes.setdefault(waiting.lane, deque()).append(waiting)
        if waiting.lane not in self._workers:
            self._workers[waiting.lane] = asyncio.create_task(self._work(waiting.lane))

    async def _work(self, lane: tuple[int, bool]) -> None:
        queue = self._lanes[lane]
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        del self._lanes[lane], self._workers[lane]

    async def _deliver(self, waiting: Waiting) -> None:
        """Try until it is acknowledged or too old."""
        attempt = 0
        while self.updates.is_live(waiting):
            attempt += 1
            async with self._slots:
                answer = await self._post(waiting.update)
            if answer is not None and answer.is_success:
                self.updates.remove(waiting)
                return await self._perform_reply(answer)
            retry_after = answer.headers.get("Retry-After") if answer is not None else None
            await self.source.sleep(delay_before(attempt, retry_after))
        return self.updates.remove(waiting)

    async def _post(self, update: Json) -> httpx.Response | None:
        assert self._client
        assert self.target
        headers = {"Content-Type": "application/json"}
        if self.target.secret:
            headers[SECRET_HEADER] = self.target.secret
        body = json.dumps(update, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            answer = await self._client.post(self.target.url, content=body, headers=headers)
        except httpx.HTTPError as problem:
            self._failed(f"Connection failed: {type(problem).__name__}")
            return None
        if not answer.is_success:
            self._failed(f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}")
        return answer

    def _failed(self, message: str) -> None:
        self.last_error = LastError(int(self.source.wall()), message)

    async def _perform_reply(self, answer: httpx.Response) -> None:
        """A Bot API method in the answer is carried out, its result told to nobody."""
        try:
            body = answer.json()
        except ValueError:
            return
        if isinstance(body, dict) and isinstance(body.get("method"), str):
            await self.perform(body.pop("method"), body)
