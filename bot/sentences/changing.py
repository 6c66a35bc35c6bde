"""Giving a text new words from the chat: one proposes, another decides; back to the shipped ones by one."""

from datetime import date

from bot.access import Permission, roles_with
from bot.cases.duty import show_up
from bot.errors import NotFound
from bot.facts import get_change
from bot.screens import Action, Button, Screen
from bot.sentences.catalogue import Sentence, get_sentence
from bot.sentences.previews import title
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.facts import (
    NewFactChange,
    add_changes,
    add_withdrawal,
    decide_proposal,
    find_change_by_id,
)
from storage.models.contacts import Contact
from storage.models.facts import FactChange, FactChangeState
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.staff import list_staff

SENTENCE_NOTICE = "sentence-notice"
SENTENCE_DECIDED = "sentence-decided"
REASONS = ("meaning", "unclear", "long", "tone")
"""Why a proposal is given back to be written again: not right, not clear, too long, not kind enough."""


async def propose_words(visit: Visit, sentence: Sentence, template: str, day: date) -> FactChange:
    """Put new words down for a second person to decide, and tell those who may."""
    await show_up(visit)
    new = NewFactChange(sentence.key, template, "", day, sentence.language, sentence.shipped_hash)
    change = (await add_changes(visit.tx, [new], visit.contact.id, visit.now))[0]
    for contact, _role in await list_staff(visit.tx, roles_with(Permission.APPROVE)):
        if contact.id != visit.contact.id:
            await queue_message(
                visit.tx, contact.id, Lane.NOTICE, SENTENCE_NOTICE, visit.now, subject_id=change.id
            )
    return change


async def get_words(visit: Visit, number: str) -> tuple[FactChange, Sentence]:
    """A change of a text and that text; NotFound when it is none, or there is no such text any more."""
    change = await get_change(visit.tx, number)
    if change.language is None:
        raise NotFound(f"{number} changes no text")
    return change, get_sentence(visit.service, change.fact_id, change.language)


async def settle_words(visit: Visit, number: str, state: FactChangeState, reason: str | None = None) -> bool:
    """Approve, return or reject; False when it is one's own or was decided meanwhile.

    Words that were proposed against others than those shipped now cannot be approved any more: False, too.
    """
    visit.require(Permission.APPROVE)
    change, sentence = await get_words(visit, number)
    if state is FactChangeState.APPROVED and change.shipped != sentence.shipped_hash:
        return False
    if not await decide_proposal(visit.tx, change, state, visit.contact.id, visit.now, reason=reason):
        return False
    await show_up(visit)
    if change.proposed_by is not None:
        await queue_message(
            visit.tx,
            change.proposed_by,
            Lane.NOTICE,
            SENTENCE_DECIDED,
            visit.now,
            subject_id=change.id,
        )
    visit.service.board.look_again()
    return True


async def withdraw_words(visit: Visit, sentence: Sentence) -> FactChange:
    """Tell the text as it was shipped again, at once: those words were read by others before.

    NotAllowed to whoever may not approve.
    """
    visit.require(Permission.APPROVE)
    await show_up(visit)
    today = visit.service.today()
    by, now = visit.contact.id, visit.now
    withdrawal = await add_withdrawal(visit.tx, sentence.key, sentence.language, today, by, now)
    visit.service.board.look_again()
    return withdrawal


async def render_sentence_notice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """One line to whoever may approve; nothing when it was decided meanwhile."""
    change = await _change_of(tx, message)
    if change is None or change.state is not FactChangeState.PROPOSED:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("sentences-notice", name=_title(words, service, change))
    return Screen(SENTENCE_NOTICE, text, ((_open(words, change),),), protected=True)


async def render_sentence_decided(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """To whoever proposed it: what was decided, and why it was given back."""
    change = await _change_of(tx, message)
    if change is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.joined(
        words.render(f"sentences-decided-{change.state}", name=_title(words, service, change)),
        words.render(f"sentences-reason.{change.reason}") if change.reason else "",
    )
    return Screen(SENTENCE_DECIDED, text, ((_open(words, change),),), protected=True)


async def _change_of(tx: Transaction, message: Message) -> FactChange | None:
    return await find_change_by_id(tx, message.subject_id) if message.subject_id else None


def _title(words: Wording, service: Service, change: FactChange) -> str:
    try:
        return title(words, service, get_sentence(service, change.fact_id, change.language or ""))
    except NotFound:
        return change.fact_id


def _open(words: Wording, change: FactChange) -> Button:
    return Button(words.label("facts-open"), Action("sentences", "change", change.number))
