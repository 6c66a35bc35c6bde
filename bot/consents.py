"""Consents: which words were shown, in which version, and what was answered."""

from bot.visits import Visit
from storage.consents import record_consent
from storage.erasures import lift_suppression
from storage.models.consents import Purpose

TEXT_VERSION = "2026-11"

TEXT_KEYS: dict[Purpose, str] = {
    Purpose.REGISTRATION: "registration-consent",
    Purpose.REMINDERS: "consents-reminders",
    Purpose.CAMPAIGNS: "consents-campaigns",
}


async def answer_consent(visit: Visit, purpose: Purpose, *, granted: bool, choice: str = "") -> None:
    """Record the person's answer with the version and hash of the words it was given to.

    Whoever agrees to something has come back: what an earlier erasure suppressed is lifted.
    """
    if granted:
        await lift_suppression(visit.tx, visit.contact.telegram_id)
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
