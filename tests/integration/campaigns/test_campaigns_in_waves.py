"""What staff see in the chat while a campaign goes out bit by bit: the first twenty, then wave by wave."""

from sqlalchemy import text

from bot.schedule import JOBS, run_job
from storage.models.campaigns import CampaignState
from storage.models.staff import Role
from storage.volunteers import add_volunteer, post
from tests.integration.campaigns.crowd import Desk, people_agree, phones_of
from tests.integration.campaigns.staffing import (
    OFFICER,
    approves,
    campaign,
    composes,
    staff_arrive,
    submits,
    told,
)
from tests.integration.house_stage import Stage

STEERING = ("beat", "steer campaigns", "show campaigns")


async def steered(stage: Stage) -> None:
    """What the schedule does once; the lane stands still."""
    stage.house.desk.live._rests_until = 0.0
    for job in JOBS:
        if job.name in STEERING:
            await run_job(job, stage.house.desk)
    await told(stage)


async def under_way(stage: Stage, people: int, *, room: int | None = None) -> Desk:
    """A campaign to so many, just started in the chat; volunteers have room for so many leads."""
    desk = Desk.of(stage.house)
    await staff_arrive(stage)
    await people_agree(stage.house.database, desk.now, people)
    phones_of(stage, people)
    if room is not None:
        await has_room(desk, room)
    await composes(stage)
    await submits(stage)
    await approves(stage)
    await told(stage)
    await stage.presses(OFFICER, "Buka")
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    for _ in range(3):
        await steered(stage)
    return desk


async def has_room(desk: Desk, room: int) -> None:
    """One volunteer for the whole branch."""
    async with desk.database.transaction() as tx:
        volunteer = await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", desk.now)
        await post(tx, volunteer.id, desk.now)
        await tx.execute(text("UPDATE volunteer SET capacity = open_leads + :room"), {"room": room})


async def sent(stage: Stage, desk: Desk) -> int:
    return (await desk.states((await campaign(stage)).id))["sent"]


def live(stage: Stage) -> str:
    return next(said for said in reversed(stage.shown(OFFICER)) if said.startswith("📡"))


async def test_twenty_first_and_then_everybody(stage: Stage) -> None:
    """The live message says that the first ones have it; once nothing was wrong the others get it, too."""
    desk = await under_way(stage, 45)
    await stage.house.broadcaster.drain()
    stage.house.desk.live._rests_until = 0.0
    await run_job(next(job for job in JOBS if job.name == "show campaigns"), stage.house.desk)
    assert await sent(stage, desk) == 20
    assert "20 orang pertama sudah dikirimi" in live(stage)
    for _ in range(4):
        await steered(stage)
        await stage.house.broadcaster.drain()
    assert await sent(stage, desk) == 45
    await steered(stage)
    assert (await campaign(stage)).state is CampaignState.FINISHED


async def test_staff_send_the_next_wave_by_a_button(stage: Stage) -> None:
    """It is there only while a wave waits for volunteers; pressed, that wave goes, and no other."""
    desk = await under_way(stage, 80, room=1)
    async with desk.database.transaction() as tx:
        await tx.execute(text("UPDATE volunteer SET capacity = open_leads"))
    number = (await campaign(stage)).number
    await stage.receives(stage.tapped(OFFICER, f"campaigns:show:{number}:-"))
    assert not stage.offers(OFFICER, "🌊 Kirim berikutnya")
    await stage.house.broadcaster.drain()
    for _ in range(2):
        await steered(stage)
    assert await sent(stage, desk) == 20
    assert "20 orang sudah dikirimi. Yang berikutnya menunggu relawan" in live(stage)
    await stage.receives(stage.tapped(OFFICER, f"campaigns:show:{number}:-"))
    await stage.presses(OFFICER, "🌊 Kirim berikutnya")
    await stage.house.broadcaster.drain()
    await steered(stage)
    assert await sent(stage, desk) == 46
    assert await stage.value("SELECT count(*) FROM campaign_event WHERE kind = 'wave'") == 1
