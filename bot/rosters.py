"""Rosters: many volunteers out of one file; what is wrong is said row by row before anybody is taken on."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.names import clean_name
from bot.phones import read_phone
from bot.places import Nothing, PlaceIndex, Sure
from bot.sheets import Row
from storage.models.staff import Role
from storage.volunteers import Territory

COLUMNS = ("nama", "hp", "peran", "desa", "rw", "rt", "kelompok")
ROLES = {
    "": Role.VOLUNTEER,
    "relawan": Role.VOLUNTEER,
    "koordinator": Role.COORDINATOR,
    "perisai": Role.CLOSER,
}
NEIGHBOURHOOD = re.compile(r"(?:r[tw])?[ .]*0*([1-9][0-9]{0,2})|-?")  # "5", "005", "RW 05"; nothing, "-"


class Problem(StrEnum):
    """What can be wrong with a row."""

    COLUMNS = "columns"
    NAME = "name"
    ROLE = "role"
    PHONE = "phone"
    NOWHERE = "nowhere"
    UNKNOWN = "unknown"
    UNCLEAR = "unclear"
    BOTH = "both"
    RW = "rw"
    RT = "rt"
    RT_ALONE = "rt-alone"
    WIDE = "wide"
    REPEATED = "repeated"
    GROUP = "group"
    OTHER_ROLE = "other-role"


REASONS: dict[Problem, str] = {
    Problem.COLUMNS: f"the first row must name the columns: {', '.join(COLUMNS)}",
    Problem.NAME: "nama: no name",
    Problem.ROLE: f"peran: one of {', '.join(filter(None, ROLES))}",
    Problem.PHONE: "hp: {value!r} is no Indonesian mobile number",
    Problem.NOWHERE: "desa: missing, and no kelompok either",
    Problem.UNKNOWN: "desa: there is no {value!r} in the branch's area",
    Problem.UNCLEAR: "desa: {value!r} may be several villages; add its kecamatan",
    Problem.BOTH: "desa and kelompok: only one of them; a second row takes the other",
    Problem.RW: "rw: {value!r} is no number from 1 to 999",
    Problem.RT: "rt: {value!r} is no number from 1 to 999",
    Problem.RT_ALONE: "rw: missing; a RT belongs to one",
    Problem.WIDE: "rw, rt: only for relawan; a koordinator or perisai answers for the whole desa",
    Problem.REPEATED: "the same person and place stand above already",
    Problem.GROUP: "kelompok: no group is called {value!r}",
    Problem.OTHER_ROLE: "peran: this person is known as {value} already",
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


def read_roster(rows: list[Row], places: PlaceIndex) -> tuple[list[Entry], list[Fault]]:
    """Every row read: the entries that are right, and what is wrong with the others."""
    if rows and not any("nama" in row for row in rows):
        return [], [Fault(1, Problem.COLUMNS)]
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
        return Fault(number, Problem.PHONE, row["hp"])
    territory = _territory(number, row, places)
    if isinstance(territory, Fault):
        return territory
    return Entry(name, phone.phone if phone else None, role, territory, row.get("kelompok", ""), number)


def _territory(number: int, row: Row, places: PlaceIndex) -> Territory | Fault:
    village, group = row.get("desa", ""), row.get("kelompok", "")
    if village and group:
        return Fault(number, Problem.BOTH)
    near = _neighbourhood(number, row)
    if isinstance(near, Fault):
        return near
    if not village:
        is_placed = group and near == Territory()
        return near if is_placed else Fault(number, Problem.NOWHERE)
    code = _village_code(number, village, places)
    return code if isinstance(code, Fault) else replace(near, area_code=code)


def _neighbourhood(number: int, row: Row) -> Territory | Fault:
    """RW and RT of three digits, or what is wrong with them; a RT alone is found by nobody."""
    found = {}
    for name, problem in (("rw", Problem.RW), ("rt", Problem.RT)):
        written = row.get(name, "")
        match = NEIGHBOURHOOD.fullmatch(written.casefold())
        if match is None:
            return Fault(number, problem, written)
        found[name] = match[1].zfill(3) if match[1] else ""
    if found["rt"] and not found["rw"]:
        return Fault(number, Problem.RT_ALONE)
    if found["rw"] and ROLES.get(row.get("peran", "").casefold()) is not Role.VOLUNTEER:
        return Fault(number, Problem.WIDE)
    return Territory("", found["rw"], found["rt"])


def _village_code(number: int, written: str, places: PlaceIndex) -> str | Fault:
    """A village by its code or its name, or why it is not clearly one."""
    if places.find_village(written):
        return written
    match places.search(written):
        case Sure(village=village):
            return village.code
        case Nothing():
            return Fault(number, Problem.UNKNOWN, written)
        case _:
            return Fault(number, Problem.UNCLEAR, written)
