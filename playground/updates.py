"""The updates that wait for the bot: their ids, how long they live, and the long poll that fetches them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from playground.clock import Time
from playground.refusals import OTHER_POLLER, refused
from playground.shapes import Json

MESSAGE_LIFE = 24 * 3600.0
CALLBACK_LIFE = 150.0
FIRST_ID = 500_000_001
BY_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})  # off unless asked for


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is not acknowledged yet; its lane is the queue it is delivered through."""

    update_id: int
    update: Json
    lane: tuple[int, bool]
    expires: float


class Updates:
    """All waiting updates in the order they came."""

    def __init__(self, source: Time) -> None:
        self._time = source
        self._waiting: dict[int, Waiting] = {}
        self._next_id = FIRST_ID
        self._poll: asyncio.Future[None] | None = None
        self.allowed: list[str] = []

    def allow(self, kinds: list[str] | None) -> None:
        """None keeps the list as it is, as Telegram does."""
        if kinds is not None:
            self.allowed = kinds

    def allows(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in BY_REQUEST

    def add(self, kind: str, payload: Json, chat_id: int) -> Waiting | None:
        """Queue an update of this kind, or nothing when the bot did not ask for the kind."""
        if not self.allows(kind):
            return None
        return self.add_raw({"update_id": self.new_id(), kind: payload}, chat_id)

    def new_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1

    def add_raw(self, update: Json, chat_id: int) -> Waiting:
        is_callback = "callback_query" in update
        life = CALLBACK_LIFE if is_callback else MESSAGE_LIFE
        waiting = Waiting(update["update_id"], update, (chat_id, is_callback), self._time.monotonic() + life)
        self._waiting[waiting.update_id] = waiting
        self._wake()
        return waiting

    def is_live(self, waiting: Waiting) -> bool:
        return waiting.update_id in self._waiting and self._time.monotonic() < waiting.expires

    def remove(self, waiting: Waiting) -> None:
        self._waiting.pop(waiting.update_id, None)

    def clear(self) -> None:
        self._waiting.clear()

    def all(self) -> list[Waiting]:
        self._expire()
        return list(self._waiting.values())

    def confirm(self, offset: int) -> None:
        """Forget what lies below the offset; a negative one keeps only that many of the newest."""
        if offset < 0:
            self._drop(list(self._waiting)[:offset])
        elif offset > 0:
            self._drop([update_id for update_id in self._waiting if update_id < offset])

    async def poll(self, limit: int, seconds: float) -> list[Json]:
        """Up to `limit` updates, waiting up to `seconds` for the first; a second poll ends the first one."""
        self.stop_poll(OTHER_POLLER)
        ready = self._ready(limit)
        if ready or seconds <= 0:
            return ready
        self._poll = asyncio.get_running_loop().create_future()
        await self._wait(self._poll, seconds)
        return self._ready(limit)

    def stop_poll(self, description: str | None = None) -> None:
        """End the waiting poll, refusing it when there is a reason to give."""
        poll, self._poll = self._poll, None
        if poll is None or poll.done():
            return
        if description:
            poll.set_exception(refused(description))
        else:
            poll.set_result(None)

    async def _wait(self, poll: asyncio.Future[None], seconds: float) -> None:
        sleeper = asyncio.ensure_future(self._time.sleep(seconds))
        try:
            await asyncio.wait({poll, sleeper}, return_when=asyncio.FIRST_COMPLETED)
            if poll.done():
                poll.result()
        finally:
            sleeper.cancel()
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)

    def _ready(self, limit: int) -> list[Json]:
        self._expire()
        return [waiting.update for waiting in islice(self._waiting.values(), limit)]

    def _expire(self) -> None:
        now = self._time.monotonic()
        self._drop([key for key, waiting in self._waiting.items() if waiting.expires <= now])

    def _drop(self, update_ids: Iterable[int]) -> None:
        for update_id in update_ids:
            del self._waiting[update_id]
