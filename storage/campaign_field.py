"""The human side of a campaign: who is in the field to answer, and what came of campaigns before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, func, or_, select

from storage.audiences import matches
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.models.contacts import Contact
from storage.models.leads import Lead
from storage.models.volunteers import Posting, Volunteer
from storage.segments import SegmentRule

PAST = 20  # campaigns that an estimate looks back on


@dataclass(frozen=True, slots=True)
class FieldStrength:
    """How many more leads the volunteers there can take, how many they are, and the villages without any."""

    free_slots: int
    villages_without: int
    volunteers: int = 0


async def count_field(tx: Transaction, rule: SegmentRule, today: date, now: datetime) -> FieldStrength:
    """Those who are there today, for the areas of a rule, and the villages of the people it means."""
    postings = await _postings(tx, today)
    there = [posting for posting in postings if _overlaps(posting.area_code, rule.areas)]
    slots = {posting.volunteer_id: free for posting, free in postings.items() if posting in there}
    villages = await _villages(tx, rule, now)
    covered = {posting.area_code for posting in postings}
    without = [code for code in villages if not any(_is_within(code, area) for area in covered)]
    return FieldStrength(sum(max(0, free) for free in slots.values()), len(without), len(slots))


@dataclass(frozen=True, slots=True)
class _Post:
    volunteer_id: object
    area_code: str


async def _postings(tx: Transaction, today: date) -> dict[_Post, int]:
    query = (
        select(Posting.volunteer_id, Posting.area_code, Volunteer.capacity - Volunteer.open_leads)
        .join(Volunteer, col(Volunteer.id) == col(Posting.volunteer_id))
        .where(
            col(Volunteer.is_active).is_(True),
            or_(col(Volunteer.leave_until).is_(None), col(Volunteer.leave_until) < today),
        )
    )
    return {_Post(id_, area): int(free) for id_, area, free in await tx.execute(query)}


def _overlaps(posted: str, areas: Iterable[str]) -> bool:
    wanted = list(areas)
    return not wanted or any(_is_within(area, posted) or _is_within(posted, area) for area in wanted)


def _is_within(code: str, area: str) -> bool:
    """Whether an area is, or lies in, another; the empty one is the whole branch."""
    return not area or code == area or code.startswith(f"{area}.")


async def _villages(tx: Transaction, rule: SegmentRule, now: datetime) -> list[str]:
    query = (
        select(Lead.village_code)
        .join(Contact, col(Contact.id) == col(Lead.contact_id))
        .where(matches(rule, now))
        .distinct()
    )
    return list((await tx.execute(query)).scalars())


async def list_past(tx: Transaction) -> list[tuple[int, int]]:
    """Of the latest campaigns that are over: to how many they went, how many registered by them."""
    registered = (
        select(func.count())
        .select_from(Lead)
        .where(col(Lead.last_source) == col(Campaign.source_code))
        .scalar_subquery()
    )
    query = (
        select(Campaign.begun, registered)
        .where(col(Campaign.state) == CampaignState.FINISHED, col(Campaign.begun) > 0)
        .order_by(col(Campaign.finished_at).desc())
        .limit(PAST)
    )
    return [(int(begun), int(came)) for begun, came in await tx.execute(query)]
