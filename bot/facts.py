"""Changing a fact from the chat: one proposes, another approves, and both stay on record."""

import re
from collections.abc import Sequence

from bot.access import Permission, roles_with
from bot.campaigns.links import folded, judge_link, links_in
from bot.campaigns.policy import Policy
from bot.errors import NotFound, PerisaiError
from bot.fact_words import fact_name
from bot.programme.changes import new_faults
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.facts import (
    NewFactChange,
    add_changes,
    decide_proposal,
    find_change,
    find_change_by_id,
    list_changes,
    list_proposal,
)
from storage.models.contacts import Contact
from storage.models.facts import FactChange, FactChangeState
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.staff import list_staff

FACT_NOTICE = "fact-notice"
FACT_DECIDED = "fact-decided"


class ChangeRefused(PerisaiError):
    """The proposal cannot be made as it is; `faults` say why, in plain English and by the facts' ids."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def names_document(source: str, policy: Policy) -> bool:
    """Whether others can look it up: what it is, with a number or a date, or a link the branch may give."""
    links = links_in(source, policy)
    beside = folded(source)
    for link in links:
        beside = beside.replace(link, " ")
    is_linked = bool(links) and all(judge_link(link, policy) is None for link in links)
    return is_linked or (bool(re.search(r"[a-z]{2}", beside)) and any(char.isdigit() for char in beside))


async def propose_changes(visit: Visit, news: Sequence[NewFactChange]) -> FactChange:
    """Put changes that belong together down for a second person to decide, and tell those who may.

    The first one stands for them all. ChangeRefused, with every fault, when the facts would not fit together
    any more.
    """
    approved = [
        change for change in await list_changes(visit.tx, FactChangeState.APPROVED) if not change.is_text
    ]
    if faults := new_faults(visit.service.facts, approved, news, visit.service.today()):
        raise ChangeRefused(faults)
    first = (await add_changes(visit.tx, news, visit.contact.id, visit.now))[0]
    for contact, _role in await list_staff(visit.tx, roles_with(Permission.APPROVE)):
        if contact.id != visit.contact.id:
            await queue_message(
                visit.tx, contact.id, Lane.NOTICE, FACT_NOTICE, visit.now, subject_id=first.id
            )
    return first


async def settle_proposal(visit: Visit, number: str, *, approve: bool) -> bool:
    """Approve or reject; False when it is one's own or was decided meanwhile, NotFound when it is none."""
    first = await get_change(visit.tx, number)
    state = FactChangeState.APPROVED if approve else FactChangeState.REJECTED
    if not await decide_proposal(visit.tx, first, state, visit.contact.id, visit.now):
        return False
    if first.proposed_by is not None:
        await queue_message(
            visit.tx, first.proposed_by, Lane.NOTICE, FACT_DECIDED, visit.now, subject_id=first.id
        )
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
    text = words.render("facts-notice", names=await _names(tx, words, change))
    return Screen(FACT_NOTICE, text, ((_open(words, change),),), protected=True)


async def render_fact_decided(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """To whoever proposed it: what became of it."""
    change = await find_change_by_id(tx, message.subject_id) if message.subject_id else None
    if change is None or change.state not in {FactChangeState.APPROVED, FactChangeState.REJECTED}:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render(f"facts-decided-{change.state}", names=await _names(tx, words, change))
    return Screen(FACT_DECIDED, text, ((_open(words, change),),), protected=True)


async def _names(tx: Transaction, words: Wording, change: FactChange) -> str:
    return ", ".join(fact_name(words, each.fact_id) for each in await list_proposal(tx, change.proposal))


def _open(words: Wording, change: FactChange) -> Button:
    return Button(words.label("facts-open"), Action("facts", "change", change.number))
