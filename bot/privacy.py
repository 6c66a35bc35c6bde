"""A person's own data in plain words, and as a file to take along."""

import json

from bot.consents import newest
from bot.own_data import gather_data
from bot.registration.answers import summary_lines
from bot.registration.form import REGISTRATION
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.settings import LIFETIMES
from bot.texts import Markup
from bot.visits import Visit
from bot.wording import Wording
from storage.cases import list_cases_of
from storage.consents import list_consents
from storage.conversations import find_draft
from storage.database import Transaction
from storage.erasures import list_erasures_of
from storage.messages import list_messages_to
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.models.staff import Role
from storage.outbox import queue_message
from storage.submissions import list_submissions
from storage.updates import list_quarantined

DATA_FILE = "data-file"
SHOWN = 3  # registrations or cases in full: a message has 4096 characters (Bot API), the file has all


async def describe_data(visit: Visit) -> Markup:
    """All that is held, in plain words; long lists are cut, and the file has the rest."""
    words = visit.words
    parts = [
        words.render("privacy-data-intro"),
        _account(visit),
        *await _registrations(visit),
        await _draft(visit),
        await _choices(visit),
        await _cases(visit),
        await _traces(visit),
        words.render("privacy-data-file"),
        words.render("privacy-data-rights"),
    ]
    return words.joined(*parts)


def _account(visit: Visit) -> Markup:
    words, contact = visit.words, visit.contact
    since = visit.service.day(contact.created_at, words.language)
    lines = [words.render("privacy-data-account", since=since, language=words.label("language.name"))]
    if contact.last_source:
        first = contact.first_source or contact.last_source
        lines.append(words.render("privacy-data-source", first=first, last=contact.last_source))
    if visit.role is not Role.WORKER:
        lines.append(words.render("privacy-data-role"))
    return Markup("\n".join(lines))


async def _registrations(visit: Visit) -> list[Markup]:
    """The newest with all answers, the older ones by number."""
    words = visit.words
    parts: list[Markup] = []
    sent_in = await list_submissions(visit.tx, visit.contact.id)
    for sent in sent_in[:SHOWN]:
        parts.append(words.render("privacy-data-registration", number=sent.submission.number))
        parts.append(summary_lines(words, visit.service, sent.answers))
    if older := sent_in[SHOWN:]:
        parts.append(words.render("privacy-data-older", count=len(older)))
    return parts


async def _draft(visit: Visit) -> Markup:
    words = visit.words
    draft = await find_draft(visit.tx, visit.contact.id, REGISTRATION)
    answers = draft.state.get("answers") if draft else None
    if not isinstance(answers, dict) or not answers:
        return Markup("")
    return words.joined(words.render("privacy-data-draft"), summary_lines(words, visit.service, answers))


async def _choices(visit: Visit) -> Markup:
    """What was agreed to or refused last, for each purpose."""
    words = visit.words
    lines = [
        words.render(
            f"privacy-data-consent-{consent.purpose.value}",
            answer=words.label("consents-yes" if consent.granted else "consents-no"),
            day=visit.service.day(consent.recorded_at, words.language),
        )
        for consent in newest(await list_consents(visit.tx, visit.contact.id))
    ]
    if visit.contact.opted_out_at is not None:
        lines.append(words.render("privacy-data-stopped"))
    return Markup("\n".join(lines))


async def _cases(visit: Visit) -> Markup:
    """The newest cases, each on a line, below how many there were."""
    words = visit.words
    cards = await list_cases_of(visit.tx, visit.contact.id)
    if not cards:
        return Markup("")
    lines = [
        words.render(
            "privacy-data-case",
            number=card.case.number,
            kind=words.label(f"cases-kind.{card.case.kind.value}"),
            state=words.label(f"cases-state.{card.case.state.value}"),
            day=visit.service.day(card.case.opened_at, words.language),
        )
        for card in cards[: -SHOWN - 1 : -1]
    ]
    return Markup("\n".join([words.render("privacy-data-cases", count=len(cards)), *lines]))


async def _traces(visit: Visit) -> Markup:
    """What the service notes by itself: messages it sent, updates it could not read, an earlier erasure."""
    words, tx = visit.words, visit.tx
    sent = await list_messages_to(tx, visit.contact.id)
    unread = await list_quarantined(tx, visit.contact.telegram_id)
    erasures = await list_erasures_of(tx, visit.contact.telegram_id)
    lines = []
    if sent:
        lines.append(words.render("privacy-data-messages", count=len(sent)))
    if unread:
        days = LIFETIMES.quarantine.days
        lines.append(words.render("privacy-data-unread", count=len(unread), days=days))
    if erasures:
        day = visit.service.day(erasures[-1].erased_at, words.language)
        lines.append(words.render("privacy-data-erased", day=day))
    return Markup("\n".join(lines))


async def request_data_file(visit: Visit) -> None:
    """Queue a JSON file with everything that is held."""
    await queue_message(visit.tx, visit.contact.id, Lane.REPLY, DATA_FILE, visit.now)


async def render_data_file(
    tx: Transaction, service: Service, contact: Contact, _message: Message
) -> Screen | None:
    """The file, as a document."""
    data = await gather_data(tx, contact)
    content = json.dumps(data, ensure_ascii=False, indent=2).encode()
    words = Wording(service.texts, contact.language)
    media = Media(MediaKind.DOCUMENT, content, words.label("privacy-file-name"))
    return Screen(DATA_FILE, words.render("privacy-file"), media=media, protected=False)
