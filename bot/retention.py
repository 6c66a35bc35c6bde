"""How long things are kept: one table, and the job that forgets."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.branch import Branch
from bot.registration.lifetimes import ABANDONED_FORMS, WITHOUT_CONSENT
from bot.registration.submission import withdraw_registrations
from storage.cases import delete_cases_before
from storage.contacts import delete_contact, forget_contacts
from storage.conversations import forget_drafts, forget_params
from storage.database import Transaction
from storage.erasures import list_erasures
from storage.leads import delete_leads_before
from storage.outbox import forget_messages
from storage.questions import forget_questions
from storage.updates import forget_quarantine, forget_updates

SEEN_UPDATES = timedelta(hours=48)
QUARANTINE = timedelta(days=7)
SCREEN_PARAMS = timedelta(days=90)
MESSAGES = timedelta(days=365)
SILENT_ACCOUNTS = timedelta(days=730)  # of people who never registered
MONTH = timedelta(days=30)
UNANSWERED_QUESTIONS = timedelta(days=180)  # read by staff, an answer written: half a year is enough


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows of each kind went."""

    updates: int
    quarantined: int
    drafts: int
    messages: int
    accounts: int
    leads: int
    cases: int
    questions: int


async def forget_what_is_old(tx: Transaction, branch: Branch, now: datetime) -> Forgotten:
    """Delete what has been kept long enough; leads and cases only once the branch has set a period."""
    await forget_params(tx, now - SCREEN_PARAMS)
    return Forgotten(
        updates=await forget_updates(tx, now - SEEN_UPDATES),
        quarantined=await forget_quarantine(tx, now - QUARANTINE),
        drafts=await forget_drafts(
            tx, unconsented_before=now - WITHOUT_CONSENT, any_before=now - ABANDONED_FORMS
        ),
        messages=await forget_messages(tx, now - MESSAGES),
        accounts=await forget_contacts(tx, now - SILENT_ACCOUNTS),
        leads=await _leads(tx, branch.retention.lead_months, now),
        cases=await _cases(tx, branch.retention.case_months, now),
        questions=await forget_questions(tx, now - UNANSWERED_QUESTIONS),
    )


async def _leads(tx: Transaction, months: int, now: datetime) -> int:
    return await delete_leads_before(tx, now - MONTH * months) if months else 0


async def _cases(tx: Transaction, months: int, now: datetime) -> int:
    return await delete_cases_before(tx, now - MONTH * months) if months else 0


async def replay_erasures(tx: Transaction, now: datetime) -> int:
    """Erase again whoever a restored backup brought back; how many that were.

    The log must be saved apart from the backup: docs/operations.md tells how.
    """
    again = 0
    for erasure in await list_erasures(tx):
        await withdraw_registrations(tx, erasure.contact_id, now)
        again += await delete_contact(tx, erasure.contact_id)
    return again
