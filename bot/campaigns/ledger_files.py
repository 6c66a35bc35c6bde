"""The ledger as a file for staff: every cell is text, and who took it is written down."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.campaigns.ledger_texts import FILTERS, person_name, state_label
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.sheets import write_csv, write_sheet
from bot.wording import Wording
from storage.campaign_events import add_campaign_event
from storage.campaigns import find_campaign
from storage.database import Transaction
from storage.ledger import LedgerRow, list_ledger
from storage.models.campaigns import Campaign
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message
from storage.people import KnownPerson, list_people

LEDGER_FILE = "campaign-ledger"
EXPORTED = "exported"
FORMATS = ("xlsx", "csv")
COLUMNS = ("name", "village", "state", "at", "reason", "attempts")
ROWS_AT_MOST = 20_000  # in one file: what a phone still opens; the command line writes all of them
AT_ONCE = 1_000


async def request_ledger(
    tx: Transaction, campaign: Campaign, contact_id: UUID, kind: str, only: str, now: datetime
) -> None:
    """Queue the file for one of staff, and write down who took what."""
    taken: dict[str, object] = {"format": kind, "filter": only}
    await add_campaign_event(tx, campaign.id, EXPORTED, now, actor=contact_id, details=taken)
    await queue_message(tx, contact_id, Lane.REPLY, LEDGER_FILE, now, subject_id=campaign.id, params=taken)


async def render_ledger(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The rows of the filter, drawn into a file when it is sent."""
    campaign = await find_campaign(tx, message.subject_id) if message.subject_id else None
    if campaign is None:
        return None
    params, words = params_of(tx, message), Wording(service.texts, contact.language)
    kind = str(params["format"])
    names, rows = await ledger_table(tx, service, words, campaign, str(params["filter"]), limit=ROWS_AT_MOST)
    draw = (
        partial(write_csv, names, rows)
        if kind == "csv"
        else partial(write_sheet, campaign.number, names, rows)
    )
    media = Media(MediaKind.DOCUMENT, draw, f"siaran-{campaign.number}.{kind}")
    text = words.render("campaigns-ledger-file", name=campaign.name, count=len(rows))
    return Screen(LEDGER_FILE, text, media=media, protected=True)


async def ledger_table(
    tx: Transaction, service: Service, words: Wording, campaign: Campaign, only: str, *, limit: int
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Column names, and a row a recipient of this filter."""
    names = [words.label(f"campaigns-column.{column}") for column in COLUMNS]
    rows: list[tuple[str, ...]] = []
    after = None
    while page := await list_ledger(
        tx, campaign.id, states=FILTERS[only], after=after, limit=min(AT_ONCE, limit - len(rows))
    ):
        people = await list_people(tx, [row.contact_id for row in page])
        rows += [_row(words, service, row, people.get(row.contact_id)) for row in page]
        after = page[-1].contact_id
        if len(rows) >= limit:
            break
    return names, rows


def _row(words: Wording, service: Service, row: LedgerRow, person: KnownPerson | None) -> tuple[str, ...]:
    village = service.places.find_village(person.village_code) if person else None
    at = row.finished_at or row.sending_at
    return (
        person_name(words, person),
        village.name if village else "",
        state_label(words, row.state),
        f"{at.astimezone(service.zone):%Y-%m-%d %H:%M:%S}" if at else "",
        row.reason or "",
        str(row.attempts),
    )
