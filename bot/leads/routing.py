"""Whose a lead becomes: the most specific territory or group that covers it, then up the ladder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from uuid import UUID

from storage.database import Transaction
from storage.models.leads import Lead, LeadState, Routing
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.slots import Post
from storage.types import JsonObject
from storage.volunteers import Territory, list_postings

BRANCH = "branch"
BY_HAND = "by hand"  # no rung: somebody decided so
RUNGS = ("rt", "group", "rw", "village", "coordinator", "closer", BRANCH, BY_HAND)
"""How a lead may come to its owner, as its history keeps it; each has its words."""


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: who is asked there."""

    name: str
    role: Role
    territory: Territory | None = None
    group_id: UUID | None = None

    @cached_property
    def post(self) -> Post:
        """What whoever is asked here answers for."""
        where = self.territory or Territory()
        return Post(where.area_code, where.rw, where.rt, self.group_id)


class PassedOver(StrEnum):
    """Why somebody who answers for a place is not given a lead of it."""

    AWAY = "away"
    FULL = "full"
    ASKED = "asked"  # they had it already, or said that they cannot


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose the lead becomes (None: the branch), at which rung, and how many people were passed over and why.

    `is_unmanned` where people were looked for and nobody at all answers for the place.
    """

    owner_id: UUID | None
    rung: str
    passed: Mapping[PassedOver, int] = field(default_factory=dict)
    is_unmanned: bool = False

    def details(self) -> JsonObject:
        """The reason for the choice, for the lead's history."""
        passed = {why.value: self.passed[why] for why in PassedOver if self.passed.get(why)}
        return {"rung": self.rung, "passed": passed, **({"unmanned": True} if self.is_unmanned else {})}


def ladder(lead: Lead) -> tuple[Rung, ...]:
    """The rungs of a lead, the most specific first; "petugas kantor saja" has none."""
    if lead.routing is Routing.OFFICE:
        return ()
    village, district, regency = _areas(lead.village_code)
    rungs = []
    if lead.rt and lead.rw:
        rungs.append(Rung("rt", Role.VOLUNTEER, Territory(village, lead.rw, lead.rt)))
    if lead.group_id:
        rungs.append(Rung("group", Role.VOLUNTEER, group_id=lead.group_id))
    if lead.rw:
        rungs.append(Rung("rw", Role.VOLUNTEER, Territory(village, lead.rw)))
    rungs.append(Rung("village", Role.VOLUNTEER, Territory(village)))
    return (*rungs, *_coordinators(village, district, regency))


def coordinator_ladder(lead: Lead) -> tuple[Rung, ...]:
    """Only the coordinators: where a lead goes that nobody on its streets moves."""
    return () if lead.routing is Routing.OFFICE else _coordinators(*_areas(lead.village_code))


def closer_ladder(lead: Lead) -> tuple[Rung, ...]:
    """Who can complete the official registration; "petugas kantor saja" is for officers alone."""
    if lead.routing is Routing.OFFICE:
        return ()
    areas = (*_areas(lead.village_code), "")
    return tuple(Rung("closer", Role.CLOSER, Territory(area)) for area in areas)


@cache
def _coordinators(*areas: str) -> tuple[Rung, ...]:
    return tuple(Rung("coordinator", Role.COORDINATOR, Territory(area)) for area in areas)


def covers(area_code: str, village_code: str) -> bool:
    """Whether an area at any level (empty: the whole branch) contains a village, or another area."""
    return not area_code or village_code == area_code or village_code.startswith(f"{area_code}.")


def _areas(village_code: str) -> tuple[str, str, str]:
    """A village's code and those of its district and regency: "36.04.12.2001", "36.04.12", "36.04"."""
    district = village_code.rpartition(".")[0]
    return village_code, district, district.rpartition(".")[0]


def ladder_at(lead: Lead) -> tuple[Rung, ...]:
    """Who may have a lead now: whoever completes the registration, once it is ready for that."""
    return closer_ladder(lead) if lead.state is LeadState.READY else ladder(lead)


async def answers_for(tx: Transaction, volunteer: Volunteer, lead: Lead) -> bool:
    """Whether a volunteer answers for a territory or group that covers a lead, as far as it has come."""
    postings = await list_postings(tx, volunteer.id)
    held = {Post(posting.area_code, posting.rw, posting.rt, posting.group_id) for posting in postings}
    return any(rung.post in held for rung in ladder_at(lead) if rung.role is volunteer.role)
