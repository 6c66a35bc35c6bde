"""Writing about a case: staff to the person, the person back; by a screen, or by replying to a message."""

import re
from uuid import UUID

from bot.access import Permission, is_allowed
from bot.cases.claiming import is_answered_by
from bot.cases.duty import name_of, show_up
from bot.cases.finding import get_card, get_own_card
from bot.cases.relay import fits, pass_on, say_to_person, say_to_staff
from bot.cases.telling import CASE_CLOSED, CASE_TAKEN, FROM_STAFF, TO_STAFF
from bot.desk import Desk
from bot.errors import Stale
from bot.screens import Action, Button, Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.hearing import go_on, hear, hear_after_closing, passed_on, tell_passed_on
from handlers.routes import RepliedTo, Routes, SentFile
from handlers.ways_back import go_back, here
from storage.case_words import NewWords
from storage.cases import CaseCard, find_case, find_case_by_number
from storage.messages import find_shown
from storage.models.cases import WordsForm
from storage.types import JsonObject, is_number

ANSWER = "case-answer"
WRITE = "case-write"
CARD = "case"
WORDS = re.compile(r"\w+")
STAFF_SCREENS = frozenset(
    {"cases", "case-opinions", "case-hand-over", "case-ready", "case-preview", "duty", "unanswered"}
)
TO_PERSON = frozenset({FROM_STAFF, CASE_TAKEN, CASE_CLOSED})


async def answer(visit: Visit, number: str) -> None:
    """Staff want to write to whoever opened the case; a colleague's case is only shown."""
    await show_up(visit)
    card = await get_card(visit.tx, number)
    is_own = card.case.contact_id == visit.contact.id
    if is_own or card.case.closed_at is not None or card.case.owner_id not in {None, visit.contact.id}:
        visit.toast = await _why_not(visit, card.case.id)
        await visit.go(CARD, number=number)
        return
    await visit.go(ANSWER, number=number)


async def answer_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words = visit.words
    card = await get_card(visit.tx, str(params.get("number")))
    ready = Button(words.label("cases-ready"), Action("replies", "ready", card.case.number))
    back = Button(words.label("cases-back-to-card"), Action("cases", "card", card.case.number))
    text = words.render("replies-answer", name=card.note or "-")
    return Screen(ANSWER, text, ((ready,), (back,), words.ways_out()))


async def read_answer(visit: Visit, text: str) -> bool:
    """What staff typed goes to the person."""
    return await _answer(visit, NewWords(WordsForm.TEXT, text))


async def read_answer_file(visit: Visit, file: SentFile) -> bool:
    """So does what they spoke or photographed."""
    return await _answer(visit, file.words())


async def _answer(visit: Visit, new: NewWords) -> bool:
    visit.require(Permission.TAKE_CASES)
    card = await get_card(visit.tx, str(visit.place.params.get("number")))
    if not fits(new):
        await visit.again(visit.words.render("replies-too-long"))
        return True
    try:
        await say_to_person(Desk.of(visit), card.case.id, new)
    except Stale:
        visit.say(Screen("not-sent", Markup(await _why_not(visit, card.case.id))))
        await visit.go(CARD, number=card.case.number)
        return True
    await visit.go(CARD, number=card.case.number, answered=new.form is WordsForm.TEXT)
    return True


async def _why_not(visit: Visit, case_id: UUID) -> str:
    """Why an answer did not go out: it is closed, or a colleague's."""
    card = await find_case(visit.tx, case_id)
    if card is None or card.case.closed_at is not None:
        return visit.words.label("replies-closed")
    if card.case.contact_id == visit.contact.id:
        return visit.words.label("cases-is-own")
    name = await name_of(visit.tx, card.case.owner_id)
    return visit.words.label("cases-taken-already", name=name or visit.words.label("cases-somebody"))


async def write(visit: Visit, number: str) -> None:
    """The person wants to write back."""
    await get_own_card(visit, number)
    await visit.go(WRITE, number=number, back=here(visit))


async def write_screen(visit: Visit, params: JsonObject) -> Screen:
    await get_own_card(visit, str(params.get("number")))
    return Screen(WRITE, visit.words.render("replies-ask"), (visit.words.ways_out(),))


async def read_message(visit: Visit, text: str) -> bool:
    """What the person typed goes to staff, and they go on where they were."""
    return await _write(visit, NewWords(WordsForm.TEXT, text))


async def read_message_file(visit: Visit, file: SentFile) -> bool:
    return await _write(visit, file.words())


async def _write(visit: Visit, new: NewWords) -> bool:
    if not fits(new):
        return False
    card = await get_own_card(visit, str(visit.place.params.get("number")))
    await go_back(visit, await _said(visit, card, new))
    return True


async def _said(visit: Visit, card: CaseCard, new: NewWords) -> Markup:
    """Pass it on, or if it was closed meanwhile to the one that is open, or open it again; and say so."""
    try:
        return await tell_passed_on(visit, await say_to_staff(Desk.of(visit), card.case.id, new))
    except Stale:
        if (other := await pass_on(visit, new)) is not None:
            return await tell_passed_on(visit, other)
        return await go_on(visit, new) or visit.words.render("replies-closed")


