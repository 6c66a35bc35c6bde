"""What happens to a lead that nobody moves: it is offered to others, then handed up, each step once."""

from collections.abc import Sequence
from datetime import datetime

from bot.leads.changes import Change, apply_change, is_closed, silent_since, watch_silence
from bot.leads.offers import offer_to_others, tell_new_owner
from bot.leads.policy import SILENCE, SilentStep
from bot.leads.routing import BRANCH, Choice, choose_owner, coordinator_ladder
from bot.service import Service
from storage.database import Transaction
from storage.followups import NewFollowUp, find_follow_up, note_silence
from storage.lead_events import add_event
from storage.leads import find_lead
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import Lead, LeadEventKind, LeadState
from storage.models.timers import Timer


async def break_silence(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Take the step that is due for each silent lead; one that somebody touched meanwhile is left alone."""
    for timer in timers:
        card = await find_lead(tx, timer.subject_id)
        follow_up = await find_follow_up(tx, timer.subject_id)
        if card is None or follow_up is None or is_closed(card.lead.state):
            continue
        await _break_one(tx, service, card.lead, follow_up, now)


async def _break_one(
    tx: Transaction, service: Service, lead: Lead, follow_up: FollowUp, now: datetime
) -> None:
    if lead.owner_id is None or follow_up.silent_steps >= len(SILENCE):
        return
    after, step = SILENCE[follow_up.silent_steps]
    if silent_since(follow_up) + after > now:
        await watch_silence(tx, lead, follow_up, now)
        return
    await _take_step(tx, service, lead, follow_up, step, now)


async def _take_step(
    tx: Transaction, service: Service, lead: Lead, follow_up: FollowUp, step: SilentStep, now: datetime
) -> None:
    match step:
        case SilentStep.OFFER:
            await offer_lead(tx, service, lead, follow_up, now)
        case SilentStep.COORDINATOR:
            rungs, silent = coordinator_ladder(lead), frozenset({lead.owner_id})
            choice = await choose_owner(tx, lead, rungs, service.today(), but=silent)
            await _hand_up(tx, service, lead, follow_up, choice, now)
        case SilentStep.BRANCH:
            await _hand_up(tx, service, lead, follow_up, Choice(None, BRANCH), now)


async def offer_lead(
    tx: Transaction, service: Service, lead: Lead, follow_up: FollowUp, now: datetime
) -> None:
    """Others of the same streets may take it over; whoever has it keeps it until somebody does."""
    if not await note_silence(tx, follow_up):
        return
    silent = follow_up.model_copy(update={"silent_steps": follow_up.silent_steps + 1})
    await watch_silence(tx, lead, silent, now)
    await add_event(tx, lead.id, LeadEventKind.OFFERED_TO_OTHERS, now)
    await offer_to_others(tx, service, lead, now)


async def _hand_up(
    tx: Transaction, service: Service, lead: Lead, follow_up: FollowUp, choice: Choice, now: datetime
) -> None:
    """The lead moves on with its silence; what comes after it counts from the last touch."""
    duty = Duty.CALL if choice.owner_id is None else Duty.ACCEPT
    new = NewFollowUp(duty, now, touched_at=follow_up.touched_at, silent_steps=follow_up.silent_steps + 1)
    change = Change(
        kind=LeadEventKind.HANDED_UP,
        to_state=LeadState.NEW,
        owner_id=choice.owner_id,
        follow_up=new,
        details=choice.details(),
        closes=FollowUpState.CANCELLED,
        has_slot=choice.owner_id is not None,
    )
    changed = await apply_change(tx, lead, change, now)
    if changed.owner_id is not None:  # the branch has one list a day
        await tell_new_owner(tx, service, changed, now)
