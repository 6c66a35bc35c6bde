"""What the outbox can send: each kind of message and how it is rendered at the moment it goes out."""

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum

from bot.benefits import BENEFIT_CARD, render_benefit_card
from bot.cases.notices import (
    render_case_changed,
    render_case_closed,
    render_case_gone,
    render_case_handed,
    render_case_notice,
    render_case_nudge,
    render_case_taken,
    render_words,
)
from bot.cases.telling import (
    CASE_CHANGED,
    CASE_CLOSED,
    CASE_GONE,
    CASE_HANDED,
    CASE_NOTICE,
    CASE_NUDGE,
    CASE_TAKEN,
    FROM_PERSON,
    FROM_STAFF,
)
from bot.digests import DIGEST, render_digest
from bot.facts import FACT_NOTICE, render_fact_notice
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
from bot.reports import IMPOSTOR_REPORT, render_impostor_report
from bot.screens import Screen
from bot.service import Service
from bot.sources import POSTER, render_poster
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
    CASE_CHANGED: render_case_changed,
    CASE_GONE: render_case_gone,
    CASE_TAKEN: render_case_taken,
    CASE_HANDED: render_case_handed,
    CASE_NUDGE: render_case_nudge,
    CASE_CLOSED: render_case_closed,
    FROM_STAFF: render_words,
    FROM_PERSON: render_words,
    POSTER: render_poster,
    BENEFIT_CARD: render_benefit_card,
    FACT_NOTICE: render_fact_notice,
    IMPOSTOR_REPORT: render_impostor_report,
    DATA_FILE: render_data_file,
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
    CASE_CHANGED: Ground.DUTY,
    CASE_GONE: Ground.DUTY,
    CASE_TAKEN: Ground.ASKED,
    CASE_HANDED: Ground.DUTY,
    CASE_NUDGE: Ground.DUTY,
    CASE_CLOSED: Ground.ASKED,
    FROM_STAFF: Ground.ASKED,
    FROM_PERSON: Ground.DUTY,
    POSTER: Ground.ASKED,
    BENEFIT_CARD: Ground.ASKED,
    FACT_NOTICE: Ground.DUTY,
    IMPOSTOR_REPORT: Ground.DUTY,
    DATA_FILE: Ground.ASKED,
}
"""On what ground each kind goes out. One with a purpose needs that consent, and /berhenti ends it."""
