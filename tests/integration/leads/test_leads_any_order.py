"""Whatever the order of taps and clock jumps: an open lead has one owner and one duty, as the table says."""

import itertools
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.desk import Desk
from bot.errors import NotAllowed, NotFound, Stale
from bot.leads.complaints import complain
from bot.leads.merging import merge_leads
from bot.leads.moving import move_to
from bot.leads.outcomes import Given, record_outcome
from bot.leads.policy import CANNOT, OUTCOMES, REASONS
from bot.leads.reopening import reopen_lead
from bot.leads.stages import stage_kept
from bot.leads.taking import give_lead_back, take_lead, take_over
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
WITHOUT_AN_OUTCOME = {
    "submitted",
    "assigned",
    "accepted",
    "handed back",
    "handed up",
    "taken over",
    "complained",
    "reopened",
    "undone",
    "owner left",
    "owner on leave",
    "reassigned",
    "merged",
}
MOVED_ON = WITHOUT_AN_OUTCOME - {"submitted", "accepted", "undone", "merged"}
"""After these somebody else has the lead."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One tap on one lead, in a transaction of its own; the dice say whose it is and what it gives."""

    tx: Transaction
    stage: Stage
    card: LeadCard
    people: list[Volunteer]
    dice: random.Random

    @property
    def now(self) -> datetime:
        return self.stage.house.service.clock.now()

    def somebody(self) -> Volunteer:
        return self.dice.choice(self.people)

    def desk(self, volunteer: Volunteer | None = None) -> Desk:
        """Where this volunteer, or anybody, works on the lead."""
        actor = volunteer or self.somebody()
        return Desk(self.tx, self.stage.house.service, self.now, actor.contact_id)


Act = Callable[[Turn], Awaitable[object]]


async def takes(turn: Turn) -> object:
    return await take_lead(turn.desk(), turn.card)


async def gives_back(turn: Turn) -> object:
    return await give_lead_back(turn.desk(), turn.card, turn.dice.choice(CANNOT))


async def records(turn: Turn) -> object:
    given = Given(due_at=turn.now + turn.dice.randint(1, 200) * HOUR, reason=turn.dice.choice(REASONS))
    return await record_outcome(turn.desk(), turn.card, turn.dice.choice([*OUTCOMES]), given)


async def takes_back(turn: Turn) -> object:
    return await undo(turn.desk(), turn.card)


async def takes_over(turn: Turn) -> object:
    volunteer = turn.somebody()
    return await take_over(turn.desk(volunteer), turn.card, volunteer)


async def complains(turn: Turn) -> object:
    return await complain(turn.desk(), turn.card)


async def reopens(turn: Turn) -> object:
    return await reopen_lead(turn.desk(), turn.card)


async def moves(turn: Turn) -> object:
    """To whoever is active by now, or to the branch."""
    found = [await find_volunteer(turn.tx, volunteer.id) for volunteer in turn.people]
    active = [card.volunteer.id for card in found if card and card.volunteer.is_active]
    return await move_to(turn.desk(), turn.card, turn.dice.choice([*active, None]))


async def merges(turn: Turn) -> object:
    """Whichever of two leads somebody takes for the other."""
    others = [other for other in await list_leads(turn.tx, limit=10) if other.lead.id != turn.card.lead.id]
    return await merge_leads(turn.desk(), turn.card, turn.dice.choice(others))


async def goes_on_leave(turn: Turn) -> None:
    card = await find_volunteer(turn.tx, turn.somebody().id)
    assert card is not None
    until = turn.stage.house.service.today() + timedelta(days=turn.dice.randint(0, 9))
    await go_on_leave(turn.tx, turn.stage.house.service, card.volunteer, until, turn.now)


async def leaves(turn: Turn) -> object:
    return await end_volunteer(turn.tx, turn.stage.house.service, turn.somebody().id, turn.now, actor=None)


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
            await act(Turn(tx, stage, card, people, dice))
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
        assert is_kept(event) or is_allowed(event), (event.kind, event.from_state, event.to_state)
    for before, after in itertools.pairwise(events):
        assert after.from_state == before.to_state


def is_kept(event: LeadEvent) -> bool:
    """A move without an outcome: how far the lead has come is kept, or it begins anew."""
    if event.kind not in WITHOUT_AN_OUTCOME:
        return False
    if event.kind not in MOVED_ON:
        return True
    return LeadState(str(event.to_state)) is stage_kept(LeadState(str(event.from_state)))


def is_allowed(event: LeadEvent) -> bool:
    outcome = OUTCOMES[event.kind]
    came, went = LeadState(str(event.from_state)), LeadState(str(event.to_state))
    return came in outcome.comes_from and came not in CLOSED_STATES and went is (outcome.to_state or came)
