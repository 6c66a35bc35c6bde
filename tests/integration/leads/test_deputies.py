"""Who approves in an approver's absence, and inviting somebody for a group."""

from datetime import timedelta

from storage.models.staff import Role
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.leads.field import delivered, joins_field
from tests.integration.outbox.sending import owner_arrives

UJANG, IMAS, TARJO = 1011, 1012, 1013


async def link_of(stage: Stage, approver: int) -> str:
    await stage.says(approver, "/wakil")
    return stage.last(approver).rpartition("start=")[2].strip()


async def invites_officer(stage: Stage, who: int) -> None:
    await stage.says(who, "/undang")
    await stage.presses(who, "Petugas kantor")
    await stage.presses(who, "✅ Buat undangan")
    await delivered(stage)


async def officers(stage: Stage) -> None:
    """Bu Rina and Ujang approve; Bu Imas and Tarjo are officers."""
    await owner_arrives(stage)
    await joins_field(stage, UJANG, "Ujang", Role.APPROVER)
    await joins_field(stage, IMAS, "Bu Imas", Role.OFFICER)
    await joins_field(stage, TARJO, "Tarjo", Role.OFFICER)


async def test_a_deputy_approves_in_the_others_place(stage: Stage) -> None:
    """Bu Imas stands in for Ujang: what Tarjo asks for she may approve, and is asked."""
    await officers(stage)
    await stage.says(IMAS, f"/start {await link_of(stage, UJANG)}")
    await stage.presses(IMAS, "🤝 Bersedia")
    await delivered(stage)
    assert "bersedia menjadi wakil" in stage.last(UJANG)
    await invites_officer(stage, TARJO)
    await stage.presses(IMAS, "✅ Setujui")
    assert await stage.value("SELECT state FROM invitation") == "open"


async def test_nobody_approves_by_their_deputy_what_they_invited(stage: Stage) -> None:
    """Two people mean two people; an officer who stands in for nobody cannot approve either."""
    await officers(stage)
    await stage.says(IMAS, f"/start {await link_of(stage, UJANG)}")
    await stage.presses(IMAS, "🤝 Bersedia")
    await invites_officer(stage, UJANG)
    asked = stage.button(RINA, "✅ Setujui")
    assert "Ada undangan baru" not in "".join(stage.shown(IMAS))
    for who in (IMAS, TARJO, UJANG):
        await stage.receives(stage.tapped(who, asked))
        assert await stage.value("SELECT state FROM invitation") == "waiting"


async def test_a_deputy_is_taken_back(stage: Stage) -> None:
    """From then on the button does nothing."""
    await officers(stage)
    await stage.says(IMAS, f"/start {await link_of(stage, UJANG)}")
    await stage.presses(IMAS, "🤝 Bersedia")
    await invites_officer(stage, TARJO)
    await stage.says(UJANG, "/wakil")
    await stage.presses(UJANG, "Cabut wakil")
    await stage.presses(IMAS, "✅ Setujui")
    assert await stage.value("SELECT state FROM invitation") == "waiting"


async def test_the_link_is_for_officers_and_not_for_long(stage: Stage) -> None:
    """A volunteer, a worker and whoever comes after two days become nothing by it; nor does a forged one."""
    await officers(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    code = await link_of(stage, UJANG)
    for who in (BUDI, SARI):
        await stage.says(who, f"/start {code}")
    await stage.says(IMAS, f"/start {code[:-3]}aaa")
    assert "tidak bisa dipakai" in stage.last(IMAS)
    stage.house.service.clock.move(timedelta(days=2))
    await stage.says(IMAS, f"/start {code}")
    assert "tidak bisa dipakai" in stage.last(IMAS)
    deputies = "SELECT count(*) FROM staff_member WHERE deputy_telegram_id IS NOT NULL"
    assert await stage.value(deputies) == 0
    assert await stage.count("quarantine") == 0


async def test_somebody_is_invited_for_a_group(stage: Stage) -> None:
    """The group is written down on the way; the volunteer answers for it, and sees its name."""
    await owner_arrives(stage)
    await stage.says(RINA, "/undang")
    for label in ("Relawan RT/RW", "👥 Untuk kelompok", "➕ Kelompok baru", "Kelompok nelayan"):
        await stage.presses(RINA, label)
    await stage.says(RINA, "Mina Bahari, desa pontang kecamatan pontang")
    assert "Kelompok nelayan Mina Bahari" in stage.last(RINA)
    await stage.presses(RINA, "✅ Buat undangan")
    await delivered(stage)
    code = stage.last(RINA).rpartition("start=")[2].strip()
    await stage.says(BUDI, f"/start {code}")
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    await stage.presses(BUDI, "Sudah")
    await stage.says(BUDI, "Lewati")
    assert "Mina Bahari" in stage.last(BUDI)
    assert await stage.value("SELECT count(*) FROM posting WHERE group_id IS NOT NULL") == 1
