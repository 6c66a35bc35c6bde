"""What may become of a campaign: one table, one way to apply it, and a line of history each time."""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from bot.errors import PerisaiError, Stale
from bot.service import Service
from storage.campaign_events import add_campaign_event
from storage.campaigns import change_campaign
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.types import JsonObject

DRAFT, SUBMITTED, APPROVED = CampaignState.DRAFT, CampaignState.SUBMITTED, CampaignState.APPROVED
SCHEDULED, RUNNING, PAUSED = CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED
CANCELLED, FINISHED, REFUSED = CampaignState.CANCELLED, CampaignState.FINISHED, CampaignState.REFUSED


class Move(StrEnum):
    """One thing that can be done to a campaign; also the kind of its event."""

    SUBMIT = "submit"
    RETURN = "return"
    REFUSE = "refuse"
    APPROVE = "approve"
    SCHEDULE = "schedule"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    FINISH = "finish"
    RETRY = "retry"


MOVES: Mapping[Move, tuple[tuple[CampaignState, ...], CampaignState]] = {
    Move.SUBMIT: ((DRAFT,), SUBMITTED),
    Move.RETURN: ((SUBMITTED,), DRAFT),
    Move.REFUSE: ((SUBMITTED,), REFUSED),
    Move.APPROVE: ((SUBMITTED,), APPROVED),
    Move.SCHEDULE: ((APPROVED, SCHEDULED), SCHEDULED),
    Move.START: ((SCHEDULED,), RUNNING),
    Move.PAUSE: ((RUNNING,), PAUSED),
    Move.RESUME: ((PAUSED,), RUNNING),
    Move.CANCEL: ((SUBMITTED, APPROVED, SCHEDULED, RUNNING, PAUSED), CANCELLED),
    Move.FINISH: ((RUNNING,), FINISHED),
    Move.RETRY: ((FINISHED, PAUSED, RUNNING), RUNNING),
}
"""From where each move may be made, and where it leads."""


class CampaignRefused(PerisaiError):
    """It cannot be done; `reason` is a key of the texts: "own", "no-text", "nothing-to-retry"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def may_move(campaign: Campaign, move: Move) -> bool:
    """Whether a move can be made from where the campaign stands."""
    return campaign.state in MOVES[move][0]


async def apply_move(
    tx: Transaction,
    service: Service,
    campaign: Campaign,
    move: Move,
    *,
    by: UUID | None,
    columns: Mapping[str, object] | None = None,
    details: JsonObject | None = None,
) -> Campaign:
    """Change a campaign as it was read; `by` None is the service itself.

    Stale, and nothing changed, when it stands elsewhere or somebody changed it meanwhile.
    """
    to_state = MOVES[move][1]
    if not may_move(campaign, move):
        raise Stale
    now = service.clock.now()
    changed = await change_campaign(tx, campaign, {"state": to_state, **(columns or {})}, now)
    if changed is None:
        raise Stale
    await add_campaign_event(
        tx,
        campaign.id,
        move.value,
        now,
        actor=by,
        from_state=campaign.state,
        to_state=to_state,
        details=details,
    )
    return changed


async def revise(
    tx: Transaction, service: Service, campaign: Campaign, columns: Mapping[str, object]
) -> Campaign:
    """Change columns and not the state; Stale when somebody changed it meanwhile."""
    changed = await change_campaign(tx, campaign, columns, service.clock.now())
    if changed is None:
        raise Stale
    return changed
