"""Whose a lead becomes: the most specific who is there and has room, then up the ladder; and why is kept."""

from datetime import datetime, timedelta

import pytest

from storage.groups import add_group, list_groups
from storage.lead_events import list_events, open_details
from storage.models.groups import GroupKind
from storage.models.leads import Lead, LeadEventKind, Routing
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import Territory, change_volunteer, find_volunteer, post
from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import RT, VILLAGE, delivered, joins_field, lead_comes

UJANG = 1011
DISTRICT, REGENCY = "36.04.12", "36.04"
LADDER = (
    ("rt", Role.VOLUNTEER, RT),
    ("group", Role.VOLUNTEER, None),
    ("rw", Role.VOLUNTEER, Territory(VILLAGE, "005")),
    ("village", Role.VOLUNTEER, Territory(VILLAGE)),
    ("coordinator", Role.COORDINATOR, Territory(VILLAGE)),
    ("coordinator", Role.COORDINATOR, Territory(DISTRICT)),
    ("coordinator", Role.COORDINATOR, Territory(REGENCY)),
)


async def changes(stage: Stage, volunteer: Volunteer, **values: object) -> None:
    async with stage.house.database.transaction() as tx:
        card = await find_volunteer(tx, volunteer.id)
        assert card is not None
        assert await change_volunteer(tx, card.volunteer, **values)


async def reason(stage: Stage, lead: Lead) -> object:
    """What the history keeps of why it is whose it is."""
    async with stage.house.database.transaction(read_only=True) as tx:
        events = await list_events(tx, lead.id)
        (given,) = [event for event in events if event.kind == LeadEventKind.ASSIGNED]
        details = open_details(tx, given)
    return details["rung"], details["passed"]


async def test_the_ladder_is_gone_up_step_by_step(stage: Stage) -> None:
    """Each rung has one person with room for one: RT, group, RW, village, three coordinators, the branch."""
    async with stage.house.database.transaction() as tx:
        await add_group(tx, GroupKind.FISHERS, "Bahari", stage.house.service.clock.now())
        (group,) = await list_groups(tx)
    people = []
    for number, (_rung, role, where) in enumerate(LADDER):
        person = await joins_field(stage, 1100 + number, "Relawan", role, where or Territory("36.73"))
        if where is None:
            async with stage.house.database.transaction() as tx:
                await post(tx, person.id, stage.house.service.clock.now(), group_id=group.id)
        await changes(stage, person, capacity=1)
        people.append(person.id)
    leads = [await lead_comes(stage, group_id=group.id) for _ in range(len(LADDER) + 1)]
    assert [lead.owner_id for lead in leads] == [*people, None]
    rungs = [*(rung for rung, _role, _where in LADDER), "branch"]
    for full, (rung, lead) in enumerate(zip(rungs, leads, strict=True)):
        assert await reason(stage, lead) == (rung, {"full": full} if full else {})


async def test_of_one_rung_whoever_has_fewest_is_next(stage: Stage) -> None:
    """Pak Budi has two more than Ujang when he joins: the next two are Ujang's, then it goes in turn."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    for _ in range(2):
        await lead_comes(stage)
    ujang = await joins_field(stage, UJANG, "Ujang")
    owners = [(await lead_comes(stage)).owner_id for _ in range(4)]
    assert owners[:2] == [ujang.id, ujang.id]
    assert set(owners[2:]) == {budi.id, ujang.id}


async def test_nobody_is_given_more_than_twenty_unless_it_was_agreed(stage: Stage) -> None:
    """Twenty is what somebody with a day job can see through; the next goes to the branch."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    leads = [await lead_comes(stage) for _ in range(21)]
    assert [lead.owner_id for lead in leads] == [*[budi.id] * 20, None]


@pytest.mark.parametrize(("days", "is_asked"), [(None, True), (-1, True), (0, False), (7, False)])
async def test_whoever_is_on_leave_is_passed_over(stage: Stage, days: int | None, is_asked: bool) -> None:
    """The last day of a leave belongs to it."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    today = stage.house.service.today()
    await changes(stage, budi, leave_until=None if days is None else today + timedelta(days=days))
    lead = await lead_comes(stage)
    assert lead.owner_id == (budi.id if is_asked else None)
    assert await reason(stage, lead) == (("rt", {}) if is_asked else ("branch", {"away": 1}))


async def test_the_office_alone_passes_everybody_over(stage: Stage) -> None:
    """Whoever chose "petugas kantor saja" is nobody's in the streets, and nobody there is told."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage, routing=Routing.OFFICE)
    assert lead.owner_id is None
    assert await reason(stage, lead) == ("branch", {})
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'lead-offer'") == 0


@pytest.mark.parametrize(
    ("comes", "is_told"),
    [
        ("2026-11-20 12:00", "2026-11-20 13:00"),  # Friday prayer
        ("2026-11-20 21:00", "2026-11-21 08:00"),  # the evening is the family's
        ("2026-12-24 21:00", "2026-12-26 08:00"),  # Christmas
        ("2027-02-15 18:00", "2027-02-15 19:00"),  # dusk in Ramadan
    ],
)
async def test_whoever_gets_one_hears_of_it_in_their_hours(stage: Stage, comes: str, is_told: str) -> None:
    """Not a minute before; it is theirs all the while."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    zone, clock = stage.house.service.zone, stage.house.service.clock
    at, then = (datetime.fromisoformat(said).replace(tzinfo=zone) for said in (comes, is_told))
    clock.move(at - clock.now())
    lead = await lead_comes(stage)
    assert lead.owner_id == budi.id
    clock.move(then - at - timedelta(minutes=1))
    await delivered(stage)
    assert "Nomornya muncul setelah Terima" not in "".join(stage.shown(BUDI))
    clock.move(timedelta(minutes=1))
    await delivered(stage)
    assert "Nomornya muncul setelah Terima" in stage.last(BUDI)
