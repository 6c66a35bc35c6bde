"""What a lead keeps when it moves on: how far it has come, and what was to be done next."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from bot.leads.policy import ACCEPT_WITHIN, CALL_WITHIN, KEPT, OUTCOMES
from storage.database import Transaction
from storage.followups import NewFollowUp, find_follow_up, stopped_of
from storage.models.followups import Duty, FollowUp
from storage.models.leads import Lead, LeadState


def stage_kept(state: LeadState) -> LeadState:
    """The state in which somebody else gets a lead."""
    return state if state in KEPT else LeadState.NEW


def waits_for_owner(lead: Lead, follow_up: FollowUp | None) -> bool:
    """Whether nobody has said yet that they take this lead, however far it has come with others."""
    return lead.state is LeadState.NEW or (follow_up is not None and follow_up.duty is Duty.ACCEPT)


async def is_untaken(tx: Transaction, lead: Lead) -> bool:
    """The same, of a lead whose duty was not read yet."""
    return waits_for_owner(lead, await find_follow_up(tx, lead.id))


async def stopped_duties(tx: Transaction, ready: Mapping[UUID, FollowUp]) -> dict[UUID, FollowUp]:
    """Where each of these leads stopped: what is to be done, or was before somebody was asked to take it."""
    asked = [lead_id for lead_id, follow_up in ready.items() if follow_up.duty is Duty.ACCEPT]
    return {**ready, **(await stopped_of(tx, asked) if asked else {})}


def duty_for(owner_id: UUID | None, state: LeadState, stopped: FollowUp | None, now: datetime) -> NewFollowUp:
    """What whoever gets a lead has to do first: say whether they take it; the branch has nobody to ask."""
    if owner_id is not None:
        by = now + ACCEPT_WITHIN
        is_agreed = state in KEPT and stopped is not None and stopped.is_appointed and stopped.due_at > now
        return NewFollowUp(Duty.ACCEPT, min(by, stopped.due_at) if is_agreed and stopped else by)
    if state not in KEPT:
        return NewFollowUp(Duty.CALL, now + CALL_WITHIN)
    return duty_at(state, stopped, now)


def duty_at(state: LeadState, stopped: FollowUp | None, now: datetime) -> NewFollowUp:
    """Where the one before stopped, the next goes on: an appointment that is to come stands."""
    reached = next(outcome for outcome in OUTCOMES.values() if outcome.to_state is state and outcome.duty)
    if stopped is None or stopped.duty not in {reached.duty, Duty.CALL}:
        return NewFollowUp(reached.duty or Duty.CALL, now + (reached.within or CALL_WITHIN))
    is_ahead = stopped.due_at > now
    return NewFollowUp(
        stopped.duty,
        stopped.due_at if is_ahead else now + CALL_WITHIN,
        is_appointed=stopped.is_appointed and is_ahead,
        tries=stopped.tries,
    )
