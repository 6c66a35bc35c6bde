"""Whatever the order of taps and clock jumps: an open lead has one owner and one duty, as the table says."""

import itertools
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.errors import NotAllowed, NotFound, Stale
from bot.leads.complaints import complain
from bot.leads.merging import merge_leads
from bot.leads.moving import move_to
from bot.leads.outcomes import Desk, Given, record_outcome
from bot.leads.policy import OUTCOMES, REASONS
from bot.leads.reopening import reopen_lead
from bot.leads.taking import CANNOT, give_lead_back, take_lead, take_over
from bot.leads.undoing import undo
from bot.team import end_volunteer, go_on_leave
from storage.database import Transaction
from storage.lead_events import list_events
from storage.leads import LeadCard, find_lead, list_leads
from storage.models.leads import CLOSED_STATES, Lead, LeadEvent, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import Territory, find_volunteer
from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import VILLAGE, is_consistent, joins_field, lead_comes, passes

IMAS, UJANG, TARJO = 1010, 1011, 1012
STEPS = 70
HOUR = timedelta(hours=1)
WITHOUT_AN_OUTCOME = {"assigned", "accepted", "undone", "reopened", "complained", "taken over"} | {
    "handed back",
    "handed up",
    "owner left",
    "owner on leave",
    "submitted",
    "reassigned",
    "merged",
}

Act = Callable[[Transaction, Stage, LeadCard, list[Volunteer], random.Random], Awaitable[object]]


def desk(tx: Transaction, stage: Stage, volunteer: Volunteer) -> Desk:
    return Desk(tx, stage.house.service, volunteer.contact_id, stage.house.service.clock.now())


async def takes(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    return await take_lead(desk(tx, stage, dice.choice(people)), card)


async def gives_back(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    return await give_lead_back(desk(tx, stage, dice.choice(people)), card, dice.choice(CANNOT))


async def records(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    now = stage.house.service.clock.now()
    given = Given(due_at=now + dice.randint(1, 200) * HOUR, reason=dice.choice(REASONS))
    return await record_outcome(desk(tx, stage, dice.choice(people)), card, dice.choice([*OUTCOMES]), given)


async def takes_back(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    return await undo(desk(tx, stage, dice.choice(people)), card)


async def takes_over(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    volunteer = dice.choice(people)
    return await take_over(desk(tx, stage, volunteer), card, volunteer)


async def complains(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    return await complain(desk(tx, stage, dice.choice(people)), card)


async def reopens(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    return await reopen_lead(desk(tx, stage, dice.choice(people)), card)


async def moves(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    """To whoever is active by now, or to the branch."""
    found = [await find_volunteer(tx, volunteer.id) for volunteer in people]
    active = [card.volunteer.id for card in found if card and card.volunteer.is_active]
    return await move_to(desk(tx, stage, dice.choice(people)), card, dice.choice([*active, None]))


async def merges(
    tx: Transaction, stage: Stage, card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    """Whichever of two leads somebody takes for the other."""
    others = [other for other in await list_leads(tx, limit=10) if other.lead.id != card.lead.id]
    return await merge_leads(desk(tx, stage, dice.choice(people)), card, dice.choice(others))


async def goes_on_leave(
    tx: Transaction, stage: Stage, _card: LeadCard, people: list[Volunteer], dice: random.Random
) -> None:
    card = await find_volunteer(tx, dice.choice(people).id)
    assert card is not None
    until = stage.house.service.today() + timedelta(days=dice.randint(0, 9))
    await go_on_leave(tx, stage.house.service, card.volunteer, until, stage.house.service.clock.now())


async def leaves(
    tx: Transaction, stage: Stage, _card: LeadCard, people: list[Volunteer], dice: random.Random
) -> object:
    now = stage.house.service.clock.now()
    return await end_volunteer(tx, stage.house.service, dice.choice(people).id, now, actor=None)


ACTS: tuple[Act, ...] = (
    *(takes,) * 5,
    *(records,) * 9,
    *(takes_back,) * 2,
    gives_back,
    takes_over,
    complains,
    reopens,
    goes_on_leave,
    *(moves,) * 2,
    merges,
)


async def acts(stage: Stage, act: Act, lead: Lead, people: list[Volunteer], dice: random.Random) -> None:
    """One tap; one that comes too late, or is not theirs, changes nothing."""
    try:
        async with stage.house.database.transaction() as tx:
            card = await find_lead(tx, lead.id)
            assert card is not None
            await act(tx, stage, card, people, dice)
    except (Stale, NotFound, NotAllowed):
        return


@pytest.mark.parametrize("seed", range(4))
async def test_an_open_lead_has_one_owner_and_one_duty(stage: Stage, seed: int) -> None:
    """Seventy random taps on six leads of five people, with clock jumps of up to nine days between them."""
    dice = random.Random(seed)
    people = [
        await joins_field(stage, BUDI, "Pak Budi"),
        await joins_field(stage, UJANG, "Ujang"),
        await joins_field(stage, TARJO, "Tarjo", where=Territory(VILLAGE, "005")),
        await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE)),
        await joins_field(stage, 1013, "Agen", Role.CLOSER, Territory()),
    ]
    leads = [await lead_comes(stage) for _ in range(6)]
    for step in range(STEPS):
        act = leaves if step == STEPS // 2 else dice.choice(ACTS)
        await acts(stage, act, dice.choice(leads), people, dice)
        if dice.random() < 0.2:
            await passes(stage, dice.randint(1, 9 * 24) * HOUR)
        assert await is_consistent(stage, leads, people)
    for lead in leads:
        await follows_the_table(stage, lead)


async def follows_the_table(stage: Stage, lead: Lead) -> None:
    """Every move in a lead's history is one that the policy knows."""
    async with stage.house.database.transaction(read_only=True) as tx:
        events = [event for event in await list_events(tx, lead.id) if event.to_state is not None]
    for event in events:
        assert event.kind in WITHOUT_AN_OUTCOME or is_allowed(event), (event.kind, event.from_state)
    for before, after in itertools.pairwise(events):
        assert after.from_state == before.to_state


def is_allowed(event: LeadEvent) -> bool:
    outcome = OUTCOMES[event.kind]
    came, went = LeadState(str(event.from_state)), LeadState(str(event.to_state))
    return came in outcome.comes_from and came not in CLOSED_STATES and went is (outcome.to_state or came)
