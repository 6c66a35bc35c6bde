"""A volunteer's leads on paper, for whoever has no Telegram: a list with room to write what came of each."""

from functools import partial
from uuid import UUID

from bot.latin import latin
from bot.leads.notices import describe_lead
from bot.leads.rights import may_have_card
from bot.leads.stages import waits_for_owner
from bot.phones import national
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.sheets import write_sheet
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.followups import find_follow_up, ready_of
from storage.lead_events import add_event
from storage.leads import LeadCard, list_open_of
from storage.models.contacts import Contact
from storage.models.leads import LeadEventKind
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message
from storage.volunteers import find_volunteer

PAPER = "paper"
PDF, XLSX = "pdf", "xlsx"
COLUMNS = ("number", "name", "phone", "occupation", "place", "calltime", "passphrase", "duty", "outcome")
WIDTHS = (18, 36, 30, 26, 52, 18, 24, 30, 43)  # millimetres of an A4 page on its side
LINE = 5.0
NOT_TAKEN = "-"

Row = tuple[str, ...]


async def request_paper(visit: Visit, volunteer_id: UUID, form: str) -> int:
    """Queue somebody's list as PDF or XLSX, and log of each lead that its number was taken; how many."""
    cards = await list_open_of(visit.tx, volunteer_id)
    ready = await ready_of(visit.tx, [card.lead.id for card in cards])
    for card in cards:
        if not waits_for_owner(card.lead, ready.get(card.lead.id)):
            details: dict[str, object] = {"for": str(volunteer_id)}
            await add_event(
                visit.tx,
                card.lead.id,
                LeadEventKind.EXPORTED,
                visit.now,
                actor=visit.contact.id,
                details=details,
            )
    if cards:
        params: dict[str, object] = {"form": form}
        await queue_message(
            visit.tx, visit.contact.id, Lane.REPLY, PAPER, visit.now, subject_id=volunteer_id, params=params
        )
    return len(cards)


async def render_paper(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The list as it is when it is sent; only what its reader may see is on it."""
    owner = await find_volunteer(tx, message.subject_id) if message.subject_id else None
    if owner is None:
        return None
    open_ = await list_open_of(tx, owner.volunteer.id)
    cards = [card for card in open_ if await may_have_card(tx, card.lead, contact)]
    if not cards:
        return None
    words = Wording(service.texts, contact.language)
    names = tuple(words.label(f"papers-column.{column}") for column in COLUMNS)
    rows = [await _row(tx, words, service, card) for card in cards]
    title = words.label("papers-title", name=owner.name, day=service.day(service.clock.now(), words.language))
    if params_of(tx, message).get("form") == XLSX:
        media = Media(MediaKind.DOCUMENT, partial(write_sheet, owner.name, names, rows), "tugas.xlsx")
    else:
        warning = words.label("papers-warning")
        media = Media(MediaKind.DOCUMENT, partial(paper_pdf, title, warning, names, rows), "tugas.pdf")
    return Screen(PAPER, words.render("papers-sent", name=owner.name), media=media, protected=True)


async def _row(tx: Transaction, words: Wording, service: Service, card: LeadCard) -> Row:
    """A number stands there once somebody has taken the lead."""
    about, follow_up = describe_lead(words, service, card), await find_follow_up(tx, card.lead.id)
    is_taken = not waits_for_owner(card.lead, follow_up)
    return (
        card.lead.number,
        about["name"],
        national(card.phone) if is_taken else NOT_TAKEN,
        about["occupation"],
        about["place"],
        about["calltime"],
        (card.passphrase or NOT_TAKEN) if is_taken else NOT_TAKEN,
        words.label(f"followups-duty.{follow_up.duty.value}") if follow_up else NOT_TAKEN,
        "",
    )


def paper_pdf(title: str, warning: str, names: Row, rows: list[Row]) -> bytes:
    """A4 on its side, the names on every page, each row as high as its longest cell and fit to write in."""
    from fpdf import FPDF  # noqa: PLC0415 - 20 MB that most processes never need

    page = FPDF(orientation="landscape", format="A4")
    page.set_margin(10)
    page.add_page()
    page.set_font("Helvetica", "B", 14)
    page.cell(0, 8, latin(title), new_x="LMARGIN", new_y="NEXT")
    page.set_font("Helvetica", "", 10)
    page.multi_cell(0, LINE, latin(warning), new_x="LMARGIN", new_y="NEXT")
    page.ln(2)
    with page.table(col_widths=WIDTHS, line_height=LINE, padding=1, text_align="LEFT") as table:
        for values in (names, *rows):
            line = table.row()
            for value in values:
                line.cell(latin(value))
    return bytes(page.output())
