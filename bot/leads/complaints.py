"""The worker's side of silence: "belum dihubungi" goes up at once."""

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.assigning import assign_lead
from bot.leads.changes import is_closed
from bot.leads.routing import coordinator_ladder
from storage.lead_events import add_event, find_last_change
from storage.leads import LeadCard, change_lead
from storage.models.leads import Lead, LeadEventKind


async def note_contacted(desk: Desk, card: LeadCard) -> None:
    """The worker says that somebody called; Stale, and not written down, when the lead changed meanwhile."""
    is_first = card.lead.contacted_at is None
    if is_first and not await change_lead(desk.tx, card.lead, desk.now, contacted_at=desk.now):
        raise Stale
    await add_event(desk.tx, card.lead.id, LeadEventKind.CONTACT_CONFIRMED, desk.now, actor=desk.actor)


async def complain(desk: Desk, card: LeadCard) -> Lead:
    """Nobody called: the lead goes to the coordinator, or to the branch.

    Stale when it is closed, or went up with the same word a moment ago and has not moved since.
    """
    lead = card.lead
    last = await find_last_change(desk.tx, lead.id)
    if is_closed(lead.state) or (last is not None and last.kind == LeadEventKind.COMPLAINED):
        raise Stale
    return await assign_lead(
        desk.tx,
        desk.service,
        lead,
        desk.now,
        rungs=coordinator_ladder(lead),
        but=frozenset({lead.owner_id}),
        kind=LeadEventKind.COMPLAINED,
        actor=desk.actor,
    )
