"""An audience frozen in pieces, by one hand on SQLite and by several on PostgreSQL."""

import asyncio

import pytest

from bot.campaigns import freezing
from bot.campaigns.decisions import approve_campaign
from bot.campaigns.freezing import Pieces, freeze_audience
from storage.models.campaigns import CampaignState
from tests.integration.campaigns.crowd import Desk, people_agree, staff, submitted
from tests.integration.house_stage import Stage


async def test_two_who_freeze_at_once_make_one_row_a_person(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small pieces, several hands, two replicas that both take themselves for the leader: one row each."""
    monkeypatch.setattr(freezing, "AT_ONCE", 3)
    monkeypatch.setattr(freezing, "FEWEST", 3)
    monkeypatch.setattr(freezing, "MOST", 7)
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 50)
    waiting = await submitted(desk)
    async with desk.database.transaction() as tx:
        _, approver = await staff(tx, desk.now)
        approved = await approve_campaign(tx, desk.service, approver, waiting)
    await asyncio.gather(*(freeze_audience(desk.database, desk.service, approved) for _ in range(2)))
    frozen = await desk.campaign(approved.id)
    assert (frozen.state, frozen.audience) == (CampaignState.APPROVED, 50)
    assert await desk.states(approved.id) == {"queued": 50}


async def test_pieces_leave_nobody_out(stage: Stage) -> None:
    """Each begins where the one before ended; the last has no end: whoever came since is in it."""
    desk = Desk.of(stage.house)
    people = sorted(await people_agree(desk.database, desk.now, 10))
    pieces = Pieces(desk.database, size=4)
    assert [await pieces.cut() for _ in range(4)] == [
        (None, people[3]),
        (people[3], people[7]),
        (people[7], None),
        None,
    ]
