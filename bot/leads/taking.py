"""Taking a lead, saying that one cannot, and handing one back."""

from bot.errors import Stale
from bot.leads.assigning import assign_lead
from bot.leads.call_times import next_call_at
from bot.leads.cards import queue_card
from bot.leads.changes import Change, apply_change
from bot.leads.outcomes import Desk
from bot.leads.policy import WORKER_MAY_COMPLAIN_AFTER
from bot.leads.worker_news import CONTACTED_TIMER, tell_taken
from storage.followups import NewFollowUp
from storage.leads import LeadCard
from storage.models.followups import Duty
from storage.models.leads import Lead, LeadState
from storage.timers import set_timer
from storage.volunteers import refuse_lead

CANNOT = ("busy", "away", "unknown", "other")
"""Why somebody cannot take a lead, or hands it back, as they may choose it."""


async def take_lead(desk: Desk, card: LeadCard) -> Lead:
    """The owner takes the lead: they see the phone, and the worker is told who will come.

    Stale when it was taken already, or is somebody else's by now.
    """
    lead = card.lead
    if lead.state is not LeadState.NEW:
        raise Stale
    due_at = next_call_at(lead.call_time, desk.now, desk.service.zone)
    change = Change(
        "accepted", LeadState.ACCEPTED, lead.owner_id, NewFollowUp(Duty.CALL, due_at), actor=desk.actor
    )
    changed = await apply_change(desk.tx, lead, change, desk.now)
    await tell_taken(desk.tx, changed, desk.now)
    if changed.contact_id is not None:
        asks_at = desk.now + WORKER_MAY_COMPLAIN_AFTER
        await set_timer(desk.tx, CONTACTED_TIMER, lead.id, asks_at, desk.now)
    if desk.actor is not None:
        await queue_card(desk.tx, changed, desk.actor, desk.now)
    return changed


async def give_lead_back(desk: Desk, card: LeadCard, reason: str) -> Lead:
    """The owner cannot (any more): it goes to somebody else, and is not given to them again."""
    lead = card.lead
    if lead.owner_id is None:
        raise Stale
    await refuse_lead(desk.tx, lead.id, lead.owner_id, reason, desk.now)
    return await assign_lead(desk.tx, desk.service, lead, desk.now, kind="handed back", actor=desk.actor)
