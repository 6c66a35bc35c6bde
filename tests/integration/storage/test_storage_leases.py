import asyncio
from datetime import timedelta

from sqlmodel import col, update

from bot.leadership import Leadership
from storage.database import Database, Transaction
from storage.leases import (
    HeldLease,
    database_time,
    forget_leases,
    halt_until,
    list_live,
    release_lease,
    seconds_halted,
    take_lease,
)
from storage.models.leases import Lease

LONG = timedelta(seconds=60)


async def take(database: Database, holder: str, name: str = "schedule") -> HeldLease | None:
    async with database.transaction() as tx:
        return await take_lease(tx, name, holder, LONG)


async def expire(tx: Transaction, name: str, ago: timedelta = timedelta(seconds=1)) -> None:
    """Let a lease have run out, as if its holder had been silent."""
    past = await database_time(tx) - ago
    await tx.execute(update(Lease).where(col(Lease.name) == name).values(expires_at=past))


async def test_one_of_two_holds_it(database: Database) -> None:
    """While one holds a lease another gets none, and keeping it does not change its epoch."""
    first = await take(database, "a")
    assert first is not None
    assert await take(database, "b") is None
    kept = await take(database, "a")
    assert kept is not None
    assert kept.epoch == first.epoch


async def test_an_expired_lease_is_taken_over_in_a_new_epoch(database: Database) -> None:
    """Whoever takes over is known apart from the one before, who then gets none."""
    first = await take(database, "a")
    async with database.transaction() as tx:
        await expire(tx, "schedule")
    second = await take(database, "b")
    assert first is not None
    assert second is not None
    assert second.epoch == first.epoch + 1
    assert await take(database, "a") is None


async def test_ones_own_expired_lease_is_a_new_taking(database: Database) -> None:
    """Others may have acted as if its holder were dead: what it did before belongs to another life."""
    first = await take(database, "a")
    async with database.transaction() as tx:
        await expire(tx, "schedule")
    again = await take(database, "a")
    assert first is not None
    assert again is not None
    assert again.epoch == first.epoch + 1


async def test_of_many_at_once_one_wins(database: Database) -> None:
    """A free lease goes to one of those who ask for it at the same moment; so does an expired one."""
    for _ in range(2):
        taken = await asyncio.gather(*(take(database, f"replica {number}") for number in range(10)))
        assert len([lease for lease in taken if lease]) == 1
        async with database.transaction() as tx:
            await expire(tx, "schedule")


async def test_a_released_lease_is_free_at_once(database: Database) -> None:
    """Only its holder can release it."""
    await take(database, "a")
    async with database.transaction() as tx:
        assert not await release_lease(tx, "schedule", "b")
        assert await release_lease(tx, "schedule", "a")
    assert await take(database, "b") is not None


async def test_the_living_are_listed_and_the_long_dead_forgotten(database: Database) -> None:
    """A lease that ran out is not alive, and after a day its row goes."""
    for name in ("replica:a", "replica:b", "schedule"):
        await take(database, "x", name)
    async with database.transaction() as tx:
        await expire(tx, "replica:a", timedelta(days=2))
        assert [lease.name for lease in await list_live(tx, "replica:")] == ["replica:b"]
        assert await forget_leases(tx, "replica:", timedelta(days=1)) == 1


async def test_a_halt_never_ends_early(database: Database) -> None:
    """Of two floods the later deadline holds."""
    await take(database, "a")
    async with database.transaction() as tx:
        await halt_until(tx, "schedule", timedelta(seconds=30))
        await halt_until(tx, "schedule", timedelta(seconds=3))
        assert 20 < await seconds_halted(tx, "schedule") <= 30
        assert await seconds_halted(tx, "another") == 0


async def test_two_replicas_have_one_leader(database: Database) -> None:
    """Both live and share the rate, one leads; when it resigns the other leads at its next beat."""
    first, second = Leadership(database), Leadership(database)
    await first.beat()
    await second.beat()
    await first.beat()
    assert (first.is_leader, second.is_leader) == (True, False)
    assert (first.replicas, second.replicas) == (2, 2)
    assert sorted(await first.list_live()) == sorted([(first.holder, 1), (second.holder, 1)])
    await first.resign()
    await second.beat()
    assert second.is_leader
    assert second.replicas == 1


async def test_every_replica_learns_of_a_flood(database: Database) -> None:
    """What one met, each reads at its next beat, whether or not it leads."""
    first, second = Leadership(database), Leadership(database)
    await first.beat()
    await second.beat()
    await second.report_flood(60)
    for replica in (first, second):
        await replica.beat()
        assert 50 < replica.halted_for <= 60
    await first.tidy()


async def test_a_claim_learns_of_a_flood_at_once(database: Database) -> None:
    """Between two beats, too: every claim asks the row itself."""
    first, second = Leadership(database), Leadership(database)
    await first.beat()
    async with database.transaction() as tx:
        assert not await first.is_halted(tx)
    await second.report_flood(60)
    async with database.transaction() as tx:
        assert await first.is_halted(tx)
