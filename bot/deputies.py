"""Deputies: an approver names a colleague who approves in their absence, by a link they hand over."""

from datetime import timedelta
from uuid import UUID

from bot.access import Permission, roles_with
from bot.errors import NotAllowed, NotFound
from bot.screens import Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.contacts import find_contact
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.models.staff import Role, StaffMember
from storage.outbox import queue_message
from storage.staff import find_member, set_deputy

PREFIX = "wakil_"
DEPUTY_NAMED = "deputy-named"
DAY = timedelta(days=1)
PROOF = 20  # characters of the index: 120 bits


def deputy_code(visit: Visit) -> str:
    """The payload of the link by which a colleague accepts, good today and tomorrow."""
    visit.require(Permission.APPROVE)
    return f"{PREFIX}{visit.contact.id.hex}_{_proofs(visit, visit.contact.id)[0]}"


def _proofs(visit: Visit, approver_id: UUID) -> list[str]:
    """Of today first, and of yesterday; the index keys may have changed since."""
    days = (visit.service.today(), visit.service.today() - DAY)
    indexes = [i for day in days for i in visit.tx.keys.blind_indexes(PREFIX, f"{approver_id}:{day}")]
    return [index[-PROOF:] for index in indexes]


async def open_deputy(visit: Visit, code: str) -> tuple[Contact, StaffMember]:
    """Whose deputy the link makes its opener; NotFound for one that is old, forged, or one's own.

    NotAllowed for whoever is no officer: only staff stand in for staff.
    """
    visit.require(Permission.INVITE)
    hex_, _, proof = code.removeprefix(PREFIX).partition("_")
    try:
        approver = await find_contact(visit.tx, UUID(hex=hex_))
    except ValueError:
        raise NotFound("no id") from None
    member = await find_member(visit.tx, approver.telegram_id) if approver else None
    if approver is None or member is None or approver.id == visit.contact.id:
        raise NotFound("nobody")
    if proof not in _proofs(visit, approver.id) or not _approves(member):
        raise NotFound("over")
    return approver, member


def _approves(member: StaffMember) -> bool:
    return member.active and member.role in roles_with(Permission.APPROVE)


async def become_deputy(visit: Visit, code: str) -> None:
    """From now on the person may approve in the other's place, who is told so."""
    approver, member = await open_deputy(visit, code)
    await set_deputy(visit.tx, member.telegram_id, visit.contact.telegram_id)
    await queue_message(visit.tx, approver.id, Lane.NOTICE, DEPUTY_NAMED, visit.now)


async def has_deputy(visit: Visit) -> bool:
    """Whether somebody stands in for the person."""
    member = await find_member(visit.tx, visit.contact.telegram_id)
    return member is not None and member.deputy_telegram_id is not None


async def end_deputy(visit: Visit) -> None:
    """Nobody stands in for the person any more."""
    if visit.role is Role.WORKER:
        raise NotAllowed
    await set_deputy(visit.tx, visit.contact.telegram_id, None)


async def render_deputy_named(
    tx: Transaction, service: Service, contact: Contact, _message: Message
) -> Screen | None:
    """The approver learns that somebody has accepted; nothing when it was taken back since."""
    member = await find_member(tx, contact.telegram_id)
    if member is None or member.deputy_telegram_id is None:
        return None
    words = Wording(service.texts, contact.language)
    return Screen(DEPUTY_NAMED, words.render("deputies-named"))
