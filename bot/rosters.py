"""Rosters: many volunteers out of one file; what is wrong is said row by row before anybody is taken on."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from bot.names import clean_name
from bot.phones import read_phone
from bot.places import Nothing, PlaceIndex, Sure
from bot.sheets import Row, Table
from storage.models.staff import Role
from storage.volunteers import Territory

COLUMNS = ("nama", "hp", "peran", "desa", "rw", "rt", "kelompok")
PLACED_BY = {"desa", "kelompok"}
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
    Problem.COLUMNS: f"missing columns: {{value}}; the first row must name the columns: {', '.join(COLUMNS)}",
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


@dataclass(slots=True)
class _Check:
    """One row on its way to an entry: what is wrong with it is gathered, not only the first of it."""

    number: int
    row: Row
    places: PlaceIndex
    faults: list[Fault] = field(default_factory=list)

    def said(self, column: str) -> str:
        return self.row.get(column, "")

    def wrong(self, problem: Problem, value: str = "") -> None:
        self.faults.append(Fault(self.number, problem, value))


def read_roster(table: Table, places: PlaceIndex) -> tuple[list[Entry], list[Fault]]:
    """Every row read: the entries that are right, and all that is wrong with the others."""
    if missing := _missing(table.names):
        return [], [Fault(1, Problem.COLUMNS, ", ".join(missing))]
    entries: list[Entry] = []
    faults: list[Fault] = []
    seen: set[Entry] = set()
    for number, row in enumerate(table.rows, start=2):
        check = _Check(number, row, places)
        entry = _entry(check) if any(row.values()) else None
        if entry in seen:
            check.wrong(Problem.REPEATED)
        elif entry is not None:
            seen.add(entry)
            entries.append(entry)
        faults += check.faults
    return entries, faults


def by_row(faults: Iterable[Fault]) -> list[tuple[int, list[Fault]]]:
    """The wrong rows in the order of the file, each with all that is wrong with it."""
    ordered = sorted(faults, key=lambda fault: fault.row)
    return [(row, list(found)) for row, found in groupby(ordered, key=lambda fault: fault.row)]


def _missing(names: Collection[str]) -> list[str]:
    """The columns without which no row can be right: a name, and one of the two that say where."""
    where = [] if PLACED_BY & set(names) else ["desa"]
    return [*(name for name in ("nama",) if name not in names), *where]


def _entry(check: _Check) -> Entry | None:
    """The entry; None, with the faults found, where anything is wrong."""
    name = clean_name(check.said("nama"))
    if name is None:
        check.wrong(Problem.NAME)
    role = ROLES.get(check.said("peran").casefold())
    if role is None:
        check.wrong(Problem.ROLE)
    phone = _phone(check)
    territory = _territory(check)
    if check.faults or name is None or role is None:
        return None
    return Entry(name, phone, role, territory, check.said("kelompok"), check.number)


def _phone(check: _Check) -> str | None:
    written = check.said("hp")
    phone = read_phone(written).phone if written else None
    if written and phone is None:
        check.wrong(Problem.PHONE, written)
    return phone


def _territory(check: _Check) -> Territory:
    """Where it is; a village and a group exclude one another, and one of them must be there."""
    village, group = check.said("desa"), check.said("kelompok")
    near = _neighbourhood(check)
    if village and group:
        check.wrong(Problem.BOTH)
    elif village:
        return replace(near, area_code=_village_code(check, village))
    elif not group or near != Territory():
        check.wrong(Problem.NOWHERE)
    return near


def _neighbourhood(check: _Check) -> Territory:
    """RW and RT of three digits; a RT alone is found by nobody."""
    rw, rt = _number(check, "rw", Problem.RW), _number(check, "rt", Problem.RT)
    if rt and not check.said("rw"):
        check.wrong(Problem.RT_ALONE)
    role = ROLES.get(check.said("peran").casefold(), Role.VOLUNTEER)
    if rw and role is not Role.VOLUNTEER:
        check.wrong(Problem.WIDE)
    return Territory("", rw, rt)


def _number(check: _Check, column: str, problem: Problem) -> str:
    written = check.said(column)
    match = NEIGHBOURHOOD.fullmatch(written.casefold())
    if match is None:
        check.wrong(problem, written)
    return match[1].zfill(3) if match and match[1] else ""


def _village_code(check: _Check, written: str) -> str:
    """A village by its code or its name; empty where it is not clearly one."""
    if check.places.find_village(written):
        return written
    match check.places.search(written):
        case Sure(village=village):
            return village.code
        case Nothing():
            check.wrong(Problem.UNKNOWN, written)
        case _:
            check.wrong(Problem.UNCLEAR, written)
    return ""
