"""What a campaign may ask of the field and the purse: waves, a budget, and a memory of trouble."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.broadcasting import Broadcaster, Tempo
from bot.campaigns.running import release_wave, resume_campaign
from bot.campaigns.steering import steer_campaigns
from bot.errors import Stale
from bot.spool import Spool
from storage.campaign_field import count_field
from storage.contacts import find_by_telegram_id
from storage.leads import add_lead
from storage.models.campaigns import Campaign, CampaignState
from storage.models.staff import Role
from storage.segments import SegmentRule
from storage.types import new_number
from storage.volunteers import add_volunteer, post
from tests.integration.campaigns.crowd import FIRST, Desk, delivered, people_agree, phones_of, staff, started
from tests.integration.house_stage import Stage
from tests.integration.storage.rows import SARIS_LEAD


async def _audience(stage: Stage, count: int) -> Desk:
    desk = Desk.of(stage.house)
    await people_agree(stage.house.database, desk.now, count)
    phones_of(stage, count)
    return desk


async def _room_for(desk: Desk, leads: int) -> None:
    """One volunteer for the whole branch, with room for so many."""
    async with desk.database.transaction() as tx:
        volunteer = await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", desk.now)
        await post(tx, volunteer.id, desk.now)
        await tx.execute(text("UPDATE volunteer SET capacity = open_leads + :room"), {"room": leads})


async def _drain(stage: Stage, desk: Desk, campaign: Campaign, rounds: int = 4) -> Campaign:
    await stage.house.leadership.beat()
    for _ in range(rounds):
        await stage.house.broadcaster.drain()
        await steer_campaigns(desk.database, desk.service)
    return await desk.campaign(campaign.id)


async def test_waves_are_as_large_as_volunteers_have_room_for(stage: Stage) -> None:
    """Of 80 people three may answer; with room for one a third of them gets it at a time."""
    desk = await _audience(stage, 80)
    await _room_for(desk, 1)
    campaign = await started(desk)
    assert (campaign.wave_size, campaign.released) == (26, 20)


async def test_with_room_for_all_there_are_no_waves(stage: Stage) -> None:
    """Everybody gets it after the canary."""
    desk = await _audience(stage, 45)
    await _room_for(desk, 40)
    campaign = await started(desk)
    assert campaign.wave_size is None
    assert await delivered(stage, campaign) == {"sent": 45}


async def test_staff_let_the_next_wave_go_although_the_field_is_full(stage: Stage) -> None:
    """The wave waits for room; staff may know better, once, and only when one waits."""
    desk = await _audience(stage, 80)
    await _room_for(desk, 1)
    campaign = await started(desk)
    await _room_for(desk, 0)
    held = await _drain(stage, desk, campaign)
    assert await desk.states(campaign.id) == {"sent": 20, "queued": 60}
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        released = await release_wave(tx, desk.service, maker, held)
        assert released.released == 46
        with pytest.raises(Stale):
            await release_wave(tx, desk.service, maker, released)
    await _drain(stage, desk, campaign)
    assert await desk.states(campaign.id) == {"sent": 46, "queued": 34}


async def test_a_paid_campaign_stops_at_its_budget(stage: Stage) -> None:
    """Not one message more than is paid for; let go on, it may cost as much again."""
    desk = await _audience(stage, 75)
    desk = replace(desk, service=replace(desk.service, paid_messages=30))
    campaign = await started(desk)
    paused = await _drain(stage, desk, campaign)
    assert (paused.state, paused.pause_reason) == (CampaignState.PAUSED, "budget")
    assert await desk.states(campaign.id) == {"sent": 30, "queued": 45}
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        await resume_campaign(tx, desk.service, maker, paused)
    paused = await _drain(stage, desk, campaign)
    assert (paused.state, paused.pause_reason) == (CampaignState.PAUSED, "budget")
    assert await desk.states(campaign.id) == {"sent": 60, "queued": 15}


async def test_a_restart_gives_no_second_chance(stage: Stage, tmp_path: Path) -> None:
    """What failed before a process began counts with what it sees itself."""
    desk = await _audience(stage, 60)
    campaign = await started(desk)
    await _drain(stage, desk, campaign, rounds=1)
    async with desk.database.transaction() as tx:
        some = "SELECT id FROM message WHERE state = 'sent' LIMIT 10"
        await tx.execute(text(f"UPDATE message SET state = 'failed' WHERE id IN ({some})"))
    house = stage.house
    reborn = Broadcaster(
        house.database, house.service, house.messenger, house.leadership, Spool(tmp_path / "spool"), Tempo(25)
    )
    await reborn.drain()
    paused = await desk.campaign(campaign.id)
    assert (paused.state, paused.pause_reason) == (CampaignState.PAUSED, "trouble")
    assert (await desk.states(campaign.id))["queued"] > 0


async def test_the_field_is_counted_for_an_occupation_too(stage: Stage) -> None:
    """Villages of the people a rule means, whatever it asks of their registration."""
    desk = await _audience(stage, 1)
    async with desk.database.transaction() as tx:
        sari = await find_by_telegram_id(tx, FIRST)
        assert sari is not None
        lead = {name: getattr(SARIS_LEAD, name) for name in SARIS_LEAD.__slots__}
        await add_lead(tx, type(SARIS_LEAD)(**{**lead, "contact_id": sari.id}), new_number(), desk.now)
        today = desk.service.today()
        for rule, villages in (
            (SegmentRule(occupations=(SARIS_LEAD.occupation,)), 1),
            (SegmentRule(areas=(SARIS_LEAD.village_code[:5],)), 1),
            (SegmentRule(occupations=("fisher",)), 0),
        ):
            assert (await count_field(tx, rule, today, desk.now)).villages_without == villages
