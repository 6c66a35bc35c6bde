"""`main.py` that kills itself, as a power cut would, before its Nth statement, commit or Bot API call.

    python chaos/mortal.py N run ...
    python chaos/mortal.py N:claim run ...

Moments are counted from the first update or the first claim of a campaign on, so that N spreads over the work
and not over the start; with N = 0 it lives. With a kind only moments of that kind count: within a "claim", at
its "mark", before a "call", after its "answer", or as results are put on "record". The last word on standard
error is at which it died. What a death makes others wait for is shorter here.
"""

import os
import signal
import sys
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

import main  # noqa: TID251 - reason: it is what dies
from bot import leadership, schedule
from bot.campaigns.claiming import Claimer
from bot.campaigns.recording import Recorder
from bot.telegram_api.transport import StraightClient
from handlers.intake import Intake

Work = Callable[..., Awaitable[object]]

_moments = count(1)
_armed = [False]
_doing: ContextVar[str] = ContextVar("_doing", default="other")


@dataclass(frozen=True, slots=True)
class Death:
    """The moment, counted from one; of one kind alone where that is named."""

    moment: int
    kind: str = ""

    @classmethod
    def parse(cls, told: str) -> "Death":
        """Read the first argument."""
        moment, _, kind = told.partition(":")
        return cls(int(moment), kind)


def _moment(death: Death, doing: str) -> None:
    """One more moment has come; the last one never returns."""
    if _armed[0] and death.kind in {"", doing} and next(_moments) == death.moment:
        os.write(sys.stderr.fileno(), f"died at {doing}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)


def arm(death: Death) -> None:
    """Listen at every place where the process can be between two states of the world."""
    _listen_to_statements(death)
    _listen_to_calls(death)
    Intake.receive = _arming(Intake.receive, "update")  # type: ignore[method-assign, assignment]  # reason: that is the point
    Claimer.claim = _arming(Claimer.claim, "claim")  # type: ignore[method-assign, assignment]  # reason: as above
    Recorder._write = _doing_it(Recorder._write, "record")  # type: ignore[method-assign, assignment]  # reason: as above


def _listen_to_statements(death: Death) -> None:
    """Around each one, and at the begin and the commit: a commit belongs to what was done before it."""

    def at_statement(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        is_mark = (
            statement.startswith("UPDATE message") and " sending_at=" in statement.partition(" WHERE ")[0]
        )
        connection.info["doing"] = "mark" if is_mark else _doing.get()
        _moment(death, connection.info["doing"])

    event.listen(Engine, "before_cursor_execute", at_statement)
    event.listen(Engine, "after_cursor_execute", at_statement)
    event.listen(Engine, "begin", lambda _: _moment(death, _doing.get()))
    event.listen(Engine, "commit", lambda connection: _moment(death, connection.info.get("doing", "other")))


def _listen_to_calls(death: Death) -> None:
    send = StraightClient.send

    async def mortal_send(self: StraightClient, request: httpx.Request, **how: object) -> httpx.Response:
        _moment(death, "call")
        response = await send(self, request, **how)
        _moment(death, "answer")
        return response

    StraightClient.send = mortal_send  # type: ignore[method-assign]  # reason: that is the point


def _arming(work: Work, doing: str) -> Work:
    """From its first time on moments count."""
    named = _doing_it(work, doing)

    async def arming(*args: object, **how: object) -> object:
        _armed[0] = True
        return await named(*args, **how)

    return arming


def _doing_it(work: Work, doing: str) -> Work:
    """The statements within are part of that."""

    async def named(*args: object, **how: object) -> object:
        token = _doing.set(doing)
        try:
            return await work(*args, **how)
        finally:
            _doing.reset(token)

    return named


def hasten() -> None:
    """Leases that expire, and calls that are given up, within seconds: a test kills fifty times."""
    leadership.LASTS = timedelta(seconds=3)
    schedule.CALL_TIMEOUT = timedelta(seconds=5)


if __name__ == "__main__":
    hasten()
    arm(Death.parse(sys.argv.pop(1)))
    main.main()
