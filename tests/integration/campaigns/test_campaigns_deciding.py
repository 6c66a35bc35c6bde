"""Four eyes: what the approver is told, what they may do, and that nobody lets their own campaign go."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.access import PERMISSIONS, Permission
from handlers.features import collect_routes
from storage.models.campaigns import CampaignState
from storage.models.staff import Role
from storage.staff import grant_role
from tests.integration.campaigns.staffing import (
    APPROVER,
    OFFICER,
    OTHER,
    approves,
    campaign,
    composes,
    joins_staff,
    people_agree,
    shell_of,
    staff_arrive,
    submits,
    told,
)
from tests.integration.house_stage import Stage

ROUTES = collect_routes()
NOUNS = ("campaigns", "picks")
FOR_EVERYBODY = {"stop", "explain", "costs", "register", "misfortune"}


async def submitted(stage: Stage) -> None:
    await staff_arrive(stage)
    await people_agree(stage, 4)
    await composes(stage)
    await submits(stage)


async def test_the_approver_sees_everything_before_saying_yes(stage: Stage) -> None:
    """Who made it, for whom, how many and why not the others, when and how long, and who will answer."""
    await submitted(stage)
    await told(stage)
    assert "menunggu persetujuan" in stage.last(APPROVER)
    await stage.presses(APPROVER, "Buka")
    card = stage.last(APPROVER)
    assert "Dibuat oleh: Rina" in card
    assert "4 orang dari 6; tidak dikirim: 2 tanpa izin." in card
    assert "Mulai: Jumat, 20 November 2026, 10.30 (kalau dimulai sekarang)" in card
    assert "Lamanya: 0 jam 1 menit, selesai Jumat, 20 November 2026, 10.30" in card
    assert "Perkiraan peminat: belum bisa dikira" in card
    assert "Relawan sanggup menerima: 0" in card
    assert stage.shown(APPROVER)[-2].startswith("Halo Bapak/Ibu, iuran mulai Rp8.400, sampai Desember 2026.")
    await stage.presses(APPROVER, "👁 Pratinjau")
    assert sum("Contoh siaran" in said for said in stage.shown(APPROVER)) == 2


@pytest.mark.parametrize(("is_known", "maker"), [(True, "Rina"), (False, f"Petugas kantor ···{OFFICER}")])
async def test_who_made_it_in_the_shell(stage: Stage, tmp_path: Path, *, is_known: bool, maker: str) -> None:
    """By the name of their last deed in the chat; whoever has done nothing there, by role and number."""
    await staff_arrive(stage)
    await people_agree(stage, 1)
    if is_known:
        await composes(stage)
    (tmp_path / "words.html").write_text("Halo.", encoding="utf-8")
    shell, by = shell_of(stage, tmp_path), ("--by", str(OFFICER))
    made = await shell.types("campaign", "new", "Dari kantor", "words.html", *by)
    number = made.stdout.partition(":")[0]
    submitted = await shell.types("campaign", "submit", number, *by)
    assert "waits for another's approval" in submitted.stdout, made.stderr + submitted.stderr
    await stage.receives(stage.tapped(APPROVER, f"campaigns:show:{number}:-"))
    assert f"Dibuat oleh: {maker}\n" in f"{stage.last(APPROVER)}\n"


async def test_approved_by_somebody_else(stage: Stage) -> None:
    """The maker hears of it, and may start it."""
    await submitted(stage)
    await approves(stage)
    found = await campaign(stage)
    assert found.state is CampaignState.APPROVED
    assert found.made_by != found.decided_by
    await told(stage)
    assert "disetujui" in stage.last(OFFICER)


async def test_nobody_approves_their_own(stage: Stage) -> None:
    """Not even an approver who made it: the button is not there, and pressed all the same it does nothing."""
    await joins_staff(stage, APPROVER, Role.APPROVER)
    await people_agree(stage, 1)
    await composes(stage, who=APPROVER)
    await stage.presses(APPROVER, "📤 Ajukan")
    found = await campaign(stage)
    assert found.state is CampaignState.SUBMITTED
    assert not stage.offers(APPROVER, "✅ Setujui")
    version = stage.button(APPROVER, "👁 Pratinjau").rpartition(":")[2]
    id_ = f"{found.number}.{found.version}"
    await stage.receives(stage.tapped(APPROVER, f"campaigns:approve:{id_}:{version}"))
    assert (await campaign(stage)).state is CampaignState.SUBMITTED


async def test_returned_with_a_reason(stage: Stage) -> None:
    """The maker reads why and submits a newer version; what was submitted first stays as it was."""
    await submitted(stage)
    await told(stage)
    await stage.presses(APPROVER, "Buka")
    await stage.presses(APPROVER, "↩️ Kembalikan")
    await stage.says(APPROVER, "Tambah alamat kantor")
    await told(stage)
    assert "dikembalikan" in stage.last(OFFICER)
    assert "Tambah alamat kantor" in stage.last(OFFICER)
    found = await campaign(stage)
    assert (found.state, found.text_version) == (CampaignState.DRAFT, 2)
    assert await stage.count("campaign_text") == 2


async def test_refused_for_good(stage: Stage) -> None:
    """With the reason; a copy may be made, which begins at the beginning."""
    await submitted(stage)
    await told(stage)
    await stage.presses(APPROVER, "Buka")
    await stage.presses(APPROVER, "🚫 Tolak")
    await stage.says(APPROVER, "Sudah ada yang sama")
    await told(stage)
    assert "ditolak" in stage.last(OFFICER)
    await stage.presses(OFFICER, "Buka")
    await stage.presses(OFFICER, "📄 Salin")
    assert (await campaign(stage)).state is CampaignState.DRAFT
    assert "Isi: Bahasa Indonesia" in stage.last(OFFICER)


async def test_taken_back_by_its_maker(stage: Stage) -> None:
    """Before anybody decided; the approver's old button says that it changed."""
    await submitted(stage)
    await told(stage)
    await stage.presses(APPROVER, "Buka")
    await stage.presses(OFFICER, "↩️ Tarik kembali")
    assert (await campaign(stage)).state is CampaignState.DRAFT
    await stage.presses(APPROVER, "✅ Setujui")
    assert (await campaign(stage)).state is CampaignState.DRAFT


