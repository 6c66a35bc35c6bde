"""A lead that moves on keeps how far it has come: whoever has it next goes on where the other stopped."""

from datetime import timedelta

import pytest

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.complaints import complain
from bot.leads.moving import move_to
from bot.leads.outcomes import Given, record_outcome
from bot.leads.taking import give_lead_back, take_lead, take_over
from bot.team import go_on_leave
from storage.followups import find_follow_up
from storage.leads import LeadCard, list_ready_leads
from storage.models.followups import Duty, FollowUp
from storage.models.leads import Lead, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import Territory, find_volunteer
from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import (
    RT,
    VILLAGE,
    brought_to,
    delivered,
    desk_of,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    passes,
)

UJANG, IMAS, AGUS, SARIP = 1011, 1012, 1013, 1014
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
STAGES = ("appointment", "interested", "registered", "paid")
DUTY = {
    "appointment": Duty.MEET,
    "interested": Duty.CHECK_BACK,
    "registered": Duty.HELP_PAY,
    "paid": Duty.CONFIRM,
}


async def comes_to(stage: Stage, outcome: str, owner: Volunteer) -> Lead:
    """A lead that its owner brought so far; an appointment is in two hours."""
    at = stage.house.service.clock.now() + 2 * HOUR if outcome == "appointment" else None
    return await brought_to(stage, owner, outcome, at)


async def duty_of(stage: Stage, lead: Lead) -> FollowUp:
    async with stage.house.database.transaction(read_only=True) as tx:
        follow_up = await find_follow_up(tx, lead.id)
    assert follow_up is not None
    return follow_up


async def moves(stage: Stage, lead: Lead, to: Volunteer | None) -> LeadCard:
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
        await move_to(desk, await lead_now(stage, lead), to.id if to else None)
    return await lead_now(stage, lead)


@pytest.mark.parametrize("outcome", STAGES)
async def test_whoever_gets_it_goes_on_where_the_other_stopped(stage: Stage, outcome: str) -> None:
    """Ujang is asked first, without the number; with his Terima he has the stage, the duty and its hour."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await comes_to(stage, outcome, budi)
    before = await duty_of(stage, lead)
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    moved = await moves(stage, lead, ujang)
    assert (moved.lead.state, moved.lead.owner_id) == (lead.state, ujang.id)
    assert (await duty_of(stage, lead)).duty is Duty.ACCEPT
    await delivered(stage)
    assert "pendamping baru" in stage.last(UJANG)
    assert ("Sudah ada janji bertemu" in stage.last(UJANG)) is (outcome == "appointment")
    assert "0812" not in "".join(stage.shown(UJANG))
    await stage.presses(UJANG, "✅ Terima")
    now = await duty_of(stage, lead)
    assert (await lead_now(stage, lead)).lead.state is lead.state
    assert (now.duty, now.due_at, now.is_appointed) == (DUTY[outcome], before.due_at, before.is_appointed)
    assert await is_consistent(stage, [lead], [budi, ujang])


async def test_a_new_one_begins_anew(stage: Stage) -> None:
    """Taken, and nobody called yet: there is nothing to go on with."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, budi), await lead_now(stage, lead))
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    assert (await moves(stage, lead, ujang)).lead.state is LeadState.NEW


async def test_nothing_is_recorded_before_terima(stage: Stage) -> None:
    """Neither by use-case nor by a forged button, and no phone either; then all three."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await comes_to(stage, "interested", budi)
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    moved = await moves(stage, lead, ujang)
    with pytest.raises(Stale):
        async with stage.house.database.transaction() as tx:
            await record_outcome(desk_of(tx, stage, ujang), moved, "declined", Given(reason="cost"))
    await stage.receives(stage.tapped(UJANG, f"followups:show:{lead.number}:-"))
    version = stage.button(UJANG, "✅ Terima").rpartition(":")[2]
    seen = f"{lead.number}.{moved.lead.version}"
    for verb, id_ in (("covered", seen), ("phone", lead.number)):
        await stage.receives(stage.tapped(UJANG, f"followups:{verb}:{id_}:{version}"))
        version = stage.button(UJANG, "✅ Terima").rpartition(":")[2]
    await delivered(stage)
    assert "0812" not in "".join(stage.shown(UJANG))
    assert (await lead_now(stage, lead)).lead.state is LeadState.INTERESTED


async def test_the_worker_confirms_while_somebody_new_is_asked(stage: Stage) -> None:
    """Whether it was paid does not hang on who has the lead; a no keeps asking whoever was asked."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    for answer, state in (("not-paid", LeadState.REGISTERED), ("confirmed", LeadState.CONFIRMED)):
        lead = await comes_to(stage, "paid", budi)
        moved = await moves(stage, lead, ujang)
        async with stage.house.database.transaction() as tx:
            desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
            await record_outcome(desk, moved, answer)
        card = await lead_now(stage, lead)
        assert card.lead.state is state
        if answer == "not-paid":
            assert (await duty_of(stage, lead)).duty is Duty.ACCEPT
            async with stage.house.database.transaction() as tx:
                await take_lead(desk_of(tx, stage, ujang), card)
            assert (await duty_of(stage, lead)).duty is Duty.HELP_PAY
        assert await is_consistent(stage, [lead], [budi, ujang])


