"""What reaches the branch is one list a day, on days the office is open, however much it is."""

from datetime import timedelta
from threading import get_ident

import pytest

from bot.desk import Desk
from bot.leads.branch_list import plan_branch_list
from bot.leads.moving import move_all_to
from bot.leads.taking import take_lead
from bot.schedule import plan_lists
from bot.team import end_volunteer, go_on_leave
from bot.working_hours import national_holidays
from storage.models.leads import Lead
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import change_volunteer, find_volunteer
from tests.integration.house_stage import BUDI, NOW, RINA, Stage
from tests.integration.leads.field import (
    brought_to,
    delivered,
    desk_of,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    passes,
)
from tests.integration.outbox.sending import owner_arrives

UJANG = 1011
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MANY = 40
OF_LEADS = "SELECT count(*) FROM message WHERE kind IN ('lead-notice', 'lead-digest', 'branch-list')"


async def forty_with_pak_budi(stage: Stage) -> tuple[Volunteer, list[Lead]]:
    """Bu Rina and Ujang are of the branch; Pak Budi alone is in the field, and all of them are his."""
    await owner_arrives(stage)
    await joins_field(stage, UJANG, "Ujang", Role.OFFICER)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    async with stage.house.database.transaction() as tx:
        assert await change_volunteer(tx, budi, capacity=MANY)
        await plan_branch_list(tx, stage.house.service, stage.house.service.clock.now())
    leads = [await lead_comes(stage) for _ in range(MANY)]
    assert {lead.owner_id for lead in leads} == {budi.id}
    return budi, leads


async def mornings(stage: Stage, days: int) -> list[int]:
    """How many messages about leads the two of the branch have had after each day, at 10.00."""
    told = []
    for _ in range(days):
        for _ in range(24):
            await passes(stage, HOUR)
            await delivered(stage)
        told.append(int(await stage.value(OF_LEADS)))
    return told


