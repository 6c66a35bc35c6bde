"""Taking a case by one tap: nobody answers twice, and the others see who does."""

from uuid import UUID

from bot.access import Permission, is_allowed, roles_with
from bot.cases.opening import CASE_NOTICE, describe_case, find_subject, open_button, queue_notice, take_button
from bot.cases.waiting import CASE_WAITS, watch_case
from bot.errors import NotFound, Stale
from bot.screens import Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.cases import CaseCard, change_case, find_case, find_case_by_number
from storage.database import Transaction
from storage.models.cases import Case, CaseState
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import list_sent, params_of, queue_message
from storage.staff import list_on_duty

CASE_TAKEN = "case-taken"  # the others' cards, changed
CASE_TAKER = "case-taker"  # the person hears who answers


async def get_case(tx: Transaction, number: str) -> CaseCard:
    """The case with this number; NotFound when there is none."""
    card = await find_case_by_number(tx, number)
    if card is None:
        raise NotFound(f"no case has the number {number}")
    return card


def may_take(visit: Visit, case: Case) -> bool:
    """An open one, anybody who takes cases; one that somebody has, whoever approves."""
    if case.state is CaseState.TAKEN:
        return case.taken_by != visit.contact.id and is_allowed(visit.role, Permission.APPROVE)
    return case.state is CaseState.OPEN and is_allowed(visit.role, Permission.TAKE_CASES)


async def take_case(visit: Visit, number: str, version: int) -> None:
    """Take a case as it was seen; Stale when somebody was faster, NotFound when it is gone."""
    card = await get_case(visit.tx, number)
    case = card.case
    if case.taken_by == visit.contact.id and case.state is CaseState.TAKEN:
        return
    if case.version != version or not may_take(visit, case):
        raise Stale
    values = {"state": CaseState.TAKEN, "taken_by": visit.contact.id, "taken_at": visit.now}
    if not await change_case(visit.tx, case, **values):
        raise Stale
    await _tell_others(visit, case)
    await queue_message(
        visit.tx,
        case.contact_id,
        Lane.REPLY,
        CASE_TAKER,
        visit.now,
        subject_id=case.id,
        params={"by": visit.telegram_name},
    )


async def _tell_others(visit: Visit, case: Case) -> None:
    """Cards that offer the case say who has it; they lose their buttons."""
    for kind in (CASE_NOTICE, CASE_WAITS):
        for message in await list_sent(visit.tx, kind, case.id):
            if message.contact_id == visit.contact.id:
                continue
            await queue_message(
                visit.tx,
                message.contact_id,
                Lane.REPLY,
                CASE_TAKEN,
                visit.now,
                subject_id=case.id,
                params={"message_id": message.telegram_message_id, "by": visit.telegram_name},
                dedup_key=f"{CASE_TAKEN}:{message.id}:{case.version}",
            )


async def put_back(visit: Visit, number: str) -> None:
    """Whoever took the case lets others have it; Stale when it is not theirs any more."""
    card = await get_case(visit.tx, number)
    case = card.case
    if case.state is not CaseState.TAKEN or case.taken_by != visit.contact.id:
        raise Stale
    if not await change_case(visit.tx, case, state=CaseState.OPEN, taken_by=None, taken_at=None):
        raise Stale
    open_again = await get_case(visit.tx, number)
    await watch_case(visit.tx, visit.service, open_again.case)
    for contact in await list_on_duty(visit.tx, roles_with(Permission.TAKE_CASES)):
        if contact.id != visit.contact.id:
            await queue_notice(visit, contact, case)


async def find_taker(tx: Transaction, case_id: UUID) -> UUID | None:
    """Who takes care of a case now."""
    card = await find_case(tx, case_id)
    return card.case.taken_by if card and card.case.state is CaseState.TAKEN else None


async def render_case_taken(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The old card, which says who has the case, and no more of whose it is."""
    params = params_of(tx, message)
    card = await find_subject(tx, message)
    if card is None or not params.get("message_id"):
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("cases-taken", number=card.case.number, by=str(params.get("by") or "-"))
    return Screen(CASE_TAKEN, text, ((open_button(words, card),),), replaces=int(str(params["message_id"])))


async def render_case_taker(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The person knows who answers, and that writing here is enough."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.TAKEN:
        return None
    words = Wording(service.texts, contact.language)
    by = str(params_of(tx, message).get("by") or "-")
    return Screen(CASE_TAKER, words.render("cases-taker", by=by))


async def render_case_waits(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Somebody still waits: whose turn it is can take the case or open it."""
    card = await find_subject(tx, message)
    if card is None or card.case.waits_since is None or card.case.state is CaseState.CLOSED:
        return None
    words = Wording(service.texts, contact.language)
    since = service.moment(card.case.waits_since, contact.language)
    text = words.joined(
        words.render("cases-waits", since=since), await describe_case(tx, service, words, card)
    )
    take = (take_button(words, card),) if card.case.state is CaseState.OPEN else ()
    return Screen(CASE_WAITS, text, ((*take, open_button(words, card)),), protected=True)