async def test_a_ready_lead_goes_from_closer_to_closer(stage: Stage) -> None:
    """Handed back, it is not asked of the streets again; without another closer it is the branch's, ready."""
    await joins_field(stage, BUDI, "Pak Budi")
    agus = await joins_field(stage, AGUS, "Agus", Role.CLOSER, Territory())
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        budi = await find_volunteer(tx, lead.owner_id) if lead.owner_id else None
        assert budi is not None
        taken = await take_lead(desk_of(tx, stage, budi.volunteer), await lead_now(stage, lead))
    async with stage.house.database.transaction() as tx:
        await record_outcome(desk_of(tx, stage, budi.volunteer), await lead_now(stage, taken), "ready")
    sarip = await joins_field(stage, SARIP, "Sarip", Role.CLOSER, Territory("36.04"))
    for giver, owner_id, duty in ((agus, sarip.id, Duty.ACCEPT), (sarip, None, Duty.REGISTER)):
        async with stage.house.database.transaction() as tx:
            await give_lead_back(desk_of(tx, stage, giver), await lead_now(stage, lead), "busy")
        card = await lead_now(stage, lead)
        assert (card.lead.state, card.lead.owner_id) == (LeadState.READY, owner_id)
        assert (await duty_of(stage, lead)).duty is duty
        async with stage.house.database.transaction(read_only=True) as tx:
            sheet = await list_ready_leads(tx, sarip.id)
        assert sheet == []  # with its number it is on nobody's sheet before Terima
    assert await is_consistent(stage, [lead], [budi.volunteer, agus, sarip])


async def test_silence_and_complaints_keep_the_stage_too(stage: Stage) -> None:
    """Nobody moves: offered, then the coordinator's, then the branch's - and still interested."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    lead = await comes_to(stage, "interested", budi)
    await passes(stage, 6 * DAY)
    card = await lead_now(stage, lead)
    assert (card.lead.state, card.lead.owner_id) == (LeadState.INTERESTED, budi.id)
    await passes(stage, DAY + HOUR)
    card = await lead_now(stage, lead)
    assert (card.lead.state, card.lead.owner_id) == (LeadState.INTERESTED, imas.id)
    await passes(stage, 3 * DAY)
    card = await lead_now(stage, lead)
    assert (card.lead.state, card.lead.owner_id) == (LeadState.INTERESTED, None)
    assert (await duty_of(stage, lead)).duty is Duty.CHECK_BACK
    complained = await comes_to(stage, "interested", budi)
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
        assert (await complain(desk, await lead_now(stage, complained))).state is LeadState.INTERESTED
    assert await is_consistent(stage, [lead, complained], [budi, imas])


async def test_taking_over_goes_on_from_there(stage: Stage) -> None:
    """On leave, what Pak Budi has begun is offered to his street; Ujang takes it over as it stands."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await comes_to(stage, "registered", budi)
    ujang = await joins_field(stage, UJANG, "Ujang", where=RT)
    async with stage.house.database.transaction() as tx:
        card = await find_volunteer(tx, budi.id)
        assert card is not None
        now, until = stage.house.service.clock.now(), stage.house.service.today() + 7 * DAY
        await go_on_leave(tx, stage.house.service, card.volunteer, until, now)
    async with stage.house.database.transaction() as tx:
        await take_over(desk_of(tx, stage, ujang), await lead_now(stage, lead), ujang)
    card_now = await lead_now(stage, lead)
    assert (card_now.lead.state, card_now.lead.owner_id) == (LeadState.REGISTERED, ujang.id)
    assert (await duty_of(stage, lead)).duty is Duty.HELP_PAY
    assert await is_consistent(stage, [lead], [budi, ujang])


async def test_a_missed_appointment_is_made_up_for(stage: Stage) -> None:
    """The hour is over when somebody takes it: they are to meet within a day, and no hour is claimed."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await comes_to(stage, "appointment", budi)
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    await moves(stage, lead, ujang)
    assert (await duty_of(stage, lead)).due_at == stage.house.service.clock.now() + 2 * HOUR
    await passes(stage, 3 * HOUR)
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, ujang), await lead_now(stage, lead))
    duty = await duty_of(stage, lead)
    assert (duty.duty, duty.is_appointed) == (Duty.MEET, False)
    assert duty.due_at > stage.house.service.clock.now()
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'appointment'") == 0


async def test_all_that_wait_are_taken_by_one_tap(stage: Stage) -> None:
    """A new one is to be called, one that others have brought some way goes on."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    begun = await comes_to(stage, "interested", budi)
    ujang = await joins_field(stage, UJANG, "Ujang")
    await moves(stage, begun, ujang)
    new = await lead_comes(stage)
    await moves(stage, new, ujang)
    await delivered(stage)
    await stage.presses(UJANG, "✅ Terima semua (2)")
    found = [(await lead_now(stage, lead)).lead.state for lead in (begun, new)]
    assert found == [LeadState.INTERESTED, LeadState.ACCEPTED]
    assert [(await duty_of(stage, lead)).duty for lead in (begun, new)] == [Duty.CHECK_BACK, Duty.CALL]
    assert await is_consistent(stage, [begun, new], [budi, ujang])
