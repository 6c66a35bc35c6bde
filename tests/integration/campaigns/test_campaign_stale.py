"""Two people at one campaign: whoever was slower sees how it stands now, never an excuse."""

import pytest
from sqlalchemy import text

from handlers.campaigns.cards import VERBS
from handlers.features import collect_routes
from storage.models.campaigns import CampaignState
from storage.models.staff import Role
from storage.staff import grant_role, revoke_role
from tests.integration.campaigns.staffing import (
    APPROVER,
    OFFICER,
    OTHER,
    approves,
    campaign,
    composes,
    joins_staff,
    people_agree,
    staff_arrive,
    submits,
    told,
)
from tests.integration.house_stage import Stage

ACTIONS = [key for key in collect_routes().actions if key[0] in ("campaigns", "picks")]
EXCUSE = "ada gangguan"


async def submitted(stage: Stage) -> None:
    await staff_arrive(stage)
    await people_agree(stage, 3)
    await composes(stage)
    await submits(stage)


async def approved(stage: Stage) -> None:
    """Its card is open at Rina's, who may start, schedule or cancel it."""
    await submitted(stage)
    await approves(stage)
    await told(stage)
    await stage.presses(OFFICER, "Buka")


def excuses(stage: Stage, who: int) -> list[str]:
    return [said for said in stage.shown(who) if EXCUSE in said]


@pytest.mark.parametrize("button", ["✖️ Batalkan", "🗓 Jadwalkan", "▶️ Mulai sekarang"])
async def test_a_card_that_somebody_changed_meanwhile_is_shown_anew(stage: Stage, button: str) -> None:
    """Rina has it open, Dewi schedules it, Rina presses: the card as it stands, with its buttons of now."""
    await approved(stage)
    await stage.says(APPROVER, "/siar")
    await stage.presses(APPROVER, "✅ Nelayan Pontang")
    await stage.presses(APPROVER, "🗓 Jadwalkan")
    await stage.says(APPROVER, "25/11 09.30")
    await stage.presses(OFFICER, button)
    assert "Keadaan: dijadwalkan" in stage.last(OFFICER)
    assert not excuses(stage, OFFICER)
    assert (await campaign(stage)).state is CampaignState.SCHEDULED
    await stage.presses(OFFICER, "✖️ Batalkan")
    await stage.presses(OFFICER, "Ya, batalkan")
    assert (await campaign(stage)).state is CampaignState.CANCELLED


async def test_a_cancel_that_comes_while_it_starts_is_offered_again_at_once(stage: Stage) -> None:
    """She says yes just after it began: the fresh card has the button, and it works."""
    await approved(stage)
    await stage.presses(OFFICER, "✖️ Batalkan")
    await stage.says(APPROVER, "/siar")
    await stage.presses(APPROVER, "✅ Nelayan Pontang")
    await stage.presses(APPROVER, "▶️ Mulai sekarang")
    await stage.presses(OFFICER, "Ya, batalkan")
    assert not excuses(stage, OFFICER)
    await stage.presses(OFFICER, "✖️ Batalkan")
    await stage.presses(OFFICER, "Ya, batalkan")
    assert (await campaign(stage)).state is CampaignState.CANCELLED


async def test_a_reason_that_comes_too_late_is_said_not_to_be_passed_on(stage: Stage) -> None:
    """Dewi is asked why, Rina takes it back, Dewi answers: she hears of it, and the draft stays."""
    await submitted(stage)
    await told(stage)
    await stage.presses(APPROVER, "Buka")
    await stage.presses(APPROVER, "↩️ Kembalikan")
    await stage.presses(OFFICER, "↩️ Tarik kembali")
    await stage.says(APPROVER, "Tambah alamat kantor")
    assert "ditarik kembali oleh pembuatnya" in stage.last(APPROVER)
    assert "tidak diteruskan" in stage.last(APPROVER)
    assert "Keadaan: disusun" in stage.last(APPROVER)
    await told(stage)
    assert not any("Tambah alamat kantor" in said for said in stage.shown(OFFICER))


