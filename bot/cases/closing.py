"""A case ends: the person is told, says how it was, and may say that it is not over."""

from bot.cases.opening import find_subject
from bot.cases.policy import RATINGS
from bot.cases.waiting import CASE_TIMER
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.cases import change_case, find_case_by_number, rate_case
from storage.database import Transaction
from storage.models.cases import CaseState
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.timers import stop_timer

CASE_CLOSED = "case-closed"


async def finish_case(visit: Visit, number: str, version: str) -> bool:
    """Close a case as it was seen; False when somebody changed it since, or it is gone."""
    card = await find_case_by_number(visit.tx, number)
    if card is None or str(card.case.version) != version or card.case.state is CaseState.CLOSED:
        return False
    closed = {"state": CaseState.CLOSED, "closed_at": visit.now, "waits_since": None}
    if not await change_case(visit.tx, card.case, **closed):
        return False
    await stop_timer(visit.tx, CASE_TIMER, card.case.id)
    await queue_message(
        visit.tx, card.case.contact_id, Lane.REPLY, CASE_CLOSED, visit.now, subject_id=card.case.id
    )
    return True


async def rate(visit: Visit, number: str, rating: int) -> bool:
    """The person says how they were served; False for anybody else, or a second time."""
    card = await find_case_by_number(visit.tx, number)
    if card is None or rating not in RATINGS:
        return False
    return await rate_case(visit.tx, card.case.id, visit.contact.id, rating)


async def render_case_closed(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The person hears that staff consider it done, and may say how it was, or that it is not."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.CLOSED:
        return None
    words = Wording(service.texts, contact.language)
    stars = tuple(
        Button(f"{rating} ⭐", Action("cases", "rate", f"{card.case.number}.{rating}")) for rating in RATINGS
    )
    again = Button(words.label("cases-again"), Action("cases", "again"))
    text = words.render("cases-closed", number=card.case.number)
    return Screen(CASE_CLOSED, text, (stars, (again,)))
