"""What the outbox can send: each kind of message and how it is rendered at the moment it goes out."""

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum

from bot.access import Permission
from bot.benefits import BENEFIT_CARD, render_benefit_card
from bot.campaigns.ledger_files import LEDGER_FILE, render_ledger
from bot.campaigns.live import LIVE, render_live
from bot.campaigns.samples import SAMPLE, render_sample
from bot.campaigns.staff_news import NEWS, render_news
from bot.cases.notices import (
    render_case_changed,
    render_case_closed,
    render_case_gone,
    render_case_handed,
    render_case_late,
    render_case_list,
    render_case_notice,
    render_case_nudge,
    render_case_taken,
    render_case_undone,
    render_words,
)
from bot.cases.telling import (
    CASE_CHANGED,
    CASE_CLOSED,
    CASE_GONE,
    CASE_HANDED,
    CASE_LATE,
    CASE_LIST,
    CASE_NOTICE,
    CASE_NUDGE,
    CASE_TAKEN,
    CASE_UNDONE,
    FROM_PERSON,
    FROM_STAFF,
)
from bot.deputies import DEPUTY_NAMED, render_deputy_named
from bot.digests import DIGEST, render_digest
from bot.facts import FACT_DECIDED, FACT_NOTICE, render_fact_decided, render_fact_notice
from bot.funnels import FUNNEL, render_funnel
from bot.gatherings.counting import GATHERING_COUNT, render_count
from bot.gatherings.sessions import GATHERING_QR, render_qr
from bot.gatherings.sheets import GATHERING_SHEET, render_sheet
from bot.invitations import APPROVAL, INVITATION, render_approval, render_invitation
from bot.leads.appointments import APPOINTMENT, render_appointment
from bot.leads.branch_list import BRANCH_LIST, render_branch_list
from bot.leads.cards import LEAD_CARD, render_card
from bot.leads.exporting import READY_SHEET, render_ready_sheet
from bot.leads.notices import (
    LEAD_COMPLAINT,
    LEAD_DIGEST,
    LEAD_NOTICE,
    render_complaint,
    render_lead_digest,
    render_lead_notice,
)
from bot.leads.offers import LEAD_AVAILABLE, LEAD_OFFER, render_available, render_offer
from bot.leads.papers import PAPER, render_paper
from bot.leads.payments import PAYMENT, render_payment
from bot.leads.withdrawals import CARD_WITHDRAWN, LEAD_GONE, render_gone, render_withdrawn
from bot.leads.worker_news import (
    CONTACTED,
    OUTCOME,
    TAKEN,
    render_contacted,
    render_outcome,
    render_taken,
)
from bot.newcomers import JOINED, render_joined
from bot.privacy import DATA_FILE, render_data_file
from bot.registration.receipt import render_receipt
from bot.registration.submission import RECEIPT
from bot.reports import IMPOSTOR_REPORT, render_impostor_report
from bot.screens import Screen
from bot.sentences.changing import (
    SENTENCE_DECIDED,
    SENTENCE_NOTICE,
    render_sentence_decided,
    render_sentence_notice,
)
from bot.service import Service
from bot.sources import POSTER, render_poster
from bot.uploads import (
    UPLOAD_DONE,
    UPLOAD_FAULTS,
    UPLOAD_READ,
    render_done,
    render_faults,
    render_read,
)
from bot.voice_notices import (
    VOICE_DECIDED,
    VOICE_NOTICE,
    VOICE_OUTDATED,
    render_voice_decided,
    render_voice_notice,
    render_voice_outdated,
)
from storage.audiences import KIND as BROADCAST
from storage.database import Transaction
from storage.models.consents import Purpose
from storage.models.contacts import Contact
from storage.models.messages import Message

Renderer = Callable[[Transaction, Service, Contact, Message], Awaitable[Screen | None]]
"""Gives the screen to send, or None when it is no longer wanted."""

RENDERERS: Mapping[str, Renderer] = {
    RECEIPT: render_receipt,
    LEAD_NOTICE: render_lead_notice,
    LEAD_DIGEST: render_lead_digest,
    LEAD_COMPLAINT: render_complaint,
    LEAD_OFFER: render_offer,
    LEAD_AVAILABLE: render_available,
    LEAD_CARD: render_card,
    CARD_WITHDRAWN: render_withdrawn,
    LEAD_GONE: render_gone,
    PAYMENT: render_payment,
    TAKEN: render_taken,
    OUTCOME: render_outcome,
    CONTACTED: render_contacted,
    APPOINTMENT: render_appointment,
    BRANCH_LIST: render_branch_list,
    FUNNEL: render_funnel,
    READY_SHEET: render_ready_sheet,
    UPLOAD_READ: render_read,
    UPLOAD_FAULTS: render_faults,
    UPLOAD_DONE: render_done,
    PAPER: render_paper,
    DIGEST: render_digest,
    GATHERING_QR: render_qr,
    GATHERING_COUNT: render_count,
    GATHERING_SHEET: render_sheet,
    INVITATION: render_invitation,
    APPROVAL: render_approval,
    JOINED: render_joined,
    DEPUTY_NAMED: render_deputy_named,
    CASE_NOTICE: render_case_notice,
    CASE_CHANGED: render_case_changed,
    CASE_GONE: render_case_gone,
    CASE_TAKEN: render_case_taken,
    CASE_HANDED: render_case_handed,
    CASE_NUDGE: render_case_nudge,
    CASE_CLOSED: render_case_closed,
    CASE_LATE: render_case_late,
    CASE_LIST: render_case_list,
    CASE_UNDONE: render_case_undone,
    FROM_STAFF: render_words,
    FROM_PERSON: render_words,
    POSTER: render_poster,
    BENEFIT_CARD: render_benefit_card,
    FACT_NOTICE: render_fact_notice,
    FACT_DECIDED: render_fact_decided,
    SENTENCE_NOTICE: render_sentence_notice,
    SENTENCE_DECIDED: render_sentence_decided,
    VOICE_NOTICE: render_voice_notice,
    VOICE_DECIDED: render_voice_decided,
    VOICE_OUTDATED: render_voice_outdated,
    IMPOSTOR_REPORT: render_impostor_report,
    DATA_FILE: render_data_file,
    SAMPLE: render_sample,
    LEDGER_FILE: render_ledger,
    LIVE: render_live,
    NEWS: render_news,
}


