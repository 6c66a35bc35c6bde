"""What people did with a campaign: the buttons they tapped, and what became of them afterwards."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.campaigns import CampaignTap
from storage.models.leads import Lead
from storage.models.messages import Lane, Message, MessageState

STOP = "stop"
REPORT = "report"  # of an impostor, within days of a campaign: no button of it


async def note_tap(tx: Transaction, campaign_id: UUID, contact_id: UUID, button: str, now: datetime) -> bool:
    """Remember a tap; False when this person tapped that button before."""
    values = {"campaign_id": campaign_id, "contact_id": contact_id, "button": button, "tapped_at": now}
    return await insert_new(tx, CampaignTap, values)


async def count_taps(tx: Transaction, campaign_id: UUID) -> dict[str, int]:
    """How many people tapped each button."""
    query = select(CampaignTap.button, func.count()).where(col(CampaignTap.campaign_id) == campaign_id)
    return {button: int(count) for button, count in await tx.execute(query.group_by(col(CampaignTap.button)))}


async def list_taps_of(tx: Transaction, contact_id: UUID) -> list[CampaignTap]:
    """What a person tapped, the oldest first."""
    query = select(CampaignTap).where(col(CampaignTap.contact_id) == contact_id)
    return list((await tx.execute(query.order_by(col(CampaignTap.tapped_at)))).scalars())


async def find_latest_received(tx: Transaction, contact_id: UUID, since: datetime) -> UUID | None:
    """The campaign that reached a person last, since a time: what a /berhenti or /lapor may answer."""
    query = select(Message.campaign_id).where(
        col(Message.contact_id) == contact_id,
        col(Message.lane) == Lane.CAMPAIGN,
        col(Message.state) == MessageState.SENT,
        col(Message.finished_at) >= since,
    )
    return (await tx.execute(query.order_by(col(Message.finished_at).desc()).limit(1))).scalar_one_or_none()


async def count_registrations(tx: Transaction, source_code: str) -> tuple[int, int]:
    """Leads that came by a source, and those of them whose first payment was reported."""
    query = select(func.count(), func.count(col(Lead.paid_at))).where(col(Lead.last_source) == source_code)
    leads, paid = (await tx.execute(query)).one()
    return int(leads), int(paid)
