"""Consents: which words were shown, in which version, and what was answered."""

from bot.visits import Visit
from storage.consents import record_consent
from storage.models.consents import Purpose

TEXT_VERSION = "2026-11"

TEXT_KEYS: dict[Purpose, str] = {
    Purpose.REGISTRATION: "registration-consent",
    Purpose.REMINDERS: "consents-reminders",
    Purpose.CAMPAIGNS: "consents-campaigns",
}


async def answer_consent(visit: Visit, purpose: Purpose, *, granted: bool, choice: str = "") -> None:
    """Record the person's answer with the version and hash of the words it was given to."""
    await record_consent(
        visit.tx,
        visit.contact.id,
        purpose,
        visit.now,
        granted=granted,
        choice=choice,
        text_version=TEXT_VERSION,
        text_hash=visit.service.texts.hash(visit.language, TEXT_KEYS[purpose]),
        language=visit.language,
    )
