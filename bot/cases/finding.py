"""The case that is meant: held until the transaction ends, or found by its number."""

from uuid import UUID

from bot.desk import Desk
from bot.errors import NotFound
from bot.visits import Visit
from storage.cases import CaseCard, find_case_by_number, lock_case
from storage.database import Transaction


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
