"""`main.py` that kills itself, as a power cut would, before its Nth statement, commit or Bot API call.

    python chaos/mortal.py N run ...

Moments are counted from the first update or the first claim of a campaign on, so that N spreads over the work
and not over the start; with N = 0 it lives. What a death makes others wait for is shorter here.
"""

import os
import signal
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx
from sqlalchemy import event
from sqlalchemy.engine import Engine

import main  # noqa: TID251 - reason: it is what dies
from bot import leadership, schedule
from bot.campaigns.claiming import Claimer
from handlers.intake import Intake

_moments = count(1)
_armed = [False]


def _moment(dies_at: int) -> None:
    """One more moment has come; the last one never returns."""
    if _armed[0] and next(_moments) == dies_at:
        os.kill(os.getpid(), signal.SIGKILL)


def arm(dies_at: int) -> None:
    """Listen at every place where the process can be between two states of the world."""
    for name in ("before_cursor_execute", "after_cursor_execute", "commit", "begin"):
        event.listen(Engine, name, lambda *_: _moment(dies_at))
    _listen_to_calls(dies_at)
    _listen_to_updates()
    _listen_to_claims()


def _listen_to_calls(dies_at: int) -> None:
    send = httpx.AsyncClient.send

    async def mortal_send(self: httpx.AsyncClient, *args: object, **kwargs: object) -> httpx.Response:
        _moment(dies_at)
        response: httpx.Response = await send(self, *args, **kwargs)  # type: ignore[arg-type]  # reason: passed on
        _moment(dies_at)
        return response

    httpx.AsyncClient.send = mortal_send  # type: ignore[method-assign]  # reason: that is the point


def _listen_to_updates() -> None:
    receive = Intake.receive

    async def arming_receive(self: Intake, body: object) -> object:
        _armed[0] = True
        return await receive(self, body)

    Intake.receive = arming_receive  # type: ignore[method-assign, assignment]  # reason: that is the point


def _listen_to_claims() -> None:
    claim = Claimer.claim

    async def arming_claim(self: Claimer, *args: object) -> object:
        _armed[0] = True
        return await claim(self, *args)  # type: ignore[arg-type]  # reason: passed on

    Claimer.claim = arming_claim  # type: ignore[method-assign, assignment]  # reason: that is the point


def hasten() -> None:
    """Leases that expire, and calls that are given up, within seconds: a test kills fifty times."""
    leadership.LASTS = timedelta(seconds=3)
    schedule.CALL_TIMEOUT = timedelta(seconds=5)


if __name__ == "__main__":
    hasten()
    arm(int(sys.argv.pop(1)))
    main.main()
