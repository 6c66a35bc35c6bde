"""How a case looks to staff: a notice, the whole card, and what each may do with it."""

from dataclasses import dataclass

from bot.access import Permission, is_allowed
from bot.addresses import area_name
from bot.cases.claiming import may_take_over
from bot.cases.duty import name_of
from bot.cases.policy import EXCERPT, SHOWN, SHOWN_AT_FIRST
from bot.cases.telling import CASE_NOTICE
from bot.screens import Action, Button, Rows, Screen
from bot.service import Service
from bot.texts import Markup
from bot.wording import Wording, shortened
from storage.case_words import SaidWords, list_words
from storage.cases import CaseCard, find_area_of
from storage.database import Transaction
from storage.models.cases import Case, CaseState, WordsForm
from storage.models.contacts import Contact
from storage.staff import find_role


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a card, and in which words."""

    tx: Transaction
    service: Service
    contact: Contact
    words: Wording

    @classmethod
    def of(cls, tx: Transaction, service: Service, contact: Contact) -> "Reader":
        return cls(tx, service, contact, Wording(service.texts, contact.language))


async def notice(reader: Reader, card: CaseCard, name: str = CASE_NOTICE) -> Screen:
    """A card in the chat: who asks what, and what this reader may do; who has it, once somebody does."""
    words, case = reader.words, card.case
    may_read = case.state is CaseState.OPEN and case.owner_id in {None, reader.contact.id}
    parts = (
        words.render("cases-notice", **await describe(reader, card)),
        await _said(reader, card, newest=SHOWN_AT_FIRST) if may_read else "",
        await standing(reader, case),
    )
    return Screen(name, words.joined(*parts), _notice_rows(reader, case), protected=True)


async def full_text(reader: Reader, card: CaseCard) -> Markup:
    """The whole card: since when, what was promised, who has it, and what was said last."""
    words, service, case = reader.words, reader.service, card.case
    since = service.moment(case.opened_at, words.language)
    return words.joined(
        words.render("cases-card", **await describe(reader, card), at=since),
        _promised(words, service, case),
        await standing(reader, case),
        await _said(reader, card, newest=SHOWN),
        await _rated(reader, card),
    )


async def describe(reader: Reader, card: CaseCard) -> dict[str, str]:
    """Name and area, and what was asked: no more of a person than it takes to answer them."""
    words, case = reader.words, card.case
    area = await find_area_of(reader.tx, case.contact_id)
    kind = words.label(f"cases-kind.{case.kind.value}")
    happened = f" · {words.label(f'cases-happened.{case.happened.value}')}" if case.happened else ""
    return {
        "kind": f"{kind}{happened}",
        "name": card.note or "-",
        "area": area_name(words, reader.service.places, area) if area else words.label("cases-no-area"),
        "number": case.number,
    }


async def standing(reader: Reader, case: Case) -> Markup:
    """Who has it, or that nobody has."""
    words = reader.words
    if case.state is CaseState.CLOSED:
        was_taken = case.owner_id is not None or case.answered_at is not None
        return words.render("cases-is-closed") if was_taken else words.render("cases-is-withdrawn")
    if case.contact_id == reader.contact.id:
        return words.render("cases-is-own")
    if case.owner_id is None:
        return words.render("cases-is-free")
    if case.owner_id == reader.contact.id:
        return words.render("cases-is-yours")
    name = await name_of(reader.tx, case.owner_id)
    return words.render("cases-is-taken", name=name or words.label("cases-somebody"))


def _promised(words: Wording, service: Service, case: Case) -> str:
    if case.promised_from is None or case.answered_at is not None:
        return ""
    return words.render("cases-promised", moment=service.moment(case.promised_from, words.language))


async def _rated(reader: Reader, card: CaseCard) -> str:
    """For approvers; whoever is rated does not read who thought what of them."""
    if card.case.rating is None or card.case.owner_id == reader.contact.id:
        return ""
    if not is_allowed(await find_role(reader.tx, reader.contact.telegram_id), Permission.APPROVE):
        return ""
    stars = "⭐" * card.case.rating
    return reader.words.render("cases-rated", stars=stars, words=card.rating_words or "-")


async def _said(reader: Reader, card: CaseCard, *, newest: int) -> str:
    said = await list_words(reader.tx, card.case.id, newest=newest)
    return "\n".join(_line(reader.words, card, one) for one in said)


def _line(words: Wording, card: CaseCard, said: SaidWords) -> str:
    by = words.label("cases-by-staff") if said.row.is_from_staff else card.note or "-"
    return words.render("cases-line", by=by, text=excerpt(said))


def excerpt(said: SaidWords) -> str:
    """What was said, short enough for a card; a file is only a sign there."""
    sign = {WordsForm.VOICE: "🎤 ", WordsForm.PHOTO: "🖼 ", WordsForm.DOCUMENT: "📎 "}.get(said.row.form, "")
    return f"{sign}{shortened(said.text, EXCERPT)}".strip()


def _notice_rows(reader: Reader, case: Case) -> Rows:
    words = reader.words
    open_ = Button(words.label("cases-open"), Action("cases", "card", case.number))
    if case.state is CaseState.CLOSED:
        return ((open_,),)
    if case.owner_id is None:
        return ((Button(words.label("cases-claim"), Action("cases", "claim", case.number)), open_),)
    if case.owner_id == reader.contact.id:
        return ((answer_button(words, case), open_),)
    return ((*take_over_buttons(words, case), open_),)


def answer_button(words: Wording, case: Case) -> Button:
    """To writing an answer."""
    return Button(words.label("replies-button"), Action("replies", "answer", case.number))


def take_over_buttons(words: Wording, case: Case) -> tuple[Button, ...]:
    """What a colleague may do about somebody else's case: nothing, unless the person waits too long."""
    if not may_take_over(case):
        return ()
    return (Button(words.label("cases-take-over"), Action("cases", "take-over", versioned(case))),)


def versioned(case: Case) -> str:
    """A case as it was seen, for a button that must not act on another state of it."""
    return f"{case.number}.{case.version}"
