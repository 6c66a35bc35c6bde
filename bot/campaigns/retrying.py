"""Second chances: those who were refused, and, marked as such, those of whom nobody knows."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from bot.campaigns.moves import CampaignRefused, Move, apply_move, may_move
from bot.errors import Stale
from bot.service import Service
from storage.database import Transaction
from storage.ledger import requeue_failed, requeue_unknown
from storage.models.campaigns import Campaign

Requeue = Callable[[Transaction, UUID, datetime], Awaitable[int]]


async def retry_failed(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign
) -> tuple[Campaign, int]:
    """Another attempt for those who were refused, on the same rows, and for nobody else; how many.

    CampaignRefused("nothing-to-retry") when there is none.
    """
    return await _again(tx, service, by, campaign, requeue_failed, "failed")


async def resend_unknown(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign
) -> tuple[Campaign, int]:
    """Send again what may have arrived; rows and messages are marked, for some get it twice; how many."""
    return await _again(tx, service, by, campaign, requeue_unknown, "unknown")


async def _again(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, requeue: Requeue, what: str
) -> tuple[Campaign, int]:
    if not may_move(campaign, Move.RETRY):
        raise Stale  # before anything is queued anew
    count = await requeue(tx, campaign.id, service.clock.now())
    if not count:
        raise CampaignRefused("nothing-to-retry")
    details: dict[str, object] = {"what": what, "count": count}
    columns = {"finished_at": None, "pause_reason": None}
    changed = await apply_move(tx, service, campaign, Move.RETRY, by=by, columns=columns, details=details)
    return changed, count
