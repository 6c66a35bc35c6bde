"""What a contact gave: recorded by one tap, with what follows from the policy's table."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.leads.call_times import next_call_at
from bot.leads.changes import Change, apply_change
from bot.leads.choosing import choose_owner
from bot.leads.offers import tell_new_owner
from bot.leads.policy import OUTCOMES, REASONS, Asks, NextOwner, Outcome
from bot.leads.reviewing import plan_unpaid
from bot.leads.routing import BRANCH, Choice, closer_ladder
from bot.leads.stages import waits_for_owner
from bot.leads.worker_news import tell_outcome
from storage.followups import NewFollowUp, find_follow_up
from storage.lead_changes import hold_leads
from storage.leads import LeadCard, seal_lead_column
from storage.models.followups import Duty, FollowUp
from storage.models.leads import Lead, LeadEventKind, LeadState

MEMBERSHIP_NUMBER = re.compile(r"[0-9]{11}")  # KPJ, as cards and JMO show it


@dataclass(frozen=True, slots=True)
class Given:
    """What was said with an outcome: the hour of an appointment, a reason, a membership number."""

    due_at: datetime | None = None
    reason: str = ""
    number: str = ""


def read_membership_number(text: str) -> str | None:
    """A membership number as it stands on the card, however it is spaced; None for anything else."""
    digits = re.sub(r"[\s.\-]", "", text)
    return digits if MEMBERSHIP_NUMBER.fullmatch(digits) else None


async def record_outcome(desk: Desk, card: LeadCard, key: str, given: Given | None = None) -> Lead:
    """Record an outcome and what follows from it.

    NotFound for an outcome there is not, or whose answer is missing; Stale where the lead stands elsewhere.
    """
    given = given or Given()
    follow_up = await find_follow_up(desk.tx, card.lead.id)
    outcome = _outcome(key, card.lead, given)
    is_asked = waits_for_owner(card.lead, follow_up)
    if is_asked and not outcome.by_worker:
        raise Stale  # whoever has it has not said yet that they take it
    tries = _tries(outcome, follow_up)
    if outcome.tries and tries >= outcome.tries:
        outcome = OUTCOMES[outcome.then]
    changed = await _apply(desk, card.lead, outcome, given, tries, is_asked=is_asked)
    await tell_outcome(desk.tx, changed, outcome, desk.now)
    if changed.state is LeadState.REGISTERED:
        await plan_unpaid(desk.tx, changed, desk.now)
    if changed.owner_id != card.lead.owner_id:
        await tell_new_owner(desk.tx, desk.service, changed, desk.now)
    return changed


def _outcome(key: str, lead: Lead, given: Given) -> Outcome:
    outcome = OUTCOMES.get(key)
    if outcome is None or not _is_answered(outcome, given):
        raise NotFound(f"no outcome {key}")
    if lead.state not in outcome.comes_from:
        raise Stale
    return outcome


def _is_answered(outcome: Outcome, given: Given) -> bool:
    match outcome.asks:
        case Asks.WHEN:
            return given.due_at is not None
        case Asks.REASON:
            return given.reason in REASONS
        case _:
            return True


def _tries(outcome: Outcome, follow_up: FollowUp | None) -> int:
    """How often in a row it was tried in vain, this time included."""
    return follow_up.tries + 1 if outcome.tries and follow_up else 0


async def _apply(
    desk: Desk, lead: Lead, outcome: Outcome, given: Given, tries: int, *, is_asked: bool
) -> Lead:
    choice = await _next_owner(desk, lead, outcome)
    duty = _next_duty(desk, lead, outcome, given, tries)
    if duty is not None and is_asked:
        duty = NewFollowUp(Duty.ACCEPT, duty.due_at)  # the worker has spoken; its owner is still asked
    change = Change(
        kind=LeadEventKind(outcome.key),
        to_state=outcome.to_state or lead.state,
        owner_id=choice.owner_id if choice else lead.owner_id,
        follow_up=duty,
        actor=desk.actor,
        details={
            **desk.details(),
            **({"reason": given.reason} if given.reason else {}),
            **(choice.details() if choice else {}),
        },
        columns=_columns(desk, lead, outcome, given),
        closes=outcome.closes,
        has_slot=choice is not None and choice.owner_id is not None,
    )
    return await apply_change(desk.tx, lead, change, desk.now)


async def _next_owner(desk: Desk, lead: Lead, outcome: Outcome) -> Choice | None:
    """Whose the lead is now, counted among their open ones already; None: whose it was."""
    match outcome.owner:
        case NextOwner.BRANCH:
            return Choice(None, BRANCH)
        case NextOwner.CLOSER:
            if not await hold_leads(desk.tx, [lead]):
                raise Stale
            return await choose_owner(desk.tx, lead, closer_ladder(lead), desk.service.today())
        case _:
            return None


def _next_duty(desk: Desk, lead: Lead, outcome: Outcome, given: Given, tries: int) -> NewFollowUp | None:
    if outcome.duty is None:
        return None
    if given.due_at is not None:
        return NewFollowUp(outcome.duty, given.due_at, is_appointed=True)
    if outcome.within is not None:
        return NewFollowUp(outcome.duty, desk.now + outcome.within)
    due_at = next_call_at(lead.call_time, desk.now, desk.service.zone, tries=tries)
    return NewFollowUp(outcome.duty, due_at, tries=tries)


def _columns(desk: Desk, lead: Lead, outcome: Outcome, given: Given) -> dict[str, object]:
    columns: dict[str, object] = {}
    if outcome.is_contact and not outcome.by_worker and lead.contacted_at is None:
        columns["contacted_at"] = desk.now
    if outcome.to_state is LeadState.PAID:
        columns["paid_at"] = desk.now
    elif outcome.to_state is LeadState.REGISTERED:
        columns["paid_at"] = None  # the worker says that it was not
    if given.number:
        columns["membership_number"] = seal_lead_column(desk.tx, lead.id, "membership_number", given.number)
    return columns
