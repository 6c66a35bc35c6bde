"""How long things are kept: the job that forgets what the table of lifetimes and the branch let go."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.branch import Branch
from bot.cases.policy import DAYS_KEPT
from bot.clock import JAKARTA, Months
from bot.leads.removing import remove_leads
from bot.leads.withdrawals import Why
from bot.settings import LIFETIMES
from storage.cases import delete_cases_before
from storage.contacts import forget_contacts
from storage.conversations import forget_drafts, forget_params
from storage.database import Transaction
from storage.invitations import forget_invitations
from storage.leads import list_leads_before
from storage.officers import forget_case_days
from storage.outbox import forget_messages
from storage.questions import forget_questions
from storage.updates import forget_quarantine, forget_updates
from storage.uploads import forget_uploads

LEADS_AT_ONCE = 500


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
    invitations: int


async def forget_what_is_old(
    tx: Transaction, branch: Branch, now: datetime, zone: ZoneInfo = JAKARTA
) -> Forgotten:
    """Delete what has been kept long enough; leads and cases only once the branch has set a period."""
    await forget_params(tx, now - LIFETIMES.screen_params)
    await forget_case_days(tx, (now - DAYS_KEPT).date())
    await forget_uploads(tx, now - LIFETIMES.uploads)
    return Forgotten(
        updates=await forget_updates(tx, now - LIFETIMES.seen_updates),
        quarantined=await forget_quarantine(tx, now - LIFETIMES.quarantine),
        drafts=await forget_drafts(
            tx,
            unconsented_before=now - LIFETIMES.unconsented_answers,
            any_before=now - LIFETIMES.unfinished_forms,
        ),
        messages=await forget_messages(tx, LIFETIMES.messages.before(now, zone)),
        accounts=await forget_contacts(tx, LIFETIMES.silent_accounts.before(now, zone)),
        leads=await _leads(tx, Months(branch.retention.lead_months), now, zone),
        cases=await _cases(tx, Months(branch.retention.case_months), now, zone),
        questions=await forget_questions(tx, now - LIFETIMES.unanswered_questions),
        invitations=await forget_invitations(tx, now - LIFETIMES.expired_invitations),
    )


async def _leads(tx: Transaction, kept: Months, now: datetime, zone: ZoneInfo) -> int:
    """Some at a time, each with the cards that show its number: the job runs several times an hour."""
    if not kept.count:
        return 0
    leads = await list_leads_before(tx, kept.before(now, zone), limit=LEADS_AT_ONCE)
    return len(await remove_leads(tx, leads, Why.EXPIRED, now))


async def _cases(tx: Transaction, kept: Months, now: datetime, zone: ZoneInfo) -> int:
    return await delete_cases_before(tx, kept.before(now, zone)) if kept.count else 0
