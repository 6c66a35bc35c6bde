"""Consents: which words were shown, in which version, and what was answered."""

from collections.abc import Iterable

from bot.visits import Visit
from storage.consents import record_consent
from storage.contacts import opt_out
from storage.erasures import lift_suppression
from storage.models.consents import Consent, Purpose

TEXT_VERSION = "2026-11"

TEXT_KEYS: dict[Purpose, str] = {
    Purpose.REGISTRATION: "registration-consent",
    Purpose.REMINDERS: "consents-reminders",
    Purpose.CAMPAIGNS: "consents-campaigns",
}
TAKEN_OVER = "claims-consent"  # what was read out, confirmed by whom it is about
READ_OUT = "onbehalf-consent"  # the registration's, in words that are read out to whoever has no Telegram


def consent_key(*, on_behalf: bool) -> str:
    """The words by which a registration's consent is asked for."""
    return READ_OUT if on_behalf else TEXT_KEYS[Purpose.REGISTRATION]


STOPPABLE = frozenset({Purpose.REMINDERS, Purpose.CAMPAIGNS})
"""What /berhenti ends. Being called about one's own registration ends with erasing it."""


async def answer_consent(
    visit: Visit, purpose: Purpose, *, granted: bool, choice: str = "", key: str = ""
) -> None:
    """Record the person's answer with version and hash of the words it was given to: the purpose's, or `key`.

    Whoever agrees has come back: an erasure's suppression of the account is lifted, and after /berhenti
    this purpose holds again - the other one's consent was withdrawn, and stays so.
    """
    if granted:
        await lift_suppression(visit.tx, visit.contact.telegram_id)
    if granted and purpose in STOPPABLE:
        await opt_out(visit.tx, visit.contact.id, None)
    await record_consent(
        visit.tx,
        visit.contact.id,
        purpose,
        visit.now,
        granted=granted,
        choice=choice,
        text_version=TEXT_VERSION,
        text_hash=visit.service.texts.hash(visit.language, key or TEXT_KEYS[purpose]),
        language=visit.language,
    )


async def withdraw_consent(visit: Visit, consent: Consent, choice: str) -> None:
    """Take back a consent: recorded with the words it had been given to."""
    await record_consent(
        visit.tx,
        visit.contact.id,
        consent.purpose,
        visit.now,
        granted=False,
        choice=choice,
        text_version=consent.text_version,
        text_hash=consent.text_hash,
        language=consent.language,
    )


def newest(consents: Iterable[Consent]) -> list[Consent]:
    """What holds: the last answer for each purpose, of answers from the oldest on."""
    return list({consent.purpose: consent for consent in consents}.values())
