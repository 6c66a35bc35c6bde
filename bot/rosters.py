"""Rosters: many volunteers out of one file, all or none; what is wrong is said row by row before."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.invitations import invite
from bot.names import clean_name
from bot.phones import read_phone
from bot.places import PlaceIndex, Sure, read_neighbourhood
from bot.sheets import Row
from storage.database import Transaction
from storage.groups import find_group_named
from storage.invitations import NewInvitation
from storage.models.staff import Role
from storage.volunteers import Territory, add_volunteer, post

COLUMNS = ("nama", "hp", "peran", "desa", "rw", "rt", "kelompok")
ROLES = {
    "": Role.VOLUNTEER,
    "relawan": Role.VOLUNTEER,
    "koordinator": Role.COORDINATOR,
    "perisai": Role.CLOSER,
}


class Problem(StrEnum):
    """What can be wrong with a row."""

    NAME = "name"
    ROLE = "role"
    PHONE = "phone"
    NOWHERE = "nowhere"
    UNCLEAR = "unclear"
    REPEATED = "repeated"
    GROUP = "group"


REASONS: dict[Problem, str] = {
    Problem.NAME: "nama: no name",
    Problem.ROLE: f"peran: one of {', '.join(filter(None, ROLES))}",
    Problem.PHONE: "hp: no Indonesian mobile number",
    Problem.NOWHERE: "desa: missing, and no kelompok either",
    Problem.UNCLEAR: "desa: {value!r} is not clearly one village; add its kecamatan",
    Problem.REPEATED: "the same person and place stand above already",
    Problem.GROUP: "kelompok: no group is called {value!r}",
}
"""The command line's words; the bot has its own, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One volunteer of a roster, read and found to be right."""

    name: str
    phone: str | None
    role: Role
    territory: Territory
    group: str
    row: int = field(compare=False, default=0)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row; the first row below the names is 2, as spreadsheets count."""

    row: int
    problem: Problem
    value: str = ""

    @property
    def reason(self) -> str:
        """The problem in plain English."""
        return REASONS[self.problem].format(value=self.value)


@dataclass(frozen=True, slots=True)
class Invited:
    """A volunteer who was taken on, with the payload of the link that is for them alone."""

    name: str
    phone: str
    code: str


def read_roster(rows: list[Row], places: PlaceIndex) -> tuple[list[Entry], list[Fault]]:
    """Every row read: the entries that are right, and what is wrong with the others."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    seen: set[Entry] = set()
    for number, row in enumerate(rows, start=2):
        found = _entry(number, row, places) if any(row.values()) else None
        if isinstance(found, Fault):
            faults.append(found)
        elif found in seen:
            faults.append(Fault(number, Problem.REPEATED))
        elif found is not None:
            seen.add(found)
            entries.append(found)
    return entries, faults


def _entry(number: int, row: Row, places: PlaceIndex) -> Entry | Fault:
    """The entry, or what is wrong with the row."""
    name = clean_name(row.get("nama", ""))
    if name is None:
        return Fault(number, Problem.NAME)
    role = ROLES.get(row.get("peran", "").casefold())
    if role is None:
        return Fault(number, Problem.ROLE)
    phone = read_phone(row["hp"]) if row.get("hp") else None
    if phone is not None and phone.phone is None:
        return Fault(number, Problem.PHONE)
    territory = _territory(number, row, places)
    if isinstance(territory, Fault):
        return territory
    return Entry(name, phone.phone if phone else None, role, territory, row.get("kelompok", ""), number)


def _territory(number: int, row: Row, places: PlaceIndex) -> Territory | Fault:
    village = row.get("desa", "")
    if not village:
        return Territory() if row.get("kelompok") else Fault(number, Problem.NOWHERE)
    code = _village_code(village, places)
    if code is None:
        return Fault(number, Problem.UNCLEAR, village)
    near = read_neighbourhood(f"rt {row.get('rt') or '-'} rw {row.get('rw') or '-'}")
    return Territory(code, (near.rw or "") if near else "", (near.rt or "") if near else "")


async def find_group_faults(tx: Transaction, entries: list[Entry]) -> list[Fault]:
    """The rows whose group there is not."""
    names = {entry.group for entry in entries if entry.group}
    unknown = {name for name in names if await find_group_named(tx, name) is None}
    return [Fault(entry.row, Problem.GROUP, entry.group) for entry in entries if entry.group in unknown]


def _village_code(written: str, places: PlaceIndex) -> str | None:
    """A village by its code or its name; None when it is not clearly one."""
    if places.find_village(written):
        return written
    reading = places.search(written)
    return reading.village.code if isinstance(reading, Sure) else None


async def import_roster(
    tx: Transaction, entries: list[Entry], now: datetime, *, invited_by: UUID | None = None
) -> tuple[list[Invited], list[Fault]]:
    """Take everybody on and invite them; nobody when there is a fault."""
    faults = await find_group_faults(tx, entries)
    if faults:
        return [], faults
    return [await _take_on(tx, entry, now, invited_by) for entry in entries], []


async def _take_on(tx: Transaction, entry: Entry, now: datetime, invited_by: UUID | None) -> Invited:
    group = await find_group_named(tx, entry.group) if entry.group else None
    group_id = group.id if group else None
    volunteer = await add_volunteer(tx, entry.role, entry.name, now, phone=entry.phone)
    await post(tx, volunteer.id, now, territory=entry.territory, group_id=group_id)
    new = NewInvitation(entry.role, entry.territory, group_id, volunteer.id)
    made = await invite(tx, new, now, invited_by=invited_by)
    return Invited(entry.name, entry.phone or "", made.code or "")
