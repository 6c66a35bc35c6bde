"""What is sent of a case, as it stands at the moment it goes out."""

from uuid import UUID

from bot.cases.cards import Reader, answer_button, notice
from bot.cases.duty import name_of, takes_cases
from bot.cases.policy import STARS
from bot.cases.promises import when_text
from bot.cases.telling import (
    BESIDE,
    CASE_CHANGED,
    CASE_CLOSED,
    CASE_GONE,
    CASE_HANDED,
    CASE_LATE,
    CASE_LIST,
    CASE_NUDGE,
    CASE_TAKEN,
    CASE_UNDONE,
    FROM_PERSON,
    FROM_STAFF,
)
from bot.screens import Action, Button, Media, MediaKind, Rows, Screen
from bot.service import Service
from bot.wording import Wording, shortened
from storage.case_words import SaidWords, find_words
from storage.cases import CaseCard, find_case, list_unclaimed
from storage.database import Transaction
from storage.messages import find_message, list_sent
from storage.models.cases import Case, CaseState
from storage.models.contacts import Contact
from storage.models.messages import Message, MessageState
from storage.outbox import params_of

MOST_LISTED = 8  # cases in one message; /kasus has them all
EXCERPT_LISTED = 40  # characters of a name on a button
MEDIA = frozenset(MediaKind)


async def find_subject(tx: Transaction, message: Message) -> CaseCard | None:
    """The case a message is about, unless it was erased meanwhile."""
    return await find_case(tx, message.subject_id) if message.subject_id else None


async def render_case_notice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """A card for somebody who may take the case; nothing when a colleague was quicker, or it is closed."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.OPEN:
        return None
    if card.case.owner_id not in {None, contact.id} and BESIDE not in params_of(tx, message):
        return None
    return await notice(Reader.of(tx, service, contact), card)


async def render_case_changed(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """An old card as it stands now; whoever takes no cases any more is left nothing of it."""
    shown = await find_message(tx, UUID(str(params_of(tx, message)["card"])))
    if shown is None or shown.state is not MessageState.SENT or shown.telegram_message_id is None:
        return None
    card = await find_subject(tx, message)
    if card is None or not await takes_cases(tx, contact):
        return _gone(service, contact, shown.telegram_message_id)
    screen = await notice(Reader.of(tx, service, contact), card, CASE_CHANGED)
    return Screen(CASE_CHANGED, screen.text, screen.rows, protected=True, replaces=shown.telegram_message_id)


async def render_case_gone(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What somebody erased goes from staff's chats, too."""
    return _gone(service, contact, int(str(params_of(tx, message)["message_id"])))


def _gone(service: Service, contact: Contact, message_id: int) -> Screen:
    words = Wording(service.texts, contact.language)
    return Screen(CASE_GONE, words.render("cases-gone"), replaces=message_id)


