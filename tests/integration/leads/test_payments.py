"""After the first payment: reminders for whoever agreed, and a way to stop them with one tap."""

from datetime import timedelta

import pytest

from bot.desk import Desk
from bot.leads.outcomes import record_outcome
from bot.leads.payments import plan_payment
from bot.leads.taking import take_lead
from storage.leads import list_leads
from storage.models.leads import LeadState
from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import delivered, passes

DAY = timedelta(days=1)
COUNT = "SELECT count(*) FROM message WHERE kind = 'payment'"


async def days_pass(stage: Stage, days: int) -> None:
    """Day by day, each with what is due on it."""
    for _ in range(days):
        await passes(stage, DAY)
        await delivered(stage)


async def sari_has_paid(stage: Stage, reminders: str) -> None:
    """Sari registers, says whether she wants reminders, and some days later that she has paid."""
    await stage.says(SARI, "/start", *REGISTRATION, SEND)
    stage.house.service.clock.move(timedelta(seconds=1))
    await delivered(stage)
    await stage.presses(SARI, "Lanjut")
    await stage.presses(SARI, reminders)
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
        await take_lead(desk, (await list_leads(tx, limit=1))[0])
        for outcome in ("paid", "confirmed"):
            lead = await record_outcome(desk, (await list_leads(tx, limit=1))[0], outcome)
        assert lead.state is LeadState.CONFIRMED
        await plan_payment(tx, stage.house.service, lead, desk.now)


async def test_a_month_later_whoever_agreed_is_reminded_once(stage: Stage) -> None:
    """Paid on 20 November: a reminder on 17 December, with the note that the discount ends."""
    await sari_has_paid(stage, "👍 Boleh")
    await passes(stage, 26 * DAY)
    assert await stage.value(COUNT) == 0
    await passes(stage, DAY)
    await delivered(stage)
    assert await stage.value(COUNT) == 1
    assert "sebentar lagi waktunya bayar" in stage.last(SARI)
    assert "Desember 2026" in stage.last(SARI)


async def test_protection_about_to_end_is_said(stage: Stage) -> None:
    """In the third month without a payment we know of the reminder says what lapses."""
    await sari_has_paid(stage, "👍 Boleh")
    for _ in range(58):
        await passes(stage, DAY)
    await delivered(stage)
    assert await stage.value(COUNT) == 2
    assert "perlindungan berhenti" in stage.last(SARI)


@pytest.mark.parametrize(("days_before", "is_said"), [(62, False), (31, True), (0, True)])
async def test_the_discounts_end_is_said_in_its_last_months(
    stage: Stage, days_before: int, is_said: bool
) -> None:
    """It ends with December: the reminders of November and December say so, October's does not."""
    stage.house.service.clock.move(-days_before * DAY)
    await sari_has_paid(stage, "👍 Boleh")
    await days_pass(stage, 29)
    assert await stage.value(COUNT) == 1
    assert ("Potongan iuran" in stage.last(SARI)) is is_said
    assert ("Desember 2026" in stage.last(SARI)) is is_said


async def test_after_the_discount_nothing_is_said_of_it(stage: Stage) -> None:
    """In January there is none that could end."""
    await sari_has_paid(stage, "👍 Boleh")
    await passes(stage, 27 * DAY)
    await delivered(stage)
    await stage.presses(SARI, "✅ Sudah bayar")
    await days_pass(stage, 32)
    assert await stage.value(COUNT) == 2
    assert "sebentar lagi waktunya bayar" in stage.last(SARI)
    assert "2026" not in stage.last(SARI)


async def test_what_lapses_is_said_before_it_does_and_not_for_ever(stage: Stage) -> None:
    """One month unpaid is an ordinary reminder, from the second on it is said, after the fifth none comes."""
    await sari_has_paid(stage, "👍 Boleh")
    said = []
    for _ in range(8):
        await days_pass(stage, 31)
        said.append("perlindungan berhenti" in stage.last(SARI))
    assert said[:3] == [False, True, True]
    assert await stage.value(COUNT) == 4


@pytest.mark.parametrize("stop", ["🔕 Jangan ingatkan lagi", "/berhenti"])
async def test_one_tap_stops_reminders(stage: Stage, stop: str) -> None:
    """What was agreed to is taken back, and holds."""
    await sari_has_paid(stage, "👍 Boleh")
    await passes(stage, 27 * DAY)
    await delivered(stage)
    if stop.startswith("/"):
        await stage.says(SARI, stop)
    else:
        await stage.presses(SARI, stop)
    await passes(stage, 31 * DAY)
    await delivered(stage)
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'payment' AND state = 'sent'") == 1


async def test_who_did_not_agree_is_left_in_peace(stage: Stage) -> None:
    """No consent, no reminder."""
    await sari_has_paid(stage, "Tidak")
    await passes(stage, 40 * DAY)
    assert await stage.value(COUNT) == 0


async def test_what_is_paid_again_moves_the_next_reminder(stage: Stage) -> None:
    """A tap says so, and the nudge does not come."""
    await sari_has_paid(stage, "👍 Boleh")
    await passes(stage, 27 * DAY)
    await delivered(stage)
    await stage.presses(SARI, "✅ Sudah bayar")
    for _ in range(29):
        await passes(stage, DAY)
    await delivered(stage)
    assert "sebentar lagi waktunya bayar" in stage.last(SARI)