class Ground(StrEnum):
    """Why somebody may be written to without a consent of its own."""

    ASKED = "asked"  # they asked for it: now, or with the registration or the case it is about
    DUTY = "duty"  # they hold a role, and this is its work
    RELIEF = "relief"  # it only changes what they have: a phone number goes from an old card


DUTIES: Mapping[str, Permission] = {
    LEAD_NOTICE: Permission.SEE_LEADS,
    LEAD_DIGEST: Permission.SEE_LEADS,
    LEAD_COMPLAINT: Permission.SEE_LEADS,
    BRANCH_LIST: Permission.SEE_LEADS,
    LEAD_OFFER: Permission.FOLLOW_UP,
    LEAD_AVAILABLE: Permission.FOLLOW_UP,
    LEAD_CARD: Permission.FOLLOW_UP,
    LEAD_GONE: Permission.FOLLOW_UP,
    APPOINTMENT: Permission.FOLLOW_UP,
    DIGEST: Permission.FOLLOW_UP,
    GATHERING_QR: Permission.FOLLOW_UP,
    GATHERING_COUNT: Permission.FOLLOW_UP,
    GATHERING_SHEET: Permission.FOLLOW_UP,
    FUNNEL: Permission.SEE_LEADS,
    PAPER: Permission.SEE_TEAM,
    READY_SHEET: Permission.COMPLETE_REGISTRATION,
    UPLOAD_READ: Permission.INVITE,
    UPLOAD_FAULTS: Permission.INVITE,
    UPLOAD_DONE: Permission.INVITE,
    INVITATION: Permission.INVITE,
    JOINED: Permission.INVITE,
    APPROVAL: Permission.INVITE,  # a deputy has no right of their own to approve
    DEPUTY_NAMED: Permission.APPROVE,
    CASE_NOTICE: Permission.TAKE_CASES,
    CASE_HANDED: Permission.TAKE_CASES,
    CASE_LIST: Permission.TAKE_CASES,
    CASE_NUDGE: Permission.TAKE_CASES,
    FROM_PERSON: Permission.TAKE_CASES,
    IMPOSTOR_REPORT: Permission.TAKE_CASES,
    FACT_NOTICE: Permission.CHANGE_FACTS,
    FACT_DECIDED: Permission.CHANGE_FACTS,
    SENTENCE_NOTICE: Permission.CHANGE_FACTS,
    SENTENCE_DECIDED: Permission.CHANGE_FACTS,
    VOICE_NOTICE: Permission.APPROVE,
    VOICE_DECIDED: Permission.RECORD_VOICES,
    VOICE_OUTDATED: Permission.RECORD_VOICES,
    SAMPLE: Permission.TAKE_CASES,
    LEDGER_FILE: Permission.RUN_CAMPAIGNS,
    LIVE: Permission.RUN_CAMPAIGNS,
    NEWS: Permission.RUN_CAMPAIGNS,
}
"""What somebody must be allowed to do when a duty's message goes out, not only when it was queued."""

GROUNDS: Mapping[str, Ground | Purpose] = {
    **dict.fromkeys(DUTIES, Ground.DUTY),
    CARD_WITHDRAWN: Ground.RELIEF,
    CASE_CHANGED: Ground.RELIEF,
    CASE_GONE: Ground.RELIEF,
    RECEIPT: Ground.ASKED,
    TAKEN: Ground.ASKED,
    OUTCOME: Ground.ASKED,
    CONTACTED: Ground.ASKED,
    CASE_TAKEN: Ground.ASKED,
    CASE_CLOSED: Ground.ASKED,
    CASE_LATE: Ground.ASKED,
    CASE_UNDONE: Ground.ASKED,
    FROM_STAFF: Ground.ASKED,
    POSTER: Ground.ASKED,
    BENEFIT_CARD: Ground.ASKED,
    DATA_FILE: Ground.ASKED,
    PAYMENT: Purpose.REMINDERS,
    BROADCAST: Purpose.CAMPAIGNS,  # rendered in a lane of its own: bot/broadcasting.py
}
"""On what ground each kind goes out. One with a purpose needs that consent, and /berhenti ends it."""
