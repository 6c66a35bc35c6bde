"""A reminder does not talk into a conversation, and a duty's message ends with its role."""

from datetime import timedelta

import pytest

from bot.digests import plan_digest
from bot.presence import QUIET_FOR, busy_until
from bot.team import end_volunteer
from storage.contacts import find_by_telegram_id
from storage.models.leads import LeadState
from storage.models.messages import Lane
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.outbox import queue_message
from storage.staff import revoke_role
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import delivered, joins_field, lead_comes, lead_now, newest_sheet, passes

IMAS = 1012
UNTIL_DIGEST = timedelta(hours=8, minutes=30)  # from 10.00 to 18.30
DIGEST = "Mulai dari satu saja"


async def digest_is_due(stage: Stage) -> Volunteer:
    """Pak Budi has a lead, and it is nearly half past six."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    async with stage.house.database.transaction() as tx:
        await plan_digest(tx, stage.house.service, budi, stage.house.service.clock.now())
    await lead_comes(stage)
    stage.house.service.clock.move(UNTIL_DIGEST - timedelta(minutes=1))
    await delivered(stage)
    return budi


async def a_minute_passes(stage: Stage, minutes: int = 1) -> bool:
    """Whether Pak Budi has had his digest by then."""
    await passes(stage, timedelta(minutes=minutes))
    await delivered(stage)
    return DIGEST in "".join(stage.shown(BUDI))


async def test_who_has_just_written_is_left_in_peace_for_two_minutes(stage: Stage) -> None:
    """The digest waits, and comes once two minutes have passed."""
    await digest_is_due(stage)
    stage.house.service.clock.move(timedelta(seconds=50))
    await stage.says(BUDI, "/iuran")
    assert not await a_minute_passes(stage)
    stage.house.service.clock.move(QUIET_FOR)
    assert await a_minute_passes(stage)
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'digest'") == 1


async def test_who_is_in_the_middle_of_a_form_is_not_interrupted(stage: Stage) -> None:
    """However long an answer takes; once the form is sent in or left for half an hour, it comes."""
    await digest_is_due(stage)
    await stage.says(BUDI, "/daftarkan", "petani", "18 - 39")
    for _ in range(5):
        assert not await a_minute_passes(stage, minutes=4)
    await stage.says(BUDI, "belum")
    assert not await a_minute_passes(stage, minutes=20)
    assert await a_minute_passes(stage, minutes=15)


@pytest.mark.parametrize(
    ("said", "seconds", "waits"),
    [
        ("/iuran", 119, True),
        ("/iuran", 120, False),
        ("/daftarkan", 30 * 60 - 1, True),
        ("/daftarkan", 30 * 60, False),
    ],
)
async def test_how_long_a_reminder_waits(stage: Stage, said: str, seconds: int, *, waits: bool) -> None:
    """Two minutes after the last word; in the middle of a form until that was left for half an hour."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, said, *(["petani"] if said == "/daftarkan" else []))
    async with stage.house.database.transaction(read_only=True) as tx:
        contact = await find_by_telegram_id(tx, BUDI)
        assert contact is not None
        now = stage.house.service.clock.now() + timedelta(seconds=seconds)
        assert (await busy_until(tx, contact.id, now) is not None) is waits


async def test_what_waits_too_long_is_not_sent_at_all(stage: Stage) -> None:
    """The digest of half past six is nothing for ten in the evening."""
    await digest_is_due(stage)
    await stage.says(BUDI, "/daftarkan", "petani")
    assert not await a_minute_passes(stage, minutes=2)
    stage.house.service.clock.move(timedelta(hours=4))
    assert not await a_minute_passes(stage)
    assert await stage.value("SELECT state FROM message WHERE kind = 'digest'") == "cancelled"


async def test_a_notice_waits_for_nobody(stage: Stage) -> None:
    """Only reminders wait: a neighbour who has just registered is offered at once."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, "/daftarkan", "petani")
    await lead_comes(stage)
    await delivered(stage)
    assert "Nomornya muncul setelah Terima" in stage.last(BUDI)


@pytest.mark.parametrize("kind", ["digest", "lead-offer", "appointment"])
async def test_a_dutys_message_ends_with_the_role(stage: Stage, kind: str) -> None:
    """Queued while Pak Budi was a volunteer, due when he is none any more: it is cancelled."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, BUDI)
        assert contact is not None
        now = stage.house.service.clock.now()
        params: dict[str, object] = {"version": lead.version}
        subject = budi.id if kind == "digest" else lead.id
        await queue_message(tx, contact.id, Lane.NOTICE, kind, now, subject_id=subject, params=params)
        await revoke_role(tx, BUDI)
    shown = len(stage.shown(BUDI))
    await delivered(stage)
    assert len(stage.shown(BUDI)) == shown


async def test_an_old_card_loses_its_number_though_the_role_is_gone(stage: Stage) -> None:
    """Taking a number away is no duty of whoever had it."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    assert "0812" in "".join(stage.shown(BUDI))
    async with stage.house.database.transaction() as tx:
        await end_volunteer(tx, stage.house.service, budi.id, stage.house.service.clock.now(), actor=None)
    await delivered(stage)
    assert "0812" not in "".join(stage.shown(BUDI))


async def test_what_is_needed_stands_on_the_card_and_in_the_sheet(stage: Stage) -> None:
    """Pak Budi ticks the identity card; the agent sees that the e-mail address is still missing."""
    await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    lead = await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await stage.presses(BUDI, "🪪 KTP-nya siap")
    assert "(nomor KTP) ✅" in stage.last(BUDI)
    assert "email ⬜ belum" in stage.last(BUDI)
    await stage.presses(BUDI, "✍️ Siap daftar")
    assert (await lead_now(stage, lead)).lead.state is LeadState.READY
    await stage.says(IMAS, "/siapdaftar")
    await delivered(stage)
    names, row = newest_sheet(stage, IMAS)
    cells = dict(zip(names, row, strict=True))
    assert (cells["KTP"], cells["Email"]) == ("✅", "⬜ belum")