async def read_reply(visit: Visit, replied: RepliedTo, new: NewWords) -> bool:
    """A reply to a message about a case belongs to that case, wherever the conversation stands."""
    shown = await find_shown(visit.tx, visit.contact.id, replied.message_id)
    if shown is None or shown.subject_id is None or shown.kind not in {*TO_STAFF, *TO_PERSON}:
        card = await _card_in(visit, replied.text)
    else:
        card = await find_case(visit.tx, shown.subject_id)
    if card is None:
        return False
    if not fits(new):
        await visit.again(visit.words.render("replies-too-long"))
    elif card.case.contact_id == visit.contact.id:
        visit.say(await passed_on(visit, await _said(visit, card, new)))
    else:
        await _reply_as_staff(visit, card, new)
    return True


async def _card_in(visit: Visit, text: str) -> CaseCard | None:
    """The one case that a screen was about - those are in no ledger -, for those who take cases."""
    numbers = {word for word in WORDS.findall(text) if is_number(word)}
    if len(numbers) != 1 or not is_allowed(visit.role, Permission.TAKE_CASES):
        return None
    card = await find_case_by_number(visit.tx, numbers.pop())
    return card if card is not None and card.case.contact_id != visit.contact.id else None


async def _reply_as_staff(visit: Visit, card: CaseCard, new: NewWords) -> None:
    """Whoever takes no cases any more is told so; what they wrote goes nowhere."""
    words = visit.words
    if not is_allowed(visit.role, Permission.TAKE_CASES):
        await visit.again(words.render("nav-not-allowed"))
        return
    await show_up(visit)
    try:
        await say_to_person(Desk.of(visit), card.case.id, new)
    except Stale:
        visit.say(Screen("not-sent", words.render("replies-said", text=await _why_not(visit, card.case.id))))
        return
    keep = Button(words.label("replies-keep"), Action("replies", "keep", card.case.number))
    rows = ((keep,),) if new.form is WordsForm.TEXT else ()
    visit.say(Screen("sent", words.render("replies-sent", name=card.note or "-"), rows))


async def read_on_card(visit: Visit, text: str) -> bool:
    """On the card of one's own case, as it says there, it goes to the person; elsewhere to nobody."""
    return await _read_on_card(visit, NewWords(WordsForm.TEXT, text))


async def read_file_on_card(visit: Visit, file: SentFile) -> bool:
    return await _read_on_card(visit, file.words())


async def _read_on_card(visit: Visit, new: NewWords) -> bool:
    return await _answer(visit, new) if await answers_here(visit, new.text) else await _say_where(visit)


async def answers_here(visit: Visit, _text: str) -> bool:
    """Whether the card that the officer looks at is of a case that is theirs to answer."""
    card = await find_case_by_number(visit.tx, str(visit.place.params.get("number")))
    may = is_allowed(visit.role, Permission.TAKE_CASES)
    return may and card is not None and is_answered_by(visit.contact, card.case)


async def _say_where(visit: Visit) -> bool:
    """Those who answer people ask nothing by plain typing: it is said where an answer is written."""
    await visit.again(visit.words.render("cases-typed-nowhere"))
    return True


async def read_more(visit: Visit, text: str) -> bool:
    """What somebody says while their case is open is for whoever takes it up, Balas pressed or not."""
    if is_allowed(visit.role, Permission.TAKE_CASES):
        return visit.place.screen in STAFF_SCREENS and await _say_where(visit)
    return await hear(visit, NewWords(WordsForm.TEXT, text))


async def read_file(visit: Visit, file: SentFile) -> bool:
    """So is a photo of the receipt; shortly after a case was closed it opens it again."""
    if is_allowed(visit.role, Permission.TAKE_CASES):
        return await _say_where(visit)
    return await hear(visit, file.words()) or await hear_after_closing(visit, file.words())


async def read_after_closing(visit: Visit, text: str) -> bool:
    """Shortly after a case was closed, words that nobody else understands open it again."""
    if is_allowed(visit.role, Permission.TAKE_CASES):
        return await _say_where(visit)
    return await hear_after_closing(visit, NewWords(WordsForm.TEXT, text))


def register(routes: Routes) -> None:
    routes.reply(read_reply)
    routes.fallback(read_more, read_file)
    routes.last_resort(read_after_closing)
    routes.screen(ANSWER, answer_screen, read_answer, digits=True)
    routes.screen(WRITE, write_screen, read_message)
    routes.typed(CARD, read_on_card, digits=answers_here)
    routes.sent_file(CARD, read_file_on_card)
    routes.sent_file(ANSWER, read_answer_file)
    routes.sent_file(WRITE, read_message_file)
    routes.action("replies", "answer", answer, Permission.TAKE_CASES, anywhere=True)
    routes.action("replies", "write", write, anywhere=True)
