"""Whoever corrects where they live is followed up there: the lead goes to those who answer for that place."""

import pytest

from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.intake.script import SEND
from tests.integration.leads.field import VILLAGE, delivered, joins_field
from tests.integration.outbox.sending import owner_arrives
from tests.integration.privacy.test_privacy_in_the_field import THROUGH_RT

UJANG = 1011
OWNER = (
    "SELECT contact.telegram_id FROM lead JOIN volunteer ON volunteer.id = lead.owner_id"
    " JOIN contact ON contact.id = volunteer.contact_id"
)
ELSEWHERE = {"desa pontang": "desa singarajan"}


async def sari_moves(stage: Stage, changes: dict[str, str]) -> None:
    """Pak Budi has her; she sends the form again with other answers."""
    await owner_arrives(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, UJANG, "Ujang", where=Territory("36.04.12.2010"))
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    await stage.says(SARI, *(changes.get(said, said) for said in THROUGH_RT), SEND)
    await delivered(stage)


async def test_another_village_is_another_volunteers(stage: Stage) -> None:
    """Ujang is asked, and Pak Budi keeps nothing of her."""
    await sari_moves(stage, ELSEWHERE)
    assert await stage.value(OWNER) == UJANG
    assert "Sari Wulandari" in stage.last(UJANG)
    assert "Sari" not in stage.chat(BUDI)
    assert await stage.value("SELECT sum(open_leads) FROM volunteer") == 1


@pytest.mark.parametrize("changes", [{}, {"pagi": "sore"}, {"petani": "nelayan"}])
async def test_any_other_answer_leaves_her_where_she_is(stage: Stage, changes: dict[str, str]) -> None:
    """She lives where she did: nobody is asked anew."""
    await sari_moves(stage, changes)
    assert await stage.value(OWNER) == BUDI
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'reassigned'") == 0


async def test_whoever_answers_for_both_keeps_her(stage: Stage) -> None:
    """Pak Budi has the whole village: another RT of it is his as well."""
    await joins_field(stage, BUDI, "Pak Budi", where=Territory(VILLAGE))
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await stage.says(SARI, *("rt 09 rw 05" if said == "rt 03 rw 05" else said for said in THROUGH_RT), SEND)
    assert await stage.value(OWNER) == BUDI
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'reassigned'") == 0
