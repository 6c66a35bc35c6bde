"""The one way a lead changes: state, owner, next duty, history and silence in one stroke, or not at all."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.errors import Stale
from bot.leads.cards import withdraw_cards
from bot.leads.policy import SILENCE
from storage.database import Transaction
from storage.followups import NewFollowUp, close_follow_up, find_follow_up, open_follow_up
from storage.lead_events import add_event
from storage.leads import change_lead
from storage.models.followups import FollowUp, FollowUpState
from storage.models.leads import CLOSED_STATES, Lead, LeadEventKind, LeadState
from storage.timers import set_timer, stop_timer
from storage.types import JsonObject
from storage.volunteers import count_slot

SILENCE_TIMER = "silence"
APPOINTMENT_TIMER = "appointment"
REMIND_BEFORE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a lead: `follow_up` is what is to be done next, None exactly when it is at its end.

    `columns` are further columns of the lead; with `has_slot` the choice of the new owner has counted it
    among their open leads already.
    """

    kind: LeadEventKind
    to_state: LeadState
    owner_id: UUID | None
    follow_up: NewFollowUp | None
    actor: UUID | None = None
    details: JsonObject = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    closes: FollowUpState = FollowUpState.COMPLETED
    has_slot: bool = False


def is_closed(state: LeadState) -> bool:
    """Whether nothing more is to be done in this state."""
    return state in CLOSED_STATES


async def apply_change(tx: Transaction, lead: Lead, change: Change, now: datetime) -> Lead:
    """Change a lead as it was read; Stale, and nothing changed, when somebody else did meanwhile."""
    if is_closed(change.to_state) is not (change.follow_up is None):
        raise ValueError(f"{change.kind}: an open lead has one duty, a closed one has none")
    before = await find_follow_up(tx, lead.id)
    values = {"state": change.to_state, "owner_id": change.owner_id, **change.columns}
    if not await change_lead(tx, lead, now, **values):
        raise Stale
    changed = lead.model_copy(update={**values, "version": lead.version + 1, "changed_at": now})
    await close_follow_up(tx, lead.id, change.closes, now)
    await _count_slots(tx, lead, change)
    if change.owner_id != lead.owner_id:
        await withdraw_cards(tx, lead.id, now)
    await _follow_up(tx, changed, change.follow_up, now)
    await add_event(
        tx,
        lead.id,
        change.kind,
        now,
        actor=change.actor,
        from_state=lead.state,
        to_state=change.to_state,
        details={**change.details, "version": changed.version, "before": _remembered(lead, before)},
    )
    return changed


async def _count_slots(tx: Transaction, lead: Lead, change: Change) -> None:
    """Keep the owners' numbers of open leads true."""
    had = lead.owner_id if not is_closed(lead.state) else None
    has = change.owner_id if not is_closed(change.to_state) else None
    if change.has_slot:
        has = None
    elif had == has:
        return
    if had is not None:
        await count_slot(tx, had, -1)
    if has is not None:
        await count_slot(tx, has, +1)


async def _follow_up(tx: Transaction, lead: Lead, new: NewFollowUp | None, now: datetime) -> None:
    if new is None:
        await stop_timer(tx, SILENCE_TIMER, lead.id)
        return
    follow_up = await open_follow_up(tx, lead.id, lead.owner_id, new, now)
    if new.is_appointed:
        await set_timer(tx, APPOINTMENT_TIMER, lead.id, new.due_at - REMIND_BEFORE, now, version=lead.version)
    await watch_silence(tx, lead, follow_up, now)


async def watch_silence(tx: Transaction, lead: Lead, follow_up: FollowUp, now: datetime) -> None:
    """Set the timer of the next step that silence leads to; the branch is where it ends."""
    if lead.owner_id is None or follow_up.silent_steps >= len(SILENCE):
        await stop_timer(tx, SILENCE_TIMER, lead.id)
        return
    after, _step = SILENCE[follow_up.silent_steps]
    await set_timer(tx, SILENCE_TIMER, lead.id, silent_since(follow_up) + after, now)


def silent_since(follow_up: FollowUp) -> datetime:
    """From when on nobody has moved: an hour that was agreed upon is waited for."""
    return max(follow_up.touched_at, follow_up.due_at) if follow_up.is_appointed else follow_up.touched_at


def _remembered(lead: Lead, follow_up: FollowUp | None) -> JsonObject:
    """What it takes to undo a change: whose the lead was, and what was to be done next."""
    remembered: JsonObject = {"owner": str(lead.owner_id) if lead.owner_id else None}
    if follow_up is not None:
        remembered |= {
            "duty": follow_up.duty.value,
            "due_at": follow_up.due_at.isoformat(),
            "is_appointed": follow_up.is_appointed,
            "tries": follow_up.tries,
        }
    return remembered
