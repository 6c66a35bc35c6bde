"""Leases: who runs what, by compare-and-set on the database's own time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, bindparam, case, literal_column
from sqlalchemy import select as select_columns
from sqlmodel import col, delete, or_, select, update

from storage.database import Transaction
from storage.inserts import insert_statement
from storage.models.base import table_of
from storage.models.leases import Lease
from storage.types import UtcDateTime


@dataclass(frozen=True, slots=True)
class HeldLease:
    """A lease in hand: `epoch` marks this taking of it apart from every other."""

    name: str
    holder: str
    epoch: int


def _now(*, is_sqlite: bool) -> ColumnElement[datetime]:
    """The database's own time, as a column holds it."""
    stored = "strftime('%Y-%m-%d %H:%M:%f000', 'now')" if is_sqlite else "clock_timestamp()"
    return literal_column(stored, UtcDateTime())


_NOW = {is_sqlite: select_columns(_now(is_sqlite=is_sqlite)) for is_sqlite in (True, False)}


async def database_time(tx: Transaction) -> datetime:
    """What time the database has, so that replicas with wrong clocks agree."""
    moment: datetime = (await tx.execute(_NOW[tx.is_sqlite])).scalar_one()
    return moment


async def take_lease(tx: Transaction, name: str, holder: str, lasts: timedelta) -> HeldLease | None:
    """Take or keep a lease; None while somebody else holds it.

    Each new taking raises the epoch, also of what was one's own and ran out: meanwhile others may have
    acted as if its holder were dead.
    """
    now = await database_time(tx)
    values = {"name": name, "holder": holder, "epoch": 1, "expires_at": now + lasts}
    has_expired = col(Lease.expires_at) < now
    statement = insert_statement(Lease, is_sqlite=tx.is_sqlite).values(values)
    upsert = statement.on_conflict_do_update(
        index_elements=["name"],
        set_={
            "holder": holder,
            "epoch": case((has_expired, col(Lease.epoch) + 1), else_=col(Lease.epoch)),
            "expires_at": now + lasts,
        },
        where=or_(col(Lease.holder) == holder, has_expired),
    )
    row = (await tx.execute(upsert.returning(Lease.epoch))).first()  # type: ignore[call-overload]  # reason: RETURNING takes the columns SQLModel types as values
    return None if row is None else HeldLease(name, holder, row.epoch)


async def release_lease(tx: Transaction, name: str, holder: str) -> bool:
    """Let go at once, so that a successor need not wait for the expiry; the epoch stays."""
    now = await database_time(tx)
    mine = update(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder)
    return await tx.changed(mine.values(expires_at=now - timedelta(seconds=1))) == 1


async def expire_leases(tx: Transaction) -> None:
    """Let go of all leases at once, where their holders are known to be gone."""
    before = await database_time(tx) - timedelta(seconds=1)
    await tx.execute(update(Lease).where(col(Lease.expires_at) > before).values(expires_at=before))


async def list_live(tx: Transaction, prefix: str) -> list[Lease]:
    """Leases under a prefix that have not expired."""
    now = await database_time(tx)
    query = select(Lease).where(col(Lease.name).startswith(prefix), col(Lease.expires_at) >= now)
    return list((await tx.execute(query)).scalars())


async def find_share(tx: Transaction, name: str) -> float | None:
    """What a lease's holder may send a second, as the leader decided; None while nobody did."""
    query = select(Lease.may_per_second).where(col(Lease.name) == name)
    share: float | None = (await tx.execute(query)).scalar_one_or_none()
    return share


async def note_wants(tx: Transaction, name: str, wants_per_second: float) -> None:
    """What a replica's replies need a second."""
    statement = update(Lease).where(col(Lease.name) == name)
    await tx.execute(statement.values(wants_per_second=wants_per_second))


async def give_share(tx: Transaction, name: str, may_per_second: float | None) -> None:
    """Decide what a lease's holder may send a second; None: an equal part, as when nobody sends in bulk."""
    differs = col(Lease.may_per_second).is_distinct_from(may_per_second)
    statement = update(Lease).where(col(Lease.name) == name, differs)
    await tx.execute(statement.values(may_per_second=may_per_second))


async def halt_until(tx: Transaction, name: str, wait: timedelta) -> None:
    """Nobody may send in bulk before this: told by whichever replica met the 429."""
    until = await database_time(tx) + wait
    later = or_(col(Lease.not_before).is_(None), col(Lease.not_before) < until)
    await tx.execute(update(Lease).where(col(Lease.name) == name, later).values(not_before=until))


async def seconds_halted(tx: Transaction, name: str) -> float:
    """For how long nobody may send in bulk; 0 when everybody may."""
    query = select(Lease.not_before).where(col(Lease.name) == name)
    until = (await tx.execute(query)).scalar_one_or_none()
    return 0.0 if until is None else max(0.0, (until - await database_time(tx)).total_seconds())


async def may_send_bulk(tx: Transaction, name: str, holder: str) -> bool:
    """Whether this holder has the lease now, and Telegram told nobody to wait; asked many times a second."""
    query = _MAY_SEND[tx.is_sqlite]
    return (await tx.execute(query, {"name": name, "holder": holder})).first() is not None


def _may_send(*, is_sqlite: bool) -> Select[tuple[str]]:
    """By the database's own time, in one statement."""
    lease, now = table_of(Lease).c, _now(is_sqlite=is_sqlite)
    return select_columns(lease.name).where(
        lease.name == bindparam("name"),
        lease.holder == bindparam("holder"),
        lease.expires_at >= now,
        or_(lease.not_before.is_(None), lease.not_before <= now),
    )


_MAY_SEND = {is_sqlite: _may_send(is_sqlite=is_sqlite) for is_sqlite in (True, False)}


async def forget_leases(tx: Transaction, prefix: str, older: timedelta) -> int:
    """Delete leases under a prefix that expired long ago."""
    before = await database_time(tx) - older
    statement = delete(Lease).where(col(Lease.name).startswith(prefix), col(Lease.expires_at) < before)
    return await tx.changed(statement)