async def test_a_reason_for_what_a_colleague_decided_goes_to_nobody_either(stage: Stage) -> None:
    """The campaign was approved meanwhile: the reason is said to be lost, in other words."""
    await joins_staff(stage, OTHER, Role.APPROVER)
    await submitted(stage)
    await told(stage)
    await stage.presses(APPROVER, "Buka")
    await stage.presses(APPROVER, "🚫 Tolak")
    await stage.presses(OTHER, "Buka")
    await stage.presses(OTHER, "✅ Setujui")
    await stage.says(APPROVER, "Sudah ada")
    assert "sudah berubah sebelum catatan" in stage.last(APPROVER)
    assert (await campaign(stage)).state is CampaignState.APPROVED


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (("✍️ Isi: Bahasa Indonesia ✅",), "Halo semua."),
        (("🔘 Tombol (0)",), "Cara\nhttps://bpjsketenagakerjaan.go.id/bpu"),
        (("👥 Penerima",), "Nama syarat"),
        (("👥 Penerima", "Wilayah"), "desa pontang kecamatan pontang"),
    ],
)
async def test_what_is_typed_into_a_draft_that_is_none_any_more(
    stage: Stage, way: tuple[str, ...], said: str
) -> None:
    """It was submitted by a colleague meanwhile: what was typed is said not to be kept."""
    await staff_arrive(stage)
    await people_agree(stage, 3)
    await composes(stage)
    for button in way:
        await stage.presses(OFFICER, button)
    await stage.says(APPROVER, "/siar")
    await stage.presses(APPROVER, "📝 Nelayan Pontang")
    await stage.presses(APPROVER, "📤 Ajukan")
    before = (await campaign(stage)).version
    await stage.says(OFFICER, said)
    assert "tidak disimpan" in stage.last(OFFICER)
    assert "Keadaan: menunggu persetujuan" in stage.last(OFFICER)
    assert not excuses(stage, OFFICER)
    assert (await campaign(stage)).version == before


async def test_whoever_is_no_staff_any_more_types_to_nobody(stage: Stage) -> None:
    """Their role was taken while a campaign asked them for its text: no excuse, and nothing is kept."""
    await staff_arrive(stage)
    await composes(stage)
    await stage.presses(OFFICER, "✍️ Isi: Bahasa Indonesia ✅")
    async with stage.house.database.transaction() as tx:
        await revoke_role(tx, OFFICER)
    before = (await campaign(stage)).version
    await stage.says(OFFICER, "Halo semua.")
    assert not excuses(stage, OFFICER)
    assert (await campaign(stage)).version == before


SEEN = (".draft", ".id", "")


async def presses_from_anywhere(stage: Stage, verb: str, id_: str) -> None:
    """As a notice's button, and as one of the screen that is looked at; neither ends in an excuse."""
    await presses(stage, f"{verb}:{id_}:-")
    await presses_here(stage, verb, id_)


async def presses_here(stage: Stage, verb: str, id_: str) -> None:
    version = await stage.value(
        "SELECT version FROM conversation JOIN contact ON contact.id = conversation.contact_id "
        f"WHERE telegram_id = {OTHER}"
    )
    await presses(stage, f"{verb}:{id_}:{version}")


async def presses(stage: Stage, data: str) -> None:
    await stage.receives(stage.tapped(OTHER, data))
    assert not excuses(stage, OTHER), data


async def is_now(stage: Stage, role: Role) -> None:
    await stage.says(OTHER, "/start")
    async with stage.house.database.transaction() as tx:
        await grant_role(tx, OTHER, role, stage.house.service.clock.now())


@pytest.mark.parametrize("role", list(Role))
async def test_no_stale_button_ends_in_an_excuse(stage: Stage, role: Role) -> None:
    """Every button of campaigns, as every role, with what was seen long ago or what was never there."""
    await submitted(stage)
    await is_now(stage, role)
    number = (await campaign(stage)).number
    known = [f"{number}{seen}" for seen in SEEN]
    others = (*known, "NOSUCH1.1", "all", "9") if role is Role.ADMIN else ()  # who may do everything
    for noun, verb in ACTIONS:
        await presses_from_anywhere(stage, f"{noun}:{verb}", f"{number}.0")
        for id_ in others:
            await presses_here(stage, f"{noun}:{verb}", id_)
    assert await stage.count("quarantine") == 0


@pytest.mark.parametrize("state", list(CampaignState))
async def test_no_old_button_of_a_card_does_anything(stage: Stage, state: CampaignState) -> None:
    """Wherever the campaign stands by now: what was seen before it came there decides nothing but a pause."""
    await submitted(stage)
    await is_now(stage, Role.APPROVER)
    number = (await campaign(stage)).number
    async with stage.house.database.transaction() as tx:
        await tx.execute(text("UPDATE campaign SET state = :state").bindparams(state=state.value))
    before = (await campaign(stage)).version
    verbs = {verb for rows in VERBS.values() for row in rows for verb in row} - {"pause", "copy"}
    for verb in sorted(verbs):
        await presses_from_anywhere(stage, f"campaigns:{verb}", f"{number}.0")
    found = await campaign(stage)
    assert (found.state, found.version) == (state, before)
    await stage.receives(stage.tapped(OTHER, f"campaigns:show:{number}:-"))
    assert f"nomor {number}" in stage.last(OTHER)
