"""A campaign under way: when it starts, that it can be held and let go on, and its end before time."""

from datetime import datetime, timedelta
from uuid import UUID

from bot.campaigns.moves import CampaignRefused, Move, apply_move, revise
from bot.errors import Stale
from bot.service import Service
from storage.campaign_events import add_campaign_event
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState

FARTHEST = timedelta(days=365)  # as far as its figures were checked (bot.campaigns.fields.MONTHS_AHEAD)


async def schedule_campaign(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, starts_at: datetime
) -> Campaign:
    """Start it then; CampaignRefused: "past" for a moment that is over, "too-far" for one in over a year."""
    now = service.clock.now()
    if starts_at < now:
        raise CampaignRefused("past")
    if starts_at > now + FARTHEST:
        raise CampaignRefused("too-far")
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


WAVE = "wave"


def waits_for_wave(campaign: Campaign) -> bool:
    """Whether the next wave waits for room in the field, as the last look at it found."""
    return campaign.state is CampaignState.RUNNING and campaign.next_wave_at is not None


def next_wave(campaign: Campaign) -> dict[str, int | None]:
    """What changes when one more wave is let go."""
    return {"released": (campaign.released or 0) + (campaign.wave_size or 0), "next_wave_at": None}


async def release_wave(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """Let the next wave go although the field is full; Stale unless one waits for that."""
    if not waits_for_wave(campaign):
        raise Stale
    changed = await revise(tx, service, campaign, next_wave(campaign))
    await add_campaign_event(tx, campaign.id, WAVE, service.clock.now(), actor=by)
    return changed


async def cancel_campaign(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> Campaign:
    """End it: nobody who still waits gets it. Their rows are cancelled a piece at a time, right after."""
    return await apply_move(
        tx, service, campaign, Move.CANCEL, by=by, columns={"finished_at": service.clock.now()}
    )
