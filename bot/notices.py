"""What the outbox can send: each kind of message and how it is rendered at the moment it goes out."""

from collections.abc import Awaitable, Callable, Mapping

from bot.benefits import BENEFIT_CARD, render_benefit_card
from bot.cases import CASE_NOTICE, render_case_notice
from bot.facts import FACT_NOTICE, render_fact_notice
from bot.leads import LEAD_DIGEST, LEAD_NOTICE, render_lead_digest, render_lead_notice
from bot.privacy import DATA_FILE, render_data_file
from bot.registration.receipt import render_receipt
from bot.registration.submission import RECEIPT
from bot.replies import FROM_PERSON, FROM_STAFF, VOICE, render_from_person, render_from_staff, render_voice
from bot.reports import IMPOSTOR_REPORT, render_impostor_report
from bot.screens import Screen
from bot.service import Service
from bot.sources import POSTER, render_poster
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Message

Renderer = Callable[[Transaction, Service, Contact, Message], Awaitable[Screen | None]]
"""Gives the screen to send, or None when it is no longer wanted."""

RENDERERS: Mapping[str, Renderer] = {
    RECEIPT: render_receipt,
    LEAD_NOTICE: render_lead_notice,
    LEAD_DIGEST: render_lead_digest,
    CASE_NOTICE: render_case_notice,
    FROM_STAFF: render_from_staff,
    FROM_PERSON: render_from_person,
    VOICE: render_voice,
    POSTER: render_poster,
    BENEFIT_CARD: render_benefit_card,
    FACT_NOTICE: render_fact_notice,
    IMPOSTOR_REPORT: render_impostor_report,
    DATA_FILE: render_data_file,
}
