import asyncio
from collections import Counter
from datetime import datetime, timedelta
from itertools import chain
from uuid import UUID

import pytest
from sqlmodel import col, select

from storage.contacts import delete_contact
from storage.database import Database
from storage.messages import count_queued
from storage.models.messages import Lane, Message, MessageState
from storage.outbox import (
    WAITING,
    Attempt,
    cancel_messages_to,
    list_due,
    mark_sending,
    next_due_at,
    params_of,
    queue_message,
    record_result,
    recover_lost,
)
from tests.integration.storage.rows import HOUR, NOW, UJANG, count_by_state, meet, queue

ALL = tuple(Lane)
MINUTE = timedelta(minutes=1)


async def waiting(database: Database, now: datetime = NOW) -> list[Message]:
    """What is due in any lane."""
    due = select(Message).where(col(Message.state).in_(WAITING), col(Message.due_at) <= now)
    async with database.transaction() as tx:
        return list((await tx.execute(due.order_by(col(Message.due_at), col(Message.id)))).scalars())


async def counted(database: Database) -> Counter[MessageState]:
    async with database.transaction() as tx:
        return await count_by_state(tx)


async def test_a_message_waits_sealed_until_it_is_due(database: Database) -> None:
    """What it was queued with comes back; before its time it is not found."""
    sari = await meet(database)
    async with database.transaction() as tx:
        await queue_message(tx, sari, Lane.NOTICE, "case", NOW, params={"name": "Sari"}, due_at=NOW + HOUR)
        assert await next_due_at(tx) == NOW + HOUR
    assert await waiting(database, NOW + HOUR - MINUTE) == []
    (message,) = await waiting(database, NOW + HOUR)
    assert b"Sari" not in (message.params or b"")
    async with database.transaction() as tx:
        assert params_of(tx, message) == {"name": "Sari"}
        assert await count_queued(tx, sari, "case", NOW) == 1
        assert await count_queued(tx, sari, "case", NOW + MINUTE) == 0


async def test_a_key_is_queued_once(database: Database) -> None:
    """The second message with a `dedup_key` is not queued; without keys any number is."""
    sari = await meet(database)
    async with database.transaction() as tx:
        queued = [
            await queue_message(tx, sari, Lane.NOTICE, "digest", NOW, dedup_key=key)
            for key in ("nine", "nine", "ten", None, None)
        ]
    assert queued == [True, False, True, True, True]


async def test_the_longest_due_comes_first(database: Database) -> None:
    """Messages come in the order of their due times, whatever order they were queued in."""
    sari = await meet(database)
    async with database.transaction() as tx:
        for hours in (2, 3, 1):
            await queue_message(tx, sari, Lane.NOTICE, str(hours), NOW, due_at=NOW - hours * HOUR)
    assert [message.kind for message in await waiting(database)] == ["3", "2", "1"]


async def test_two_claimers_get_each_message_once(database: Database) -> None:
    """However many processes claim the same list at once, each row is marked by one of them."""
    sari = await meet(database)
    await queue(database, sari, 100)
    ids = [message.id for message in await waiting(database)]

    async def claim(holder: str, id_: UUID) -> list[UUID]:
        async with database.transaction() as tx:
            return [id_] if await mark_sending(tx, Attempt(id_, holder, 1, NOW)) else []

    claims = [asyncio.gather(*(claim(holder, id_) for id_ in ids)) for holder in ("a", "b", "c")]
    won = list(chain.from_iterable(chain.from_iterable(await asyncio.gather(*claims))))
    assert sorted(won) == sorted(ids)
    assert await counted(database) == {MessageState.SENDING: 100}


async def test_only_what_was_called_can_have_a_result(database: Database) -> None:
    """A result settles `sending` and, late, `unknown`; never what waits, was settled or was cancelled."""
    sari = await meet(database)
    await queue(database, sari)
    (message,) = await waiting(database)
    attempt = Attempt(message.id, "a", 1, NOW)
    async with database.transaction() as tx:
        assert not await record_result(tx, attempt, MessageState.SENT, NOW)
        assert await mark_sending(tx, attempt)
        assert await record_result(tx, attempt, MessageState.UNKNOWN, NOW, reason="x" * 999)
        assert await record_result(tx, attempt, MessageState.SENT, NOW, telegram_message_id=5)
        assert not await record_result(tx, attempt, MessageState.FAILED, NOW)
    assert await counted(database) == {MessageState.SENT: 1}


@pytest.mark.parametrize("holder", ["a", "b"])
@pytest.mark.parametrize("late", [MessageState.SENT, MessageState.FAILED, MessageState.ERRORED])
async def test_a_late_result_never_overwrites_a_newer_attempt(
    database: Database, late: MessageState, holder: str
) -> None:
    """Whoever was taken for dead may find the message in somebody else's hands, or in its own next life's."""
    sari = await meet(database)
    await queue(database, sari)
    (message,) = await waiting(database)
    first, second = Attempt(message.id, "a", 1, NOW), Attempt(message.id, holder, 2, NOW + MINUTE)
    async with database.transaction() as tx:
        assert await mark_sending(tx, first)
        assert await recover_lost(tx, [("a", 2), ("b", 2)], NOW + MINUTE, NOW + MINUTE) == 1
        assert await mark_sending(tx, second)
        assert not await record_result(tx, first, late, NOW + MINUTE)
        assert await record_result(tx, second, MessageState.UNREACHABLE, NOW + MINUTE)
        assert not await record_result(tx, first, late, NOW + MINUTE)
    assert await counted(database) == {MessageState.UNREACHABLE: 1}


