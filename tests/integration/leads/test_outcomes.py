"""What a contact gave, and what follows from it: by the policy's table, and by nothing else."""

from datetime import datetime, timedelta

import pytest

from bot.errors import NotFound, Stale
from bot.leads.outcomes import Given, record_outcome
from bot.leads.policy import OUTCOMES
from bot.leads.taking import take_lead
from storage.contacts import find_by_telegram_id
from storage.followups import find_follow_up
from storage.models.followups import Duty, FollowUp
from storage.models.leads import Lead, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.leads.field import (
    brought_to,
    delivered,
    desk_of,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    takes_and_records,
)
from tests.integration.outbox.sending import owner_arrives

IMAS = 1012
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BRANCH, SAME, CLOSER = "branch", "same", "closer"

FOLLOWS: dict[str, tuple[LeadState, Duty | None, float | None, str]] = {
    "appointment": (LeadState.APPOINTED, Duty.MEET, 0.25, SAME),
    "interested": (LeadState.INTERESTED, Duty.CHECK_BACK, 3, SAME),
    "ready": (LeadState.READY, Duty.REGISTER, 2, CLOSER),
    "unaffordable": (LeadState.UNAFFORDABLE, Duty.FIND_SPONSOR, 7, BRANCH),
    "registered": (LeadState.REGISTERED, Duty.HELP_PAY, 3, SAME),
    "paid": (LeadState.PAID, Duty.CONFIRM, 3, SAME),
    "declined": (LeadState.DECLINED, None, None, SAME),
    "covered": (LeadState.COVERED, None, None, SAME),
    "wrong": (LeadState.WRONG, None, None, SAME),
}
"""By outcome: where the lead stands then, what is to be done next, within how many days, and by whom."""


async def duty_of(stage: Stage, lead: Lead) -> FollowUp | None:
    async with stage.house.database.transaction(read_only=True) as tx:
        return await find_follow_up(tx, lead.id)


async def is_taken(stage: Stage, budi: Volunteer, **changes: object) -> Lead:
    lead = await lead_comes(stage, **changes)  # type: ignore[arg-type]  # reason: any field
    async with stage.house.database.transaction() as tx:
        return await take_lead(desk_of(tx, stage, budi), await lead_now(stage, lead))


async def records(stage: Stage, who: Volunteer, lead: Lead, key: str, given: Given | None = None) -> Lead:
    async with stage.house.database.transaction() as tx:
        return await record_outcome(desk_of(tx, stage, who), await lead_now(stage, lead), key, given)


@pytest.mark.parametrize("key", FOLLOWS)
async def test_each_outcome_has_its_consequence(stage: Stage, key: str) -> None:
    """State, next duty with its day, and owner; whoever is at the end has no duty and takes no room."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    now = stage.house.service.clock.now()
    lead = await is_taken(stage, budi)
    given = Given(due_at=now + 6 * HOUR if key == "appointment" else None, reason="cost")
    lead = await records(stage, budi, lead, key, given)
    state, duty, days, owner = FOLLOWS[key]
    assert (lead.state, lead.owner_id) == (state, {SAME: budi.id, CLOSER: imas.id, BRANCH: None}[owner])
    follow_up = await duty_of(stage, lead)
    assert (follow_up and (follow_up.duty, follow_up.due_at)) == (duty and days and (duty, now + days * DAY))
    assert lead.contacted_at == now
    assert await is_consistent(stage, [lead], [budi, imas])


def test_no_outcome_is_without_its_test() -> None:
    """Those of the worker, and those in vain, have tests of their own."""
    assert FOLLOWS.keys() == OUTCOMES.keys() - {"no-answer", "unreached", "confirmed", "not-paid"}


async def test_what_the_table_does_not_have_is_impossible(stage: Stage) -> None:
    """From every state, each outcome that does not come from it; and what needs an answer, without one."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await is_taken(stage, budi)
    tried = 0
    for state in LeadState:
        for key, outcome in OUTCOMES.items():
            if state in outcome.comes_from:
                continue
            card = await lead_now(stage, lead)
            card.lead.state = state
            given = Given(due_at=stage.house.service.clock.now() + DAY, reason="cost")
            async with stage.house.database.transaction() as tx:
                with pytest.raises(Stale):
                    await record_outcome(desk_of(tx, stage, budi), card, key, given)
            tried += 1
    assert tried > len(LeadState)
    for key in ("appointment", "declined", "nonsense"):
        with pytest.raises(NotFound):
            await records(stage, budi, lead, key)
    assert (await lead_now(stage, lead)).lead == lead


