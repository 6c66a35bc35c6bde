"""Numbers for people that nobody has yet."""

from sqlmodel import col, exists, or_, select

from storage.database import Transaction
from storage.models.campaigns import Campaign
from storage.models.cases import Case
from storage.models.facts import FactChange
from storage.models.leads import Lead, Submission
from storage.types import new_number

NUMBERED = (Lead, Submission, Case, FactChange, Campaign)


async def unused_number(tx: Transaction) -> str:
    """Draw until nothing that has a number has this one.

    If two draw the same one at once, the second one's transaction fails as a whole.
    """
    while True:
        number = new_number()
        taken = or_(*(exists().where(col(table.number) == number) for table in NUMBERED))
        if not (await tx.execute(select(taken))).scalar_one():
            return number