@pytest.mark.parametrize("lane", [Lane.CAMPAIGN, Lane.NOTICE])
async def test_what_did_arrive_is_not_sent_again(database: Database, lane: Lane) -> None:
    """Taken for lost, unknown or waiting for its next attempt, a message that was sent after all is sent."""
    sari = await meet(database)
    await queue(database, sari, 1, lane)
    (message,) = await waiting(database)
    attempt = Attempt(message.id, "a", 1, NOW)
    async with database.transaction() as tx:
        assert await mark_sending(tx, attempt)
        assert await recover_lost(tx, [], NOW + MINUTE, NOW + MINUTE) == 1
        assert await record_result(tx, attempt, MessageState.SENT, NOW + MINUTE, telegram_message_id=5)
    assert await counted(database) == {MessageState.SENT: 1}
    assert await waiting(database, NOW + HOUR) == []


async def test_who_is_written_to_and_what_nobody_here_can_render_is_left_out(database: Database) -> None:
    """A list for one version, without the people it is writing to already."""
    sari, ujang = await meet(database), await meet(database, UJANG)
    for contact in (sari, ujang):
        await queue(database, contact)
    async with database.transaction() as tx:
        found = await list_due(tx, ALL, NOW, limit=9, kinds={"receipt"}, but_not_to={sari})
        assert [contact.id for _, contact in found] == [ujang]
        assert await list_due(tx, ALL, NOW, limit=9, kinds={"another"}) == []


async def test_cancelling_spares_what_is_under_way(database: Database) -> None:
    """Stop cancels what waits of these kinds for this person, and nothing else."""
    sari, ujang = await meet(database), await meet(database, UJANG)
    await queue(database, sari, 2)
    await queue(database, ujang, 1)
    first = (await waiting(database))[0]
    async with database.transaction() as tx:
        await queue_message(tx, sari, Lane.REPLY, "case-closed", NOW)
        await mark_sending(tx, Attempt(first.id, "a", 1, NOW))
        assert await cancel_messages_to(tx, sari, ["receipt"], NOW, "stop") == 1
    states = await counted(database)
    assert states[MessageState.CANCELLED] == 1
    assert sum(states.values()) == 4


@pytest.mark.parametrize(
    ("lane", "state"), [(Lane.CAMPAIGN, MessageState.UNKNOWN), (Lane.NOTICE, MessageState.ERRORED)]
)
async def test_what_a_dead_process_was_sending(database: Database, lane: Lane, state: MessageState) -> None:
    """A campaign message becomes `unknown` and is never sent again by itself; a notice is sent again."""
    sari = await meet(database)
    await queue(database, sari, 1, lane)
    (message,) = await waiting(database)
    async with database.transaction() as tx:
        await mark_sending(tx, Attempt(message.id, "dead", 1, NOW))
        assert await recover_lost(tx, [("alive", 1)], NOW + MINUTE, NOW + MINUTE) == 1
    assert await counted(database) == {state: 1}
    assert len(await waiting(database, NOW + MINUTE)) == (state is MessageState.ERRORED)


async def test_what_is_not_lost_is_left_alone(database: Database) -> None:
    """A call of a living process, and one that is younger than a call may be, go on."""
    sari = await meet(database)
    await queue(database, sari, 2)
    alive, young = await waiting(database)
    async with database.transaction() as tx:
        await mark_sending(tx, Attempt(alive.id, "alive", 3, NOW))
        await mark_sending(tx, Attempt(young.id, "dead", 1, NOW + HOUR))
        assert await recover_lost(tx, [("alive", 3)], NOW + HOUR, NOW + HOUR) == 0
        assert await recover_lost(tx, [("alive", 4)], NOW + HOUR, NOW + HOUR) == 1  # another life of it


async def test_with_nobody_alive_everything_old_is_lost(database: Database) -> None:
    """An empty list of living processes leaves none out."""
    sari = await meet(database)
    await queue(database, sari)
    (message,) = await waiting(database)
    async with database.transaction() as tx:
        await mark_sending(tx, Attempt(message.id, "dead", 1, NOW))
        assert await recover_lost(tx, [], NOW + MINUTE, NOW + MINUTE) == 1


async def test_messages_go_with_their_contact(database: Database) -> None:
    """Erasing a person erases what was queued for them."""
    sari = await meet(database)
    await queue(database, sari, 3)
    async with database.transaction() as tx:
        await delete_contact(tx, sari)
    assert await counted(database) == {}
