"""Who may see whom in the field, and how each one is doing against the branch's goal."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from bot.access import Permission, is_allowed
from bot.errors import NotFound
from bot.leads.routing import covers
from bot.visits import Visit
from storage.models.staff import Role
from storage.team import Record, count_records, list_team
from storage.volunteers import (
    VolunteerCard,
    find_volunteer,
    find_volunteer_of,
    list_areas_of,
    list_postings,
)

SINCE = timedelta(days=30)
EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team with their record of the last thirty days."""

    card: VolunteerCard
    record: Record
    is_below: bool  # fewer contacted in time than the goal of their area
    is_self: bool = False


async def areas_of(visit: Visit) -> tuple[str, ...]:
    """The areas whose team the person sees ("": every one): officers everybody's, a coordinator their own."""
    visit.require(Permission.SEE_TEAM)
    if is_allowed(visit.role, Permission.SEE_LEADS):
        return (EVERYWHERE,)
    own = await find_volunteer_of(visit.tx, visit.contact.id)
    if own is None:
        raise NotFound("not in the field")
    postings = await list_postings(visit.tx, own.volunteer.id)
    return tuple(posting.area_code for posting in postings if posting.group_id is None)


async def list_members(visit: Visit, *, limit: int, offset: int = 0) -> list[Member]:
    """The team of the person, most open leads first: a coordinator is on theirs, an officer sees all."""
    areas = await areas_of(visit)
    own = await find_volunteer_of(visit.tx, visit.contact.id)
    asks = own.volunteer.id if own and not is_allowed(visit.role, Permission.SEE_LEADS) else None
    cards = await list_team(visit.tx, areas, limit=limit, offset=offset, but_for=asks)
    return await _members(visit, cards)


async def _members(visit: Visit, cards: list[VolunteerCard]) -> list[Member]:
    ids = [card.volunteer.id for card in cards]
    records = await count_records(visit.tx, ids, visit.now - SINCE, visit.now)
    return [await _member(visit, card, records.get(card.volunteer.id, Record())) for card in cards]


async def _member(visit: Visit, card: VolunteerCard, record: Record) -> Member:
    goal = await _goal(visit, card)
    is_below = record.given > 0 and record.in_time * 100 < goal * record.given
    return Member(card, record, is_below, is_self=card.volunteer.contact_id == visit.contact.id)


async def _goal(visit: Visit, card: VolunteerCard) -> int:
    """What is asked of somebody in several areas is what the mildest of these asks."""
    goals = visit.service.branch.goals
    areas = await list_areas_of(visit.tx, card.volunteer.id)
    return min((goals.contacted_goal(area) for area in areas), default=goals.contacted_percent)


async def get_member(visit: Visit, volunteer_id: UUID) -> Member:
    """One of the person's team; NotFound for anybody else."""
    card = await find_volunteer(visit.tx, volunteer_id)
    if card is None or not card.volunteer.is_active or not await _is_theirs(visit, card):
        raise NotFound("not of this team")
    return (await _members(visit, [card]))[0]


async def _is_theirs(visit: Visit, card: VolunteerCard) -> bool:
    areas = await areas_of(visit)
    if EVERYWHERE in areas and is_allowed(visit.role, Permission.SEE_LEADS):
        return True
    if card.volunteer.role is Role.COORDINATOR:
        return card.volunteer.contact_id == visit.contact.id
    theirs = await list_areas_of(visit.tx, card.volunteer.id)
    return any(covers(area, code) for code in theirs for area in areas)
