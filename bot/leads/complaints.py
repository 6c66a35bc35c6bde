"""The worker's side of silence: "belum dihubungi" goes up at once."""

from datetime import datetime

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.assigning import hand_up
from bot.leads.changes import is_closed
from bot.leads.notices import announce_complaint
from bot.leads.offers import tell_new_owner
from bot.leads.policy import COMPLAINT_BY, WORKER_MAY_COMPLAIN_AFTER
from storage.database import Transaction
from storage.lead_events import add_event, find_last_change
from storage.leads import LeadCard, change_lead
from storage.models.leads import Lead, LeadEventKind


async def note_contacted(desk: Desk, card: LeadCard) -> None:
    """The worker says that somebody called; Stale, and not written down, when the lead changed meanwhile."""
    is_first = card.lead.contacted_at is None
    if is_first and not await change_lead(desk.tx, card.lead, desk.now, contacted_at=desk.now):
        raise Stale
    await add_event(desk.tx, card.lead.id, LeadEventKind.CONTACT_CONFIRMED, desk.now, actor=desk.actor)


async def may_complain(tx: Transaction, lead: Lead, now: datetime) -> bool:
    """Whether a worker may say by now that nobody called: not of one that has gone up with that already."""
    is_due = lead.submitted_at + WORKER_MAY_COMPLAIN_AFTER <= now
    if not is_due or lead.contacted_at is not None or is_closed(lead.state):
        return False
    return not await _has_gone_up(tx, lead)


async def _has_gone_up(tx: Transaction, lead: Lead) -> bool:
    """Whether it went up with the worker's word, and nothing has moved since."""
    last = await find_last_change(tx, lead.id)
    return last is not None and last.kind == LeadEventKind.COMPLAINED


async def complain(desk: Desk, card: LeadCard) -> Lead:
    """Nobody called: the lead goes to the coordinator, or to the branch, who hear why; due the same day.

    Stale when it is closed, or went up with the same word a moment ago and has not moved since.
    """
    lead = card.lead
    if is_closed(lead.state) or await _has_gone_up(desk.tx, lead):
        raise Stale
    given = await hand_up(desk.tx, desk.service, lead, desk.now, by=_answered_by(desk), actor=desk.actor)
    if given.owner_id is None:
        await announce_complaint(desk.tx, given, desk.now)
    else:
        await tell_new_owner(desk.tx, desk.service, given, desk.now)
    return given


def _answered_by(desk: Desk) -> datetime:
    """Before the branch closes today; on a day that it does not open, on the next one."""
    closing = (closes for _opens, closes in desk.service.opening.coming(desk.now))
    return next(closing, desk.service.calendar.next_office_hour(desk.now, COMPLAINT_BY))
