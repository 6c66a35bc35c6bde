"""Joining the field by an invitation, and leaving it."""

from datetime import timedelta

import pytest

from bot.team import end_volunteer
from storage.models.leads import LeadState
from storage.models.staff import Role
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.leads.field import VILLAGE, delivered, joins_field, lead_comes, lead_now
from tests.integration.outbox.sending import owner_arrives

UJANG = 1011
POLITE = ("Maaf, itu tidak bisa dibuka dari sini.", "Tombol itu sudah lama. Ini yang terbaru.")


async def invited(stage: Stage, role: str = "Relawan RT/RW") -> str:
    """The payload of the link that Bu Rina has made."""
    await stage.says(RINA, "/undang")
    await stage.presses(RINA, role)
    await stage.says(RINA, "rt 03 rw 05 desa pontang")
    await stage.presses(RINA, "✅ Buat undangan")
    await delivered(stage)
    return stage.last(RINA).rpartition("start=")[2].strip()


async def test_an_invitation_makes_one_volunteer_once(stage: Stage) -> None:
    """Pak Budi joins with his pledge; whoever comes second with the same link is refused politely."""
    await owner_arrives(stage)
    code = await invited(stage)
    assert code.startswith("inv_")
    await stage.says(BUDI, f"/start {code}")
    assert "Janji" in stage.last(BUDI)
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    assert "Bapak/Ibu sendiri sudah terlindungi" in stage.last(BUDI)  # before anything else is asked
    await stage.presses(BUDI, "Sudah")
    await stage.says(BUDI, "⏭ Lewati")
    assert "RT 003 RW 005" in stage.last(BUDI)
    assert await stage.value("SELECT count(*) FROM volunteer WHERE pledged_at IS NOT NULL") == 1
    await stage.says(SARI, f"/start {code}")
    assert "sudah dipakai" in stage.last(SARI)
    assert await stage.count("volunteer") == 1
    assert code not in str(await stage.value("SELECT code_hash FROM invitation"))


async def test_an_invitation_comes_with_its_code_and_a_foreign_one_is_refused(stage: Stage) -> None:
    """The link is a picture, too; one of another bot's making, or a letter changed, is answered politely."""
    await owner_arrives(stage)
    code = await invited(stage)
    assert stage.messages(RINA)[-1]["photo"]
    for forged in ("inv_" + "A" * 22, code[:-1] + ("a" if code[-1] != "a" else "b")):
        await stage.says(BUDI, f"/start {forged}")
        assert "undangan ini sudah dipakai atau sudah lewat waktunya" in stage.last(BUDI)
    assert await stage.count("volunteer") == 0
    await stage.says(BUDI, f"/start {code}")
    assert "tidak diteruskan ke siapa pun" in stage.last(BUDI)
    assert "Tidak pernah menerima uang" in stage.last(BUDI)
    assert await stage.count("volunteer") == 0  # before the pledge nobody is anything


async def test_who_left_can_be_invited_again_and_as_something_else(stage: Stage) -> None:
    """Pak Budi's work had ended; he comes back as coordinator, and leads find him as one."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    async with stage.house.database.transaction() as tx:
        now = stage.house.service.clock.now()
        await end_volunteer(tx, stage.house.service, budi.id, now, actor=None)
    code = await invited(stage, "Koordinator")
    await stage.says(BUDI, f"/start {code}")
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    assert await stage.value("SELECT role FROM volunteer WHERE is_active") == "coordinator"
    assert await stage.count("volunteer") == 1


async def test_an_invitation_is_over_after_two_days(stage: Stage) -> None:
    """A link found later opens nothing."""
    await owner_arrives(stage)
    code = await invited(stage)
    stage.house.service.clock.move(timedelta(hours=49))
    await stage.says(BUDI, f"/start {code}")
    assert "sudah lewat" in stage.last(BUDI)
    assert await stage.count("volunteer") == 0


async def test_staff_are_invited_by_two(stage: Stage) -> None:
    """Whoever invited cannot approve; a second person can, and the link works then."""
    await owner_arrives(stage)
    await joins_field(stage, UJANG, "Ujang", Role.APPROVER)
    await stage.says(RINA, "/undang")
    await stage.presses(RINA, "Petugas kantor")
    await stage.presses(RINA, "✅ Buat undangan")
    await delivered(stage)
    assert stage.last(UJANG) == (
        "Ada undangan baru dari Rina: Petugas kantor untuk seluruh wilayah cabang.\n"
        "Dibuat Jumat, 20 November 2026, 10.00. Setujui?"
    )
    asked = stage.button(UJANG, "✅ Setujui")
    await stage.receives(stage.tapped(RINA, asked))
    assert await stage.value("SELECT state FROM invitation") == "waiting"
    await stage.receives(stage.tapped(UJANG, asked))
    await delivered(stage)
    code = stage.last(RINA).rpartition("start=")[2].strip()
    await stage.says(SARI, f"/start {code}")
    await stage.presses(SARI, "🤝 Setuju dan ikut")
    await stage.says(SARI, "/leads")
    assert "minat" in stage.last(SARI)


async def test_who_is_ended_loses_everything_at_once(stage: Stage) -> None:
    """Open leads move on, the number goes from the old card, and the old buttons do nothing."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    old = stage.button(BUDI, "📝 Catat hasilnya")
    async with stage.house.database.transaction() as tx:
        now = stage.house.service.clock.now()
        assert await end_volunteer(tx, stage.house.service, budi.id, now, actor=None) == 1
    await delivered(stage)
    assert (await lead_now(stage, lead)).lead.owner_id == ujang.id
    assert (await lead_now(stage, lead)).lead.state is LeadState.NEW
    assert "0812" not in "".join(stage.shown(BUDI))
    await stage.receives(stage.tapped(BUDI, old))
    assert "Sari" not in stage.last(BUDI)
    await stage.says(BUDI, "/tugas")
    assert "perintah itu tidak ada" in stage.last(BUDI)