async def render_case_handed(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """A colleague's case is theirs now; nothing when it has moved on since."""
    card = await find_subject(tx, message)
    if card is None or card.case.owner_id != contact.id or card.case.state is not CaseState.OPEN:
        return None
    reader = Reader.of(tx, service, contact)
    by = await name_of(tx, UUID(str(params_of(tx, message)["by"])))
    screen = await notice(reader, card, CASE_HANDED)
    said = reader.words.render("cases-handed", name=by or reader.words.label("cases-somebody"))
    return Screen(CASE_HANDED, reader.words.joined(said, screen.text), screen.rows, protected=True)


async def render_case_nudge(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Somebody waits; nothing once they were answered."""
    card = await find_subject(tx, message)
    since = str(params_of(tx, message)["since"])
    waits = card is not None and card.case.waiting_since and card.case.waiting_since.isoformat() == since
    if card is None or not waits:
        return None
    reader = Reader.of(tx, service, contact)
    screen = await notice(reader, card, CASE_NUDGE)
    said = reader.words.render("cases-nudge", moment=_hour(service, card.case, contact))
    return Screen(CASE_NUDGE, reader.words.joined(said, screen.text), screen.rows, protected=True)


def _hour(service: Service, case: Case, contact: Contact) -> str:
    return service.moment(case.waiting_since or case.opened_at, contact.language)


async def render_case_taken(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The person hears that somebody reads what they asked."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.OPEN or card.case.owner_id is None:
        return None
    words = Wording(service.texts, contact.language)
    return Screen(CASE_TAKEN, words.render("cases-taken", number=card.case.number))


async def render_case_undone(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """It is not done after all; nothing for whoever was never told that it was."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.OPEN:
        return None
    if not await list_sent(tx, CASE_CLOSED, [card.case.id]):
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("cases-undone", number=card.case.number)
    return Screen(CASE_UNDONE, text, ((_write_button(words, card.case),),))


async def render_case_late(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The promised day is over: sorry, the new day, and the telephone; nothing once they were answered."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.OPEN or card.case.answered_at is not None:
        return None
    words, phone = Wording(service.texts, contact.language), service.call_centre
    text = words.joined(
        words.render("cases-late", number=card.case.number),
        when_text(words, service, card.case, service.clock.now()),
        words.render("cases-urgent", phone=phone),
    )
    return Screen(CASE_LATE, text, ((_write_button(words, card.case),),))


async def render_case_list(
    tx: Transaction, service: Service, contact: Contact, _message: Message
) -> Screen | None:
    """What nobody has taken up, for somebody who has just arrived; nothing once somebody did."""
    words = Wording(service.texts, contact.language)
    cards = [card for card in await list_unclaimed(tx) if card.case.contact_id != contact.id]
    if not cards:
        return None
    rows = tuple((_listed_button(words, card),) for card in cards[:MOST_LISTED])
    return Screen(CASE_LIST, words.render("cases-unclaimed", count=len(cards)), rows, protected=True)


def _listed_button(words: Wording, card: CaseCard) -> Button:
    label = f"{words.label(f'cases-kind.{card.case.kind.value}')} · {shortened(card.note, EXCERPT_LISTED)}"
    return Button(label, Action("cases", "card", card.case.number))


async def render_case_closed(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The person hears that staff consider it done, may rate it, and may say that it is not."""
    card = await find_subject(tx, message)
    if card is None or card.case.state is not CaseState.CLOSED:
        return None
    words = Wording(service.texts, contact.language)
    again = Button(words.label("cases-again"), Action("cases", "again"))
    rows = (stars_row(card.case), (again,))
    return Screen(CASE_CLOSED, words.render("cases-closed", number=card.case.number), rows)


def stars_row(case: Case) -> tuple[Button, ...]:
    """One tap from 1 to 5."""
    return tuple(Button(f"{stars} ⭐", Action("cases", "rate", f"{case.number}.{stars}")) for stars in STARS)


async def render_words(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What somebody said, to the other side; a file as it was sent."""
    card, said = await find_subject(tx, message), await _words(tx, message)
    if card is None or said is None:
        return None
    show = _to_person if message.kind == FROM_STAFF else _to_staff
    return show(Wording(service.texts, contact.language), card, said)


async def _words(tx: Transaction, message: Message) -> SaidWords | None:
    id_ = params_of(tx, message).get("words")
    return await find_words(tx, UUID(str(id_))) if id_ else None


def _to_person(words: Wording, card: CaseCard, said: SaidWords) -> Screen:
    text = words.joined(words.render("replies-from-staff"), words.render("replies-said", text=said.text))
    return Screen(FROM_STAFF, text, ((_write_button(words, card.case),),), media=_media(said))


def _write_button(words: Wording, case: Case) -> Button:
    return Button(words.label("replies-write"), Action("replies", "write", case.number))


def _to_staff(words: Wording, card: CaseCard, said: SaidWords) -> Screen:
    """Protected: what somebody shows the branch is not to be passed on or saved."""
    head = words.render("replies-from-person", name=card.note or "-", number=card.case.number)
    text = words.joined(head, words.render("replies-said", text=said.text))
    open_ = Button(words.label("cases-open"), Action("cases", "card", card.case.number))
    rows: Rows = ((answer_button(words, card.case), open_),)
    return Screen(FROM_PERSON, text, rows, media=_media(said), protected=True)


def _media(said: SaidWords) -> Media | None:
    form = said.row.form.value
    return Media(MediaKind(form), said.file_id) if form in MEDIA else None