async def test_three_calls_in_vain_are_at_another_time_of_day(stage: Stage) -> None:
    """At nine as she wished, then after Zuhur, then after Asar; after the third she is asked by us."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start")
    async with stage.house.database.transaction(read_only=True) as tx:
        sari = await find_by_telegram_id(tx, SARI)
    assert sari is not None
    lead = await is_taken(stage, budi, contact_id=sari.id)
    hours = []
    for _ in range(2):
        lead = await records(stage, budi, lead, "no-answer")
        follow_up = await duty_of(stage, lead)
        assert follow_up is not None
        assert follow_up.duty is Duty.CALL
        hours.append(local_hour(stage, follow_up.due_at))
        assert (lead.state, lead.contacted_at) == (LeadState.ACCEPTED, None)
    assert hours == [13, 16]
    lead = await records(stage, budi, lead, "no-answer")
    assert (lead.state, await duty_of(stage, lead)) == (LeadState.UNREACHED, None)
    assert await is_consistent(stage, [lead], [budi])
    await delivered(stage)
    assert "tiga kali, belum tersambung" in stage.last(SARI)
    await stage.presses(SARI, "📞 Hubungi saya lagi")
    assert (await lead_now(stage, lead)).lead.state is LeadState.NEW
    assert await is_consistent(stage, [lead], [budi])


def local_hour(stage: Stage, moment: datetime) -> int:
    return moment.astimezone(stage.house.service.zone).hour


async def test_a_call_that_was_answered_begins_the_count_anew(stage: Stage) -> None:
    """Twice in vain, then interested: the next call in vain is the first again."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await is_taken(stage, budi)
    for key in ("no-answer", "no-answer", "interested", "no-answer"):
        lead = await records(stage, budi, lead, key)
    assert lead.state is LeadState.INTERESTED


async def test_whoever_cannot_pay_yet_is_on_the_branchs_list(stage: Stage) -> None:
    """Among five that wait for the branch Bu Rina sees by one tap whom somebody might help."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    helped = await brought_to(stage, budi, "unaffordable")
    for _ in range(4):
        await records(stage, budi, await is_taken(stage, budi), "interested")
    for _ in range(4):
        await lead_comes(stage, village_code="36.73.01.1001")
    await stage.says(RINA, "/tugas")
    await stage.presses(RINA, "💛 Cari bantuan")
    tasks = [
        button["callback_data"]
        for row in stage.messages(RINA)[-1]["inline_keyboard"]
        for button in row
        if "carikan bantuan iuran" in button["text"]
    ]
    assert [data.split(":")[2] for data in tasks] == [helped.number]
    await stage.says(BUDI, "/tugas")
    assert "Cari bantuan" not in str(stage.messages(BUDI)[-1])


async def test_why_somebody_does_not_want_to_is_asked(stage: Stage) -> None:
    """By one more tap; nothing is recorded before it, and it stands in the history."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await takes_and_records(stage, BUDI, "Tidak berminat")
    assert (await lead_now(stage, lead)).lead.state is LeadState.ACCEPTED
    await stage.presses(BUDI, "Takut penipuan")
    assert (await lead_now(stage, lead)).lead.state is LeadState.DECLINED
    await stage.presses(BUDI, "🕘 Riwayat")
    assert "takut penipuan" in stage.last(BUDI).lower()


async def test_help_is_named_only_where_it_is_to_be_had(stage: Stage) -> None:
    """Where a number, or why not, is asked: whoever is lost is told of it."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await stage.presses(BUDI, "💚 Sudah bayar pertama")
    await stage.says(BUDI, "12345678", "12345678")
    assert "tekan Bantuan petugas" in stage.last(BUDI)
    assert "Bantuan petugas" in str(stage.messages(BUDI)[-1]["inline_keyboard"])
    await stage.presses(BUDI, "⬅️ Kembali")
    await stage.presses(BUDI, "Tidak berminat")
    await stage.says(BUDI, "xyzzy", "xyzzy")
    assert "tekan Bantuan petugas" not in stage.last(BUDI) or "Bantuan petugas" in str(
        stage.messages(BUDI)[-1]["inline_keyboard"]
    )
    await stage.presses(BUDI, "⬅️ Kembali")
    await stage.presses(BUDI, "🗒 Catatan")
    await stage.says(BUDI, "x" * 600, "x" * 600)
    assert "tekan Bantuan petugas" not in stage.last(BUDI)
