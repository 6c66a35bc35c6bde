"""Leads changed many at a time, each by compare-and-set, and held meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.database import Transaction
from storage.inserts import Row
from storage.leads import change_lead
from storage.models.base import detached
from storage.models.leads import Lead
from storage.models.timers import Timer
from storage.sets import change_rows


@dataclass(frozen=True, slots=True)
class LeadChange:
    """What one lead, as it was read, is to be: values of its columns."""

    lead: Lead
    values: dict[str, Any]


async def change_leads(tx: Transaction, changes: Sequence[LeadChange], now: datetime) -> set[UUID]:
    """Change leads, each unless somebody did since it was read; which of them were changed."""
    if len(changes) == 1:  # a statement that is made once
        (only,) = changes
        return {only.lead.id} if await change_lead(tx, only.lead, now, **only.values) else set()
    alike: dict[tuple[str, ...], list[Row]] = {}
    for change in changes:
        row = {
            "id": change.lead.id,
            "read_state": change.lead.state,
            "read_version": change.lead.version,
            "version": change.lead.version + 1,
            "changed_at": now,
            **change.values,
        }
        alike.setdefault(tuple(sorted(row)), []).append(row)
    return set().union(*[await change_rows(tx, Lead, rows) for rows in alike.values()])


async def lock_leads(tx: Transaction, ids: Sequence[UUID]) -> tuple[list[Lead], set[UUID]]:
    """Those of these leads that nobody is changing right now, and the ids of those that somebody is.

    Nobody else can change the first until this is committed. On SQLite there is only one writer anyway.
    """
    query = select(Lead).where(col(Lead.id).in_(ids)).order_by(col(Lead.id))
    if not tx.is_sqlite:
        query = query.with_for_update(skip_locked=True, key_share=True)
    leads = detached(tx.session, (await tx.execute(query)).scalars())
    skipped = set(ids) - {lead.id for lead in leads}
    if not skipped:
        return leads, skipped
    there = select(Lead.id).where(col(Lead.id).in_(skipped))
    return leads, set((await tx.execute(there)).scalars())


async def hold_leads(tx: Transaction, leads: Sequence[Lead]) -> list[Lead]:
    """Lock leads until this is committed, however long others hold them; those still as they were read.

    Leads come before the timers that watch them, and both before people's rows: whoever moves leads takes
    them in this order, or two would wait for each other. On SQLite there is only one writer anyway.
    """
    ids = [lead.id for lead in leads]
    query = select(Lead.id, Lead.version).where(col(Lead.id).in_(ids)).order_by(col(Lead.id))
    rows = (await tx.execute(query.with_for_update(key_share=True))).all()
    versions: dict[UUID, int] = {row[0]: row[1] for row in rows}
    await _hold_timers(tx, ids)
    return [lead for lead in leads if versions.get(lead.id) == lead.version]


async def hold_as_they_are(tx: Transaction, ids: Sequence[UUID]) -> list[Lead]:
    """The same for leads that are to go: those that are there, as they are by now."""
    query = select(Lead).where(col(Lead.id).in_(ids)).order_by(col(Lead.id)).with_for_update()
    leads = detached(tx.session, (await tx.execute(query)).scalars())
    await _hold_timers(tx, ids)
    return leads


async def _hold_timers(tx: Transaction, ids: Sequence[UUID]) -> None:
    if not tx.is_sqlite:
        timers = select(Timer.id).where(col(Timer.subject_id).in_(ids)).order_by(col(Timer.id))
        await tx.execute(timers.with_for_update())
