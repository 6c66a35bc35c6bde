"""The sheet after a group night: one row a person, with a phone number only where its reader may see it."""

from functools import partial

from bot.access import Permission, is_allowed
from bot.leads.notices import describe_lead
from bot.leads.stages import is_untaken
from bot.phones import national
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.sheets import write_sheet
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.gatherings import find_gathering, list_gathered
from storage.lead_events import add_event
from storage.leads import LeadCard
from storage.models.contacts import Contact
from storage.models.gatherings import Gathering
from storage.models.leads import LeadEventKind, Routing
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.sources import find_source
from storage.staff import find_role
from storage.volunteers import VolunteerCard, find_volunteer, find_volunteer_of

GATHERING_SHEET = "gathering-sheet"
COLUMNS = ("number", "name", "phone", "occupation", "place", "calltime", "who", "how")
HIDDEN = "-"


async def request_sheet(visit: Visit, gathering: Gathering) -> int:
    """Queue the sheet, and log of each lead on it that it was taken; how many there are."""
    cards = _shown(
        await list_gathered(visit.tx, gathering.id), is_staff=is_allowed(visit.role, Permission.SEE_LEADS)
    )
    for card in cards:
        await add_event(visit.tx, card.lead.id, LeadEventKind.EXPORTED, visit.now, actor=visit.contact.id)
    if cards:
        await queue_message(
            visit.tx, visit.contact.id, Lane.REPLY, GATHERING_SHEET, visit.now, subject_id=gathering.id
        )
    return len(cards)


def _shown(cards: list[LeadCard], *, is_staff: bool) -> list[LeadCard]:
    """Who chose "petugas kantor saja" is told to nobody else, the host of the evening included."""
    return [card for card in cards if is_staff or card.lead.routing is not Routing.OFFICE]


async def render_sheet(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The sheet as a file, drawn when it is sent; nothing for whoever is not its host any more."""
    gathering = await find_gathering(tx, message.subject_id) if message.subject_id else None
    source = await find_source(tx, gathering.code) if gathering else None
    if gathering is None or source is None or gathering.host_id != contact.id:
        return None
    is_staff = is_allowed(await find_role(tx, contact.telegram_id), Permission.SEE_LEADS)
    cards = _shown(await list_gathered(tx, gathering.id), is_staff=is_staff)
    words, own = Wording(service.texts, contact.language), await find_volunteer_of(tx, contact.id)
    rows = [await _row(tx, words, service, card, own=own, is_staff=is_staff) for card in cards]
    names = [words.label(f"gatherings-column.{column}") for column in COLUMNS]
    content = partial(write_sheet, words.label("gatherings-title"), names, rows)
    media = Media(MediaKind.DOCUMENT, content, f"{source.code}.xlsx")
    text = words.render("gatherings-sheet", label=source.label, count=str(len(cards)))
    return Screen(GATHERING_SHEET, text, media=media, protected=True)


async def _row(
    tx: Transaction,
    words: Wording,
    service: Service,
    card: LeadCard,
    *,
    own: VolunteerCard | None,
    is_staff: bool,
) -> tuple[str, ...]:
    owner = await find_volunteer(tx, card.lead.owner_id) if card.lead.owner_id else None
    about = describe_lead(words, service, card)
    is_own = own is not None and card.lead.owner_id == own.volunteer.id
    sees_phone = is_staff or (is_own and not await is_untaken(tx, card.lead))
    typed = card.lead.recorded_by is not None
    return (
        card.lead.number,
        about["name"],
        national(card.phone) if sees_phone else HIDDEN,
        about["occupation"],
        about["place"],
        about["calltime"],
        owner.name if owner else words.label("gatherings-office"),
        words.label("gatherings-how.typed" if typed else "gatherings-how.scanned"),
    )
