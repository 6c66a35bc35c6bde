"""A person's own data: seeing it, taking it along, having it erased, and hearing no more from us."""

import json
from datetime import datetime

from bot.consents import answer_consent
from bot.registration.answers import summary_lines
from bot.registration.form import REGISTRATION
from bot.registration.submission import withdraw_registrations
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.texts import Markup
from bot.visits import Visit
from bot.wording import Wording
from storage.cases import CaseCard, list_cases_of
from storage.consents import list_consents
from storage.contacts import delete_contact, opt_out
from storage.conversations import JsonObject, find_draft
from storage.database import Transaction
from storage.erasures import record_erasure
from storage.models.consents import Consent, Purpose
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import cancel_messages_to, queue_message
from storage.submissions import SentIn, list_submissions
from storage.updates import forget_quarantine_of

DATA_FILE = "data-file"
PROACTIVE = (Lane.NOTICE, Lane.REMINDER, Lane.CAMPAIGN)


async def gather_data(tx: Transaction, contact: Contact) -> JsonObject:
    """All that is held about a person, as plain data (UU 27/2022 Pasal 7, 32)."""
    draft = await find_draft(tx, contact.id, REGISTRATION)
    return {
        "telegram_id": contact.telegram_id,
        "language": contact.language,
        "first_source": contact.first_source,
        "last_source": contact.last_source,
        "known_since": _iso(contact.created_at),
        "last_seen_at": _iso(contact.last_seen_at),
        "no_messages_since": _iso(contact.opted_out_at),
        "consents": [_consent(consent) for consent in await list_consents(tx, contact.id)],
        "registrations": [_registration(sent) for sent in await list_submissions(tx, contact.id)],
        "unfinished_registration": draft.state.get("answers") if draft else None,
        "cases": [_case(card) for card in await list_cases_of(tx, contact.id)],
    }


def _consent(consent: Consent) -> JsonObject:
    return {
        "purpose": consent.purpose.value,
        "granted": consent.granted,
        "choice": consent.choice,
        "text_version": consent.text_version,
        "text_hash": consent.text_hash,
        "recorded_at": _iso(consent.recorded_at),
    }


def _registration(sent: SentIn) -> JsonObject:
    submission = sent.submission
    return {
        "number": submission.number,
        "submitted_at": _iso(submission.submitted_at),
        "answers": sent.answers,
    }


def _case(card: CaseCard) -> JsonObject:
    return {
        "number": card.case.number,
        "kind": card.case.kind.value,
        "note": card.note,
        "opened_at": _iso(card.case.opened_at),
        "closed_at": _iso(card.case.closed_at),
    }


async def describe_data(visit: Visit) -> Markup:
    """All that is held, in plain words."""
    words = visit.words
    parts: list[str] = [
        words.render(
            "privacy-data-account", since=visit.service.day(visit.contact.created_at, words.language)
        )
    ]
    for sent in await list_submissions(visit.tx, visit.contact.id):
        parts.append(words.render("privacy-data-registration", number=sent.submission.number))
        parts.append(summary_lines(words, visit.service, sent.answers))
    draft = await find_draft(visit.tx, visit.contact.id, REGISTRATION)
    answers = draft.state.get("answers") if draft else None
    if isinstance(answers, dict) and answers:
        parts.append(words.render("privacy-data-draft"))
        parts.append(summary_lines(words, visit.service, answers))
    parts.append(_choices(visit, await list_consents(visit.tx, visit.contact.id)))
    cases = await list_cases_of(visit.tx, visit.contact.id)
    if cases:
        parts.append(words.render("privacy-data-cases", count=len(cases)))
    return words.joined(words.render("privacy-data-intro"), *parts, words.render("privacy-data-rights"))


def _choices(visit: Visit, consents: list[Consent]) -> Markup:
    """What was agreed to or refused last, for each purpose; and the link the person came by."""
    words = visit.words
    lines = [
        words.render(
            f"privacy-data-consent-{consent.purpose.value}",
            answer=words.label("consents-yes" if consent.granted else "consents-no"),
            day=visit.service.day(consent.recorded_at, words.language),
        )
        for consent in {consent.purpose: consent for consent in consents}.values()
    ]
    if visit.contact.opted_out_at is not None:
        lines.append(words.render("privacy-data-stopped"))
    if visit.contact.last_source:
        lines.append(words.render("privacy-data-source", code=visit.contact.last_source))
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


async def stop_messages(visit: Visit) -> None:
    """No more messages of our own accord: what waits is cancelled, consents to more are withdrawn."""
    await opt_out(visit.tx, visit.contact.id, visit.now)
    for purpose in (Purpose.REMINDERS, Purpose.CAMPAIGNS):
        await answer_consent(visit, purpose, granted=False, choice="stop")
    await cancel_messages_to(visit.tx, visit.contact.id, PROACTIVE, visit.now, "the person said stop")


async def resume_messages(visit: Visit) -> None:
    """The person wants messages again."""
    await opt_out(visit.tx, visit.contact.id, None)


async def erase_person(visit: Visit) -> None:
    """Erase everything held about the person, and what was queued for them; leaves a suppression."""
    await withdraw_registrations(visit.tx, visit.contact.id, visit.now)
    await forget_quarantine_of(visit.tx, visit.contact.telegram_id)
    await delete_contact(visit.tx, visit.contact.id)
    await record_erasure(visit.tx, visit.contact.id, visit.contact.telegram_id, visit.now)
    visit.erased = True


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
