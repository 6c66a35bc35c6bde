"""Leads moved by hand, appointments on any day, and somebody acting for a volunteer without Telegram."""

from datetime import timedelta

import pytest

from bot.team import end_volunteer
from storage.leads import LeadCard
from storage.models.leads import Lead, LeadState, Routing
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.staff import grant_role
from storage.volunteers import Territory, add_volunteer, post
from tests.integration.house_stage import BUDI, RINA, Stage
from tests.integration.leads.field import (
    RT,
    VILLAGE,
    delivered,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    newest_file,
    newest_sheet,
)
from tests.integration.outbox.sending import owner_arrives

UJANG, IMAS = 1011, 1012
ELSEWHERE = Territory("36.73.01.1001", "001", "001")


async def on_paper(stage: Stage, imas: Volunteer | None = None) -> Volunteer:
    """Mak Icih of RT 003/RW 005 has no Telegram; Bu Imas acts for her, or nobody."""
    now = stage.house.service.clock.now()
    acts = imas.id if imas else None
    async with stage.house.database.transaction() as tx:
        volunteer = await add_volunteer(tx, Role.VOLUNTEER, "Mak Icih", now, coordinator_id=acts)
        await post(tx, volunteer.id, now, territory=RT)
    return volunteer


async def opens(stage: Stage, who: int, lead: Lead) -> LeadCard:
    await stage.receives(stage.tapped(who, f"followups:show:{lead.number}:-"))
    return await lead_now(stage, lead)


def label(stage: Stage, who: int, begins: str) -> str:
    rows = stage.messages(who)[-1]["inline_keyboard"]
    return next((str(b["text"]) for row in rows for b in row if b["text"].startswith(begins)), begins)


async def test_a_coordinator_gives_one_lead_to_somebody_else(stage: Stage) -> None:
    """Bu Imas opens the card, chooses Ujang; he is told, Pak Budi's card loses the number."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    await opens(stage, IMAS, lead)
    await stage.presses(IMAS, "🔁 Pindahkan")
    await stage.presses(IMAS, label(stage, IMAS, "Ujang"))
    await delivered(stage)
    card = await lead_now(stage, lead)
    assert (card.lead.owner_id, card.lead.state) == (ujang.id, LeadState.NEW)
    assert "Sari Wulandari" in stage.last(UJANG)
    assert "0812" not in "".join(stage.shown(BUDI))
    assert "dipindah oleh petugas" in stage.last(IMAS)
    assert await is_consistent(stage, [lead], [budi, ujang])


async def test_all_of_somebodys_go_to_one_person(stage: Stage) -> None:
    """Whoever chose the office alone is not given to a volunteer, by whoever's hand."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    leads = [await lead_comes(stage) for _ in range(3)]
    ujang = await joins_field(stage, UJANG, "Ujang", where=ELSEWHERE)
    await stage.says(RINA, "/tim")
    await stage.presses(RINA, label(stage, RINA, "🟢 Pak Budi"))
    await stage.presses(RINA, "🔁 Semua ke satu orang")
    await stage.presses(RINA, label(stage, RINA, "Ujang"))
    assert {(await lead_now(stage, lead)).lead.owner_id for lead in leads} == {ujang.id}
    assert await is_consistent(stage, leads, [budi, ujang])
    office = await lead_comes(stage, routing=Routing.OFFICE)
    await opens(stage, RINA, office)
    await stage.presses(RINA, "🔁 Pindahkan")
    await stage.presses(RINA, label(stage, RINA, "Ujang"))
    assert (await lead_now(stage, office)).lead.owner_id is None


async def test_nobody_moves_what_is_not_theirs(stage: Stage) -> None:
    """A volunteer, and a coordinator of another area, forge the buttons in vain."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    ujang = await joins_field(stage, UJANG, "Ujang", where=ELSEWHERE)
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, ELSEWHERE)
    for who in (BUDI, UJANG, IMAS):
        for verb, id_ in (("one", lead.number), ("to", ujang.id.hex), ("all", budi.id.hex), ("to", "branch")):
            version = await stage.value(
                "SELECT version FROM conversation JOIN contact ON contact.id = conversation.contact_id "
                f"WHERE telegram_id = {who}"
            )
            await stage.receives(stage.tapped(who, f"moves:{verb}:{id_}:{version}"))
    assert (await lead_now(stage, lead)).lead.owner_id == budi.id


async def test_an_appointment_on_a_day_of_ones_own(stage: Stage) -> None:
    """Three weeks of days, then the hour; the reminder comes an hour before."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await opens(stage, BUDI, lead)
    await stage.presses(BUDI, "📅 Janji bertemu")
    await stage.presses(BUDI, "📅 Tanggal lain")
    await stage.presses(BUDI, "Rab 2/12")
    await stage.presses(BUDI, "16.00")
    assert (await lead_now(stage, lead)).lead.state is LeadState.APPOINTED
    due = await stage.value("SELECT count(*) FROM follow_up WHERE is_appointed AND state = 'ready'")
    assert due == 1
    assert "Rabu, 2 Desember 2026, 16.00" in stage.last(BUDI)


