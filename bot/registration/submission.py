"""Sending the form in: one lead a phone and name, the receipt and the notices in the same transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.errors import OwnConsentNeeded, Stale
from bot.gatherings.counting import update_count
from bot.gatherings.sessions import find_origin
from bot.leads.assigning import assign_lead
from bot.leads.changes import is_closed
from bot.leads.merging import stands_for
from bot.leads.passphrases import new_passphrase
from bot.leads.removing import remove_leads
from bot.leads.reviewing import plan_review
from bot.leads.routing import answers_for
from bot.leads.withdrawals import Why
from bot.leads.worker_news import plan_asking
from bot.names import normalise_words, same_name_key
from bot.registration.drafts import Draft, drop_draft
from bot.registration.form import FORM
from bot.visits import Visit
from storage.database import Transaction
from storage.erasures import is_lead_suppressed, lift_lead_suppression
from storage.lead_events import add_event
from storage.leads import (
    NewLead,
    add_lead,
    find_lead,
    find_same_lead,
    list_leads_of,
    list_merged_into,
    replace_lead,
)
from storage.models.leads import Lead, LeadEventKind, Routing, Submission
from storage.models.messages import Lane
from storage.numbers import unused_number
from storage.outbox import queue_message
from storage.submissions import (
    add_submission,
    find_other_submission,
    find_own_submission,
    make_first,
    replace_answers,
)
from storage.types import JsonObject
from storage.volunteers import find_volunteer

RECEIPT = "receipt"
Place = tuple[str, str | None, str | None]  # village code, RW, RT
AFTER_THE_SCREEN = timedelta(milliseconds=700)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent the form in, and through which links they came."""

    contact_id: UUID
    first_source: str | None
    last_source: str | None


async def submit_registration(visit: Visit, draft: Draft) -> Submission:
    """Record the interest and queue the receipt.

    The same phone and name make no second lead: the sender gets a receipt all the same, and learns nothing.
    Stale: the form is not complete. OwnConsentNeeded: whom it is about had themselves erased.
    """
    if not FORM.is_complete(draft.state) or draft.consented_at is None:
        raise Stale
    await _respect_erasure(visit, draft)
    number = await unused_number(visit.tx)
    sender = Sender(visit.contact.id, visit.contact.first_source, visit.contact.last_source)
    origin = await find_origin(visit.tx, sender.last_source, visit.now)
    new = replace(
        lead_from_answers(draft.state.answers, sender),
        group_id=origin.group_id,
        gathering_id=origin.gathering_id,
    )
    lead = await add_lead(visit.tx, new, number, visit.now)
    if lead is None:
        submission = await _repeat(visit, draft, number)
    else:
        submission = await _record(visit, lead, draft, number, is_first=True)
        await assign_lead(visit.tx, visit.service, lead, visit.now)
        await plan_asking(visit.tx, visit.service, lead, visit.now)
        await plan_review(visit.tx, lead, visit.now)
        if origin.gathering is not None:
            await update_count(visit.tx, origin.gathering, visit.now)
    await drop_draft(visit)
    await _queue_receipt(visit, submission)
    return submission


async def _respect_erasure(visit: Visit, draft: Draft) -> None:
    """Who was erased comes back by registering themselves; for family only whoever erased may."""
    answers = draft.state.answers
    phone, name_key = str(answers["phone"]), same_name_key(str(answers["name"]))
    is_own = answers["whose"] == "self"
    if not is_own and await is_lead_suppressed(visit.tx, phone, name_key, but_by=visit.contact.telegram_id):
        raise OwnConsentNeeded
    await lift_lead_suppression(visit.tx, phone, name_key)


async def _repeat(visit: Visit, draft: Draft, number: str) -> Submission:
    """The lead exists: whoever sent it in before is shown their own number, a stranger gets a new one."""
    answers = draft.state.answers
    lead = await find_same_lead(visit.tx, str(answers["phone"]), same_name_key(str(answers["name"])))
    if lead is None:
        raise Stale
    lead = await stands_for(visit.tx, lead)
    own = await find_own_submission(visit.tx, lead.id, visit.contact.id)
    await add_event(visit.tx, lead.id, LeadEventKind.SENT_IN_AGAIN, visit.now, actor=visit.contact.id)
    if own is not None:
        await _correct(visit, lead, own.submission, draft)
        return own.submission
    is_claimed = lead.contact_id == visit.contact.id  # recorded for them, and theirs since
    submission = await _record(visit, lead, draft, lead.number if is_claimed else number, is_first=is_claimed)
    if is_claimed:
        await _correct(visit, lead, submission, draft)
    return submission


