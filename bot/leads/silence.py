"""What happens to leads that nobody moves: they are offered to others, then handed up, each step once.

All that is due is read, decided and written together: a step costs rows, not statements.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.leads.changes import (
    SILENCE_TIMER,
    Change,
    Move,
    apply_changes,
    is_closed,
    next_look_at,
    next_step_at,
    watch_silence,
)
from bot.leads.choosing import Wanted, choose_owners
from bot.leads.offers import offer_to_others, tell_new_owners
from bot.leads.policy import SILENCE, SilentStep
from bot.leads.routing import Choice, Rung, coordinator_ladder
from bot.leads.stages import duty_for, stage_kept, stopped_duties
from bot.service import Service
from storage.database import Transaction
from storage.followups import note_silence, ready_of
from storage.lead_changes import lock_leads
from storage.lead_events import NewEvent, add_events
from storage.models.followups import FollowUp, FollowUpState
from storage.models.leads import Lead, LeadEventKind
from storage.models.timers import Timer
from storage.timers import move_timers, set_timers

SOON = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Silent:
    """An open lead and what nobody has done."""

    lead: Lead
    follow_up: FollowUp

    @property
    def step(self) -> SilentStep:
        """What is due, once it is."""
        return SILENCE[self.follow_up.silent_steps][1]

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Who is asked when it is handed up: the coordinators, and at last nobody but the branch."""
        return coordinator_ladder(self.lead) if self.step is SilentStep.COORDINATOR else ()


async def break_silence(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Take the step that is due for each silent lead; one that somebody touched meanwhile is left alone."""
    leads = await _leads_of(tx, timers, now)
    follow_ups = await ready_of(tx, [lead.id for lead in leads])
    open_ = [Silent(lead, follow_ups[lead.id]) for lead in leads if lead.id in follow_ups]
    due = [one for one in open_ if _is_due(one, now)]
    early = [one for one in open_ if not _is_due(one, now)]
    await watch_silence(tx, [(one.lead, one.follow_up) for one in early], now)
    await offer_leads(tx, service, [one for one in due if one.step is SilentStep.OFFER], now)
    await _hand_up(tx, service, [one for one in due if one.step is not SilentStep.OFFER], now)


async def _leads_of(tx: Transaction, timers: Sequence[Timer], now: datetime) -> list[Lead]:
    """The open leads behind these timers; one that somebody is changing right now is looked at again soon.

    Waiting for them, who may wait for our timer, would be waiting for ever.
    """
    leads, busy = await lock_leads(tx, [timer.subject_id for timer in timers])
    await set_timers(tx, SILENCE_TIMER, [(id_, now + SOON) for id_ in busy], now)
    return [lead for lead in leads if not is_closed(lead.state)]


def _is_due(silent: Silent, now: datetime) -> bool:
    at = next_step_at(silent.lead, silent.follow_up, silent.follow_up.silent_steps)
    return at is not None and at <= now


async def offer_leads(tx: Transaction, service: Service, silent: Sequence[Silent], now: datetime) -> None:
    """Others of the same streets may take them over; whoever has one keeps it until somebody does."""
    noted = await note_silence(tx, [one.follow_up for one in silent])
    offered = [one for one in silent if one.follow_up.id in noted]
    steps = [
        (one.lead.id, next_look_at(one.lead, one.follow_up, one.follow_up.silent_steps + 1, now))
        for one in offered
    ]
    await move_timers(tx, SILENCE_TIMER, [(id_, at) for id_, at in steps if at is not None], now)
    events = [NewEvent(one.lead.id, LeadEventKind.OFFERED_TO_OTHERS) for one in offered]
    await add_events(tx, events, now)
    await offer_to_others(tx, service, [one.lead for one in offered], now)


async def _hand_up(tx: Transaction, service: Service, silent: Sequence[Silent], now: datetime) -> None:
    """The leads move on with their silence; what comes after it counts from the last touch."""
    if not silent:
        return
    wanted = [Wanted(one.lead, one.rungs, frozenset({one.lead.owner_id})) for one in silent]
    choices = await choose_owners(tx, wanted, service.today())
    stopped = await stopped_duties(tx, {one.lead.id: one.follow_up for one in silent})
    moves = [
        Move(one.lead, one.follow_up, _handed_up(one, choice, stopped.get(one.lead.id), now))
        for one, choice in zip(silent, choices, strict=True)
    ]
    changed = await apply_changes(tx, moves, now)
    await tell_new_owners(tx, service, [lead for lead in changed if lead.owner_id is not None], now)


def _handed_up(silent: Silent, choice: Choice, stopped: FollowUp | None, now: datetime) -> Change:
    """It is due at once: it has waited long enough. The branch has one list a day, and is told of none."""
    state, follow_up = stage_kept(silent.lead.state), silent.follow_up
    duty = duty_for(choice.owner_id, state, stopped, now)
    return Change(
        kind=LeadEventKind.HANDED_UP,
        to_state=state,
        owner_id=choice.owner_id,
        follow_up=replace(
            duty,
            due_at=duty.due_at if duty.is_appointed else now,
            touched_at=follow_up.touched_at,
            silent_steps=follow_up.silent_steps + 1,
        ),
        details=choice.details(),
        closes=FollowUpState.CANCELLED,
        has_slot=choice.owner_id is not None,
    )
