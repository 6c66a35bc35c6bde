"""A campaign from its approval to its last recipient, on both engines."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from bot.campaigns.claiming import FORM_LATELY, LATER
from bot.campaigns.decisions import submit_campaign
from bot.campaigns.drafts import plan_waves, start_draft, write_text
from bot.campaigns.moves import CampaignRefused
from bot.campaigns.retrying import resend_unknown, retry_failed
from bot.campaigns.running import cancel_campaign, pause_campaign, resume_campaign
from bot.campaigns.steering import LOOK_AGAIN
from playground import phones
from storage.campaign_taps import note_tap
from storage.campaign_texts import NewText
from storage.contacts import find_by_telegram_id
from storage.leads import add_lead
from storage.models.campaigns import CampaignState
from storage.models.staff import Role
from storage.types import new_number
from storage.volunteers import add_volunteer, post
from tests.integration.campaigns.crowd import (
    FIRST,
    Desk,
    delivered,
    people_agree,
    phones_of,
    staff,
    started,
    started_from,
    submitted,
)
from tests.integration.house_stage import Stage
from tests.integration.intake.script import REGISTRATION
from tests.integration.storage.rows import SARIS_LEAD

SARI = FIRST


async def audience(stage: Stage, count: int) -> Desk:
    desk = Desk.of(stage.house)
    await people_agree(stage.house.database, desk.now, count)
    phones_of(stage, count)
    return desk


async def test_everybody_who_agreed_gets_it_once(stage: Stage) -> None:
    """Canary first, then the others; each of them has it exactly once, and it is over by itself."""
    desk = await audience(stage, 45)
    campaign = await started(desk)
    assert campaign.state is CampaignState.RUNNING
    assert (campaign.audience, campaign.released) == (45, 20)
    await stage.house.leadership.beat()
    await stage.house.broadcaster.drain()
    assert await desk.states(campaign.id) == {"sent": 20, "queued": 25}
    assert await delivered(stage, campaign) == {"sent": 45}
    assert (await desk.campaign(campaign.id)).state is CampaignState.FINISHED
    assert all(len(stage.shown(FIRST + number)) == 1 for number in range(45))


async def test_names_are_written_when_it_is_sent(stage: Stage) -> None:
    """A name corrected after the approval is the one that is used; where none is known, none is made up."""
    desk = await audience(stage, 2)
    campaign = await started(desk, html="Halo {nama}!")
    async with desk.database.transaction() as tx:
        sari = await find_by_telegram_id(tx, SARI)
        assert sari is not None
        new = {**{name: getattr(SARIS_LEAD, name) for name in SARIS_LEAD.__slots__}, "contact_id": sari.id}
        await add_lead(tx, type(SARIS_LEAD)(**new), new_number(), desk.now)
    assert await delivered(stage, campaign) == {"sent": 2}
    assert stage.last(SARI) == "Halo Sari Wulandari!"
    assert stage.last(SARI + 1) == "Halo Bapak/Ibu!"


async def test_only_the_holder_of_the_lease_sends(stage: Stage) -> None:
    """A process that is not the leader does not touch the campaign lane."""
    desk = await audience(stage, 3)
    campaign = await started(desk)
    await stage.house.broadcaster.drain()
    assert await desk.states(campaign.id) == {"queued": 3}


async def test_a_pause_holds_everything_and_resuming_sends_the_rest(stage: Stage) -> None:
    """Nothing begins after the pause; afterwards each of the others gets it once."""
    desk = await audience(stage, 30)
    campaign = await started(desk)
    await stage.house.leadership.beat()
    await stage.house.broadcaster.drain()
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        await pause_campaign(tx, desk.service, maker, await desk.campaign(campaign.id))
    assert await delivered(stage, campaign) == {"sent": 20, "queued": 10}
    async with desk.database.transaction() as tx:
        await resume_campaign(tx, desk.service, maker, await desk.campaign(campaign.id))
    assert await delivered(stage, campaign) == {"sent": 30}


async def test_a_cancel_is_final(stage: Stage) -> None:
    """Whoever still waited does not get it, and their rows say so."""
    desk = await audience(stage, 30)
    campaign = await started(desk)
    await stage.house.leadership.beat()
    await stage.house.broadcaster.drain()
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        await cancel_campaign(tx, desk.service, maker, await desk.campaign(campaign.id))
    assert await delivered(stage, campaign) == {"sent": 20, "cancelled": 10}


async def test_stop_in_the_middle_stops_what_is_queued(stage: Stage) -> None:
    """/berhenti while it runs: the row of that person alone is cancelled, at once."""
    desk = await audience(stage, 2)
    campaign = await started(desk)
    await stage.says(SARI, "/berhenti")
    assert await desk.states(campaign.id) == {"queued": 1, "cancelled": 1}
    assert await delivered(stage, campaign) == {"sent": 1, "cancelled": 1}


async def test_a_stop_after_it_is_counted_as_an_answer(stage: Stage) -> None:
    """Whoever says /berhenti within two days of a campaign says it to the campaign."""
    desk = await audience(stage, 1)
    campaign = await started(desk)
    await delivered(stage, campaign)
    await stage.says(SARI, "/berhenti")
    assert await stage.value("SELECT button FROM campaign_tap") == "stop"


async def test_erased_people_are_not_written_to(stage: Stage) -> None:
    """Their row goes with them."""
    desk = await audience(stage, 2)
    campaign = await started(desk)
    async with desk.database.transaction() as tx:
        await tx.execute(text(f"DELETE FROM contact WHERE telegram_id = {SARI}"))
    assert await delivered(stage, campaign) == {"sent": 1}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("UPDATE consent SET granted = false", "no longer wanted"),
        ("UPDATE contact SET unreachable_at = created_at WHERE telegram_id = 50000", "unreachable"),
    ],
)
async def test_what_changed_since_the_freeze_is_asked_again(stage: Stage, change: str, reason: str) -> None:
    """Consent withdrawn, an account gone: the row is cancelled when its turn comes, with the reason."""
    desk = await audience(stage, 1)
    campaign = await started(desk)
    async with desk.database.transaction() as tx:
        await tx.execute(text(change))
    assert await delivered(stage, campaign) == {"cancelled": 1}
    assert await stage.value("SELECT reason FROM message WHERE lane = 'campaign'") == reason


async def test_one_campaign_a_week(stage: Stage) -> None:
    """A second one leaves out whom the first reached, also when both were frozen before either was sent."""
    desk = await audience(stage, 3)
    first, second = await started(desk), await started(desk)
    assert second.audience == 3  # nobody was reached yet when it was frozen
    assert await delivered(stage, first) == {"sent": 3}
    assert await desk.states(second.id) == {"cancelled": 3}
    with pytest.raises(CampaignRefused, match="nobody"):
        await started(desk)
    await people_agree(desk.database, desk.now, 1, first=FIRST + 3)
    third = await started(desk)
    assert (third.audience, third.left_out["capped"]) == (1, 3)
    stage.house.service.clock.move(timedelta(days=7, seconds=1))
    assert (await started(desk)).audience == 4


async def test_whoever_just_wrote_gets_it_afterwards(stage: Stage) -> None:
    """Nobody who talks to the bot is talked over: their turn comes minutes later."""
    desk = await audience(stage, 1)
    await stage.says(SARI, "/start")
    campaign = await started(desk)
    assert await delivered(stage, campaign) == {"queued": 1}
    stage.house.service.clock.move(LATER)
    assert await delivered(stage, campaign) == {"sent": 1}


@pytest.mark.parametrize("ending", ["sent in", "left alone"])
async def test_somebody_in_the_middle_of_a_form_gets_it_afterwards(stage: Stage, ending: str) -> None:
    """Minutes after the last answer it still waits; it comes once the form is sent in, or left for long."""
    desk = await audience(stage, 1)
    clock = stage.house.service.clock
    await stage.says(SARI, "/start", *REGISTRATION[:2])
    campaign = await started(desk)
    for _ in range(2):
        clock.move(LATER)
        assert await delivered(stage, campaign) == {"queued": 1}
    if ending == "sent in":
        await stage.says(SARI, *REGISTRATION[2:], "kirim")
        assert await stage.count("lead") == 1
        assert await delivered(stage, campaign) == {"queued": 1}
        clock.move(LATER)
    else:
        clock.move(FORM_LATELY - 2 * LATER + timedelta(seconds=1))
    assert await delivered(stage, campaign) == {"sent": 1}


async def test_nights_are_quiet(stage: Stage) -> None:
    """At 20.00 WIB it stops, at 08.00 it goes on; between, nobody hears of it."""
    desk = await audience(stage, 2)
    campaign = await started(desk)
    clock = stage.house.service.clock
    clock.move(timedelta(hours=10))  # 10.00 WIB -> 20.00
    assert await delivered(stage, campaign) == {"queued": 2}
    clock.move(timedelta(hours=12))
    assert await delivered(stage, campaign) == {"sent": 2}


async def test_blocked_people_are_unreachable_and_come_back_with_start(stage: Stage) -> None:
    """Telegram's refusal is kept apart from the person's choice, and ends when they write again."""
    desk = await audience(stage, 3)
    phones.block(stage.world, stage.person(SARI))
    campaign = await started(desk)
    assert await delivered(stage, campaign) == {"sent": 2, "unreachable": 1}
    assert await stage.value("SELECT count(*) FROM contact WHERE unreachable_at IS NOT NULL") == 1
    await people_agree(desk.database, desk.now, 1, first=FIRST + 3)
    assert (await started(desk)).left_out["unreachable"] == 1
    phones.unblock(stage.world, stage.person(SARI))
    await stage.says(SARI, "/start")
    assert await stage.value("SELECT count(*) FROM contact WHERE unreachable_at IS NOT NULL") == 0


async def test_words_that_telegram_cannot_read_stop_it_at_once(stage: Stage) -> None:
    """One parse error is enough: it pauses by itself, and its maker and approver are told why."""
    desk = await audience(stage, 60)
    campaign = await started(desk, html="Halo <b>{nama}")
    states = await delivered(stage, campaign)
    paused = await desk.campaign(campaign.id)
    assert (paused.state, paused.pause_reason) == (CampaignState.PAUSED, "words")
    assert states["failed"] <= 20
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'campaign-news'") == 2


async def test_a_second_chance_for_those_who_were_refused_alone(stage: Stage) -> None:
    """A retry takes up the failed rows, on the same rows, and no other; a resend the unknown ones, marked."""
    desk = await audience(stage, 4)
    campaign = await started(desk)
    await delivered(stage, campaign)
    async with desk.database.transaction() as tx:
        ids = (await tx.execute(text("SELECT id FROM message WHERE lane = 'campaign'"))).scalars().all()
        for id_, state in zip(ids[:2], ("failed", "unknown"), strict=True):
            await tx.execute(
                text("UPDATE message SET state = :state WHERE id = :id"), {"state": state, "id": id_}
            )
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        running, count = await retry_failed(tx, desk.service, maker, await desk.campaign(campaign.id))
        assert (count, running.state) == (1, CampaignState.RUNNING)
    assert await delivered(stage, campaign) == {"sent": 3, "unknown": 1}
    async with desk.database.transaction() as tx:
        _, count = await resend_unknown(tx, desk.service, maker, await desk.campaign(campaign.id))
        assert count == 1
    assert await delivered(stage, campaign) == {"sent": 4}
    shown = [stage.shown(FIRST + number) for number in range(4)]
    assert sorted(map(len, shown)) == [1, 1, 2, 2]
    assert sum("Dikirim ulang" in said for person in shown for said in person) == 1
    assert await stage.value("SELECT count(*) FROM message WHERE resent_at IS NOT NULL") == 1


async def test_a_language_without_a_text_gets_the_indonesian_one(stage: Stage) -> None:
    """Nobody is left out because of their language."""
    desk = Desk.of(stage.house)
    await people_agree(stage.house.database, desk.now, 1, language="en")
    phones_of(stage, 1)
    assert await delivered(stage, await started(desk, html="Selamat pagi.")) == {"sent": 1}
    assert stage.last(SARI) == "Selamat pagi."


async def test_a_campaign_whom_nobody_is_left_for_is_over_at_once(stage: Stage) -> None:
    """Everybody stopped before it was approved: it is sent to nobody, and is not left hanging."""
    desk = await audience(stage, 2)
    waiting = await submitted(desk)
    async with desk.database.transaction() as tx:
        await tx.execute(text("UPDATE contact SET opted_out_at = last_seen_at"))
    campaign = await started_from(desk, waiting)
    assert await delivered(stage, campaign) == {}
    assert (await desk.campaign(campaign.id)).state is CampaignState.FINISHED


async def test_waves_wait_for_volunteers(stage: Stage) -> None:
    """The next wave goes out once volunteers have room for its answers, and is looked at again later."""
    desk = await audience(stage, 30)
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        draft = await start_draft(tx, desk.service, maker, "Gelombang")
        draft = await write_text(tx, desk.service, maker, draft, NewText("id", "Halo."))
        draft = await plan_waves(tx, desk.service, maker, draft, 10)
        waiting = await submit_campaign(tx, desk.service, maker, draft)
    campaign = await started_from(desk, waiting)
    assert campaign.released == 10
    assert await delivered(stage, campaign) == {"sent": 10, "queued": 20}
    held = await desk.campaign(campaign.id)
    assert held.next_wave_at == desk.now + LOOK_AGAIN
    async with desk.database.transaction() as tx:
        volunteer = await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", desk.now)
        await post(tx, volunteer.id, desk.now)
    stage.house.service.clock.move(LOOK_AGAIN)
    assert await delivered(stage, campaign) == {"sent": 30}


async def test_unusually_many_stops_hold_it(stage: Stage) -> None:
    """Five of twenty-five say stop: it pauses by itself with that reason; let on, it needs as many more."""
    desk = await audience(stage, 60)
    campaign = await started(desk)
    await stage.house.leadership.beat()
    await stage.house.broadcaster.drain()
    async with desk.database.transaction() as tx:
        sent = text("SELECT contact_id FROM message WHERE state = 'sent'")
        people = (await tx.execute(sent)).scalars().all()
        for person in people[:5]:
            await note_tap(tx, campaign.id, UUID(str(person)), "stop", desk.now)
    await desk.steer()
    paused = await desk.campaign(campaign.id)
    assert (paused.state, paused.pause_reason) == (CampaignState.PAUSED, "stops")
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        await resume_campaign(tx, desk.service, maker, paused)
    assert await delivered(stage, campaign) == {"sent": 60}


async def test_reports_of_an_impostor_hold_it(stage: Stage) -> None:
    """Three who got it send a /lapor, one of them twice: it pauses, and its people are told why."""
    desk = await audience(stage, 60)
    campaign = await started(desk)
    await stage.house.leadership.beat()
    await stage.house.broadcaster.drain()
    got = [FIRST + number for number in range(60) if stage.shown(FIRST + number)]
    for person in (*got[:2], got[0]):
        await stage.says(person, "/lapor", "Ada yang mengaku dari BPJS minta uang")
    await stage.says(next(FIRST + n for n in range(60) if FIRST + n not in got), "/lapor", "Saya juga")
    await desk.steer()
    assert (await desk.campaign(campaign.id)).state is CampaignState.RUNNING
    await stage.says(got[2], "/lapor", "Ini betul dari kantor?")
    await desk.steer()
    paused = await desk.campaign(campaign.id)
    assert (paused.state, paused.pause_reason) == (CampaignState.PAUSED, "reports")
    assert await stage.value("SELECT count(*) FROM campaign_tap WHERE button = 'report'") == 3
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'campaign-news'") == 2


async def test_a_report_long_after_it_says_nothing_of_it(stage: Stage) -> None:
    """Two days after somebody got a campaign a /lapor is about something else."""
    desk = await audience(stage, 1)
    await delivered(stage, await started(desk))
    stage.house.service.clock.move(timedelta(days=2, seconds=1))
    await stage.says(SARI, "/lapor", "Ada yang mengaku petugas")
    assert await stage.count("campaign_tap") == 0