async def test_an_hour_that_has_passed_is_not_offered(stage: Stage) -> None:
    """At eight in the evening nobody meets this afternoon."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    stage.house.service.clock.move(timedelta(hours=10))
    await opens(stage, BUDI, lead)
    await stage.presses(BUDI, "📅 Janji bertemu")
    assert label(stage, BUDI, "Besok pagi") == "Besok pagi"
    with pytest.raises(AssertionError):
        stage.button(BUDI, "Hari ini, sore")


async def test_a_coordinator_acts_for_a_volunteer_without_telegram(stage: Stage) -> None:
    """Takes the lead, prints the list, enters the outcome: each recorded as done for Mak Icih."""
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    icih = await on_paper(stage, imas)
    lead = await lead_comes(stage)
    assert lead.owner_id == icih.id
    await stage.says(IMAS, "/tim")
    await stage.presses(IMAS, label(stage, IMAS, "🟢📄 Mak Icih"))
    await stage.presses(IMAS, "📝 Catatkan hasilnya")
    await stage.presses(IMAS, label(stage, IMAS, "Sari Wulandari"))
    await stage.presses(IMAS, "✅ Terima")
    await delivered(stage)
    assert "0812" in "".join(stage.shown(IMAS))
    await opens(stage, IMAS, lead)
    await stage.presses(IMAS, "🙂 Tertarik")
    await stage.presses(IMAS, "🕘 Riwayat")
    assert "Bu Imas untuk Mak Icih" in stage.last(IMAS)
    card = await lead_now(stage, lead)
    assert (card.lead.state, card.lead.owner_id) == (LeadState.INTERESTED, icih.id)
    assert await is_consistent(stage, [lead], [icih])


async def test_whom_nobody_acts_for_is_given_nothing(stage: Stage) -> None:
    """Mak Icih was imported: leads pass her over until Bu Imas says that she enters for her, and once more
    when Bu Imas has left.
    """
    await owner_arrives(stage)
    icih = await on_paper(stage)
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory("36.04"))
    assert (await lead_comes(stage)).owner_id == imas.id
    await stage.says(IMAS, "/tim")
    await stage.presses(IMAS, label(stage, IMAS, "🟢📄 Mak Icih"))
    await stage.presses(IMAS, "📄 Tanpa Telegram: saya yang catatkan")
    lead = await lead_comes(stage)
    assert lead.owner_id == icih.id
    assert "Cetak daftarnya" in str(stage.messages(IMAS)[-1]["inline_keyboard"])
    async with stage.house.database.transaction() as tx:
        now = stage.house.service.clock.now()
        await end_volunteer(tx, stage.house.service, imas.id, now, actor=None)
    assert (await lead_comes(stage)).owner_id is None


@pytest.mark.parametrize("is_taken", [False, True])
async def test_the_paper_has_numbers_of_what_is_taken(stage: Stage, *, is_taken: bool) -> None:
    """As PDF and as a spreadsheet; that they were taken stands in each lead's history."""
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    icih = await on_paper(stage, imas)
    lead = await lead_comes(stage)
    if is_taken:
        await opens(stage, IMAS, lead)
        await stage.presses(IMAS, "✅ Terima")
    await stage.receives(stage.tapped(IMAS, "team:page:0:-"))
    await stage.says(IMAS, "/tim")
    await stage.presses(IMAS, label(stage, IMAS, "🟢📄 Mak Icih"))
    await stage.presses(IMAS, "🖨 Cetak daftarnya")
    await delivered(stage)
    assert newest_file(stage, IMAS).startswith(b"%PDF")
    await stage.presses(IMAS, "📄 Daftarnya sebagai tabel")
    await delivered(stage)
    names, row = newest_sheet(stage, IMAS)
    assert names[1] == "Nama"
    assert str(row[2]).startswith("0812") is is_taken
    exported = await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'exported'")
    assert exported == (2 if is_taken else 0)
    assert icih.contact_id is None


async def test_who_has_telegram_speaks_for_themselves(stage: Stage) -> None:
    """No list of theirs is printed, and no outcome entered for them, by forged buttons either."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    for verb in ("pdf", "xlsx", "enter"):
        await stage.says(IMAS, "/tim")
        version = stage.button(IMAS, label(stage, IMAS, "🟢 Pak Budi")).rpartition(":")[2]
        await stage.receives(stage.tapped(IMAS, f"papers:{verb}:{budi.id.hex}:{version}"))
    await stage.receives(stage.tapped(IMAS, f"followups:take:{lead.number}.{lead.version}:-"))
    assert (await lead_now(stage, lead)).lead.state is LeadState.NEW
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'paper'") == 0


async def test_a_lead_with_the_branch_can_be_given_by_an_officer(stage: Stage) -> None:
    """What has come up to the branch goes back down by hand."""
    await owner_arrives(stage)
    ujang = await joins_field(stage, UJANG, "Ujang", where=ELSEWHERE)
    lead = await lead_comes(stage)
    assert lead.owner_id is None
    await opens(stage, RINA, lead)
    await stage.presses(RINA, "🔁 Pindahkan")
    await stage.presses(RINA, label(stage, RINA, "Ujang"))
    assert (await lead_now(stage, lead)).lead.owner_id == ujang.id


async def test_the_role_of_a_mover_is_read_anew(stage: Stage) -> None:
    """Between the list and the tap Bu Imas became a volunteer: her button does nothing."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await opens(stage, IMAS, lead)
    await stage.presses(IMAS, "🔁 Pindahkan")
    async with stage.house.database.transaction() as tx:
        await grant_role(tx, IMAS, Role.VOLUNTEER, stage.house.service.clock.now())
    await stage.presses(IMAS, label(stage, IMAS, "Ujang"))
    assert (await lead_now(stage, lead)).lead.owner_id == budi.id
