"""Cases in storage: one open a person, changed by compare-and-set, room taken exactly, waiting counted."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage.case_words import NewWords, add_words, find_last_answer, list_words
from storage.cases import (
    add_case,
    add_rating_words,
    change_case,
    count_cases,
    count_waiting,
    find_area_of,
    find_case,
    find_closed_case,
    list_orphans,
    lock_case,
    note_answer,
    note_reminded,
    note_waiting,
    rate_case,
)
from storage.contacts import meet_contact
from storage.database import Database
from storage.models.cases import Case, CaseKind, CaseState, WordsForm
from storage.officers import (
    add_saved_reply,
    drop_saved_reply,
    forget_case_days,
    know_officer,
    list_saved_replies,
    off_duty_until,
    officer_names,
    set_off_duty,
    take_place,
)
from storage.visits import find_standing
from tests.integration.storage.rows import DAY, HOUR, NOW, RINA, SARI, UJANG, meet, register


async def opened(database: Database, who: int = SARI) -> Case:
    contact = await meet(database, who)
    async with database.transaction() as tx:
        return await add_case(tx, contact, CaseKind.HELP, "Sari", NOW, promised=(NOW, NOW + HOUR))


async def test_a_person_has_one_open_case(database: Database) -> None:
    """The database itself refuses a second one; after the first is closed there may be another."""
    case = await opened(database)
    with pytest.raises(IntegrityError):
        await opened(database)
    async with database.transaction() as tx:
        assert await change_case(tx, case, state=CaseState.CLOSED, closed_at=NOW) is not None
    await opened(database)


async def test_whoever_waits_is_known_from_the_first_question(database: Database) -> None:
    """The first query of an update says whether its person has an open case: theirs, and still open."""
    case = await opened(database)

    async def waits(who: int) -> bool:
        async with database.transaction() as tx:
            return (await find_standing(tx, await meet_contact(tx, who, NOW))).has_case

    assert (await waits(SARI), await waits(UJANG)) == (True, False)
    async with database.transaction() as tx:
        await change_case(tx, case, state=CaseState.CLOSED, closed_at=NOW)
    assert not await waits(SARI)


async def test_of_two_who_claim_one_has_it(database: Database) -> None:
    """At the same moment, from the same card; on both engines."""
    case = await opened(database)
    officers = [await meet(database, who) for who in (RINA, UJANG)]

    async def claims(officer: object) -> bool:
        async with database.transaction() as tx:
            card = await lock_case(tx, case.id)
            assert card is not None
            if card.case.owner_id is not None:
                return False
            return await change_case(tx, card.case, owner_id=officer) is not None

    assert sorted(await asyncio.gather(*map(claims, officers))) == [False, True]


async def test_a_change_of_what_was_changed_meanwhile_is_none(database: Database) -> None:
    """Version and state are compared."""
    case = await opened(database)
    async with database.transaction() as tx:
        assert (await change_case(tx, case, kind=CaseKind.MISFORTUNE)) is not None
        assert await change_case(tx, case, kind=CaseKind.AGE) is None


async def test_room_of_a_day_is_taken_exactly(database: Database) -> None:
    """Ten ask at once for three places."""

    async def takes() -> bool:
        async with database.transaction() as tx:
            return await take_place(tx, NOW.date(), 3)

    assert sum(await asyncio.gather(*(takes() for _ in range(10)))) == 3
    async with database.transaction() as tx:
        assert not await take_place(tx, (NOW + DAY).date(), 0)
        assert await forget_case_days(tx, (NOW + DAY).date()) == 1


async def test_waiting_is_noted_once_and_ended_by_an_answer(database: Database) -> None:
    """The first answer's time stays; a reminder counts only for the wait it was meant for."""
    case = await opened(database)
    async with database.transaction() as tx:
        assert not await note_waiting(tx, case.id, NOW + HOUR)
        assert (await count_waiting(tx)).since == NOW
        assert await note_reminded(tx, case)
        assert not await note_reminded(tx, case)
        await note_answer(tx, case.id, NOW + HOUR)
        assert await note_waiting(tx, case.id, NOW + 2 * HOUR)
        await note_answer(tx, case.id, NOW + 3 * HOUR)
        waiting = await count_waiting(tx)
        assert (waiting.unclaimed, waiting.unanswered, waiting.since) == (1, 0, None)
    async with database.transaction() as tx:
        card = await find_case(tx, case.id)
        assert card is not None
        assert (card.case.answered_at, card.case.waiting_steps) == (NOW + HOUR, 0)
        counts = await count_cases(tx, NOW, NOW + DAY, late="case-late")
        assert (counts.promised, counts.kept) == (1, 1)


