"""PTB's rate limiter over the pacer: replies wait for their turn here, the outbox takes its own before."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from functools import partial
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.pacing import Pacer
from bot.telegram_api.errors import retry_after_of
from storage.models.messages import Lane

PACED = ("send", "edit", "copy", "forward")
UNPACED = frozenset({"sendChatAction", "editMessageLiveLocation"})  # no message appears
REPLY_ATTEMPTS = 3
LONGEST_REPLY_WAIT = 30.0  # seconds; after that the person has long tapped again

_log = logging.getLogger(__name__)

Result = bool | JSONDict | list[JSONDict]
Call = Callable[[], Awaitable[Result]]
OnFlood = Callable[[float], Awaitable[None]]


class PacedLimiter(BaseRateLimiter[Lane]):
    """Every message takes a turn.

    A call that names a lane (`rate_limit_args`) is the outbox's, which took its turn, with `turn`, before
    it marked the message as sending; one that names none is a reply, and waits here.

    A 429 halts the pacer and is told to `on_flood` (the lease row, which stops the other replicas).
    Replies try again here when the wait is over; for the outbox RetryAfter goes up, and it puts the
    message back: what waits for minutes must not stand as `sending`.
    """

    def __init__(
        self,
        pacer: Pacer,
        *,
        on_flood: OnFlood | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pacer = pacer
        self._on_flood = on_flood
        self._now = now
        self._sleep = sleep
        self._bulk = asyncio.Lock()  # one at a time asks the pacer, in the order of coming

    async def initialize(self) -> None:
        """Nothing to do: PTB asks for the method."""

    async def shutdown(self) -> None:
        """Nothing to do: PTB asks for the method."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401 - PTB's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Result:
        """Make the call when it is its turn."""
        call = partial(callback, *args, **kwargs)
        if not takes_turn(endpoint):
            return await self._watch(call, None)
        chat_id = _chat_id(data)
        if rate_limit_args is None:
            return await self._reply(call, chat_id)
        return await self._watch(call, chat_id)

    def chat_wait(self, chat_id: int) -> float:
        """Seconds until this chat may get another message."""
        return self._pacer.chat_wait(chat_id, self._now())

    async def turn(self, lane: Lane, chat_id: int | None) -> None:
        """Wait until a message of this lane may start; RetryAfter at once while Telegram forbids it."""
        if lane is Lane.REPLY:
            self._refuse(self._pacer.chat_wait(chat_id, self._now()), beyond=LONGEST_REPLY_WAIT)
            await self._wait(self._pacer.reserve(lane, chat_id, self._now()))
            return
        while wait := await self._bulk_wait(lane, chat_id):
            await self._sleep(wait)

    async def _bulk_wait(self, lane: Lane, chat_id: int | None) -> float:
        """Wait for the pace, in line; 0 once a turn is taken, else the wait that the chat alone asks for."""
        async with self._bulk:
            while wait := self._pacer.reserve(lane, chat_id, self._now()):
                self._refuse(self._pacer.halted_for(self._now()))
                if self._pacer.chat_wait(chat_id, self._now()) > 0:
                    return wait  # outside of the line: the others need not wait for this chat
                await self._sleep(wait)
        return 0.0

    async def _reply(self, call: Call, chat_id: int | None) -> Result:
        for _ in range(REPLY_ATTEMPTS - 1):
            await self.turn(Lane.REPLY, chat_id)
            try:
                return await self._watch(call, chat_id)
            except RetryAfter:
                continue  # the pacer knows until when
        await self.turn(Lane.REPLY, chat_id)
        return await self._watch(call, chat_id)

    async def _watch(self, call: Call, chat_id: int | None) -> Result:
        try:
            return await call()
        except RetryAfter as flood:
            seconds = retry_after_of(flood)
            self._pacer.halt(self._now() + seconds, chat_id)
            await self._tell(seconds)
            raise

    async def _tell(self, seconds: float) -> None:
        if self._on_flood is None:
            return
        try:
            await self._on_flood(seconds)
        except Exception:  # noqa: BLE001 - a message must not be lost because a row could not be written
            _log.exception("could not tell the other replicas of a 429")

    async def _wait(self, seconds: float) -> None:
        if seconds > 0:
            await self._sleep(seconds)

    def _refuse(self, seconds: float, beyond: float = 0.0) -> None:
        if seconds > beyond:
            raise RetryAfter(timedelta(seconds=seconds))


def takes_turn(endpoint: str) -> bool:
    """Whether a Bot API method makes or changes a message."""
    return endpoint.startswith(PACED) and endpoint not in UNPACED


def _chat_id(data: dict[str, Any]) -> int | None:
    try:
        return int(data.get("chat_id") or 0) or None
    except (TypeError, ValueError):  # @channel: no chat of ours
        return None
