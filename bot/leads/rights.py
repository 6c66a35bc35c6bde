"""What somebody is to a lead, as the database has it now: nobody sees what is not theirs."""

from enum import StrEnum

from bot.access import Permission, is_allowed
from bot.errors import NotFound, Stale
from bot.leads.routing import covers
from bot.leads.stages import waits_for_owner
from bot.visits import Visit
from storage.database import Transaction
from storage.leads import LeadCard, find_lead_by_number
from storage.models.contacts import Contact
from storage.models.followups import FollowUp
from storage.models.leads import Lead, LeadState, Routing
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.staff import find_role
from storage.volunteers import find_volunteer, find_volunteer_of, list_postings


class Standing(StrEnum):
    """Why somebody may see a lead."""

    OWNER = "owner"
    COORDINATOR = "coordinator"  # of the area it is in
    ACTING = "acting"  # the same, for an owner without Telegram
    STAFF = "staff"


async def get_lead_for(visit: Visit, number: str) -> tuple[LeadCard, Standing]:
    """The lead with this number and what the person is to it; NotFound when it is not theirs to see."""
    card = await find_lead_by_number(visit.tx, number)
    standing = await standing_of(visit, card.lead) if card else None
    if card is None or standing is None:
        raise NotFound(f"no lead {number} for this person")
    return card, standing


async def standing_of(visit: Visit, lead: Lead) -> Standing | None:
    """What the person is to a lead; None when it is none of their business."""
    if is_allowed(visit.role, Permission.SEE_LEADS):
        return Standing.STAFF
    if not is_allowed(visit.role, Permission.FOLLOW_UP):
        return None
    volunteer = await find_volunteer_of(visit.tx, visit.contact.id)
    if volunteer is None:
        return None
    if lead.owner_id == volunteer.volunteer.id:
        return Standing.OWNER
    if visit.role is not Role.COORDINATOR or not await _coordinates(visit.tx, volunteer.volunteer, lead):
        return None
    return Standing.ACTING if await has_silent_owner(visit.tx, lead) else Standing.COORDINATOR


async def _coordinates(tx: Transaction, volunteer: Volunteer, lead: Lead) -> bool:
    """Whether a lead is of a coordinator's area; "petugas kantor saja" is of none."""
    if lead.routing is Routing.OFFICE:
        return False
    postings = await list_postings(tx, volunteer.id)
    return any(
        covers(posting.area_code, lead.village_code) for posting in postings if posting.group_id is None
    )


async def has_silent_owner(tx: Transaction, lead: Lead) -> bool:
    """Whether a lead is somebody's who has no Telegram: others act for them."""
    owner = await find_volunteer(tx, lead.owner_id) if lead.owner_id else None
    return owner is not None and owner.volunteer.contact_id is None


async def may_have_card(tx: Transaction, lead: Lead, contact: Contact) -> bool:
    """Whether a card with the phone is for this contact, as the database has it now."""
    role = await find_role(tx, contact.telegram_id)
    if is_allowed(role, Permission.SEE_LEADS):
        return True
    own = await find_volunteer_of(tx, contact.id) if is_allowed(role, Permission.FOLLOW_UP) else None
    if own is None or lead.owner_id is None:
        return False
    if lead.owner_id == own.volunteer.id:
        return True
    acts = role is Role.COORDINATOR and await has_silent_owner(tx, lead)
    return acts and await _coordinates(tx, own.volunteer, lead)


def may_see_phone(lead: Lead, follow_up: FollowUp | None, standing: Standing) -> bool:
    """The owner, or whoever acts for them, once it is taken, and staff; else it is to be moved first."""
    if standing is Standing.STAFF:
        return True
    return standing in {Standing.OWNER, Standing.ACTING} and not waits_for_owner(lead, follow_up)


def may_answer_for(lead: Lead, standing: Standing) -> bool:
    """Whether the branch writes down what a worker without Telegram says of their first payment."""
    return standing is Standing.STAFF and lead.contact_id is None and lead.state is LeadState.PAID


def as_seen(lead: Lead) -> str:
    """A lead as a button names it: its number and the version it was shown at."""
    return f"{lead.number}.{lead.version}"


def read_seen(id_: str) -> tuple[str, str]:
    """The number and the version that a button names; no version where any will do."""
    number, _, version = id_.partition(".")
    return number, version


def require_version(lead: Lead, version: str) -> None:
    """Stale unless the lead is still as a button's version says it was."""
    if str(lead.version) != version:
        raise Stale
