"""Words between a person and the branch about a case: through the bot, so that no number is given away."""

from uuid import UUID

from bot.access import Permission, roles_with
from bot.cases.opening import find_subject
from bot.cases.policy import CANNED
from bot.cases.taking import get_case, take_case
from bot.cases.waiting import CASE_TIMER, watch_case
from bot.errors import NotFound, Stale
from bot.screens import Action, Button, Media, MediaKind, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.case_entries import add_entry
from storage.cases import CaseCard, find_case, find_latest_open_case, note_answer, note_waiting
from storage.database import Transaction
from storage.models.cases import Case, CaseState
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message
from storage.staff import list_on_duty
from storage.timers import stop_timer
from storage.types import JsonObject

FROM_STAFF = "case-answer"
FROM_PERSON = "case-message"
VOICE = "case-voice"
FILE = "case-file"
LONGEST = 1000  # characters of one message


async def send_to_person(visit: Visit, number: str, text: str) -> None:
    """Staff's words to whoever opened the case; answering takes it.

    NotFound when the case is gone, Stale when somebody else has it or it is closed.
    """
    await _answer(visit, number, {"text": text})


async def send_file_to_person(visit: Visit, number: str, kind: MediaKind, file_id: str) -> None:
    """A photo, voice note or document of staff's; errors as `send_to_person`."""
    await _answer(visit, number, {"kind": kind.value, "file_id": file_id})


async def send_canned(visit: Visit, number: str, canned: str) -> None:
    """One of the answers that are written already, in the person's own language; NotFound for another."""
    if canned not in CANNED:
        raise NotFound(f"no answer is called {canned!r}")
    await _answer(visit, number, {"canned": canned})


async def _answer(visit: Visit, number: str, body: JsonObject) -> None:
    card = await get_case(visit.tx, number)
    case = card.case
    if case.state is CaseState.OPEN:
        await take_case(visit, number, case.version)
    elif case.state is CaseState.CLOSED or case.taken_by != visit.contact.id:
        raise Stale
    await add_entry(visit.tx, case.id, visit.contact.id, body, visit.now, is_from_staff=True)
    await note_answer(visit.tx, case.id, visit.now)
    await stop_timer(visit.tx, CASE_TIMER, case.id)
    await _queue(visit, case.contact_id, FROM_STAFF, case, body)


async def send_to_staff(visit: Visit, number: str, text: str) -> None:
    """The person's words about a case of their own; NotFound unless it is theirs."""
    card = await get_own_card(visit, number)
    await _say(visit, FROM_PERSON, card.case, {"text": text})


async def pass_on(visit: Visit, text: str) -> bool:
    """Words of somebody whose case is open go to staff; False when none is, or they are too many."""
    case = await find_latest_open_case(visit.tx, visit.contact.id)
    if case is None or len(text) > LONGEST:
        return False
    await _say(visit, FROM_PERSON, case, {"text": text})
    return True


async def pass_file_on(visit: Visit, kind: MediaKind, file_id: str) -> bool:
    """A photo or document of somebody whose case is open goes to staff; False when none is."""
    case = await find_latest_open_case(visit.tx, visit.contact.id)
    if case is None:
        return False
    await _say(visit, FILE, case, {"kind": kind.value, "file_id": file_id})
    return True


async def send_voice_to_staff(visit: Visit, case: Case, file_id: str) -> None:
    """A voice note, as it was spoken: not everybody types."""
    await _say(visit, VOICE, case, {"kind": MediaKind.VOICE.value, "file_id": file_id})


async def get_own_card(visit: Visit, number: str) -> CaseCard:
    """The person's own case; NotFound for anybody else's."""
    card = await get_case(visit.tx, number)
    if card.case.contact_id != visit.contact.id:
        raise NotFound("the case is somebody else's")
    return card


async def _say(visit: Visit, kind: str, case: Case, body: JsonObject) -> None:
    """To whoever took the case, or to everybody on duty; from now on the person waits again."""
    await add_entry(visit.tx, case.id, visit.contact.id, body, visit.now, is_from_staff=False)
    if await note_waiting(visit.tx, case.id, visit.now):
        card = await find_case(visit.tx, case.id)
        if card is not None:
            await watch_case(visit.tx, visit.service, card.case)
    for contact_id in await _listeners(visit.tx, case):
        await _queue(visit, contact_id, kind, case, body)


async def _listeners(tx: Transaction, case: Case) -> list[UUID]:
    if case.state is CaseState.TAKEN and case.taken_by is not None:
        return [case.taken_by]
    return [contact.id for contact in await list_on_duty(tx, roles_with(Permission.TAKE_CASES))]


async def _queue(visit: Visit, contact_id: UUID, kind: str, case: Case, params: JsonObject) -> None:
    await queue_message(visit.tx, contact_id, Lane.REPLY, kind, visit.now, subject_id=case.id, params=params)


async def render_from_staff(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What staff wrote or sent, with a button to write back."""
    card = await find_subject(tx, message)
    if card is None:
        return None
    words, params = Wording(service.texts, contact.language), params_of(tx, message)
    text = words.render("replies-from-staff", text=said_text(words, service, params))
    reply = Button(words.label("replies-write"), Action("replies", "write", card.case.number))
    return Screen(FROM_STAFF, text, ((reply,),), media=_media(params))


def said_text(words: Wording, service: Service, body: JsonObject) -> str:
    """What was said in words; a sign for a file."""
    if "canned" in body:
        phone, hours = service.branch.call_centre, service.branch.hours or "-"
        return words.label(f"canned-{body['canned']}", phone=phone, hours=hours)
    if "text" in body:
        return str(body["text"])
    return "🎤" if body.get("kind") == MediaKind.VOICE.value else "📎"


def _media(params: JsonObject) -> Media | None:
    if "file_id" not in params:
        return None
    return Media(MediaKind(str(params["kind"])), str(params["file_id"]))


async def render_from_person(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What the person wrote or sent, with a button to the case; Telegram keeps the files."""
    card = await find_subject(tx, message)
    if card is None:
        return None
    words, params = Wording(service.texts, contact.language), params_of(tx, message)
    body = words.render(
        "replies-from-person",
        name=card.note or "-",
        number=card.case.number,
        text=said_text(words, service, params),
    )
    open_ = Button(words.label("cases-open"), Action("cases", "card", card.case.number))
    return Screen(message.kind, body, ((open_,),), media=_media(params), protected=True)
