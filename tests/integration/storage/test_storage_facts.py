"""Changes of facts and of texts: proposed, decided once by somebody else, kept apart, withdrawn."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from storage.contacts import meet_contact
from storage.database import Database, Transaction
from storage.facts import (
    NewFactChange,
    add_changes,
    add_withdrawal,
    count_approved,
    decide_proposal,
    find_change,
    list_changes,
    list_changes_of,
    list_open_proposals,
    list_text_changes,
)
from storage.models.facts import FactChange, FactChangeState
from tests.integration.house_stage import BUDI, NOW, RINA

TODAY = date(2026, 11, 20)
FACT = NewFactChange("jkk.homecare", "25000000", "Permenaker 9/2026", TODAY)
WORDS = NewFactChange("cost.daily", "Kira-kira {per_day.other}. " * 30, "", TODAY, "id", "f" * 64)


async def people(tx: Transaction) -> tuple[UUID, UUID]:
    """Bu Rina, who proposes, and Pak Budi, who decides."""
    rina, budi = [await meet_contact(tx, who, NOW) for who in (RINA, BUDI)]
    return rina.id, budi.id


async def proposed(tx: Transaction, new: NewFactChange, by: UUID) -> FactChange:
    return (await add_changes(tx, [new], by, NOW))[0]


async def test_words_are_kept_whole_beside_facts(database: Database) -> None:
    """Long ones, too, with their language and what they were written against; each kind lists its own."""
    async with database.transaction() as tx:
        rina, _ = await people(tx)
        fact, words = await proposed(tx, FACT, rina), await proposed(tx, WORDS, rina)
        kept = await find_change(tx, words.number)
        assert kept is not None
        assert (kept.value, kept.language, kept.shipped) == (WORDS.value, "id", "f" * 64)
        assert (kept.is_text, fact.is_text) == (True, False)
        assert [one.id for one in await list_open_proposals(tx)] == [fact.id]
        assert [one.id for one in await list_open_proposals(tx, texts=True)] == [words.id]
        assert [one.id for one in await list_text_changes(tx, "cost.daily", "id")] == [words.id]
        assert await list_text_changes(tx, "cost.daily", "en") == []
        assert len(await list_changes_of(tx, rina)) == 2


async def test_the_last_day_of_a_promise_is_kept(database: Database) -> None:
    """As it was said; what is told for good has none."""
    async with database.transaction() as tx:
        rina, _ = await people(tx)
        half_year = replace(FACT, fact_id="discount.other", valid_until=date(2027, 6, 30))
        for new in (FACT, half_year):
            change = await find_change(tx, (await proposed(tx, new, rina)).number)
            assert change is not None
            assert change.valid_until == new.valid_until


@pytest.mark.parametrize("state", [FactChangeState.APPROVED, FactChangeState.RETURNED])
async def test_it_is_decided_once_and_by_somebody_else(database: Database, state: FactChangeState) -> None:
    """Compare-and-set on state, version and who proposed; the reason stays with it."""
    async with database.transaction() as tx:
        rina, budi = await people(tx)
        words = await proposed(tx, WORDS, rina)
        assert not await decide_proposal(tx, words, state, rina, NOW)
        assert await decide_proposal(tx, words, state, budi, NOW, reason="unclear")
        assert not await decide_proposal(tx, words, FactChangeState.REJECTED, budi, NOW)
    async with database.transaction(read_only=True) as tx:
        kept = (await list_changes(tx, state))[0]
        assert (kept.reason, kept.decided_by, kept.version) == ("unclear", budi, 2)
        assert await count_approved(tx) == (state is FactChangeState.APPROVED)


async def test_a_withdrawal_counts_as_a_change(database: Database) -> None:
    """So that every process looks again; who did it, and when, stays on record."""
    async with database.transaction() as tx:
        rina, budi = await people(tx)
        words = await proposed(tx, WORDS, rina)
        await decide_proposal(tx, words, FactChangeState.APPROVED, budi, NOW)
        later = NOW + timedelta(hours=1)
        gone = await add_withdrawal(tx, "cost.daily", "id", TODAY, budi, later)
        assert await count_approved(tx) == 2
        assert [one.id for one in await list_text_changes(tx, "cost.daily", "id")] == [gone.id, words.id]
        assert (gone.value, gone.proposed_by, gone.decided_by) == ("", budi, budi)