async def test_every_old_button_is_answered_politely_and_does_nothing(stage: Stage) -> None:
    """All that Pak Budi's chat has of leads when he is ended: the offer, the card, the list, the outcomes."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    leads = [await lead_comes(stage) for _ in range(2)]
    await delivered(stage)
    old = of_leads(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    for label in ("📝 Catat hasilnya", "📅 Janji bertemu"):
        old |= of_leads(stage)
        await stage.presses(BUDI, label)
    await stage.says(BUDI, "/tugas")
    old |= of_leads(stage)
    assert len(old) > 20
    async with stage.house.database.transaction() as tx:
        now = stage.house.service.clock.now()
        await end_volunteer(tx, stage.house.service, budi.id, now, actor=None)
    await delivered(stage)
    before, shown = [(await lead_now(stage, lead)).lead for lead in leads], len(stage.shown(BUDI))
    events = await stage.count("lead_event")
    for data in sorted(old):
        await stage.receives(stage.tapped(BUDI, data))
        toast = stage.world.chats.of(BUDI).toast
        assert toast is not None
        assert toast["text"] in POLITE
    assert [(await lead_now(stage, lead)).lead for lead in leads] == before
    assert await stage.count("lead_event") == events
    assert "Sari" not in "".join(stage.shown(BUDI)[shown:])


def of_leads(stage: Stage) -> set[str]:
    """What is behind the buttons about leads that Pak Budi sees."""
    rows = [row for message in stage.messages(BUDI) for row in message.get("inline_keyboard") or []]
    data = {str(button.get("callback_data")) for row in rows for button in row}
    return {one for one in data if one.startswith("followups:")}


async def test_a_setting_that_was_not_saved_is_not_said_to_be(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody changed Pak Budi's record in that moment: he is told, and sees it as it is."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, "/profil")
    await stage.presses(BUDI, "Sudah")

    async def is_slower(*_args: object, **_values: object) -> bool:
        return False

    monkeypatch.setattr("handlers.profile.change_volunteer", is_slower)
    monkeypatch.setattr("bot.team.change_volunteer", is_slower)
    for button in ("08-17", "🌴 Cuti 7 hari"):
        await stage.presses(BUDI, button)
        assert "08.00-20.00" in stage.last(BUDI)
        assert "Siap menerima tugas" in stage.last(BUDI)
    assert await stage.value("SELECT works_until FROM volunteer") == "20:00"


async def test_a_volunteer_who_erases_is_told_what_becomes_of_it(stage: Stage) -> None:
    """Before and after, and it is so: the lead is Ujang's, and of Pak Budi's work there is no record."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    ujang = await joins_field(stage, UJANG, "Ujang")
    await stage.says(BUDI, "/hapus_data")
    assert "Tugas Bapak/Ibu sebagai relawan juga berhenti" in stage.last(BUDI)
    await stage.presses(BUDI, "Ya, hapus semuanya")
    said = stage.last(BUDI)
    assert "sudah diserahkan ke orang lain" in said
    assert "admin" not in said
    assert (await lead_now(stage, lead)).lead.owner_id == ujang.id
    assert await stage.count("volunteer") == 1
    await stage.says(BUDI, "/start", "/tugas")
    assert "perintah itu tidak ada" in stage.last(BUDI)
