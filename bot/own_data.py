"""All that is held about one person, as plain data; a test walks every column of every table.

What would tell of somebody else is left out: that a registration is another person's, too (decision 0008).
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from bot.own_work import gather_work
from storage.campaign_taps import list_taps_of
from storage.case_words import SaidWords, list_words
from storage.cases import CaseCard, list_cases_of
from storage.consents import list_consents
from storage.conversations import SavedDraft, find_place, list_drafts
from storage.database import Transaction
from storage.erasures import count_suppressed_leads, find_suppression, list_erasures_of
from storage.followups import list_follow_ups
from storage.lead_events import list_events, open_details
from storage.leads import LeadCard, find_lead
from storage.messages import list_messages_to
from storage.models.campaigns import CampaignTap
from storage.models.consents import Consent
from storage.models.contacts import Contact
from storage.models.followups import FollowUp
from storage.models.leads import LeadEvent, LeadEventKind, LeadState
from storage.models.messages import Message
from storage.models.updates import Quarantine
from storage.officers import Kept, list_saved_replies, off_duty_until, officer_names
from storage.submissions import SentIn, list_submissions
from storage.types import JsonObject, iso
from storage.updates import list_quarantined
from storage.volunteers import find_volunteer

SENT_IN = (LeadEventKind.SUBMITTED, LeadEventKind.SENT_IN_AGAIN)
A_VOLUNTEER = "a volunteer"  # whose name the worker was never told
UNTOLD = (LeadEventKind.REPLACED, LeadEventKind.ASSIGNED)
"""Kinds of events that would tell whether a registration is another person's, too; who took it says so."""


async def gather_data(tx: Transaction, contact: Contact) -> JsonObject:
    """All that is held about a person (UU 27/2022 Pasal 7, 32), times in ISO 8601, UTC."""
    sent_in = await list_submissions(tx, contact.id)
    drafts = await list_drafts(tx, contact.id)
    quarantined = await list_quarantined(tx, contact.telegram_id)
    return {
        "account": _account(contact),
        "work_for_the_branch": await gather_work(tx, contact),
        "consents": [_consent(consent) for consent in await list_consents(tx, contact.id)],
        "registrations": [await _registration(tx, contact, sent) for sent in sent_in],
        "unfinished_forms": [_draft(form, draft) for form, draft in drafts.items()],
        "cases": [await _case(tx, card) for card in await list_cases_of(tx, contact.id)],
        "officer": await _officer(tx, contact),
        "saved_replies": [_kept(kept) for kept in await list_saved_replies(tx, contact.id)],
        "last_screen": await _last_screen(tx, contact),
        "messages_from_us": [_message(message) for message in await list_messages_to(tx, contact.id)],
        "answers_to_campaigns": [_tap(tap) for tap in await list_taps_of(tx, contact.id)],
        "not_understood": [_quarantined(row, update) for row, update in quarantined],
        "erasures": await _erasures(tx, contact.telegram_id),
    }


def _account(contact: Contact) -> JsonObject:
    return {
        "contact_id": str(contact.id),
        "telegram_id": contact.telegram_id,
        "language": contact.language,
        "first_source": contact.first_source,
        "last_source": contact.last_source,
        "known_since": iso(contact.created_at),
        "last_seen_at": iso(contact.last_seen_at),
        "no_messages_since": iso(contact.opted_out_at),
        "unreachable_since": iso(contact.unreachable_at),
    }


def _consent(consent: Consent) -> JsonObject:
    return {
        "purpose": consent.purpose.value,
        "granted": consent.granted,
        "choice": consent.choice,
        "text_version": consent.text_version,
        "text_hash": consent.text_hash,
        "language": consent.language,
        "recorded_at": iso(consent.recorded_at),
    }


async def _registration(tx: Transaction, contact: Contact, sent: SentIn) -> JsonObject:
    """What was sent in; a registration that is another person's, too, looks like any that nobody touched."""
    card = await find_lead(tx, sent.submission.lead_id)
    card = card if card is not None and card.lead.contact_id == contact.id else None
    events = await list_events(tx, sent.submission.lead_id)
    people = await _known_people(tx, events) if card else {}
    return {
        "number": sent.submission.number,
        "submitted_at": iso(sent.submission.submitted_at),
        "answers": sent.answers,
        "state": (card.lead.state if card else LeadState.NEW).value,
        "follow_up": await _follow_up(tx, card) if card else None,
        "history": [
            _event(tx, contact, event, people)
            for event in events
            if _is_theirs(event, contact, is_own_lead=card is not None)
        ],
    }


async def _follow_up(tx: Transaction, card: LeadCard) -> JsonObject | None:
    """What came of it once somebody had taken it; of a lead that nobody has, nothing is told."""
    if card.lead.state is LeadState.NEW:
        return None
    return {
        "two_words": card.passphrase,
        "contacted_at": iso(card.lead.contacted_at),
        "first_paid_at": iso(card.lead.paid_at),
        "membership_number": card.membership_number,
        "has_id_card": card.lead.has_id_card,
        "has_email": card.lead.has_email,
        "duties": [_duty(one) for one in await list_follow_ups(tx, card.lead.id)],
    }


def _duty(follow_up: FollowUp) -> JsonObject:
    return {
        "duty": follow_up.duty.value,
        "state": follow_up.state.value,
        "due_at": iso(follow_up.due_at),
        "appointed": follow_up.is_appointed,
        "tries": follow_up.tries,
        "since": iso(follow_up.created_at),
        "closed_at": iso(follow_up.closed_at),
    }


