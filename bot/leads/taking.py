"""Taking a lead, saying that one cannot, and handing one back."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.leads.assigning import assign_lead, assign_to
from bot.leads.call_times import next_call_at
from bot.leads.cards import queue_card
from bot.leads.changes import Change, Move, apply_move
from bot.leads.policy import KEPT
from bot.leads.routing import answers_for
from bot.leads.stages import duty_at, stopped_duties, waits_for_owner
from bot.leads.worker_news import plan_asking, tell_taken
from storage.followups import NewFollowUp, find_follow_up, ready_of
from storage.leads import LeadCard
from storage.models.followups import Duty, FollowUp
from storage.models.leads import Lead, LeadEventKind, LeadState
from storage.models.volunteers import Volunteer
from storage.volunteers import refuse_lead


async def take_lead(desk: Desk, card: LeadCard, *, shows_card: bool = True) -> Lead:
    """The owner takes the lead: they see the phone, and the worker is told who will come.

    One that others have brought some way goes on from there. Without `shows_card` for whoever has just
    typed the phone in, and goes on with the next one. Stale when it was taken already, or is somebody
    else's by now.
    """
    lead = card.lead
    ready = await ready_of(desk.tx, [lead.id])
    if not waits_for_owner(lead, ready.get(lead.id)):
        raise Stale
    state = lead.state if lead.state in KEPT else LeadState.ACCEPTED
    change = Change(
        LeadEventKind.ACCEPTED,
        state,
        lead.owner_id,
        await _first_duty(desk, lead, ready),
        actor=desk.actor,
        details=desk.details(),
    )
    changed = await apply_move(desk.tx, Move(lead, ready.get(lead.id), change), desk.now)
    await tell_taken(desk.tx, changed, desk.now)
    await plan_asking(desk.tx, desk.service, changed, desk.now)
    if desk.actor is not None and shows_card:
        await queue_card(desk.tx, changed, desk.actor, desk.now)
    return changed


async def _first_duty(desk: Desk, lead: Lead, ready: Mapping[UUID, FollowUp]) -> NewFollowUp:
    """A new one is called; with any other, whoever takes it goes on where the one before stopped."""
    if lead.state in KEPT:
        stopped = await stopped_duties(desk.tx, ready)
        return duty_at(lead.state, stopped.get(lead.id), desk.now)
    return NewFollowUp(Duty.CALL, next_call_at(lead.call_time, desk.now, desk.service.zone))


async def take_over(desk: Desk, card: LeadCard, volunteer: Volunteer) -> Lead:
    """Somebody else of the streets takes a silent lead over, and has it accepted with that.

    NotFound unless they answer for its streets; Stale when it is not silent any more, or theirs already.
    """
    lead = card.lead
    follow_up = await find_follow_up(desk.tx, lead.id)
    if lead.owner_id in {None, volunteer.id} or follow_up is None or follow_up.silent_steps == 0:
        raise Stale
    if not await answers_for(desk.tx, volunteer, lead):
        raise NotFound("not of their streets")
    taken = await assign_to(
        desk.tx, lead, volunteer.id, desk.now, kind=LeadEventKind.TAKEN_OVER, actor=desk.actor
    )
    return await take_lead(desk, replace(card, lead=taken))


async def give_lead_back(desk: Desk, card: LeadCard, reason: str) -> Lead:
    """The owner cannot (any more): it goes to somebody else, and is not given to them again."""
    lead = card.lead
    if lead.owner_id is None:
        raise Stale
    given = await assign_lead(
        desk.tx,
        desk.service,
        lead,
        desk.now,
        but=frozenset({lead.owner_id}),
        kind=LeadEventKind.HANDED_BACK,
        actor=desk.actor,
        details={**desk.details(), "reason": reason},
    )
    await refuse_lead(desk.tx, lead.id, lead.owner_id, reason, desk.now)
    return given
