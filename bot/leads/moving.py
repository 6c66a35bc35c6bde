"""Moving leads by hand: all of somebody's, or one to a person of one's choice."""

from datetime import datetime
from uuid import UUID

from bot.desk import Desk
from bot.errors import NotAllowed, Stale
from bot.leads.assigning import assign_to, pass_on
from bot.leads.changes import is_closed
from bot.leads.offers import tell_new_owner
from bot.service import Service
from storage.database import Transaction
from storage.leads import LeadCard, list_open_of
from storage.models.leads import Lead, LeadEventKind, Routing


async def move_all(
    tx: Transaction,
    service: Service,
    owner_id: UUID,
    now: datetime,
    *,
    actor: UUID | None,
    kind: LeadEventKind = LeadEventKind.REASSIGNED,
) -> int:
    """Give every open lead of somebody to others; how many that were."""
    moved = 0
    while cards := await list_open_of(tx, owner_id):  # again for those that somebody changed meanwhile
        leads = [card.lead for card in cards]
        moved += len(await pass_on(tx, service, leads, now, kind=kind, actor=actor))
    return moved


async def move_to(desk: Desk, card: LeadCard, owner_id: UUID | None) -> Lead:
    """Give one open lead to this very person (None: the branch), and tell them.

    NotAllowed for whoever chose "petugas kantor saja", unless it is the branch; Stale when it is closed,
    theirs already, or changed since it was read.
    """
    lead = card.lead
    if is_closed(lead.state) or lead.owner_id == owner_id:
        raise Stale
    if lead.routing is Routing.OFFICE and owner_id is not None:
        raise NotAllowed("the office alone")
    moved = await assign_to(
        desk.tx, lead, owner_id, desk.now, kind=LeadEventKind.REASSIGNED, actor=desk.actor
    )
    await tell_new_owner(desk.tx, desk.service, moved, desk.now)
    return moved


async def move_all_to(desk: Desk, from_id: UUID, owner_id: UUID | None) -> int:
    """Give every open lead of somebody to this very person; how many that were."""
    moved = 0
    for card in await list_open_of(desk.tx, from_id):
        try:
            await move_to(desk, card, owner_id)
            moved += 1
        except (Stale, NotAllowed):
            continue
    return moved
