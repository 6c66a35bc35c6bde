"""A campaign under way: when it starts, that it can be held and let go on, and its end before time."""

from datetime import datetime
from uuid import UUID

from bot.campaigns.moves import CampaignRefused, Move, apply_move
from bot.service import Service
from storage.database import Transaction
from storage.models.campaigns import Campaign


async def schedule_campaign(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, starts_at: datetime
) -> Campaign:
    """Start it then; CampaignRefused("past") for a moment that is over."""
    if starts_at < service.clock.now():
        raise CampaignRefused("past")
    return await apply_move(tx, service, campaign, Move.SCHEDULE, by=by, columns={"starts_at": starts_at})


async def start_campaign(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """Start it now: as soon as its audience is frozen, which takes seconds."""
    columns = {"starts_at": service.clock.now()}  # not by schedule_campaign: a moment later this is the past
    return await apply_move(tx, service, campaign, Move.SCHEDULE, by=by, columns=columns)


async def pause_campaign(
    tx: Transaction, service: Service, by: UUID | None, campaign: Campaign, reason: str = ""
) -> Campaign:
    """Hold it: no process begins with another message once this is committed.

    `reason` is a key of the texts when the service did it by itself (`by` None).
    """
    columns = {"pause_reason": reason or None}
    details: dict[str, object] | None = {"reason": reason} if reason else None
    return await apply_move(tx, service, campaign, Move.PAUSE, by=by, columns=columns, details=details)


async def resume_campaign(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """Let it go on with whoever still waits."""
    return await apply_move(tx, service, campaign, Move.RESUME, by=by, columns={"pause_reason": None})


async def cancel_campaign(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """End it: nobody who still waits gets it. Their rows are cancelled a piece at a time, right after."""
    return await apply_move(
        tx, service, campaign, Move.CANCEL, by=by, columns={"finished_at": service.clock.now()}
    )
