"""What a volunteer types where a screen waits: never mind is going back, and a NIK is masked."""

import pytest

from storage.case_words import list_words
from storage.cases import find_open_case
from storage.contacts import find_by_telegram_id
from tests.integration.house_stage import BUDI, NOW, SARI, Stage
from tests.integration.leads.field import brought_to, joins_field

NIK = "3604014107900001"
MASKED = "36••••••••••••01"


async def opens_a_lead(stage: Stage) -> None:
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await brought_to(stage, budi, "appointment", NOW)
    await stage.says(BUDI, "/tugas")
    await stage.receives(stage.tapped(BUDI, f"followups:show:{lead.number}:-"))


@pytest.mark.parametrize("said", ["batal", "nggak jadi", "Kembali", "gak jadi bu"])
@pytest.mark.parametrize("button", ["Tidak berminat", "🗒 Catatan"])
async def test_never_mind_leads_back_to_the_lead(stage: Stage, said: str, button: str) -> None:
    """At "Kenapa tidak berminat?" as where a note is typed: nothing is recorded, nothing explained."""
    await opens_a_lead(stage)
    card = stage.last(BUDI)
    await stage.presses(BUDI, button)
    await stage.says(BUDI, said)
    assert stage.last(BUDI) == card
    assert "hapus_data" not in stage.last(BUDI)
    assert await stage.count("lead_event WHERE kind = 'note'") == 0


async def test_a_nik_in_a_note_is_masked_and_told(stage: Stage) -> None:
    """The next person reads two digits at either end, and Pak Budi hears of it in one line."""
    await opens_a_lead(stage)
    await stage.presses(BUDI, "🗒 Catatan")
    await stage.says(BUDI, f"istrinya ikut juga, NIK {NIK}")
    shown = [message["text"] for message in stage.messages(BUDI)[-2:]]
    assert "tidak kami simpan" in shown[0]
    assert MASKED in shown[1]
    assert NIK not in shown[1]


async def test_a_nik_told_to_the_branch_is_masked(stage: Stage) -> None:
    """In words for a case, too; the case goes on."""
    await stage.says(SARI, "/start", "/bantuan", f"nik saya {NIK} kok belum terdaftar")
    async with stage.house.database.transaction(read_only=True) as tx:
        sari = await find_by_telegram_id(tx, SARI)
        assert sari is not None
        case = await find_open_case(tx, sari.id)
        assert case is not None
        kept = [said.text for said in await list_words(tx, case.id)]
    assert kept == [f"nik saya {MASKED} kok belum terdaftar"]
