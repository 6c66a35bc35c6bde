"""What happened to a campaign: appended, never changed."""

import json
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from storage.database import Transaction
from storage.inserts import insert
from storage.models.campaigns import CampaignEvent, CampaignState
from storage.types import JsonObject, new_id


async def add_campaign_event(
    tx: Transaction,
    campaign_id: UUID,
    kind: str,
    now: datetime,
    *,
    actor: UUID | None = None,
    from_state: CampaignState | None = None,
    to_state: CampaignState | None = None,
    details: JsonObject | None = None,
) -> None:
    """Append to a campaign's history; events are never changed."""
    id_ = new_id()
    plain = json.dumps(details, ensure_ascii=False) if details else None
    values = {
        "id": id_,
        "campaign_id": campaign_id,
        "kind": kind,
        "actor_contact_id": actor,
        "from_state": from_state,
        "to_state": to_state,
        "details": plain and tx.keys.seal(plain, table="campaign_event", column="details", id=id_),
        "happened_at": now,
    }
    await insert(tx, CampaignEvent, values)


async def list_campaign_events(tx: Transaction, campaign_id: UUID) -> list[CampaignEvent]:
    """A campaign's history, the oldest first."""
    query = select(CampaignEvent).where(col(CampaignEvent.campaign_id) == campaign_id)
    rows = await tx.execute(query.order_by(col(CampaignEvent.happened_at), col(CampaignEvent.id)))
    return list(rows.scalars())


async def list_events_of(tx: Transaction, contact_ids: Collection[UUID], kind: str) -> list[CampaignEvent]:
    """What of a kind these people did in any campaign, the oldest first."""
    query = select(CampaignEvent).where(
        col(CampaignEvent.actor_contact_id).in_(list(contact_ids)), col(CampaignEvent.kind) == kind
    )
    rows = await tx.execute(query.order_by(col(CampaignEvent.happened_at), col(CampaignEvent.id)))
    return list(rows.scalars())


async def list_actors(tx: Transaction, campaign_id: UUID, kinds: Collection[str]) -> frozenset[UUID | None]:
    """Who did something of these kinds; None when one of them was erased, or nobody did it."""
    query = select(CampaignEvent.actor_contact_id).where(
        col(CampaignEvent.campaign_id) == campaign_id, col(CampaignEvent.kind).in_(kinds)
    )
    return frozenset((await tx.execute(query.distinct())).scalars())


async def find_last_event(tx: Transaction, campaign_id: UUID, kinds: Collection[str]) -> datetime | None:
    """When something of these kinds happened last."""
    query = select(func.max(CampaignEvent.happened_at)).where(
        col(CampaignEvent.campaign_id) == campaign_id, col(CampaignEvent.kind).in_(kinds)
    )
    return (await tx.execute(query)).scalar_one()  # type: ignore[no-any-return]  # reason: max() has no type of its own


def open_campaign_details(tx: Transaction, event: CampaignEvent) -> JsonObject:
    """What was written down with an event."""
    if event.details is None:
        return {}
    value = json.loads(tx.keys.open(event.details, table="campaign_event", column="details", id=event.id))
    return value if isinstance(value, dict) else {}