async def test_a_promise_counts_when_its_day_is_over(database: Database) -> None:
    """Before that, nothing is broken."""
    await opened(database)
    async with database.transaction() as tx:
        assert (await count_cases(tx, NOW, NOW, late="case-late")).promised == 0
        over = await count_cases(tx, NOW, NOW + DAY, late="case-late")
        assert (over.promised, over.kept) == (1, 0)


async def test_only_ones_own_closed_case_is_rated_and_once(database: Database) -> None:
    """Words come after stars, once as well, and are sealed."""
    case = await opened(database)
    stranger = await meet(database, UJANG)
    async with database.transaction() as tx:
        assert not await rate_case(tx, case.id, case.contact_id, 5)
        await change_case(tx, case, state=CaseState.CLOSED, closed_at=NOW, answered_at=NOW)
        assert not await add_rating_words(tx, case.id, case.contact_id, "baik")
        assert not await rate_case(tx, case.id, stranger, 5)
        assert await rate_case(tx, case.id, case.contact_id, 4)
        assert not await rate_case(tx, case.id, case.contact_id, 1)
        assert await add_rating_words(tx, case.id, case.contact_id, "baik")
        assert not await add_rating_words(tx, case.id, case.contact_id, "buruk")
    async with database.transaction() as tx:
        card = await find_case(tx, case.id)
        assert card is not None
        assert (card.case.rating, card.rating_words) == (4, "baik")
        found = await find_closed_case(tx, case.contact_id, NOW - HOUR)
        assert found is not None
        assert await find_closed_case(tx, case.contact_id, NOW) is None
        counts = await count_cases(tx, NOW, NOW, late="case-late")
        assert (counts.rated, counts.stars) == (1, 4)


async def test_words_stay_in_order_and_go_with_the_case(database: Database) -> None:
    """Sealed; the newest few are given the oldest first."""
    case = await opened(database)
    rina = await meet(database, RINA)
    async with database.transaction() as tx:
        for number in range(4):
            author = rina if number % 2 else case.contact_id
            new = NewWords(WordsForm.TEXT, f"kata {number}")
            at = NOW + timedelta(minutes=number)
            await add_words(tx, case.id, author, new, at, is_from_staff=bool(number % 2))
        assert [said.text for said in await list_words(tx, case.id, newest=2)] == ["kata 2", "kata 3"]
        last = await find_last_answer(tx, case.id, rina)
        assert last is not None
        assert last.text == "kata 3"


async def test_orphans_are_cases_of_nobody_in_the_list(database: Database) -> None:
    """A case that is nobody's is no orphan."""
    case = await opened(database)
    rina = await meet(database, RINA)
    async with database.transaction() as tx:
        assert await list_orphans(tx, []) == []
        await change_case(tx, case, owner_id=rina)
        assert await list_orphans(tx, [rina]) == []
        assert [orphan.id for orphan in await list_orphans(tx, [])] == [case.id]


async def test_an_officer_is_known_off_duty_and_back(database: Database) -> None:
    """Being known again does not end being off duty; a name is sealed."""
    rina = await meet(database, RINA)
    async with database.transaction() as tx:
        await know_officer(tx, rina, "Rina")
        await set_off_duty(tx, rina, NOW + DAY)
        await know_officer(tx, rina, "Bu Rina")
        assert await off_duty_until(tx, [rina]) == {rina: NOW + DAY}
        assert await officer_names(tx, [rina]) == {rina: "Bu Rina"}
        await set_off_duty(tx, rina, None)
        assert await off_duty_until(tx, [rina]) == {}


async def test_saved_replies_are_ones_own(database: Database) -> None:
    """Nobody else drops them."""
    rina, ujang = await meet(database, RINA), await meet(database, UJANG)
    async with database.transaction() as tx:
        await add_saved_reply(tx, rina, "Besok pagi ya", NOW)
        (kept,) = await list_saved_replies(tx, rina)
        assert kept.text == "Besok pagi ya"
        assert not await drop_saved_reply(tx, ujang, kept.id)
        assert await drop_saved_reply(tx, rina, kept.id)


async def test_the_area_is_that_of_the_newest_registration(database: Database) -> None:
    """Nothing is known of who never told."""
    sari = await meet(database)
    async with database.transaction() as tx:
        assert await find_area_of(tx, sari) is None
        await register(tx, contact_id=sari)
        assert await find_area_of(tx, sari) == "36.04.01.2001"