async def _correct(visit: Visit, lead: Lead, submission: Submission, draft: Draft) -> None:
    """The same person sends other answers: theirs are put right, and the lead's if it is theirs."""
    answers = draft.state.answers
    await replace_answers(visit.tx, submission.id, dict(answers))
    if submission.is_first and await is_of_lead(visit.tx, lead, answers):
        sender, lived = Sender(visit.contact.id, lead.first_source, visit.contact.last_source), _place(lead)
        await replace_lead(visit.tx, lead, lead_from_answers(answers, sender), lead.number, visit.now)
        await _follow_the_answers(visit, lead.id, lived)


def _place(lead: Lead) -> Place:
    return lead.village_code, lead.rw, lead.rt


async def _follow_the_answers(visit: Visit, lead_id: UUID, lived: Place) -> None:
    """Whoever wants the office alone from now on, or lives elsewhere, is not whose they were any more."""
    card = await find_lead(visit.tx, lead_id)
    if card is None or is_closed(card.lead.state):
        return
    if await _is_elsewhere(visit.tx, card.lead, lived):
        kind, actor = LeadEventKind.REASSIGNED, visit.contact.id
        await assign_lead(visit.tx, visit.service, card.lead, visit.now, kind=kind, actor=actor)


async def _is_elsewhere(tx: Transaction, lead: Lead, lived: Place) -> bool:
    """Whether somebody else answers for a lead as it was corrected."""
    if lead.routing is Routing.OFFICE:
        return lead.owner_id is not None
    if _place(lead) == lived:
        return False
    owner = await find_volunteer(tx, lead.owner_id) if lead.owner_id else None
    return owner is None or not await answers_for(tx, owner.volunteer, lead)


async def is_of_lead(tx: Transaction, lead: Lead, answers: Mapping[str, object]) -> bool:
    """Whether a lead has this very phone and name; one that another was merged into has its own."""
    same = await find_same_lead(tx, str(answers["phone"]), same_name_key(str(answers["name"])))
    return same is not None and same.id == lead.id


async def _record(visit: Visit, lead: Lead, draft: Draft, number: str, *, is_first: bool) -> Submission:
    answers: JsonObject = dict(draft.state.answers)
    return await add_submission(
        visit.tx, lead, visit.contact.id, number, answers, visit.now, is_first=is_first
    )


async def _queue_receipt(visit: Visit, submission: Submission) -> None:
    """A moment later than now, so that it comes below the screen that announces it."""
    due = visit.now + AFTER_THE_SCREEN
    await queue_message(
        visit.tx, visit.contact.id, Lane.REPLY, RECEIPT, visit.now, subject_id=submission.id, due_at=due
    )


def lead_from_answers(answers: Mapping[str, object], sender: Sender) -> NewLead:
    """What a lead records of a complete form."""
    where = answers["neighbourhood"]
    place = where if isinstance(where, dict) else {}
    name = str(answers["name"])
    employees = answers.get("employees")
    work = answers.get("work")
    return NewLead(
        contact_id=sender.contact_id,
        routing=Routing(str(answers["consent"])),
        name=name,
        name_key=same_name_key(name),
        name_words=normalise_words(name),
        phone=str(answers["phone"]),
        for_family=answers["whose"] == "family",
        occupation=str(answers["occupation"]),
        occupation_detail=None if work is None else str(work),
        has_employees=None if employees is None else employees == "yes",
        age_group=str(answers["age"]),
        already_covered=str(answers["covered"]),
        needs_check=answers["covered"] == "unknown",
        village_code=str(answers["village"]),
        rt=place.get("rt"),
        rw=place.get("rw"),
        hamlet=place.get("hamlet"),
        call_time=str(answers["calltime"]),
        first_source=sender.first_source,
        last_source=sender.last_source,
        passphrase=new_passphrase(),
    )


async def withdraw_registrations(tx: Transaction, contact_id: UUID, now: datetime) -> list[Lead]:
    """Delete the person's leads; one that somebody else sent in, too, becomes that person's instead.

    Otherwise a stranger who was first with a neighbour's name and phone could erase the neighbour's lead.
    Returns those that are gone.
    """
    going: list[Lead] = []
    for card in await list_leads_of(tx, contact_id):
        other = await find_other_submission(tx, card.lead.id, contact_id)
        if other is None:
            going += [*await list_merged_into(tx, card.lead.id), card.lead]
        else:
            sender = Sender(other.submission.contact_id, card.lead.first_source, card.lead.last_source)
            new = lead_from_answers(other.answers, sender)
            await replace_lead(tx, card.lead, new, other.submission.number, now)
            await make_first(tx, other.submission.id)
    return await remove_leads(tx, going, Why.ERASED, now)
