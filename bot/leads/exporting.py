"""The ready ones as a spreadsheet, for whoever completes official registrations; each export is logged."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.leads.needs import mark
from bot.leads.notices import describe_lead
from bot.phones import national
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.sheets import write_sheet
from bot.wording import Wording
from storage.database import Transaction
from storage.lead_events import add_event
from storage.leads import LeadCard, list_ready_leads
from storage.models.contacts import Contact
from storage.models.leads import LeadEventKind
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message
from storage.volunteers import find_volunteer_of

READY_SHEET = "ready-sheet"
ALL = "all"
COLUMNS = ("number", "name", "phone", "occupation", "place", "calltime", "idcard", "email", "since")


async def request_ready_sheet(tx: Transaction, contact_id: UUID, now: datetime, *, everybodys: bool) -> int:
    """Queue the sheet of the ready leads - one's own, or everybody's -, and log who took whose; how many."""
    cards = await _ready(tx, contact_id, everybodys=everybodys)
    for card in cards:
        await add_event(tx, card.lead.id, LeadEventKind.EXPORTED, now, actor=contact_id)
    if cards:
        params: dict[str, object] = {"whose": ALL if everybodys else "own"}
        await queue_message(tx, contact_id, Lane.REPLY, READY_SHEET, now, params=params)
    return len(cards)


async def _ready(tx: Transaction, contact_id: UUID, *, everybodys: bool) -> list[LeadCard]:
    if everybodys:
        return await list_ready_leads(tx)
    volunteer = await find_volunteer_of(tx, contact_id)
    return await list_ready_leads(tx, volunteer.volunteer.id) if volunteer else []


async def render_ready_sheet(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The sheet as a file, drawn when it is sent; nothing when none is ready any more."""
    everybodys = params_of(tx, message).get("whose") == ALL
    cards = await _ready(tx, contact.id, everybodys=everybodys)
    if not cards:
        return None
    words = Wording(service.texts, contact.language)
    names = [words.label(f"exports-column.{column}") for column in COLUMNS]
    rows = [_row(words, service, card) for card in cards]
    title = words.label("exports-title")
    content = partial(write_sheet, title, names, rows)
    media = Media(MediaKind.DOCUMENT, content, "siap-daftar.xlsx")
    return Screen(READY_SHEET, words.render("exports-ready", count=len(cards)), media=media, protected=True)


def _row(words: Wording, service: Service, card: LeadCard) -> tuple[str, ...]:
    about = describe_lead(words, service, card)
    return (
        card.lead.number,
        about["name"],
        national(card.phone),
        about["occupation"],
        about["place"],
        about["calltime"],
        words.label(f"needs-{mark(card.lead, 'has_id_card')}"),
        words.label(f"needs-{mark(card.lead, 'has_email')}"),
        service.short_moment(card.lead.changed_at),
    )
