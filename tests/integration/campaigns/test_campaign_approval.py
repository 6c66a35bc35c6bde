"""The approval screen's figures: people left out for every reason, volunteers for some of the villages."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.campaigns.approving import approval_text
from bot.campaigns.drafts import plan_waves, start_draft
from bot.clock import Clock
from bot.wording import Wording
from commands.composition import build_service
from storage.contacts import mark_unreachable, meet_contact, opt_out
from storage.models.staff import Role
from storage.volunteers import Territory, add_volunteer, post
from tests.integration.campaigns.crowd import (
    FIRST,
    Desk,
    delivered,
    people_agree,
    phones_of,
    staff,
    started,
    submitted,
)
from tests.integration.house_stage import Stage, house_settings
from tests.integration.storage.rows import register


async def told(desk: Desk) -> str:
    """What the approver reads of a campaign to everybody."""
    campaign = await submitted(desk, html="Halo.")
    words = Wording(desk.service.texts, "id")
    async with desk.database.transaction(read_only=True) as tx:
        return str(
            await approval_text(tx, service=desk.service, words=words, campaign=campaign, now=desk.now)
        )


async def test_everybody_is_counted_once_with_the_reason(stage: Stage) -> None:
    """Of seventy: three stopped, two are out of reach, ten were reached lately, four never agreed."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 10)
    phones_of(stage, 10)
    assert await delivered(stage, await started(desk, html="Halo.")) == {"sent": 10}
    people = await people_agree(desk.database, desk.now, 60, first=FIRST + 10)
    async with desk.database.transaction() as tx:
        for person in people[:3]:
            await opt_out(tx, person, desk.now)
        for person in people[3:5]:
            await mark_unreachable(tx, person, desk.now)
        for number in range(2):
            await meet_contact(tx, 1000 + number, desk.now)
    screen = await told(desk)  # its maker and its approver never agreed either
    assert "<b>55 orang</b> dari 74; tidak dikirim: " in screen
    assert "4 tanpa izin, 3 berhenti, 2 tak terjangkau, 10 baru dikirimi." in screen


async def test_who_will_answer_and_who_is_there_for_them(stage: Stage) -> None:
    """What came of campaigns before, the room volunteers have, and the villages that have none."""
    desk = Desk.of(stage.house)
    people = await people_agree(desk.database, desk.now, 100)
    phones_of(stage, 100)
    before = await started(desk, html="Halo.")
    await delivered(stage, before)
    source = (await desk.campaign(before.id)).source_code
    async with desk.database.transaction() as tx:
        for number, village in enumerate(("36.04.12.2001", "36.04.12.2002", "36.73.01.1001")):
            await register(
                tx,
                contact_id=people[number],
                name=f"Sari {number}",
                name_key=f"sari {number}",
                village_code=village,
                last_source=source,
            )
        volunteer = await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", desk.now)
        await post(tx, volunteer.id, desk.now, territory=Territory("36.04.12.2001"))
        await tx.execute(text("UPDATE volunteer SET capacity = open_leads + 2"))
    stage.house.service.clock.move(timedelta(days=8))
    screen = await told(desk)
    assert "<b>100 orang</b> dari 102" in screen
    assert "Perkiraan peminat: 1-7 orang, dari siaran lalu" in screen
    assert "Relawan sanggup menerima: 2" in screen
    assert "Desa tanpa relawan: 2" in screen
    assert "Dikirim bertahap" in screen
    assert "Lamanya: paling cepat 0 jam 1 menit, selesai paling cepat" in screen


@pytest.mark.parametrize(
    ("per_second", "takes"), [(1, "0 jam 2 menit"), (0.01, "2 jam 47 menit"), (1000, "0 jam 1 menit")]
)
async def test_how_long_it_takes_hangs_on_the_rate_that_was_set(
    stage: Stage, per_second: float, takes: str
) -> None:
    """A hundred people at the deployment's own rate, whatever Telegram's usual one is."""
    desk = Desk.of(stage.house)
    desk = replace(desk, service=replace(desk.service, bulk_per_second=per_second))
    await people_agree(desk.database, desk.now, 100)
    assert f"Lamanya: {takes}, selesai " in await told(desk)


@pytest.mark.parametrize("total", [14.0, 28.0, 980.0])
def test_the_rate_is_that_of_the_settings(total: float) -> None:
    """A campaign's part of RATE_PER_SECOND, with paid broadcasts and without."""
    settings = house_settings(
        "sqlite:///x.db", "http://127.0.0.1:9", rate_per_second=total, paid_broadcast=total > 28
    )
    assert build_service(settings, Clock(), "").bulk_per_second == pytest.approx(total * 25 / 28)


async def test_what_is_planned_in_waves_is_over_at_the_earliest(stage: Stage) -> None:
    """Its maker wants fifty at a time: when it is over hangs on the volunteers, and that is said."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 100)
    assert "paling cepat" not in await told(desk)
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        draft = await start_draft(tx, desk.service, maker, "Gelombang")
        planned = await plan_waves(tx, desk.service, maker, draft, 50)
        words = Wording(desk.service.texts, "id")
        screen = await approval_text(tx, service=desk.service, words=words, campaign=planned, now=desk.now)
    assert "selesai paling cepat" in screen
