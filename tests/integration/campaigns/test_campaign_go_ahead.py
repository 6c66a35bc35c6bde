"""Calls that begin together ask the database once whether they may, and a refusal is never remembered."""

import asyncio
from dataclasses import dataclass, field

import pytest
from sqlalchemy import text

from bot.campaigns import go_ahead
from bot.campaigns.go_ahead import GoAhead
from bot.leadership import Leadership
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable

_NOTHING = text("SELECT 1")


@dataclass
class Lane(Leadership):
    """A leadership that counts who asks."""

    answers: list[bool | StorageUnavailable]
    asked: int = field(default=0)

    async def may_send_bulk(self, tx: Transaction) -> bool:
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, StorageUnavailable):
            raise answer
        await tx.execute(_NOTHING)
        return answer


async def test_calls_that_begin_together_ask_once(database: Database) -> None:
    """Fifty messages of one claim cost one question."""
    lane = Lane([True])
    asks = GoAhead(database, lane)
    assert all(await asyncio.gather(*(asks.is_given() for _ in range(50))))
    assert lane.asked == 1


async def test_a_refusal_and_an_outage_are_asked_about_again(database: Database) -> None:
    """Nothing starts on a no or on silence, and the next yes counts at once."""
    lane = Lane([False, StorageUnavailable("away"), True])
    asks = GoAhead(database, lane)
    assert [await asks.is_given() for _ in range(3)] == [False, False, True]


async def test_a_yes_grows_old(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A 429 that another process met is known here a moment later."""
    monkeypatch.setattr(go_ahead, "ASK_AGAIN_SECONDS", 0.0)
    lane = Lane([True, False])
    asks = GoAhead(database, lane)
    assert [await asks.is_given(), await asks.is_given()] == [True, False]
