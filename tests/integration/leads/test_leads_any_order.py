"""Taps, restarts and clock jumps in any order: an open lead has one owner and one duty, as the table says."""

import itertools
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.desk import Desk
from bot.errors import NotAllowed, NotFound, Stale
from bot.leads.claims import LINK
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
from commands.composition import open_house
from storage.database import Transaction
from storage.lead_events import list_events
from storage.leads import LeadCard, find_lead, list_leads
from storage.models.leads import CLOSED_STATES, Lead, LeadEvent, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import Territory, change_volunteer, find_volunteer
from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.intake.script import SEND
from tests.integration.leads.field import VILLAGE, is_consistent, joins_field, lead_comes, passes
from tests.integration.privacy.test_privacy_in_the_field import THROUGH_RT

IMAS, UJANG, TARJO, ASEP = 1010, 1011, 1012, 1014
STEPS, RESTARTS = 70, 2
NEIGHBOUR = tuple(
    {"Sari Wulandari": "Asep", "0812 3456 7801": "0812 3456 7802"}.get(s, s) for s in THROUGH_RT
)
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


async def comes_back(turn: Turn) -> None:
    card = await find_volunteer(turn.tx, turn.somebody().id)
    assert card is not None
    await change_volunteer(turn.tx, card.volunteer, leave_until=None)


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
    comes_back,
    *(moves,) * 2,
    merges,
)


async def registers(stage: Stage) -> None:
    """Sari, through the form; what she sends a second time corrects the first."""
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)


async def moves_house(stage: Stage) -> None:
    """The same with another RW, so that the lead may be somebody else's."""
    elsewhere = ["rt 01 rw 09" if said.startswith("rt ") else said for said in THROUGH_RT]
    await stage.says(SARI, "/start", *elsewhere, SEND)


async def erases(stage: Stage) -> None:
    await stage.says(SARI, "/start", "/hapus_data", "ya")


async def records_for_a_neighbour(stage: Stage) -> None:
    """Pak Budi, as long as he is a volunteer; else the words lead nowhere."""
    await stage.says(BUDI, "/start", "/daftarkan", *NEIGHBOUR[1:], SEND)


async def claims(stage: Stage) -> None:
    """The neighbour has a phone by now, and the two words."""
    async with stage.house.database.transaction(read_only=True) as tx:
        for card in await list_leads(tx, limit=50):
            if card.lead.recorded_by is not None:
                proof = tx.keys.blind_index(LINK, str(card.lead.id))[-20:]
                words = (f"/start {LINK}{card.lead.number}_{proof}", card.passphrase or "-")
                break
        else:
            return
    await stage.says(ASEP, *words)


CHATS = (registers, moves_house, erases, records_for_a_neighbour, claims)
"""What is done through the chat, each once, at whichever step and in whichever order the dice say."""


async def acts(stage: Stage, act: Act, lead: Lead, people: list[Volunteer], dice: random.Random) -> None:
    """One tap; one that comes too late, or is not theirs, changes nothing."""
    try:
        async with stage.house.database.transaction() as tx:
            card = await find_lead(tx, lead.id)
            assert card is not None
            await act(Turn(tx, stage, card, people, dice))
    except (Stale, NotFound, NotAllowed):
        return


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in (2, 3))])
async def test_an_open_lead_has_one_owner_and_one_duty(stage: Stage, seed: int) -> None:
    """Seventy random taps on the leads of five people, with clock jumps of up to nine days between them.

    In between somebody registers, corrects, is recorded, claims and erases; and the process begins anew.
    """
    dice = random.Random(seed)
    people = [
        await joins_field(stage, BUDI, "Pak Budi"),
        await joins_field(stage, UJANG, "Ujang"),
        await joins_field(stage, TARJO, "Tarjo", where=Territory(VILLAGE, "005")),
        await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE)),
        await joins_field(stage, 1013, "Agen", Role.CLOSER, Territory()),
    ]
    for _ in range(6):
        await lead_comes(stage)
    chats = dict(zip(dice.sample(range(STEPS), len(CHATS)), CHATS, strict=True))
    restarts = dice.sample(range(STEPS), RESTARTS)
    async with AsyncExitStack() as houses:
        for step in range(STEPS):
            if step in restarts:
                stage = await restarted(stage, houses)
            if step in chats:
                await chats[step](stage)
            act = leaves if step == STEPS // 2 else dice.choice(ACTS)
            await acts(stage, act, dice.choice(await leads_of(stage)), people, dice)
            if dice.random() < 0.2:
                await passes(stage, dice.randint(1, 9 * 24) * HOUR)
            assert await is_consistent(stage, await leads_of(stage), people)
        for lead in await leads_of(stage):
            await follows_the_table(stage, lead)


async def restarted(stage: Stage, houses: AsyncExitStack) -> Stage:
    """Another house on the same database: what only the first one knew is gone."""
    house = open_house(stage.house.settings, stage.house.service.clock)
    return replace(stage, house=await houses.enter_async_context(house))


async def leads_of(stage: Stage) -> list[Lead]:
    """All there are by now."""
    async with stage.house.database.transaction(read_only=True) as tx:
        return [card.lead for card in await list_leads(tx, limit=50)]


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
