import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from storage.crypto import KeyRing, generate_index_key
from storage.database import Database
from storage.errors import Tampered
from storage.lead_events import add_event, list_events
from storage.leads import (
    NAME_WORD,
    change_lead,
    count_leads,
    delete_leads,
    find_lead,
    find_lead_by_number,
    find_same_lead,
    list_leads,
    list_leads_before,
    list_leads_of,
)
from storage.models.leads import LeadEventKind, LeadNameWord, LeadState
from storage.submissions import add_submission, find_own_submission, find_submission, list_submissions
from storage.types import new_id, new_number
from tests.integration.storage.rows import DAY, HOUR, NOW, SARIS_LEAD, UJANG, meet, register


async def test_a_lead_comes_back_as_it_was_given(database: Database) -> None:
    """What is sealed opens again, the rest stands in the clear, and the first event is there."""
    async with database.transaction() as tx:
        lead = await register(tx)
        assert lead is not None
        card = await find_lead_by_number(tx, lead.number)
        assert card is not None
        opened = (card.name, card.phone, card.occupation_detail, card.hamlet)
        assert opened == ("Sari Wulandari", "+6281234567801", "jual sayur", "Kampung Baru")
        assert card.lead.village_code == SARIS_LEAD.village_code
        events = await list_events(tx, lead.id)
    assert [(event.kind, event.to_state) for event in events] == [("submitted", "new")]


async def test_nothing_personal_stands_in_the_clear(database: Database) -> None:
    """Names, phones and free words cannot be found in any row of the table."""
    async with database.transaction() as tx:
        await register(tx)
        rows = [str(row) for row in await tx.execute(text("SELECT * FROM lead"))]
    for secret in ("Sari", "Wulandari", "81234567801", "sayur", "Kampung"):
        assert not any(secret in row for row in rows)


async def test_the_same_phone_and_name_is_one_lead(database: Database) -> None:
    """Another name on that phone, or that name on another phone, is another lead."""
    async with database.transaction() as tx:
        assert await register(tx) is not None
        assert await register(tx) is None
        assert await register(tx, name="Dewi", name_key="dewi") is not None
        assert await register(tx, phone="+6281234567899") is not None
        assert await count_leads(tx) == 3


async def test_two_at_once_make_one_lead(database: Database) -> None:
    """The rule holds between transactions that run at the same time."""

    async def send_in() -> bool:
        async with database.transaction() as tx:
            return await register(tx) is not None

    assert sorted(await asyncio.gather(*(send_in() for _ in range(8)))) == [False] * 7 + [True]


async def test_the_rule_holds_while_index_keys_change(database: Database, keys: KeyRing) -> None:
    """Between a new index key and the rekeying, the same phone and name still make no second lead."""
    async with database.transaction() as tx:
        assert await register(tx) is not None
    fresh = generate_index_key()
    key_id, _, secret = fresh.partition(":")
    rotated = _with_index_key(keys, key_id, secret)
    database.keys = rotated
    async with database.transaction() as tx:
        assert await register(tx) is None
        assert await find_same_lead(tx, SARIS_LEAD.phone, SARIS_LEAD.name_key) is not None


def _with_index_key(keys: KeyRing, key_id: str, secret: str) -> KeyRing:
    rotated = KeyRing.parse(f"k:{'A' * 43}", f"{key_id}:{secret}")
    rotated._ciphers = keys._ciphers
    rotated._current_data, rotated._header = keys._current_data, keys._header
    rotated._index_keys |= keys._index_keys
    return rotated


async def test_words_of_a_name_are_indexed(database: Database) -> None:
    """Each word has a blind index of its own; who has the key finds the lead by it."""
    async with database.transaction() as tx:
        lead = await register(tx)
        assert lead is not None
        wanted = tx.keys.blind_index(NAME_WORD, "wulandari")
        query = select(LeadNameWord.lead_id).where(col(LeadNameWord.word_index) == wanted)
        assert (await tx.execute(query)).scalars().all() == [lead.id]


async def test_a_value_moved_to_another_row_does_not_open(database: Database) -> None:
    """Whoever copies a sealed name to another lead gets an error, not the name."""
    async with database.transaction() as tx:
        await register(tx)
        other = await register(tx, phone="+6281234567899")
        assert other is not None
        await tx.execute(text("UPDATE lead SET name = (SELECT name FROM lead ORDER BY id LIMIT 1)"))
        tx.session.expire_all()
        with pytest.raises(Tampered):
            await find_lead(tx, other.id)


async def test_leads_are_listed_the_newest_first(database: Database) -> None:
    """Pages follow each other without gaps, and those of one contact are found."""
    sari = await meet(database)
    async with database.transaction() as tx:
        made = [await register(tx, phone=f"+62812345678{n:02}", contact_id=sari) for n in range(5)]
        numbers = [lead.number for lead in made if lead][::-1]
        pages = [await list_leads(tx, limit=2, offset=offset) for offset in (0, 2, 4)]
        assert [card.lead.number for page in pages for card in page] == numbers
        assert len(await list_leads_of(tx, sari)) == 5
        assert await count_leads(tx, since=NOW) == 5
        assert await count_leads(tx, since=NOW + HOUR) == 0


async def test_a_lead_moves_by_compare_and_set(database: Database) -> None:
    """Of two who saw the same version, one moves the lead."""
    async with database.transaction() as tx:
        lead = await register(tx)
        assert lead is not None
        assert await change_lead(tx, lead, NOW, state=LeadState.ACCEPTED)
        assert not await change_lead(tx, lead, NOW, state=LeadState.ACCEPTED)
        seen_before = lead.model_copy(update={"version": 2})
        assert not await change_lead(tx, seen_before, NOW, state=LeadState.DECLINED)


async def test_deleting_a_lead_takes_everything_along(database: Database) -> None:
    """Events, name words and submissions go with their lead."""
    sari = await meet(database)
    async with database.transaction() as tx:
        lead = await register(tx, contact_id=sari)
        assert lead is not None
        await add_event(tx, lead.id, LeadEventKind.NOTE, NOW, details={"said": "nanti"})
        await add_submission(tx, lead, sari, new_number(), {}, NOW, is_first=True)
        await delete_leads(tx, [lead.id])
        for table in ("lead_event", "lead_name_word", "submission"):
            assert (await tx.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one() == 0


async def test_old_leads_are_found(database: Database) -> None:
    """Only those from before the moment."""
    async with database.transaction() as tx:
        await register(tx)
        assert await list_leads_before(tx, NOW, limit=9) == []
        assert len(await list_leads_before(tx, NOW + DAY, limit=9)) == 1


async def test_each_person_has_submissions_of_their_own(database: Database) -> None:
    """Two people who sent in the same lead see their own answers and numbers."""
    sari, ujang = await meet(database), await meet(database, UJANG)
    async with database.transaction() as tx:
        lead = await register(tx)
        assert lead is not None
        for person in (sari, ujang):
            number = new_number()
            sent = await add_submission(tx, lead, person, number, {"who": number}, NOW, is_first=False)
            own = await find_own_submission(tx, lead.id, person)
            assert own is not None
            assert (own.submission.id, own.answers) == (sent.id, {"who": number})
            assert len(await list_submissions(tx, person)) == 1
        assert await find_submission(tx, new_id()) is None
        assert replace(SARIS_LEAD) == SARIS_LEAD
