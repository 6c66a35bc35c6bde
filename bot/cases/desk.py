"""What use-cases of cases work with, whoever or whatever sets them going."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.errors import NotFound
from bot.service import Service
from bot.visits import Visit
from storage.cases import CaseCard, find_case_by_number, lock_case
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Desk:
    """An open transaction, the moment, and whose act it is; nobody's where it happens by itself."""

    tx: Transaction
    service: Service
    now: datetime
    actor: UUID | None = None

    @classmethod
    def of(cls, visit: Visit) -> "Desk":
        """The desk of somebody's update."""
        return cls(visit.tx, visit.service, visit.now, visit.contact.id)


async def hold_case(desk: Desk, case_id: UUID) -> CaseCard:
    """The case, held until the transaction ends; NotFound when it is gone."""
    card = await lock_case(desk.tx, case_id)
    if card is None:
        raise NotFound("the case is gone")
    return card


async def get_card(tx: Transaction, number: str) -> CaseCard:
    """The case with this number; NotFound when there is none."""
    card = await find_case_by_number(tx, number)
    if card is None:
        raise NotFound(f"no case has the number {number}")
    return card


async def get_own_card(visit: Visit, number: str) -> CaseCard:
    """The person's own case; NotFound for anybody else's."""
    card = await get_card(visit.tx, number)
    if card.case.contact_id != visit.contact.id:
        raise NotFound("the case is somebody else's")
    return card
