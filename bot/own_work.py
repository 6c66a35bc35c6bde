"""What is held about somebody who works for the branch, as plain data: their role, field and deeds."""

from storage.campaigns import list_campaigns_of
from storage.database import Transaction
from storage.facts import list_changes_of
from storage.gatherings import list_gatherings_of
from storage.invitations import list_invitations_of
from storage.models.campaigns import Campaign
from storage.models.contacts import Contact
from storage.models.facts import FactChange
from storage.models.gatherings import Gathering
from storage.models.invitations import Invitation
from storage.models.leads import LeadRefusal
from storage.models.uploads import Upload
from storage.models.voices import VoiceNote, WaitingVoice
from storage.models.volunteers import Posting
from storage.sayings import KeptSaying, list_sayings_of
from storage.staff import find_member
from storage.types import JsonObject, iso
from storage.uploads import list_uploads_of
from storage.voices import list_voices_of, list_waiting_voices_of
from storage.volunteers import VolunteerCard, find_volunteer_record, list_postings, list_refusals_by


async def gather_work(tx: Transaction, contact: Contact) -> JsonObject:
    """Role, work in the field, invitations, proposals, evenings and files; times in ISO 8601, UTC."""
    card = await find_volunteer_record(tx, contact.id)
    return {
        "role": await _role(tx, contact.telegram_id),
        "in_the_field": None if card is None else await _field(tx, card),
        "invitations": [_invitation(one) for one in await list_invitations_of(tx, contact.id)],
        "facts": [_fact_change(one) for one in await list_changes_of(tx, contact.id)],
        "sayings": [_saying(one) for one in await list_sayings_of(tx, contact.id)],
        "gatherings": [_gathering(one) for one in await list_gatherings_of(tx, contact.id)],
        "spreadsheets": [_upload(one) for one in await list_uploads_of(tx, contact.id)],
        "campaigns": [_campaign(one) for one in await list_campaigns_of(tx, contact.id)],
        "recordings": [_recording(one) for one in await list_voices_of(tx, contact.id)],
        "recordings_waiting": [_recording(one) for one in await list_waiting_voices_of(tx, contact.id)],
    }


async def _role(tx: Transaction, telegram_id: int) -> JsonObject | None:
    member = await find_member(tx, telegram_id)
    if member is None:
        return None
    return {
        "role": member.role.value,
        "active": member.active,
        "deputy": member.deputy_telegram_id,
        "from_settings": member.from_settings,
        "role_before": member.role_before.value if member.role_before else None,
        "granted_at": iso(member.granted_at),
    }


async def _field(tx: Transaction, card: VolunteerCard) -> JsonObject:
    """Their record, what they answer for, and the leads they said they cannot take."""
    volunteer = card.volunteer
    return {
        "name": card.name,
        "phone": card.phone,
        "role": volunteer.role.value,
        "active": volunteer.is_active,
        "leads_at_most": volunteer.capacity,
        "open_leads": volunteer.open_leads,
        "works": [volunteer.working_days, volunteer.works_from, volunteer.works_until],
        "digest_at": volunteer.digest_at,
        "on_leave_until": volunteer.leave_until.isoformat() if volunteer.leave_until else None,
        "pledge": [volunteer.pledge_version, volunteer.pledge_hash, iso(volunteer.pledged_at)],
        "own_cover": volunteer.own_cover,
        "joined_at": iso(volunteer.joined_at),
        "ended_at": iso(volunteer.ended_at),
        "answers_for": [_posting(one) for one in await list_postings(tx, volunteer.id)],
        "could_not_take": [_refusal(one) for one in await list_refusals_by(tx, volunteer.id)],
    }


def _posting(posting: Posting) -> JsonObject:
    where = [posting.area_code, posting.rw, posting.rt]
    return {"where": where, "of_a_group": posting.group_id is not None, "since": iso(posting.posted_at)}


def _refusal(refusal: LeadRefusal) -> JsonObject:
    return {"reason": refusal.reason, "at": iso(refusal.refused_at)}


def _invitation(invitation: Invitation) -> JsonObject:
    """One they made, approved or used."""
    return {
        "role": invitation.role.value,
        "where": [invitation.area_code, invitation.rw, invitation.rt],
        "state": invitation.state.value,
        "made_at": iso(invitation.created_at),
        "expires_at": iso(invitation.expires_at),
        "used_at": iso(invitation.used_at),
    }


def _fact_change(change: FactChange) -> JsonObject:
    """One they proposed or decided on."""
    return {
        "number": change.number,
        "fact": change.fact_id,
        "language": change.language,
        "value": change.value,
        "source": change.source,
        "valid_from": change.valid_from.isoformat(),
        "valid_until": change.valid_until.isoformat() if change.valid_until else None,
        "state": change.state.value,
        "reason": change.reason,
        "proposed_at": iso(change.proposed_at),
        "decided_at": iso(change.decided_at),
    }


def _saying(saying: KeptSaying) -> JsonObject:
    """A question they gave its answer."""
    return {"text": saying.text, "answer": saying.answer_id, "kept_at": iso(saying.kept_at)}


def _gathering(gathering: Gathering) -> JsonObject:
    opened, closed = iso(gathering.opened_at), iso(gathering.closed_at)
    return {"code": gathering.code, "opened_at": opened, "closed_at": closed}


def _upload(upload: Upload) -> JsonObject:
    return {
        "file": upload.file_id,
        "is_xlsx": upload.is_xlsx,
        "state": upload.state.value,
        "sent_at": iso(upload.sent_at),
    }


def _campaign(campaign: Campaign) -> JsonObject:
    """One they made or decided on; its words are the branch's."""
    return {
        "number": campaign.number,
        "name": campaign.name,
        "state": campaign.state.value,
        "made_at": iso(campaign.created_at),
        "submitted_at": iso(campaign.submitted_at),
        "decided_at": iso(campaign.decided_at),
    }


def _recording(note: VoiceNote | WaitingVoice) -> JsonObject:
    approved_at = note.approved_at if isinstance(note, VoiceNote) else None
    return {
        "page": note.page,
        "language": note.language,
        "file": note.file_id,
        "recorded_at": iso(note.recorded_at),
        "approved_at": iso(approved_at),
    }
