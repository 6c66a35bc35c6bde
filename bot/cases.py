"""Cases: somebody asks for a person, and staff are told at once."""

from uuid import UUID

from bot.access import Permission, roles_with
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.cases import (
    CaseCard,
    add_case,
    close_case,
    find_case,
    find_case_by_number,
    find_open_case,
    list_cases_of,
)
from storage.database import Transaction
from storage.models.cases import Case, CaseKind, CaseState
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.staff import list_staff

CASE_NOTICE = "case-notice"
CASE_CLOSED = "case-closed"


async def ask_person(visit: Visit, kind: CaseKind, note: str = "") -> Case:
    """Open a case and tell everybody who takes cases; the same open question is not told twice."""
    case = await find_open_case(visit.tx, visit.contact.id, kind)
    if case is not None:
        return case
    case = await add_case(visit.tx, visit.contact.id, kind, note or visit.telegram_name, visit.now)
    for contact, _role in await list_staff(visit.tx, roles_with(Permission.TAKE_CASES)):
        await _tell(visit, contact.id, case)
    return case


async def has_open_case(visit: Visit) -> bool:
    """Whether the person waits for somebody: then what they type is for that somebody."""
    return any(card.case.closed_at is None for card in await list_cases_of(visit.tx, visit.contact.id))


async def _tell(visit: Visit, contact_id: UUID, case: Case) -> None:
    """In the reply lane: somebody waits for it, and it must not stand behind twenty notices of leads."""
    await queue_message(visit.tx, contact_id, Lane.REPLY, CASE_NOTICE, visit.now, subject_id=case.id)


async def find_subject(tx: Transaction, message: Message) -> CaseCard | None:
    """The case a message is about, unless it was erased meanwhile."""
    return await find_case(tx, message.subject_id) if message.subject_id else None


async def render_case_notice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """One line about a case; nothing when it was closed or erased meanwhile."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.OPEN:
        return None
    words = Wording(service.texts, contact.language)
    return Screen(CASE_NOTICE, _notice(words, card), ((_open_button(words, card),),), protected=True)


def _notice(words: Wording, card: CaseCard) -> str:
    kind = words.label(f"cases-kind.{card.case.kind.value}")
    return words.render("cases-notice", kind=kind, name=card.note or "-", number=card.case.number)


def _open_button(words: Wording, card: CaseCard) -> Button:
    return Button(words.label("cases-open"), Action("cases", "card", card.case.number))


async def finish_case(visit: Visit, number: str, version: str) -> bool:
    """Close a case as it was seen; False when somebody changed it since, or it is gone."""
    card = await find_case_by_number(visit.tx, number)
    if card is None or str(card.case.version) != version:
        return False
    if not await close_case(visit.tx, card.case.id, card.case.version, visit.now):
        return False
    await queue_message(
        visit.tx, card.case.contact_id, Lane.REPLY, CASE_CLOSED, visit.now, subject_id=card.case.id
    )
    return True


async def render_case_closed(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The person hears that staff consider it done, and may say that it is not."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.CLOSED:
        return None
    words = Wording(service.texts, contact.language)
    again = Button(words.label("cases-again"), Action("cases", "again"))
    return Screen(CASE_CLOSED, words.render("cases-closed", number=card.case.number), ((again,),))
