"""Groups of workers, found by name."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.groups import GroupKind, WorkerGroup
from storage.types import new_id


async def add_group(
    tx: Transaction, kind: GroupKind, name: str, now: datetime, *, village_code: str | None = None
) -> bool:
    """Add a group; False when one of this kind and name stands already."""
    values = {"id": new_id(), "kind": kind, "name": name, "village_code": village_code, "created_at": now}
    return await insert_new(tx, WorkerGroup, values)


async def find_group_named(tx: Transaction, name: str, kind: GroupKind | None = None) -> WorkerGroup | None:
    """The group of this name, whatever its case; the oldest where kinds share one and none is given."""
    query = select(WorkerGroup).where(func.lower(col(WorkerGroup.name)) == name.strip().lower())
    if kind:
        query = query.where(col(WorkerGroup.kind) == kind)
    return (await tx.execute(query.order_by(col(WorkerGroup.created_at)).limit(1))).scalar_one_or_none()


async def list_groups(tx: Transaction) -> list[WorkerGroup]:
    """All groups by name."""
    return list((await tx.execute(select(WorkerGroup).order_by(col(WorkerGroup.name)))).scalars())


async def list_groups_of(tx: Transaction, kind: GroupKind, *, limit: int) -> list[WorkerGroup]:
    """The groups of a kind by name."""
    query = select(WorkerGroup).where(col(WorkerGroup.kind) == kind).order_by(col(WorkerGroup.name))
    return list((await tx.execute(query.limit(limit))).scalars())


async def find_group(tx: Transaction, group_id: UUID) -> WorkerGroup | None:
    """The group with this id."""
    return (await tx.execute(select(WorkerGroup).where(col(WorkerGroup.id) == group_id))).scalar_one_or_none()