async def test_the_holidays_it_keeps_are_loaded_beside_the_loop(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What knows them takes long to load, and the lists are planned as soon as the service has started."""
    seen: list[bool] = []

    def noting(year: int) -> object:
        seen.append(get_ident() == loop_thread)
        return national_holidays(year)

    loop_thread = get_ident()
    monkeypatch.setattr("bot.schedule.national_holidays", noting)
    await plan_lists(stage.house.desk)
    assert seen == [False]
    assert await stage.count("timer") > 0


async def test_forty_silent_leads_make_one_message_a_day(stage: Stage) -> None:
    """Friday to Friday, with nobody else to hand them to; the weekend has no list."""
    budi, leads = await forty_with_pak_budi(stage)
    await passes(stage, 3 * DAY)
    await passes(stage, 4 * DAY)  # the coordinator's step: there is none, so they are the branch's
    assert await is_consistent(stage, leads, [budi])
    assert (await lead_now(stage, leads[0])).lead.owner_id is None
    assert await stage.value(OF_LEADS) == 0
    assert await mornings(stage, 5) == [0, 0, 2, 4, 6]
    assert stage.last(RINA) == f"{MANY} minat menunggu kantor."
    *worst, everything = stage.labels(RINA)
    assert (len(worst), everything) == (8, "Lihat semua")
    number = worst[0].partition(" ")[0]
    assert worst[0] == f"{number} · Pedagang pasar · 12 hari"
    assert "Sari" not in stage.chat(RINA)
    await stage.presses(RINA, worst[0])
    assert number in stage.last(RINA)
    await stage.presses(RINA, "Lihat semua")
    assert "Sari Wulandari" in str(stage.messages(RINA)[-1])


async def test_whoever_leaves_makes_no_forty_notices_either(stage: Stage) -> None:
    """Pak Budi is taken out of the field, and nobody is there for his neighbours: the list tells it."""
    budi, leads = await forty_with_pak_budi(stage)
    async with stage.house.database.transaction() as tx:
        now = stage.house.service.clock.now()
        assert await end_volunteer(tx, stage.house.service, budi.id, now, actor=None) == MANY
    assert await is_consistent(stage, leads, [budi])
    assert await mornings(stage, 3) == [0, 0, 2]


async def test_leave_makes_no_forty_notices_either(stage: Stage) -> None:
    """What he had not taken yet comes to the branch with the next list."""
    budi, leads = await forty_with_pak_budi(stage)
    async with stage.house.database.transaction() as tx:
        card = await find_volunteer(tx, budi.id)
        assert card is not None
        now, until = stage.house.service.clock.now(), stage.house.service.today() + 7 * DAY
        await go_on_leave(tx, stage.house.service, card.volunteer, until, now)
    assert await is_consistent(stage, leads, [budi])
    assert await mornings(stage, 3) == [0, 0, 2]


async def test_forty_that_somebody_cannot_take_make_one_message_a_day(stage: Stage) -> None:
    """Pak Budi taps "Tidak bisa" under each, and nobody else is there: they come back, none is new."""
    budi, leads = await forty_with_pak_budi(stage)
    await delivered(stage)
    for lead in leads:
        await stage.receives(stage.tapped(BUDI, f"followups:cannot:{lead.number}.{lead.version}:-"))
        await stage.presses(BUDI, "Sedang sibuk")
    assert await is_consistent(stage, leads, [budi])
    assert {(await lead_now(stage, lead)).lead.owner_id for lead in leads} == {None}
    assert await mornings(stage, 3) == [0, 0, 2]
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'branch-list'") == 2
    assert stage.last(RINA) == f"{MANY} minat menunggu kantor."


async def test_what_is_handed_back_later_makes_no_notices_either(stage: Stage) -> None:
    """By /kembalikan, with what he had called already among them."""
    budi, leads = await forty_with_pak_budi(stage)
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, budi), await lead_now(stage, leads[0]))
    for lead in leads[:3]:
        await stage.says(BUDI, "/kembalikan")
        seen = f"{lead.number}.{(await lead_now(stage, lead)).lead.version}"
        version = stage.button(BUDI, "Menu utama").rpartition(":")[2]
        await stage.receives(stage.tapped(BUDI, f"followups:cannot:{seen}:{version}"))
        await stage.presses(BUDI, "Sedang di luar kota")
    async with stage.house.database.transaction() as tx:
        assert (
            await move_all_to(Desk(tx, stage.house.service, NOW, budi.contact_id), budi.id, None) == MANY - 3
        )
    assert await is_consistent(stage, leads, [budi])
    assert await mornings(stage, 3) == [0, 0, 2]
    assert stage.last(RINA) == f"{MANY} minat menunggu kantor."


async def test_whoever_can_go_no_further_alone_is_no_new_lead(stage: Stage) -> None:
    """Ready with nobody to register her, or without the money yet: the branch's list, and no "Minat baru"."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    async with stage.house.database.transaction() as tx:
        await plan_branch_list(tx, stage.house.service, NOW)
    for outcome in ("ready", "unaffordable"):
        assert (await brought_to(stage, budi, outcome)).owner_id is None
    assert await mornings(stage, 3) == [0, 0, 1]
    assert stage.last(RINA) == "2 minat menunggu kantor."


async def test_a_new_lead_of_nobodys_streets_is_still_told_at_once(stage: Stage) -> None:
    """It has only just come: the branch hears of it, and need not wait for the morning."""
    await owner_arrives(stage)
    await lead_comes(stage)
    await delivered(stage)
    assert stage.last(RINA).startswith("Minat baru")


async def test_where_nothing_waits_there_is_no_list(stage: Stage) -> None:
    """An empty list is no news; the next one is planned all the same."""
    await owner_arrives(stage)
    async with stage.house.database.transaction() as tx:
        await plan_branch_list(tx, stage.house.service, stage.house.service.clock.now())
    assert await mornings(stage, 4) == [0, 0, 0, 0]
    assert await stage.value("SELECT count(*) FROM timer WHERE kind = 'branch-list'") == 1
