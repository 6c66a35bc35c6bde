"""Erasures: a person's data go, with what waits to be told of them, and no restore brings them back."""

from datetime import datetime

from bot.cases.claiming import release_cases_of
from bot.cases.telling import empty_cards
from bot.desk import Desk
from bot.leads.withdrawals import tell_erased
from bot.registration.submission import withdraw_registrations
from bot.service import Service
from bot.team import forget_volunteer
from bot.visits import Visit
from storage.cases import list_cases_of
from storage.contacts import delete_contact
from storage.database import Transaction
from storage.erasures import list_erasures_of, list_returned, record_erasure, suppress
from storage.models.contacts import Contact
from storage.models.leads import Lead
from storage.outbox import forget_messages_about
from storage.submissions import list_submissions
from storage.updates import forget_quarantine_of, list_quarantined_accounts

RETURNED_AT_ONCE = 100  # erased again in one transaction, so that others need not wait long


async def erase_person(visit: Visit) -> None:
    """Erase everything held about the person, and what was queued.

    Suppressions and a line in the erasure log are left.
    """
    await release_cases_of(Desk.of(visit), visit.contact.id)
    leads = await _erase(visit.tx, visit.service, visit.contact, visit.now)
    await record_erasure(visit.tx, visit.contact.id, visit.contact.telegram_id, leads, visit.now)
    visit.erased = True


async def replay_erasures(tx: Transaction, service: Service) -> bool:
    """Erase again some of those whom a restored backup brought back; whether there may be more.

    The log must be saved apart from the backup: docs/operations.md tells how.
    """
    now = service.clock.now()
    returned = await list_returned(tx, limit=RETURNED_AT_ONCE)
    for contact in returned:
        leads = await _erase(tx, service, contact, now)
        await suppress(tx, contact.telegram_id, leads, now)
    await _empty_quarantine(tx)
    return len(returned) == RETURNED_AT_ONCE


async def _erase(tx: Transaction, service: Service, contact: Contact, now: datetime) -> list[Lead]:
    """The leads that went; one that somebody else sent in, too, stays theirs."""
    await forget_volunteer(tx, service, contact, now)
    sent_in = await list_submissions(tx, contact.id)
    cases = await list_cases_of(tx, contact.id)
    leads = await withdraw_registrations(tx, contact.id, now)
    await tell_erased(tx, service, leads, now)
    await empty_cards(tx, [card.case.id for card in cases], now)
    gone = [lead.id for lead in leads]
    told_of = [
        *gone,
        *(sent.submission.id for sent in sent_in),
        *(card.case.id for card in cases),
        contact.id,
    ]
    await forget_messages_about(tx, told_of, now)
    await forget_quarantine_of(tx, contact.telegram_id, now)
    await delete_contact(tx, contact.id)
    return leads


async def _empty_quarantine(tx: Transaction) -> None:
    """What a backup brought back of accounts that had no contact in it; what came since the erasure stays."""
    for telegram_id in await list_quarantined_accounts(tx):
        for erasure in await list_erasures_of(tx, telegram_id):
            await forget_quarantine_of(tx, telegram_id, erasure.erased_at)
