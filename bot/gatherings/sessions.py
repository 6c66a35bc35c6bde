"""Opening a group night for a place or a group, finding it by its host or its link, and closing it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from bot.access import Permission, is_allowed
from bot.addresses import territory_text
from bot.errors import NotAllowed, NotFound
from bot.posters import deep_link, qr_png
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.gatherings import add_gathering, close_gathering, find_gathering, find_open_gathering
from storage.groups import find_group
from storage.models.contacts import Contact
from storage.models.gatherings import Gathering
from storage.models.messages import Lane, Message
from storage.models.sources import Source, SourceKind
from storage.models.volunteers import Posting
from storage.outbox import queue_message
from storage.sources import add_source, find_source
from storage.types import new_number
from storage.volunteers import Territory, find_volunteer_of, list_postings

GATHERING_QR = "gathering-qr"
LASTS = timedelta(hours=12)  # one that nobody closed is over by the next morning
VILLAGE_DOTS = 3  # 36.04.12.2001 is a village, 36.04.12 a district


@dataclass(frozen=True, slots=True)
class Origin:
    """What the link by which somebody came says of where their lead belongs."""

    group_id: UUID | None = None
    gathering: Gathering | None = None

    @property
    def gathering_id(self) -> UUID | None:
        """The group night that counts the lead."""
        return self.gathering.id if self.gathering else None


async def open_gathering(visit: Visit, where: Territory, group_id: UUID | None = None) -> Gathering:
    """Open a group night and queue its QR code; the host's open one, should there be one.

    NotAllowed where the host does not answer for the place or group; NotFound for a group there is not.
    """
    hosted = await find_hosted(visit)
    if hosted is not None:
        return hosted
    if not await may_host(visit, where, group_id):
        raise NotAllowed("not their place")
    code = f"kumpul-{new_number().lower()}"
    await add_source(visit.tx, await _source(visit, code, where, group_id))
    gathering = await add_gathering(visit.tx, code, visit.contact.id, visit.now)
    await queue_qr(visit, gathering)
    return gathering


async def _source(visit: Visit, code: str, where: Territory, group_id: UUID | None) -> Source:
    group = await find_group(visit.tx, group_id) if group_id else None
    if group_id and group is None:
        raise NotFound("no such group")
    village = where.area_code if where.area_code.count(".") == VILLAGE_DOTS else None
    indonesian = Wording(visit.service.texts, "id")
    place = group.name if group else territory_text(indonesian, visit.service.places, where)
    return Source(
        code=code,
        label=f"{place}, {visit.service.day(visit.now, 'id')}"[:120],
        kind=SourceKind.GATHERING,
        village_code=village or (group.village_code if group else None),
        rw=where.rw or None,
        rt=where.rt or None,
        group_id=group_id,
        created_at=visit.now,
    )


async def may_host(visit: Visit, where: Territory, group_id: UUID | None) -> bool:
    """Staff anywhere; whoever is in the field where they answer for the place, or for more than it."""
    if is_allowed(visit.role, Permission.SEE_LEADS):
        return True
    return any(_covers(posting, where, group_id) for posting in await list_own_postings(visit))


async def list_own_postings(visit: Visit) -> list[Posting]:
    """What the person answers for; nothing for whoever is not in the field."""
    own = await find_volunteer_of(visit.tx, visit.contact.id)
    return await list_postings(visit.tx, own.volunteer.id) if own else []


def _covers(posting: Posting, where: Territory, group_id: UUID | None) -> bool:
    if group_id is not None or posting.group_id is not None:
        return posting.group_id == group_id
    area = posting.area_code
    within = not area or where.area_code == area or where.area_code.startswith(f"{area}.")
    return within and posting.rw in {"", where.rw} and posting.rt in {"", where.rt}


async def find_hosted(visit: Visit) -> Gathering | None:
    """The group night that the person has open now."""
    return await find_open_gathering(visit.tx, visit.now - LASTS, host_id=visit.contact.id)


async def get_hosted(visit: Visit) -> Gathering:
    """The person's open group night; NotFound when there is none."""
    hosted = await find_hosted(visit)
    if hosted is None:
        raise NotFound("no group night is open")
    return hosted


async def end_gathering(visit: Visit, gathering: Gathering) -> None:
    """Close it; who scans its code later registers as anybody does."""
    await close_gathering(visit.tx, gathering.id, visit.now)


async def find_origin(tx: Transaction, code: str | None, now: datetime) -> Origin:
    """The group and the open group night behind a link; nothing for a link that says nothing of them."""
    source = await find_source(tx, code) if code else None
    if source is None:
        return Origin()
    return Origin(source.group_id, await find_open_gathering(tx, now - LASTS, code=source.code))


async def queue_qr(visit: Visit, gathering: Gathering) -> None:
    """Send the host the code to hold up; it is drawn when it is sent."""
    await queue_message(
        visit.tx, visit.contact.id, Lane.REPLY, GATHERING_QR, visit.now, subject_id=gathering.id
    )


async def render_qr(tx: Transaction, service: Service, contact: Contact, message: Message) -> Screen | None:
    """The code and the link of an open group night."""
    gathering = await find_gathering(tx, message.subject_id) if message.subject_id else None
    source = await find_source(tx, gathering.code) if gathering and gathering.closed_at is None else None
    if source is None:
        return None
    words = Wording(service.texts, contact.language)
    link = deep_link(service.bot_username, source.code)
    qr = Media(MediaKind.PHOTO, partial(qr_png, link), f"{source.code}.png")
    return Screen(GATHERING_QR, words.render("gatherings-qr", label=source.label, link=link), media=qr)
