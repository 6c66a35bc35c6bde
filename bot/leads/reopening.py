"""A lead that nobody could reach begins anew when its worker asks for it."""

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.assigning import assign_lead
from storage.leads import LeadCard
from storage.models.leads import Lead, LeadEventKind, LeadState


async def reopen_lead(desk: Desk, card: LeadCard) -> Lead:
    """Give an unreached lead to somebody again; Stale in any other state."""
    if card.lead.state is not LeadState.UNREACHED:
        raise Stale
    return await assign_lead(
        desk.tx, desk.service, card.lead, desk.now, kind=LeadEventKind.REOPENED, actor=desk.actor
    )
