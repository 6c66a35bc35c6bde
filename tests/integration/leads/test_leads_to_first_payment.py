"""A lead on its way: offered, taken, followed up to the first payment, or back when nobody moves."""

from datetime import timedelta

from bot.desk import Desk
from bot.leads.outcomes import record_outcome
from bot.leads.taking import take_lead
from storage.leads import open_lead
from storage.models.leads import Lead, LeadState, Routing
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import (
    VILLAGE,
    delivered,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    passes,
    takes_and_records,
)
from tests.integration.outbox.sending import owner_arrives
from tests.integration.privacy.test_privacy_in_the_field import THROUGH_RT

IMAS = 1010
DAY = timedelta(days=1)


async def test_a_lead_goes_from_the_form_to_the_workers_yes(stage: Stage) -> None:
    """Sari registers, Pak Budi takes her on, the closer registers her, and she says that she has paid."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    script = tuple("lewat RT/RW" if said == "kantor" else said for said in REGISTRATION)
    await stage.says(SARI, "/start", *script, SEND)
    await delivered(stage)
    assert "0812" not in "".join(stage.shown(BUDI))
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    assert "0812-3456-7801" in stage.last(BUDI)
    assert "Pak Budi" in stage.last(SARI)
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await stage.presses(BUDI, "✍️ Siap daftar")
    await delivered(stage)
    assert "ditangani orang lain" in "".join(stage.shown(BUDI))
    assert "0812-3456-7801" not in "".join(stage.shown(BUDI))
    await stage.presses(IMAS, "Buka")
    await stage.presses(IMAS, "🪪 Sudah terdaftar")
    await stage.presses(IMAS, "💚 Sudah bayar pertama")
    await stage.says(IMAS, "nanti", "0812 3456 789")
    assert "Nomor peserta: 08123456789" in stage.last(IMAS)
    assert "08123456789" not in str(await stage.value("SELECT membership_number FROM lead"))
    await delivered(stage)
    await stage.presses(SARI, "👍 Ya, sudah")
    state = await stage.value("SELECT state FROM lead")
    assert state == LeadState.CONFIRMED.value
    assert await is_consistent(stage, [], [budi, imas])


async def test_the_membership_number_may_be_left_out(stage: Stage) -> None:
    """Skipped, the payment is recorded all the same; written and taken back, the number goes, too."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await takes_and_records(stage, BUDI, "💚 Sudah bayar pertama")
    await stage.says(BUDI, "12345678901")
    assert (await lead_now(stage, lead)).membership_number == "12345678901"
    await stage.presses(BUDI, "↩️ Batalkan yang barusan")
    assert (await lead_now(stage, lead)).membership_number is None
    await stage.presses(BUDI, "💚 Sudah bayar pertama")
    await stage.presses(BUDI, "⏭ Lewati")
    card = await lead_now(stage, lead)
    assert (card.lead.state, card.membership_number) == (LeadState.PAID, None)


async def test_silence_hands_a_lead_up_to_the_branch(stage: Stage) -> None:
    """Nobody moves: after 7 days the coordinator has it, after 10 the branch, each step once."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    lead = await lead_comes(stage)
    assert lead.owner_id == budi.id
    await passes(stage, 4 * DAY)
    assert (await lead_now(stage, lead)).lead.owner_id == budi.id
    await passes(stage, 3 * DAY)
    assert (await lead_now(stage, lead)).lead.owner_id == imas.id
    await passes(stage, 3 * DAY)
    assert (await lead_now(stage, lead)).lead.owner_id is None
    assert await is_consistent(stage, [lead], [budi, imas])


async def test_a_touch_begins_the_silence_anew(stage: Stage) -> None:
    """Whoever moves keeps the lead."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await passes(stage, 6 * DAY)
    await stage.presses(BUDI, "✅ Terima")
    await passes(stage, 6 * DAY)
    assert (await lead_now(stage, lead)).lead.owner_id == budi.id


