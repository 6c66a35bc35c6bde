"""Coordinators and officers: how the team is doing, moving leads, and finding one."""

import re
from datetime import timedelta

from bot.leads.outcomes import Desk, Given, record_outcome
from bot.leads.taking import take_lead
from storage.leads import open_lead
from storage.models.staff import Role
from storage.volunteers import Territory, list_postings, post, unpost
from tests.integration.house_stage import BUDI, RINA, Stage
from tests.integration.leads.field import (
    VILLAGE,
    delivered,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    passes,
)
from tests.integration.outbox.sending import owner_arrives

IMAS, UJANG = 1010, 1011
DAY = timedelta(days=1)


async def test_a_coordinator_sees_their_own_people_alone(stage: Stage) -> None:
    """Bu Imas has Pak Budi's village; Ujang's is another's, and not shown to her even by a forged button."""
    await joins_field(stage, BUDI, "Pak Budi")
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory("36.04.15.2001", "001", "001"))
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await stage.says(IMAS, "/tim")
    labels = str(stage.messages(IMAS)[-1]["inline_keyboard"])
    assert "Pak Budi" in labels
    assert "Ujang" not in labels
    version = stage.button(IMAS, "Menu utama").rpartition(":")[2]
    await stage.receives(stage.tapped(IMAS, f"team:ended:{ujang.id.hex}:{version}"))
    assert await stage.value("SELECT count(*) FROM volunteer WHERE is_active") == 3


async def test_a_coordinator_of_groups_alone_sees_no_area(stage: Stage) -> None:
    """Whoever answers for no area has nobody's team; whoever has the whole branch besides one sees all."""
    await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await joins_field(stage, UJANG, "Ujang", where=Territory("36.04.15.2001", "001", "001"))
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        await post(tx, imas.id, now, territory=Territory())
    await stage.says(IMAS, "/tim")
    assert {"Pak Budi", "Ujang"} <= set(re.findall("Pak Budi|Ujang", str(stage.messages(IMAS)[-1])))
    async with stage.house.database.transaction() as tx:
        for posting in await list_postings(tx, imas.id):
            await unpost(tx, imas.id, posting.id)
    await stage.says(IMAS, "/tim")
    assert "Belum ada relawan" in stage.last(IMAS)


async def test_the_goal_is_marked(stage: Stage) -> None:
    """Nobody was called within three days: Pak Budi's line is red, and says what is overdue."""
    await owner_arrives(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    for _ in range(2):
        await lead_comes(stage)
    await passes(stage, 4 * DAY)
    await stage.says(RINA, "/tim")
    assert "🔴 Pak Budi 2 · 2 · 0/2 · 💚0" in str(stage.messages(RINA)[-1]["inline_keyboard"])


async def test_all_tasks_of_one_go_to_others(stage: Stage) -> None:
    """Bu Rina moves Pak Budi's leads; they are counted right afterwards, and he keeps none."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    leads = [await lead_comes(stage) for _ in range(3)]
    ujang = await joins_field(stage, UJANG, "Ujang")
    await stage.says(RINA, "/tim")
    await stage.presses(RINA, "🟢 Pak Budi 3 · 0 · 0/0 · 💚0")
    await stage.presses(RINA, "🔁 Pindahkan semua tugasnya")
    assert {(await lead_now(stage, lead)).lead.owner_id for lead in leads} == {ujang.id}
    assert await is_consistent(stage, leads, [budi, ujang])


async def test_a_lead_is_found_by_number_phone_or_name(stage: Stage) -> None:
    """Whole words of the name, in any order; half a word finds nothing."""
    await owner_arrives(stage)
    lead = await lead_comes(stage, phone="+6281234567801")
    await delivered(stage)
    for said in (lead.number, lead.number.lower(), "0812 3456 7801", "wulandari", "Wulandari Sari"):
        await stage.says(RINA, f"/lead {said}")
        assert "Sari Wulandari" in stage.last(RINA), said
        assert "mendaftar minat" in stage.last(RINA), said
    await stage.says(RINA, "/lead wulan")
    assert "Tidak ketemu" in stage.last(RINA)


async def test_the_history_says_in_words_how_a_lead_came_to_its_owner(stage: Stage) -> None:
    """Neither a rung nor a reason is shown as the database keeps it; what says nothing has no brackets."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, budi.contact_id, stage.house.service.clock.now())
        taken = await take_lead(desk, open_lead(tx, lead))
        await record_outcome(desk, open_lead(tx, taken), "declined", Given(reason="cost"))
    await stage.says(RINA, f"/lead {lead.number}")
    said = stage.last(RINA)
    assert "diberikan · sistem (satu RT)" in said
    assert "tidak berminat · Pak Budi (Iurannya berat)" in said
    assert "(-)" not in said


async def test_looking_up_is_for_staff(stage: Stage) -> None:
    """A volunteer sees their own streets, not everybody's."""
    await joins_field(stage, BUDI, "Pak Budi", where=Territory(VILLAGE, "001", "001"))
    lead = await lead_comes(stage)
    await stage.says(BUDI, f"/lead {lead.number}")
    assert "perintah itu tidak ada" in stage.last(BUDI)
