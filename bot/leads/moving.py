"""Moving leads by hand: all of somebody's, or one to a person of one's choice."""

from datetime import datetime
from uuid import UUID

from bot.leads.assigning import assign_lead
from bot.service import Service
from storage.database import Transaction
from storage.leads import list_open_of

REASSIGNED = "reassigned"


async def move_all(
    tx: Transaction,
    service: Service,
    owner_id: UUID,
    now: datetime,
    *,
    actor: UUID | None,
    kind: str = REASSIGNED,
) -> int:
    """Give every open lead of somebody to others; how many that were."""
    cards = await list_open_of(tx, owner_id)
    for card in cards:
        await assign_lead(tx, service, card.lead, now, but=frozenset({owner_id}), kind=kind, actor=actor)
    return len(cards)