def _is_theirs(event: LeadEvent, contact: Contact, *, is_own_lead: bool) -> bool:
    """Sending in is told to whoever did it; that it put other answers in place, to nobody."""
    is_actor = event.actor_contact_id == contact.id
    if event.kind in SENT_IN:
        return is_actor
    return event.kind not in UNTOLD and (is_actor or is_own_lead)


async def _known_people(tx: Transaction, events: Sequence[LeadEvent]) -> dict[str, str]:
    """By their ids, the names of those whose coming the worker was told of: whoever took the lead."""
    took = [open_details(tx, event).get("before") for event in events if event.kind == LeadEventKind.ACCEPTED]
    ids = {str(before["owner"]) for before in took if isinstance(before, dict) and before.get("owner")}
    return {id_: card.name for id_ in ids if (card := await find_volunteer(tx, UUID(id_))) is not None}


def _details(details: JsonObject, people: Mapping[str, str]) -> JsonObject:
    """What was written down with an event; volunteers by the name the worker knows, or by none."""
    told = dict(details)
    if "for" in told:
        told["for"] = people.get(str(told["for"]), A_VOLUNTEER)
    before = told.get("before")
    if isinstance(before, dict) and before.get("owner"):
        told["before"] = {**before, "owner": people.get(str(before["owner"]), A_VOLUNTEER)}
    return told


def _event(tx: Transaction, contact: Contact, event: LeadEvent, people: Mapping[str, str]) -> JsonObject:
    is_again = event.kind == SENT_IN[1]  # as if it were the first time, which it may be for them
    return {
        "what": SENT_IN[0] if is_again else event.kind,
        "by": "you" if event.actor_contact_id == contact.id else "the branch",
        "from_state": event.from_state,
        "to_state": LeadState.NEW.value if is_again else event.to_state,
        "details": _details(open_details(tx, event), people),
        "happened_at": iso(event.happened_at),
    }


def _draft(form: str, draft: SavedDraft) -> JsonObject:
    return {
        "form": form,
        "state": draft.state,
        "consented_at": iso(draft.consented_at),
        "started_at": iso(draft.started_at),
        "updated_at": iso(draft.updated_at),
    }


async def _case(tx: Transaction, card: CaseCard) -> JsonObject:
    """Who of staff has it is not told: that is somebody else."""
    case = card.case
    return {
        "number": case.number,
        "kind": case.kind.value,
        "happened": case.happened.value if case.happened else None,
        "state": case.state.value,
        "note": card.note,
        "opened_at": iso(case.opened_at),
        "closed_at": iso(case.closed_at),
        "waiting_since": iso(case.waiting_since),
        "promised_from": iso(case.promised_from),
        "promised_until": iso(case.promised_until),
        "answered_at": iso(case.answered_at),
        "rating": case.rating,
        "rating_words": card.rating_words,
        "said": [_said(said) for said in await list_words(tx, case.id)],
    }


def _said(said: SaidWords) -> JsonObject:
    return {
        "by": "the branch" if said.row.is_from_staff else "you",
        "form": said.row.form.value,
        "text": said.text,
        "file": said.file_id,
        "at": iso(said.row.said_at),
    }


async def _officer(tx: Transaction, contact: Contact) -> JsonObject | None:
    """What colleagues call somebody who takes cases, and until when they are off duty."""
    name = (await officer_names(tx, [contact.id])).get(contact.id)
    if name is None:
        return None
    return {"name": name, "off_until": iso((await off_duty_until(tx, [contact.id])).get(contact.id))}


def _kept(kept: Kept) -> JsonObject:
    return {"text": kept.text, "saved_at": iso(kept.saved_at)}


async def _last_screen(tx: Transaction, contact: Contact) -> JsonObject | None:
    place = await find_place(tx, contact.id)
    if place is None:
        return None
    return {"screen": place.screen, "params": place.params, "answers_not_understood": place.failures}


def _message(message: Message) -> JsonObject:
    """What became of a message; its words are in the chat."""
    return {
        "kind": message.kind,
        "lane": message.lane.value,
        "text_version": message.text_version,
        "state": message.state.value,
        "reason": message.reason,
        "attempts": message.attempts,
        "queued_at": iso(message.created_at),
        "due_at": iso(message.due_at),
        "finished_at": iso(message.finished_at),
        "telegram_message_id": message.telegram_message_id,
        "zone": message.zone.value if message.zone else None,
        "sent_again_at": iso(message.resent_at),
    }


def _tap(tap: CampaignTap) -> JsonObject:
    return {"button": tap.button, "tapped_at": iso(tap.tapped_at)}


def _quarantined(row: Quarantine, update: str) -> JsonObject:
    return {"received_at": iso(row.created_at), "error": row.error, "update": update}


async def _erasures(tx: Transaction, telegram_id: int) -> JsonObject:
    """Found by fingerprints alone: all that is left of what was erased before."""
    suppression = await find_suppression(tx, telegram_id)
    return {
        "erased_at": [iso(erasure.erased_at) for erasure in await list_erasures_of(tx, telegram_id)],
        "not_written_to_since": iso(suppression.created_at) if suppression else None,
        "fingerprints_of_leads": await count_suppressed_leads(tx, telegram_id),
    }
