"""Campaigns: one row each, changed by compare-and-set."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, or_, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.models.base import snapshot
from storage.models.campaigns import CANARY_SIZE, UNDER_WAY, Campaign, CampaignState
from storage.numbers import unused_number
from storage.types import JsonObject, new_id


async def add_campaign(
    tx: Transaction,
    name: str,
    made_by: UUID,
    now: datetime,
    *,
    segment: JsonObject | None = None,
    copied_from: UUID | None = None,
    canary_size: int = CANARY_SIZE,
) -> Campaign:
    """Begin a draft, with a number of its own."""
    campaign = Campaign(
        id=new_id(),
        number=await unused_number(tx),
        name=name,
        made_by=made_by,
        segment=segment or {},
        copied_from=copied_from,
        canary_size=canary_size,
        created_at=now,
        changed_at=now,
    )
    await insert(tx, Campaign, campaign.model_dump())
    return campaign


async def find_campaign(tx: Transaction, campaign_id: UUID) -> Campaign | None:
    """The campaign with this id."""
    row = (await tx.execute(select(Campaign).where(col(Campaign.id) == campaign_id))).scalar_one_or_none()
    return None if row is None else snapshot(row)


async def find_campaign_by_number(tx: Transaction, number: str) -> Campaign | None:
    """The campaign with this number."""
    row = (await tx.execute(select(Campaign).where(col(Campaign.number) == number))).scalar_one_or_none()
    return None if row is None else snapshot(row)


async def list_campaigns(
    tx: Transaction,
    *,
    states: Collection[CampaignState] | None = None,
    limit: int = 100,
    offset: int = 0,
) -> list[Campaign]:
    """Campaigns, the newest first."""
    query = select(Campaign).order_by(col(Campaign.created_at).desc(), col(Campaign.id).desc())
    if states is not None:
        query = query.where(col(Campaign.state).in_(states))
    rows = (await tx.execute(query.limit(limit).offset(offset))).scalars()
    return [snapshot(row) for row in rows]


async def list_under_way(tx: Transaction) -> list[Campaign]:
    """Campaigns that something is to be done about: to be frozen, to start, or to go on."""
    query = select(Campaign).where(UNDER_WAY).order_by(col(Campaign.id))
    return [snapshot(row) for row in (await tx.execute(query)).scalars()]


async def list_cancelled_since(tx: Transaction, since: datetime) -> list[Campaign]:
    """Campaigns cancelled lately: what waits of them is cancelled, too."""
    query = select(Campaign).where(
        col(Campaign.state) == CampaignState.CANCELLED, col(Campaign.finished_at) >= since
    )
    return [snapshot(row) for row in (await tx.execute(query)).scalars()]


async def change_campaign(
    tx: Transaction, campaign: Campaign, values: Mapping[str, object], now: datetime
) -> Campaign | None:
    """Change columns of a campaign as it was read; None, and nothing changed, when somebody did since."""
    written = {**values, "version": campaign.version + 1, "changed_at": now}
    statement = update(Campaign).where(
        col(Campaign.id) == campaign.id,
        col(Campaign.state) == campaign.state,
        col(Campaign.version) == campaign.version,
    )
    if await tx.changed(statement.values(**written)) != 1:
        return None
    return snapshot(campaign.model_copy(update=written))


def seal_decision_note(tx: Transaction, campaign_id: UUID, note: str) -> bytes:
    """Seal what the approver wrote."""
    return tx.keys.seal(note, table="campaign", column="decision_note", id=campaign_id)


def open_decision_note(tx: Transaction, campaign: Campaign) -> str:
    """What the approver wrote; empty when nothing."""
    if campaign.decision_note is None:
        return ""
    return tx.keys.open(campaign.decision_note, table="campaign", column="decision_note", id=campaign.id)


async def delete_draft(tx: Transaction, campaign: Campaign) -> bool:
    """Delete a draft with its texts, unless somebody changed it since; others are kept for their ledger."""
    statement = delete(Campaign).where(
        col(Campaign.id) == campaign.id,
        col(Campaign.state) == CampaignState.DRAFT,
        col(Campaign.version) == campaign.version,
    )
    return await tx.changed(statement) == 1


async def list_campaigns_of(tx: Transaction, contact_id: UUID) -> list[Campaign]:
    """The campaigns that somebody made or decided on, the oldest first."""
    theirs = or_(col(Campaign.made_by) == contact_id, col(Campaign.decided_by) == contact_id)
    query = select(Campaign).where(theirs).order_by(col(Campaign.created_at))
    return list((await tx.execute(query)).scalars())
