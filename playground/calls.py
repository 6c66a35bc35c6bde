"""The log of Bot API calls, bounded, for tests and the page."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from playground.shapes import Json

KEPT = 20_000


class LoggedCall(NamedTuple):
    """One call: who was written to, how it ended, when it started (monotonic seconds)."""

    seq: int
    method: str
    chat_id: int | str | None
    status: int
    started: float
    description: str | None = None


class CallLog:
    """The last calls; `seq` goes on for ever."""

    def __init__(self) -> None:
        self._calls: deque[LoggedCall] = deque(maxlen=KEPT)
        self.seq = 0

    def record(
        self, method: str, chat_id: int | str | None, status: int, started: float, description: str | None
    ) -> None:
        self.seq += 1
        self._calls.append(LoggedCall(self.seq, method, chat_id, status, started, description))

    def clear(self) -> None:
        self._calls.clear()

    def after(self, seq: int) -> list[Json]:
        return [_without_none(call) for call in self._calls if call.seq > seq]


def _without_none(call: LoggedCall) -> Json:
    row = call._asdict()
    if call.description is None:
        del row["description"]
    return row
