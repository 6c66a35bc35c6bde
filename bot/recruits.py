"""Taking a roster on, all or none: who is known already is found again, and nobody becomes two people."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self
from uuid import UUID

from bot.invitations import invite
from bot.names import same_name_key
from bot.rosters import Entry, Fault, Problem
from storage.database import Transaction
from storage.groups import find_group_named
from storage.invitations import NewInvitation, revoke_invitations_to
from storage.models.volunteers import Volunteer
from storage.volunteers import (
    Territory,
    VolunteerCard,
    add_volunteer,
    list_all_volunteers,
    list_postings_of_all,
    post,
)

Place = tuple[Territory, UUID | None]


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who is to join, with the payload of the link that is for them alone."""

    name: str
    phone: str
    code: str


@dataclass(slots=True)
class Recruitment:
    """What became of a roster: how many are new, who is invited, and the rows of those known already."""

    added: int = 0
    invited: list[Invited] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass(slots=True)
class _Person:
    """Somebody of the field as the roster may mean them; `row` is where the file has them first."""

    volunteer: Volunteer
    phone: str | None
    places: set[Place]
    row: int = 0


class _Roll:
    """Everybody in the field by the name's key; of one name, the phone tells two apart, else the place."""

    def __init__(self) -> None:
        self._people: dict[str, list[_Person]] = defaultdict(list)

    @classmethod
    async def of(cls, tx: Transaction) -> Self:
        roll, places = cls(), await list_postings_of_all(tx)
        for card in await list_all_volunteers(tx):
            roll.add(card, places.get(card.volunteer.id, set()))
        return roll

    def add(self, card: VolunteerCard, places: set[Place], row: int = 0) -> None:
        self._people[same_name_key(card.name)].append(_Person(card.volunteer, card.phone, places, row))

    def find(self, entry: Entry, place: Place) -> _Person | None:
        """The person whom a row means; None for somebody new."""
        people = self._people.get(same_name_key(entry.name), [])
        return next((person for person in people if _is_same(person, entry, place)), None)


def _is_same(person: _Person, entry: Entry, place: Place) -> bool:
    if person.phone and entry.phone:
        return person.phone == entry.phone
    return place in person.places


async def find_known(tx: Transaction, entries: list[Entry]) -> tuple[list[int], list[Fault]]:
    """The rows of those who are in the field already, and the rows that cannot be taken on as they stand.

    These name a group that there is not, or somebody who is something else.
    """
    roll, groups = await _Roll.of(tx), await _groups(tx, entries)
    known, faults = [], []
    for entry in entries:
        if entry.group and entry.group not in groups:
            faults.append(Fault(entry.row, Problem.GROUP, entry.group))
            continue
        person = roll.find(entry, (entry.territory, groups.get(entry.group)))
        if person is None:
            continue
        known.append(entry.row)
        if person.volunteer.role is not entry.role:
            faults.append(Fault(entry.row, Problem.OTHER_ROLE, person.volunteer.role.value))
    return known, faults


async def _groups(tx: Transaction, entries: list[Entry]) -> dict[str, UUID]:
    names = {entry.group for entry in entries if entry.group}
    found = {name: await find_group_named(tx, name) for name in names}
    return {name: group.id for name, group in found.items() if group is not None}


async def import_roster(
    tx: Transaction, entries: list[Entry], now: datetime, *, invited_by: UUID | None = None
) -> Recruitment:
    """Take everybody on and invite them; nobody when there is a fault.

    Whoever is known gets what is new to them of the territory, and a new link only if they never joined, or
    left: their old ones end.
    """
    known, faults = await find_known(tx, entries)
    done = Recruitment(known=known, faults=faults)
    if faults:
        return done
    roll, groups = await _Roll.of(tx), await _groups(tx, entries)
    for entry in entries:
        await _take_on(tx, roll, entry, (entry.territory, groups.get(entry.group)), done, now, invited_by)
    return done


async def _take_on(
    tx: Transaction,
    roll: _Roll,
    entry: Entry,
    place: Place,
    done: Recruitment,
    now: datetime,
    invited_by: UUID | None,
) -> None:
    territory, group_id = place
    person = roll.find(entry, place)
    is_invited = person is not None and person.row > 0
    if person is None:
        volunteer = await add_volunteer(tx, entry.role, entry.name, now, phone=entry.phone)
        roll.add(VolunteerCard(volunteer, entry.name, entry.phone), {place}, entry.row)
        done.added += 1
    else:
        volunteer, person.row = person.volunteer, entry.row
        person.places.add(place)
    await post(tx, volunteer.id, now, territory=territory, group_id=group_id)
    if is_invited or (volunteer.contact_id is not None and volunteer.is_active):
        return
    await revoke_invitations_to(tx, volunteer.id)
    new = NewInvitation(entry.role, territory, group_id, volunteer.id)
    made = await invite(tx, new, now, invited_by=invited_by)
    done.invited.append(Invited(entry.name, entry.phone or "", made.code or ""))
