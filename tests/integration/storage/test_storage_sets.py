"""Rows changed many at a time: each as it was read or not at all; nobody gets more than they can hold."""

from datetime import timedelta
from uuid import UUID

from storage.crypto import KeyRing
from storage.database import Database, Transaction
from storage.followups import NewFollowUp, note_silence, open_follow_ups, ready_of, touch_follow_up
from storage.lead_changes import LeadChange, change_leads, lock_leads
from storage.leads import find_lead
from storage.models.followups import Duty
from storage.models.leads import Lead, LeadState
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.slots import Post, count_slots, list_posted, take_slots
from storage.types import new_id
from storage.volunteers import Territory, add_volunteer, change_volunteer, find_volunteer, post
from tests.integration.storage.rows import NOW, SARI, meet, register

HOUR = timedelta(hours=1)
VILLAGE = "36.04.12.2001"


async def leads_come(database: Database, count: int = 3) -> list[Lead]:
    """New leads, each with somebody to call."""
    async with database.transaction() as tx:
        found = [await register(tx, phone=f"+62812345{number:05}") for number in range(count)]
        leads = [lead for lead in found if lead is not None]
        await open_follow_ups(tx, [(lead, NewFollowUp(Duty.CALL, NOW)) for lead in leads], NOW)
    assert len(leads) == count
    return leads


async def joins(tx: Transaction, contact_id: UUID | None, where: Territory, capacity: int = 20) -> Volunteer:
    budi = await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", NOW, contact_id=contact_id)
    await post(tx, budi.id, NOW, territory=where)
    await change_volunteer(tx, budi, capacity=capacity)
    return budi


async def test_leads_are_changed_as_they_were_read(database: Database) -> None:
    """Three at once; the one that somebody changed meanwhile is left as they made it."""
    leads = await leads_come(database)
    async with database.transaction() as tx:
        await change_leads(tx, [LeadChange(leads[1], {"state": LeadState.DECLINED})], NOW)
    async with database.transaction() as tx:
        wanted = [LeadChange(lead, {"state": LeadState.INTERESTED, "contacted_at": NOW}) for lead in leads]
        changed = await change_leads(tx, wanted, NOW + HOUR)
    assert changed == {leads[0].id, leads[2].id}
    async with database.transaction(read_only=True) as tx:
        cards = [await find_lead(tx, lead.id) for lead in leads]
    states = [(card.lead.state, card.lead.version, card.lead.contacted_at) for card in cards if card]
    taken = (LeadState.INTERESTED, 2, NOW)
    assert states == [taken, (LeadState.DECLINED, 2, None), taken]


async def test_different_columns_are_changed_together(database: Database) -> None:
    """One lead gets an owner, another none: each its own values."""
    leads = await leads_come(database)
    async with database.transaction() as tx:
        budi = await joins(tx, None, Territory(VILLAGE))
        wanted = [
            LeadChange(leads[0], {"owner_id": budi.id}),
            LeadChange(leads[1], {"owner_id": None, "paid_at": NOW}),
        ]
        assert await change_leads(tx, wanted, NOW) == {leads[0].id, leads[1].id}
        first, second = await find_lead(tx, leads[0].id), await find_lead(tx, leads[1].id)
    assert first is not None
    assert second is not None
    assert (first.lead.owner_id, first.lead.paid_at) == (budi.id, None)
    assert (second.lead.owner_id, second.lead.paid_at) == (None, NOW)


async def test_silence_is_counted_only_where_nobody_moved(database: Database) -> None:
    """A touch between the look and the step keeps the lead where it is."""
    leads = await leads_come(database)
    async with database.transaction() as tx:
        seen = await ready_of(tx, [lead.id for lead in leads])
    async with database.transaction() as tx:
        await touch_follow_up(tx, leads[0].id, NOW + HOUR)
    async with database.transaction() as tx:
        noted = await note_silence(tx, list(seen.values()))
        again = await note_silence(tx, list(seen.values()))
    assert noted == {seen[lead.id].id for lead in leads[1:]}
    assert again == set()


async def test_nobody_is_given_more_than_they_can_hold(database: Database) -> None:
    """Two slots of two are taken, three of two are not, nor any of somebody on leave."""
    contact_id = await meet(database)
    async with database.transaction() as tx:
        budi = await joins(tx, contact_id, Territory(VILLAGE), capacity=2)
        ujang = await joins(tx, None, Territory(VILLAGE), capacity=2)
        away = await joins(tx, None, Territory(VILLAGE))
        found = await find_volunteer(tx, away.id)
        assert found is not None
        await change_volunteer(tx, found.volunteer, leave_until=NOW.date())
        wanted = {budi.id: 2, ujang.id: 3, away.id: 1, new_id(): 1}
        assert await take_slots(tx, wanted, NOW.date()) == {budi.id}
        assert await take_slots(tx, {budi.id: 1}, NOW.date()) == set()
        await count_slots(tx, {budi.id: -1, ujang.id: 3, away.id: 0})
        counts = [await find_volunteer(tx, one.id) for one in (budi, ujang, away)]
    assert [card.volunteer.open_leads for card in counts if card] == [1, 3, 0]


async def test_who_answers_for_exactly_these_is_found(database: Database) -> None:
    """By territory, each at its own level; not who cannot be told."""
    contact_id = await meet(database)
    async with database.transaction() as tx:
        budi = await joins(tx, contact_id, Territory(VILLAGE, "005", "003"))
        await joins(tx, None, Territory(VILLAGE, "005"))
        found = await list_posted(tx, {Post(VILLAGE, "005", "003"), Post(VILLAGE, "005"), Post(VILLAGE)})
    assert {place: [one.id for one in people] for place, people in found.items()} == {
        Post(VILLAGE, "005", "003"): [budi.id]
    }


async def test_a_lead_in_other_hands_is_not_waited_for(postgres_database_url: str, keys: KeyRing) -> None:
    """On PostgreSQL whoever writes to a lead keeps it; the other is locked, one that is gone is neither."""
    database = Database(postgres_database_url, keys)
    try:
        await meet(database, SARI)
        leads = await leads_come(database, 2)
        async with database.transaction() as theirs, database.transaction() as ours:
            await change_leads(theirs, [LeadChange(leads[0], {"state": LeadState.DECLINED})], NOW)
            locked, busy = await lock_leads(ours, [*[lead.id for lead in leads], new_id()])
        assert [lead.id for lead in locked] == [leads[1].id]
        assert busy == {leads[0].id}
    finally:
        await database.close()


async def test_rows_of_another_lead_are_untouched(database: Database) -> None:
    """What is not among the rows given stays as it is."""
    leads = await leads_come(database)
    as_never_was = leads[0].model_copy(update={"version": 7})
    wanted = [LeadChange(lead, {"state": LeadState.WRONG}) for lead in (as_never_was, leads[1])]
    async with database.transaction() as tx:
        assert await change_leads(tx, wanted, NOW) == {leads[1].id}
        untouched = await find_lead(tx, leads[2].id)
    assert untouched is not None
    assert untouched.lead.state is LeadState.NEW
