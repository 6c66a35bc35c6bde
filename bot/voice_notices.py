"""Who is told of recordings: a second person, whoever recorded, and all who record once a page changed."""

from collections.abc import Iterable
from datetime import date, datetime, time

from bot.access import Permission, roles_with
from bot.recordings import tells
from bot.screens import Action, Button, Screen
from bot.sentences.catalogue import get_sentence
from bot.sentences.pages import texts_of
from bot.sentences.previews import title
from bot.service import Service
from bot.visits import Visit
from bot.voice_board import LANGUAGES
from bot.wording import Wording
from storage.database import Transaction
from storage.facts import find_change, list_proposal
from storage.models.contacts import Contact
from storage.models.facts import FactChangeState
from storage.models.messages import Lane, Message
from storage.models.voices import WaitingVoice
from storage.outbox import params_of, queue_message
from storage.staff import list_staff
from storage.voices import find_waiting_voice, list_voices

VOICE_NOTICE = "voice-notice"
VOICE_DECIDED = "voice-decided"
VOICE_OUTDATED = "voice-outdated"
MORNING = time(8, 0)  # when those who record are told of a change that begins later


def page_name(words: Wording, service: Service, page: str) -> str:
    """How the page begins: what staff know it by."""
    keys = texts_of(service, page)
    return title(words, service, get_sentence(service, keys[0], words.language)) if keys else page


async def tell_approvers(visit: Visit, page: str, language: str) -> None:
    """A recording waits: one line to whoever else may approve."""
    params: dict[str, object] = {"page": page, "language": language}
    for contact, _role in await list_staff(visit.tx, roles_with(Permission.APPROVE)):
        if contact.id != visit.contact.id:
            await queue_message(visit.tx, contact.id, Lane.NOTICE, VOICE_NOTICE, visit.now, params=params)


async def tell_recorder(visit: Visit, voice: WaitingVoice, *, approve: bool) -> None:
    """What became of a recording, to whoever made it."""
    if voice.recorded_by is not None:
        params: dict[str, object] = {"page": voice.page, "language": voice.language, "approved": approve}
        await queue_message(visit.tx, voice.recorded_by, Lane.NOTICE, VOICE_DECIDED, visit.now, params=params)


async def tell_outdated(visit: Visit, number: str) -> None:
    """Whoever records is told which pages to read anew, on the day an approved change takes effect.

    In the transaction of the decision; nobody where the change was not approved, or no recording says it.
    """
    first = await find_change(visit.tx, number)
    changes = await list_proposal(visit.tx, first.proposal) if first else []
    changes = [change for change in changes if change.state is FactChangeState.APPROVED]
    voices = [(voice.page, voice.language) for voice in await list_voices(visit.tx)]
    pages = [
        [page, language]
        for page, language in sorted(voices)
        if any(tells(visit.service, page, language, change) for change in changes)
    ]
    if not pages:
        return
    due = _due(visit.service, visit.now, min(change.valid_from for change in changes))
    for contact, _role in await list_staff(visit.tx, roles_with(Permission.RECORD_VOICES)):
        await queue_message(
            visit.tx, contact.id, Lane.NOTICE, VOICE_OUTDATED, visit.now, params={"pages": pages}, due_at=due
        )


def _due(service: Service, now: datetime, start: date) -> datetime:
    return max(now, datetime.combine(start, MORNING, service.zone)) if start > service.today() else now


async def render_voice_notice(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """One line to whoever may approve; nothing when it was decided meanwhile."""
    page, language = _where(tx, message)
    if await find_waiting_voice(tx, page, language) is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render("voices-notice", **_named(words, service, page, language))
    button = Button(words.label("voices-listen"), Action("voices", "judge", f"{page}.{language}"))
    return Screen(VOICE_NOTICE, text, ((button,),), protected=True)


async def render_voice_decided(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """To whoever recorded it: it can be heard, or it is to be read anew."""
    page, language = _where(tx, message)
    words = Wording(service.texts, contact.language)
    key = "voices-approved" if params_of(tx, message).get("approved") else "voices-rejected"
    text = words.render(key, **_named(words, service, page, language))
    return Screen(VOICE_DECIDED, text, protected=True)


async def render_voice_outdated(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Which pages to read anew; nothing when all of them were, since the change."""
    told = {
        (voice.page, voice.language) for voice in await list_voices(tx) if voice.recorded_at < message.due_at
    }
    pages = [where for where in _pages(tx, message) if where in told]
    if not pages:
        return None
    words = Wording(service.texts, contact.language)
    lines = "\n".join(
        words.render("voices-outdated-page", **_named(words, service, page, language))
        for page, language in pages
    )
    return Screen(VOICE_OUTDATED, words.joined(words.render("voices-outdated"), lines), protected=True)


def _pages(tx: Transaction, message: Message) -> Iterable[tuple[str, str]]:
    pages = params_of(tx, message).get("pages")
    pairs = pages if isinstance(pages, list) else []
    return ((str(page), str(language)) for page, language in pairs if language in LANGUAGES)


def _where(tx: Transaction, message: Message) -> tuple[str, str]:
    params = params_of(tx, message)
    return str(params.get("page")), str(params.get("language"))


def _named(words: Wording, service: Service, page: str, language: str) -> dict[str, str]:
    return {"page": page_name(words, service, page), "language": words.label(f"voices-in.{language}")}