async def test_a_stranger_presses_in_vain(stage: Stage) -> None:
    """A forged button of somebody else's lead is refused, and shows nothing of it."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await joins_field(stage, IMAS, "Bu Imas", Role.VOLUNTEER, Territory(VILLAGE, "001", "001"))
    for who in (IMAS, SARI, RINA):
        await stage.says(who, "/start")
        update = stage.tapped(who, f"followups:take:{lead.number}.{lead.version}:-")
        assert (await stage.receives(update)).status == 200
        assert (await lead_now(stage, lead)).lead.state is LeadState.NEW
        assert "Sari" not in stage.last(who)


async def brings_to_closer(stage: Stage) -> tuple[Volunteer, Volunteer, Lead]:
    """Pak Budi has said that Sari is ready; Bu Imas, who completes registrations, has her now."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    lead = await lead_comes(stage)
    await takes_and_records(stage, BUDI, "✍️ Siap daftar")
    assert (await lead_now(stage, lead)).lead.owner_id == imas.id
    return budi, imas, lead


async def test_ready_is_taken_back_by_whoever_said_so(stage: Stage) -> None:
    """A slip of the thumb gave her to the closer: within ten minutes Pak Budi has her again, as she was."""
    budi, imas, lead = await brings_to_closer(stage)
    assert "dipegang Bu Imas" in stage.last(BUDI)
    await stage.presses(BUDI, "↩️ Batalkan yang barusan")
    card = await lead_now(stage, lead)
    assert (card.lead.state, card.lead.owner_id, card.lead.contacted_at) == (
        LeadState.ACCEPTED,
        budi.id,
        None,
    )
    assert "Status: diterima" in stage.last(BUDI)
    await delivered(stage)
    assert "Sari" not in stage.last(IMAS)
    assert await is_consistent(stage, [lead], [budi, imas])


async def test_ready_is_not_taken_back_once_the_closer_has_moved(stage: Stage) -> None:
    """Bu Imas has registered her, or ten minutes have passed: the button answers, and changes nothing."""
    budi, imas, lead = await brings_to_closer(stage)
    button = stage.button(BUDI, "↩️ Batalkan yang barusan")
    await delivered(stage)
    await stage.presses(IMAS, "Buka")
    await stage.presses(IMAS, "🪪 Sudah terdaftar")
    await stage.receives(stage.tapped(BUDI, button))
    assert (await lead_now(stage, lead)).lead.owner_id == imas.id
    stage.house.service.clock.move(timedelta(minutes=11))
    await stage.receives(stage.tapped(BUDI, button))
    assert (await lead_now(stage, lead)).lead.state is LeadState.REGISTERED
    assert await is_consistent(stage, [lead], [budi, imas])


async def test_a_worker_without_telegram_is_asked_by_the_branch(stage: Stage) -> None:
    """Nobody taps for them: Bu Rina phones, and writes down what they say; Pak Budi forges in vain."""
    await owner_arrives(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await takes_and_records(stage, BUDI, "💚 Sudah bayar pertama", "⏭ Lewati")
    paid = (await lead_now(stage, lead)).lead
    version = stage.button(BUDI, "⬅️ Semua tugas").rpartition(":")[2]
    forged = f"followups:answer-confirmed:{paid.number}.{paid.version}:{version}"
    await stage.receives(stage.tapped(BUDI, forged))
    assert (await lead_now(stage, lead)).lead.state is LeadState.PAID
    await stage.says(RINA, f"/lead {lead.number}")
    await stage.presses(RINA, "👍 Pekerja bilang sudah bayar")
    assert (await lead_now(stage, lead)).lead.state is LeadState.CONFIRMED


async def test_the_office_alone_is_registered_by_the_office(stage: Stage) -> None:
    """Whoever chose "petugas kantor saja" is not given to an agent when they are ready."""
    agent = await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    for routing, owner_id in ((Routing.OFFICE, None), (Routing.VOLUNTEERS, agent.id)):
        lead = await lead_comes(stage, routing=routing)
        async with stage.house.database.transaction() as tx:
            desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
            taken = await take_lead(desk, open_lead(tx, lead))
            ready = await record_outcome(desk, open_lead(tx, taken), "ready")
        assert ready.owner_id == owner_id


async def test_an_old_answer_promises_no_receipt(stage: Stage) -> None:
    """Pak Budi took the payment back: Sari's yes is too late, and says nothing of a receipt from days ago."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await takes_and_records(stage, BUDI, "💚 Sudah bayar pertama", "⏭ Lewati")
    await delivered(stage)
    await stage.presses(BUDI, "↩️ Batalkan yang barusan")
    await stage.presses(SARI, "👍 Ya, sudah")
    assert "sudah berubah" in stage.last(SARI)
    assert "tanda terimanya kami kirim di bawah ini" not in stage.last(SARI)
    assert stage.button(SARI, "Menu utama")
