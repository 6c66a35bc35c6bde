"""Telegram's flood limits: sends a second over all chats, and a sustained rate in one chat."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

PRUNE_ABOVE = 50_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be sent; `chat_burst` messages of one chat may come at once."""

    per_second: float = 30
    chat_per_second: float = 1
    chat_burst: float = 8
    penalty_seconds: float = 3


class FloodGate:
    """Admits or refuses the start of a send; a refused one does not count."""

    def __init__(self, limits: Limits | None) -> None:
        self.limits = limits
        self._starts: deque[float] = deque()
        self._chats: dict[int, float] = {}  # when each chat's bucket is empty again (GCRA)
        self._closed_until = 0.0
        self._refusing: dict[int, float] = {}  # until when one chat's sends are refused

    def close_chat_for(self, chat_id: int, seconds: float, now: float) -> None:
        """Refuse what is sent to this chat, and nothing else."""
        self._refusing[chat_id] = now + seconds

    def close_for(self, seconds: float, now: float) -> None:
        self._closed_until = now + seconds

    def closed_for(self, now: float) -> float:
        return max(0.0, self._closed_until - now)

    def admit(self, chat_id: int, now: float) -> int:
        """0, or the seconds to wait."""
        closed_until = max(self._closed_until, self._refusing.get(chat_id, 0.0))
        if now < closed_until:
            return math.ceil(closed_until - now)
        if self.limits is None:
            return 0
        return self._overall(self.limits, now) or self._in_chat(self.limits, chat_id, now) or self._count(now)

    def _overall(self, limits: Limits, now: float) -> int:
        while self._starts and self._starts[0] <= now - 1:
            self._starts.popleft()
        if len(self._starts) < limits.per_second:
            return 0
        self.close_for(limits.penalty_seconds, now)
        return max(1, math.ceil(limits.penalty_seconds))

    def _in_chat(self, limits: Limits, chat_id: int, now: float) -> int:
        step = 1 / limits.chat_per_second
        empty_at = max(self._chats.get(chat_id, now), now)
        over = empty_at - now - step * (limits.chat_burst - 1)
        if over > 1e-9:
            return max(1, math.ceil(over))
        self._chats[chat_id] = empty_at + step
        if len(self._chats) > PRUNE_ABOVE:
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}
        return 0

    def _count(self, now: float) -> int:
        self._starts.append(now)
        return 0
