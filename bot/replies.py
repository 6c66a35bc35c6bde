"""Words between a person and the branch about a case: through the bot, so that no number is given away."""

from uuid import UUID

from bot.access import Permission, roles_with
from bot.cases import find_subject
from bot.errors import NotFound
from bot.screens import Action, Button, Media, MediaKind, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.cases import CaseCard, find_case_by_number, find_latest_open_case
from storage.database import Transaction
from storage.models.cases import Case
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message
from storage.staff import list_staff

FROM_STAFF = "case-answer"
FROM_PERSON = "case-message"
VOICE = "case-voice"
FILE = "case-file"
LONGEST = 1000  # characters of one message


async def send_to_person(visit: Visit, number: str, text: str) -> None:
    """Staff's words to whoever opened the case; NotFound when the case is gone."""
    card = await get_card(visit.tx, number)
    await _queue(visit, card.case.contact_id, FROM_STAFF, card.case, {"text": text})


async def send_to_staff(visit: Visit, number: str, text: str) -> None:
    """The person's words to everybody who takes cases; NotFound unless the case is their own."""
    card = await get_own_card(visit, number)
    await _tell_staff(visit, FROM_PERSON, card.case, {"text": text})


async def pass_on(visit: Visit, text: str) -> bool:
    """Words of somebody whose case is open go to staff; False when none is, or they are too many."""
    case = await find_latest_open_case(visit.tx, visit.contact.id)
    if case is None or len(text) > LONGEST:
        return False
    await _tell_staff(visit, FROM_PERSON, case, {"text": text})
    return True


async def pass_file_on(visit: Visit, kind: MediaKind, file_id: str) -> bool:
    """A photo or document of somebody whose case is open goes to staff; False when none is."""
    case = await find_latest_open_case(visit.tx, visit.contact.id)
    if case is None:
        return False
    await _tell_staff(visit, FILE, case, {"kind": kind.value, "file_id": file_id})
    return True


async def send_voice_to_staff(visit: Visit, case: Case, file_id: str) -> None:
    """A voice note, as it was spoken: not everybody types."""
    await _tell_staff(visit, VOICE, case, {"file_id": file_id})


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


async def _tell_staff(visit: Visit, kind: str, case: Case, params: dict[str, object]) -> None:
    for contact, _role in await list_staff(visit.tx, roles_with(Permission.TAKE_CASES)):
        await _queue(visit, contact.id, kind, case, params)


async def _queue(visit: Visit, contact_id: UUID, kind: str, case: Case, params: dict[str, object]) -> None:
    await queue_message(visit.tx, contact_id, Lane.REPLY, kind, visit.now, subject_id=case.id, params=params)


async def render_from_staff(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What staff wrote, with a button to write back."""
    card = await find_subject(tx, message)
    if card is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("replies-from-staff", text=str(params_of(tx, message)["text"]))
    reply = Button(words.label("replies-write"), Action("replies", "write", card.case.number))
    return Screen(FROM_STAFF, text, ((reply,),))


async def render_from_person(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What the person wrote, with a button to the case."""
    return await _to_staff(tx, service, contact, message)


async def render_voice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The voice note itself; Telegram keeps the file, only its id passes through here."""
    file_id = str(params_of(tx, message)["file_id"])
    return await _to_staff(tx, service, contact, message, Media(MediaKind.VOICE, file_id))


async def render_file(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """The photo or document itself."""
    params = params_of(tx, message)
    media = Media(MediaKind(str(params["kind"])), str(params["file_id"]))
    return await _to_staff(tx, service, contact, message, media)


async def _to_staff(
    tx: Transaction, service: Service, contact: Contact, message: Message, media: Media | None = None
) -> Screen | None:
    card = await find_subject(tx, message)
    if card is None:
        return None
    words = Wording(service.texts, contact.language)
    text = str(params_of(tx, message).get("text", "🎤" if message.kind == VOICE else "📎"))
    body = words.render("replies-from-person", name=card.note or "-", number=card.case.number, text=text)
    open_ = Button(words.label("cases-open"), Action("cases", "card", card.case.number))
    return Screen(message.kind, body, ((open_,),), media=media, protected=True)
