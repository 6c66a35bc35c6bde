"""Rosters: many volunteers out of one file, all or none; what is wrong is said row by row before."""

from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class Entry:
    """One volunteer of a roster, read and found to be right."""

    name: str
    phone: str | None
    role: Role
    territory: Territory
    group: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row; the first row below the names is 2, as spreadsheets count."""

    row: int
    reason: str


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
        found = _entry(row, places)
        if isinstance(found, str):
            faults.append(Fault(number, found))
        elif found in seen:
            faults.append(Fault(number, "the same person and place stand above already"))
        else:
            seen.add(found)
            entries.append(found)
    return entries, faults


def _entry(row: Row, places: PlaceIndex) -> Entry | str:
    """The entry, or what is wrong with the row."""
    name = clean_name(row.get("nama", ""))
    if name is None:
        return "nama: no name"
    role = ROLES.get(row.get("peran", "").casefold())
    if role is None:
        return f"peran: one of {', '.join(filter(None, ROLES))}"
    phone = read_phone(row["hp"]).phone if row.get("hp") else None
    if row.get("hp") and phone is None:
        return "hp: no Indonesian mobile number"
    territory = _territory(row, places)
    if isinstance(territory, str):
        return territory
    return Entry(name, phone, role, territory, row.get("kelompok", ""))


def _territory(row: Row, places: PlaceIndex) -> Territory | str:
    village = row.get("desa", "")
    if not village:
        return Territory() if row.get("kelompok") else "desa: missing, and no kelompok either"
    code = _village_code(village, places)
    if code is None:
        return f"desa: {village!r} is not clearly one village; add its kecamatan"
    near = read_neighbourhood(f"rt {row.get('rt') or '-'} rw {row.get('rw') or '-'}")
    return Territory(code, (near.rw or "") if near else "", (near.rt or "") if near else "")


def _village_code(written: str, places: PlaceIndex) -> str | None:
    """A village by its code or its name; None when it is not clearly one."""
    if places.find_village(written):
        return written
    reading = places.search(written)
    return reading.village.code if isinstance(reading, Sure) else None


async def import_roster(
    tx: Transaction, entries: list[Entry], now: datetime
) -> tuple[list[Invited], list[Fault]]:
    """Take everybody on and invite them; the caller commits only when there is no fault."""
    invited: list[Invited] = []
    faults: list[Fault] = []
    for number, entry in enumerate(entries, start=2):
        group = await find_group_named(tx, entry.group) if entry.group else None
        if entry.group and group is None:
            faults.append(Fault(number, f"kelompok: no group is called {entry.group!r}"))
            continue
        group_id = group.id if group else None
        volunteer = await add_volunteer(tx, entry.role, entry.name, now, phone=entry.phone)
        await post(tx, volunteer.id, now, territory=entry.territory, group_id=group_id)
        new = NewInvitation(entry.role, entry.territory, group_id, volunteer.id)
        made = await invite(tx, new, now, invited_by=None)
        invited.append(Invited(entry.name, entry.phone or "", made.code or ""))
    return invited, faults