async def test_two_people_decide_at_once(stage: Stage) -> None:
    """One of them is first; the other's tap changes nothing."""
    await submitted(stage)
    await joins_staff(stage, OTHER, Role.APPROVER)
    await told(stage)
    await stage.presses(APPROVER, "Buka")
    found = await campaign(stage)
    await stage.receives(stage.tapped(OTHER, f"campaigns:show:{found.number}:-"))
    await stage.presses(OTHER, "✅ Setujui")
    await stage.presses(APPROVER, "🚫 Tolak")
    assert (await campaign(stage)).state is CampaignState.APPROVED


async def test_scheduled_for_an_hour_of_a_zone(stage: Stage) -> None:
    """By taps, or typed; not in the past."""
    await submitted(stage)
    await approves(stage)
    await told(stage)
    await stage.presses(OFFICER, "Buka")
    await stage.presses(OFFICER, "🗓 Jadwalkan")
    await stage.says(OFFICER, "20/11/2026 08.00")
    assert "sudah lewat" in stage.last(OFFICER)
    await stage.says(OFFICER, "besok saja")
    assert "belum paham" in stage.last(OFFICER)
    await stage.presses(OFFICER, "WITA")
    await stage.says(OFFICER, "25/11 09.30")
    found = await campaign(stage)
    assert found.state is CampaignState.SCHEDULED
    assert found.starts_at is not None
    assert found.starts_at.isoformat() == "2026-11-25T01:30:00+00:00"
    assert "Rabu, 25 November 2026, 08.30 (sesuai jadwal)" in stage.last(OFFICER)


async def press(stage: Stage, who: int, verb: str, noun: str, id_: str) -> None:
    """Press it as a notice's button, and as one of the screen the person looks at."""
    version = await stage.value(
        "SELECT version FROM conversation JOIN contact ON contact.id = conversation.contact_id "
        f"WHERE telegram_id = {who}"
    )
    for bound in ("-", str(version)):
        update = stage.tapped(who, f"{noun}:{verb}:{id_}:{bound}")
        assert (await stage.receives(update)).status == 200


async def facts(stage: Stage) -> list[object]:
    questions = (
        "SELECT min(state) FROM campaign",
        "SELECT sum(version) FROM campaign",
        "SELECT count(*) FROM campaign",
        "SELECT count(*) FROM campaign_text",
        "SELECT count(*) FROM campaign_event",
        "SELECT count(*) FROM campaign_tap",
        "SELECT count(*) FROM segment",
        "SELECT count(*) FROM message",
    )
    return [await stage.value(question) for question in questions]


@pytest.mark.parametrize("role", [Role.WORKER, Role.VOLUNTEER, Role.COORDINATOR, Role.CLOSER, Role.OFFICER])
async def test_forged_buttons_change_nothing(stage: Stage, role: Role) -> None:
    """Every button of campaigns, pressed by every role that may not: refused, and nothing is shown."""
    await submitted(stage)
    await told(stage)
    found = await campaign(stage)
    await stage.says(OTHER, "/start")
    async with stage.house.database.transaction() as tx:
        await grant_role(tx, OTHER, role, stage.house.service.clock.now())
    before = await facts(stage)
    for (noun, verb), route in ROUTES.actions.items():
        if noun not in NOUNS or verb in FOR_EVERYBODY or route.permission in PERMISSIONS[role]:
            continue
        await press(stage, OTHER, verb, noun, f"{found.number}.{found.version}")
    assert await facts(stage) == before
    assert "Nelayan Pontang" not in "".join(stage.shown(OTHER))


async def test_only_those_who_may_see_the_command(stage: Stage) -> None:
    """/siar is unknown to everybody else."""
    await stage.says(OTHER, "/start", "/siar")
    assert "perintah itu tidak ada" in stage.last(OTHER)
    allowed = {role for role in Role if Permission.RUN_CAMPAIGNS in PERMISSIONS[role]}
    assert allowed == {Role.OFFICER, Role.APPROVER, Role.ADMIN}


async def test_what_waits_survives_a_restart(stage: Stage) -> None:
    """Days later the approver's message still opens it."""
    await submitted(stage)
    await told(stage)
    stage.house.service.clock.move(timedelta(days=3))
    await stage.presses(APPROVER, "Buka")
    await stage.presses(APPROVER, "✅ Setujui")
    assert (await campaign(stage)).state is CampaignState.APPROVED
