"""What happened to a lead: appended, never changed; undo, history, audit and the funnel live on it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, or_, select

from storage.database import Transaction
from storage.inserts import Row, insert_many
from storage.models.leads import Lead, LeadEvent, LeadEventKind
from storage.types import JsonObject, new_id


@dataclass(frozen=True, slots=True)
class NewEvent:
    """One thing that happened to a lead: `details` are sealed."""

    lead_id: UUID
    kind: LeadEventKind
    actor: UUID | None = None
    from_state: str | None = None
    to_state: str | None = None
    details: JsonObject | None = None


async def add_events(tx: Transaction, events: Sequence[NewEvent], now: datetime) -> None:
    """Append to the histories of leads; events are never changed."""
    await insert_many(tx, LeadEvent, [_row(tx, event, now) for event in events])


async def add_event(
    tx: Transaction,
    lead_id: UUID,
    kind: LeadEventKind,
    now: datetime,
    *,
    actor: UUID | None = None,
    from_state: str | None = None,
    to_state: str | None = None,
    details: JsonObject | None = None,
) -> None:
    """Append to a lead's history."""
    await add_events(tx, [NewEvent(lead_id, kind, actor, from_state, to_state, details)], now)


def _row(tx: Transaction, event: NewEvent, now: datetime) -> Row:
    id_ = new_id()
    plain = None if event.details is None else json.dumps(event.details, ensure_ascii=False)
    return {
        "id": id_,
        "lead_id": event.lead_id,
        "kind": event.kind,
        "actor_contact_id": event.actor,
        "from_state": event.from_state,
        "to_state": event.to_state,
        "details": None
        if plain is None
        else tx.keys.seal(plain, table="lead_event", column="details", id=id_),
        "happened_at": now,
    }


async def list_events(tx: Transaction, lead_id: UUID, *, with_merged: bool = False) -> list[LeadEvent]:
    """A lead's history, the oldest first; perhaps with that of the leads that were merged into it."""
    merged = select(Lead.id).where(col(Lead.merged_into_id) == lead_id)
    own = col(LeadEvent.lead_id) == lead_id
    query = select(LeadEvent).where(or_(own, col(LeadEvent.lead_id).in_(merged)) if with_merged else own)
    rows = await tx.execute(query.order_by(col(LeadEvent.happened_at), col(LeadEvent.id)))
    return list(rows.scalars())


async def count_events(tx: Transaction, lead_id: UUID, kind: LeadEventKind) -> int:
    """How often something happened to a lead."""
    query = select(func.count()).where(col(LeadEvent.lead_id) == lead_id, col(LeadEvent.kind) == kind)
    return int((await tx.execute(query)).scalar_one())


async def find_last_change(tx: Transaction, lead_id: UUID) -> LeadEvent | None:
    """What moved a lead last; notes and looks at its phone moved nothing."""
    query = select(LeadEvent).where(col(LeadEvent.lead_id) == lead_id, col(LeadEvent.to_state).is_not(None))
    query = query.order_by(col(LeadEvent.happened_at).desc(), col(LeadEvent.id).desc()).limit(1)
    return (await tx.execute(query)).scalar_one_or_none()


def open_details(tx: Transaction, event: LeadEvent) -> JsonObject:
    """What was written down with an event."""
    if event.details is None:
        return {}
    value = json.loads(tx.keys.open(event.details, table="lead_event", column="details", id=event.id))
    return value if isinstance(value, dict) else {}
