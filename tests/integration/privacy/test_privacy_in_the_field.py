"""Erasure where volunteers are part of it: numbers leave old cards, leads move on, records go."""

from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import delivered, is_consistent, joins_field, lead_comes, lead_now
from tests.integration.outbox.sending import owner_arrives

UJANG = 1011
PHONE = "0812-3456-7801"
THROUGH_RT = tuple("Boleh, lewat RT/RW" if said == "kantor" else said for said in REGISTRATION)


async def sari_is_taken_by_budi(stage: Stage) -> None:
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    assert PHONE in " ".join(stage.shown(BUDI))


async def test_an_erased_number_leaves_the_card_that_showed_it(stage: Stage) -> None:
    """Pak Budi's chat keeps the card without it, and his hands are free for another lead."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await sari_is_taken_by_budi(stage)
    await stage.says(SARI, "/hapus_data", "ya")
    await delivered(stage)
    assert PHONE not in " ".join(stage.shown(BUDI))
    assert await stage.count("lead") == 0
    assert await stage.count("timer") == 0
    assert await is_consistent(stage, [], [budi])


async def test_whoever_leaves_the_service_leaves_nothing_in_the_field(stage: Stage) -> None:
    """Pak Budi's record, role and territory go; his leads are Ujang's, and none is nobody's."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    leads = [await lead_comes(stage) for _ in range(3)]
    ujang = await joins_field(stage, UJANG, "Ujang")
    assert {(await lead_now(stage, lead)).lead.owner_id for lead in leads} == {budi.id}
    await stage.says(BUDI, "/hapus_data", "ya")
    assert {(await lead_now(stage, lead)).lead.owner_id for lead in leads} == {ujang.id}
    assert await is_consistent(stage, leads, [ujang])
    assert (await stage.count("volunteer"), await stage.count("posting")) == (1, 1)
    assert await stage.value(f"SELECT count(*) FROM staff_member WHERE telegram_id = {BUDI}") == 0


async def test_the_branchs_own_people_are_not_erased_with_their_field(stage: Stage) -> None:
    """Bu Rina erases what is held of her as a person; that she is admin is the settings' to say."""
    await owner_arrives(stage)
    await stage.says(RINA, "/hapus_data", "ya")
    assert await stage.value(f"SELECT count(*) FROM staff_member WHERE telegram_id = {RINA}") == 1
