"""Numbers for people that nobody has yet."""

from sqlmodel import col, exists, or_, select

from storage.database import Transaction
from storage.models.cases import Case
from storage.models.facts import FactChange
from storage.models.leads import Lead, Submission
from storage.types import new_number

NUMBERED = (Lead, Submission, Case, FactChange)


async def unused_number(tx: Transaction) -> str:
    """Draw until no lead, submission, case or change has the number.

    If two draw the same one at once, the second one's transaction fails as a whole.
    """
    while True:
        number = new_number()
        taken = or_(*(exists().where(col(table.number) == number) for table in NUMBERED))
        if not (await tx.execute(select(taken))).scalar_one():
            return number
