"""A case opens: staff on duty are told at once, and the person when to expect an answer."""

from bot.access import Permission, roles_with
from bot.cases.promises import find_promise
from bot.cases.waiting import watch_case
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.case_entries import list_entries
from storage.cases import CaseCard, add_case, find_case, find_latest_open_case, find_open_case
from storage.database import Transaction
from storage.leads import list_leads_of
from storage.models.cases import Case, CaseKind, CaseState
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.staff import list_on_duty

CASE_NOTICE = "case-notice"


async def ask_person(visit: Visit, kind: CaseKind, note: str = "") -> Case:
    """Open a case and tell everybody on duty; the same open question is not told twice."""
    case = await find_open_case(visit.tx, visit.contact.id, kind)
    if case is not None:
        return case
    on_duty = await list_on_duty(visit.tx, roles_with(Permission.TAKE_CASES))
    promise = await find_promise(visit.tx, visit.service, visit.now, on_duty=len(on_duty))
    case = await add_case(
        visit.tx,
        visit.contact.id,
        kind,
        note or visit.telegram_name,
        visit.now,
        promised_by=promise.by if promise else None,
    )
    await watch_case(visit.tx, visit.service, case)
    for contact in on_duty:
        await queue_notice(visit, contact, case)
    return case


async def queue_notice(visit: Visit, contact: Contact, case: Case) -> None:
    """In the reply lane: somebody waits for it, and it must not stand behind twenty notices of leads."""
    await queue_message(visit.tx, contact.id, Lane.REPLY, CASE_NOTICE, visit.now, subject_id=case.id)


async def has_open_case(visit: Visit) -> bool:
    """Whether the person waits for somebody: then what they type is for that somebody."""
    return await find_latest_open_case(visit.tx, visit.contact.id) is not None


async def find_subject(tx: Transaction, message: Message) -> CaseCard | None:
    """The case a message is about, unless it was erased meanwhile."""
    return await find_case(tx, message.subject_id) if message.subject_id else None


async def render_case_notice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Who, from where, and what they said; nothing when it was taken, closed or erased meanwhile."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.OPEN:
        return None
    words = Wording(service.texts, contact.language)
    text = words.joined(await describe_case(tx, service, words, card), await last_words(tx, words, card))
    return Screen(CASE_NOTICE, text, ((take_button(words, card), open_button(words, card)),), protected=True)


async def describe_case(tx: Transaction, service: Service, words: Wording, card: CaseCard) -> str:
    """Name and area, and no more than is needed."""
    return words.render(
        "cases-notice",
        kind=words.label(f"cases-kind.{card.case.kind.value}"),
        name=await name_of(tx, service, card),
        number=card.case.number,
    )


async def name_of(tx: Transaction, service: Service, card: CaseCard) -> str:
    """What the person is called, and the village of what they registered last where it is known."""
    leads = await list_leads_of(tx, card.case.contact_id)
    village = service.places.find_village(leads[0].lead.village_code) if leads else None
    return ", ".join(part for part in (card.note or "-", village and village.name) if part)


async def last_words(tx: Transaction, words: Wording, card: CaseCard) -> str:
    """What was said last, if anything was said in words."""
    said = [one for one in await list_entries(tx, card.case.id, limit=1) if "text" in one.body]
    return words.render("cases-said", text=str(said[0].body["text"])[:200]) if said else ""


def take_button(words: Wording, card: CaseCard) -> Button:
    seen = f"{card.case.number}.{card.case.version}"
    return Button(words.label("cases-take"), Action("cases", "take", seen))


def open_button(words: Wording, card: CaseCard) -> Button:
    return Button(words.label("cases-open"), Action("cases", "card", card.case.number))
