"""What the outbox can send: each kind of message and how it is rendered at the moment it goes out."""

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum

from bot.campaigns.ledger_files import LEDGER_FILE, render_ledger
from bot.campaigns.live import LIVE, render_live
from bot.campaigns.samples import SAMPLE, render_sample
from bot.campaigns.staff_news import NEWS, render_news
from bot.cases import CASE_CLOSED, CASE_NOTICE, render_case_closed, render_case_notice
from bot.digests import DIGEST, render_digest
from bot.funnels import FUNNEL, render_funnel
from bot.invitations import APPROVAL, INVITATION, render_approval, render_invitation
from bot.leads.appointments import APPOINTMENT, render_appointment
from bot.leads.branch_list import BRANCH_LIST, render_branch_list
from bot.leads.cards import CARD_WITHDRAWN, LEAD_CARD, render_card, render_withdrawn
from bot.leads.exporting import READY_SHEET, render_ready_sheet
from bot.leads.notices import LEAD_DIGEST, LEAD_NOTICE, render_lead_digest, render_lead_notice
from bot.leads.offers import LEAD_AVAILABLE, LEAD_OFFER, render_available, render_offer
from bot.leads.payments import PAYMENT, render_payment
from bot.leads.worker_news import (
    CONTACTED,
    OUTCOME,
    TAKEN,
    render_contacted,
    render_outcome,
    render_taken,
)
from bot.privacy import DATA_FILE, render_data_file
from bot.registration.receipt import render_receipt
from bot.registration.submission import RECEIPT
from bot.replies import (
    FILE,
    FROM_PERSON,
    FROM_STAFF,
    VOICE,
    render_file,
    render_from_person,
    render_from_staff,
    render_voice,
)
from bot.screens import Screen
from bot.service import Service
from bot.sources import POSTER, render_poster
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
    LEAD_OFFER: render_offer,
    LEAD_AVAILABLE: render_available,
    LEAD_CARD: render_card,
    CARD_WITHDRAWN: render_withdrawn,
    PAYMENT: render_payment,
    TAKEN: render_taken,
    OUTCOME: render_outcome,
    CONTACTED: render_contacted,
    APPOINTMENT: render_appointment,
    BRANCH_LIST: render_branch_list,
    FUNNEL: render_funnel,
    READY_SHEET: render_ready_sheet,
    DIGEST: render_digest,
    INVITATION: render_invitation,
    APPROVAL: render_approval,
    CASE_NOTICE: render_case_notice,
    CASE_CLOSED: render_case_closed,
    FROM_STAFF: render_from_staff,
    FROM_PERSON: render_from_person,
    VOICE: render_voice,
    FILE: render_file,
    POSTER: render_poster,
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


GROUNDS: Mapping[str, Ground | Purpose] = {
    RECEIPT: Ground.ASKED,
    LEAD_NOTICE: Ground.DUTY,
    LEAD_DIGEST: Ground.DUTY,
    LEAD_OFFER: Ground.DUTY,
    LEAD_AVAILABLE: Ground.DUTY,
    LEAD_CARD: Ground.DUTY,
    CARD_WITHDRAWN: Ground.DUTY,
    APPOINTMENT: Ground.DUTY,
    BRANCH_LIST: Ground.DUTY,
    FUNNEL: Ground.DUTY,
    READY_SHEET: Ground.DUTY,
    DIGEST: Ground.DUTY,
    INVITATION: Ground.DUTY,
    APPROVAL: Ground.DUTY,
    TAKEN: Ground.ASKED,
    OUTCOME: Ground.ASKED,
    CONTACTED: Ground.ASKED,
    PAYMENT: Purpose.REMINDERS,
    CASE_NOTICE: Ground.DUTY,
    CASE_CLOSED: Ground.ASKED,
    FROM_STAFF: Ground.ASKED,
    FROM_PERSON: Ground.DUTY,
    VOICE: Ground.DUTY,
    FILE: Ground.DUTY,
    POSTER: Ground.ASKED,
    DATA_FILE: Ground.ASKED,
    SAMPLE: Ground.DUTY,
    LEDGER_FILE: Ground.DUTY,
    LIVE: Ground.DUTY,
    NEWS: Ground.DUTY,
    BROADCAST: Purpose.CAMPAIGNS,  # rendered in a lane of its own: bot/broadcasting.py
}
"""On what ground each kind goes out. One with a purpose needs that consent, and /berhenti ends it."""
