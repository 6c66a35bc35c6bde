"""Changing a fact from the chat: one proposes, another approves, and both stay on record."""

from bot.access import Permission, roles_with
from bot.errors import NotFound, PerisaiError
from bot.programme.changes import new_faults
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.facts import (
    NewFactChange,
    add_change,
    decide_change,
    find_change,
    find_change_by_id,
    list_changes,
)
from storage.models.contacts import Contact
from storage.models.facts import FactChange, FactChangeState
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.staff import list_staff

FACT_NOTICE = "fact-notice"


class ChangeRefused(PerisaiError):
    """The change cannot be made as it is; the message says why, for whoever proposes it."""


async def propose_change(visit: Visit, new: NewFactChange) -> FactChange:
    """Put a change down for a second person to decide, and tell those who may.

    ChangeRefused, with every fault, when the facts would not fit together any more.
    """
    approved = await list_changes(visit.tx, FactChangeState.APPROVED)
    if faults := new_faults(visit.service.facts, approved, new, visit.service.today()):
        raise ChangeRefused("; ".join(faults))
    change = await add_change(visit.tx, new, visit.contact.id, visit.now)
    for contact, _role in await list_staff(visit.tx, roles_with(Permission.APPROVE)):
        if contact.id != visit.contact.id:
            await queue_message(
                visit.tx, contact.id, Lane.NOTICE, FACT_NOTICE, visit.now, subject_id=change.id
            )
    return change


async def settle_change(visit: Visit, number: str, *, approve: bool) -> bool:
    """Approve or reject; False when it is one's own or was decided meanwhile, NotFound when it is none."""
    change = await get_change(visit.tx, number)
    state = FactChangeState.APPROVED if approve else FactChangeState.REJECTED
    if not await decide_change(visit.tx, change, state, visit.contact.id, visit.now):
        return False
    visit.service.board.look_again()
    return True


async def get_change(tx: Transaction, number: str) -> FactChange:
    """The change with this number; NotFound when there is none."""
    change = await find_change(tx, number)
    if change is None:
        raise NotFound(f"no change has the number {number}")
    return change


async def render_fact_notice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """One line to whoever may approve; nothing when it was decided meanwhile."""
    change = await find_change_by_id(tx, message.subject_id) if message.subject_id else None
    if change is None or change.state is not FactChangeState.PROPOSED:
        return None
    words = Wording(service.texts, contact.language)
    button = Button(words.label("facts-open"), Action("facts", "change", change.number))
    return Screen(FACT_NOTICE, words.render("facts-notice", id=change.fact_id), ((button,),), protected=True)
