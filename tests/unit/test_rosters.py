"""Rosters and spreadsheets: wrong rows are named, and nothing in a cell becomes a formula."""

import io
from functools import cache

import pytest
from openpyxl import load_workbook

from bot.places import PlaceIndex
from bot.rosters import Problem, read_roster
from bot.sheets import SheetRefused, read_sheet, write_sheet
from storage.models.staff import Role

PLACES = cache(PlaceIndex)
AREAS = ("36.04", "36.73", "36.72", "36.01", "36.02")
GOOD = """Nama;HP;Peran;Desa;RW;RT;Kelompok
Pak Budi;0813-0000-7802;;Desa Pontang;5;3;
Bu Imas;;koordinator;Desa Pontang;;;
"""


def test_a_roster_is_read_as_people_write_it() -> None:
    """Semicolons, names of columns in capitals, "3" for RT 003, no role for a volunteer."""
    entries, faults = read_roster(read_sheet(GOOD.encode(), "relawan.csv"), PLACES(AREAS))
    assert faults == []
    assert [(e.name, e.role, e.territory.rw, e.territory.rt) for e in entries] == [
        ("Pak Budi", Role.VOLUNTEER, "005", "003"),
        ("Bu Imas", Role.COORDINATOR, "", ""),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";0813-0000-7803;;Desa Pontang;;;", "nama"),
        ("Pak Budi;12;;Desa Pontang;;;", "hp"),
        ("Pak Budi;;bupati;Desa Pontang;;;", "peran"),
        ("Pak Budi;;;Atlantis;;;", "there is no 'Atlantis'"),
        ("Pak Budi;;;Desa Pontang;abc;3;", "rw: 'abc' is no number"),
        ("Pak Budi;;;Desa Pontang;99999;3;", "rw: '99999' is no number"),
        ("Pak Budi;;;Desa Pontang;5;0;", "rt: '0' is no number"),
        ("Pak Budi;;;Desa Pontang;;3;", "a RT belongs to one"),
        ("Bu Imas;;koordinator;Desa Pontang;5;;", "only for relawan"),
        ("Pak Budi;;;Desa Pontang;;;Mina Bahari", "only one of them"),
        ("Pak Budi;;;;5;3;Mina Bahari", "desa: missing"),
        ("Pak Budi;;;;;;", "desa"),
        ("Pak Budi;0813-0000-7802;;Desa Pontang;5;3;", "above already"),
    ],
)
def test_a_wrong_row_is_named_with_its_reason(line: str, reason: str) -> None:
    """The row as the spreadsheet counts it, and what is wrong with it."""
    _entries, faults = read_roster(read_sheet(f"{GOOD}{line}\n".encode(), "relawan.csv"), PLACES(AREAS))
    assert [(fault.row, reason in fault.reason) for fault in faults] == [(4, True)]


def test_an_empty_row_moves_no_number() -> None:
    """A fault is found where the spreadsheet counts it, whatever stands empty above."""
    content = f"{GOOD};;;;;;\nPak Udin;;bupati;Desa Pontang;;;\n;;;;;;\n"
    entries, faults = read_roster(read_sheet(content.encode(), "relawan.csv"), PLACES(AREAS))
    assert (len(entries), [fault.row for fault in faults]) == (2, [5])


def test_empty_rows_above_the_names_move_no_number() -> None:
    """A heading that was deleted leaves its rows; what is wrong is found where the spreadsheet counts it."""
    content = f"\n;;;;;;\n{GOOD}Pak Udin;;bupati;Desa Pontang;;;\n"
    entries, faults = read_roster(read_sheet(content.encode(), "relawan.csv"), PLACES(AREAS))
    assert (len(entries), [fault.row for fault in faults]) == (2, [6])


def test_a_table_without_names_is_told_so_once() -> None:
    """Not a fault for each row that has no name where nobody knows which column that is."""
    content = "Pak Budi;0813-0000-7802;;Desa Pontang;5;3;\nBu Imas;;koordinator;Desa Pontang;;;\n"
    entries, faults = read_roster(read_sheet(content.encode(), "relawan.csv"), PLACES(AREAS))
    assert (entries, [fault.row for fault in faults]) == ([], [1])
    assert "name the columns" in faults[0].reason


@pytest.mark.parametrize(
    ("content", "missing"),
    [("a", "nama, desa"), ("a\nx\n", "nama, desa"), ("nama;hp\nPak Budi;\n", "desa"), ("desa\n", "nama")],
)
def test_missing_columns_are_named(content: str, missing: str) -> None:
    """Those without which no row can be right; also where no row stands below."""
    entries, faults = read_roster(read_sheet(content.encode(), "relawan.csv"), PLACES(AREAS))
    assert (entries, [fault.problem for fault in faults]) == ([], [Problem.COLUMNS])
    assert f"missing columns: {missing};" in faults[0].reason


def test_everything_wrong_with_a_row_is_said_at_once() -> None:
    """Not one fault a try: whoever fills the sheet in puts all of them right in one go."""
    content = f"{GOOD};0812;bupati;Xyz;satu;abc;\n"
    entries, faults = read_roster(read_sheet(content.encode(), "relawan.csv"), PLACES(AREAS))
    assert len(entries) == 2
    assert {fault.row for fault in faults} == {4}
    assert [fault.problem for fault in faults] == [
        Problem.NAME,
        Problem.ROLE,
        Problem.PHONE,
        Problem.RW,
        Problem.RT,
        Problem.UNKNOWN,
    ]


@pytest.mark.parametrize(("rw", "rt"), [("5", "3"), ("005", "03"), ("RW 05", "RT. 3")])
def test_numbers_are_read_as_people_write_them(rw: str, rt: str) -> None:
    """With or without noughts and letters."""
    content = f"nama;desa;rw;rt\nPak Budi;Desa Pontang;{rw};{rt}\n"
    entries, faults = read_roster(read_sheet(content.encode(), "relawan.csv"), PLACES(AREAS))
    assert (faults, entries[0].territory.rw, entries[0].territory.rt) == ([], "005", "003")


@pytest.mark.parametrize("value", ["=1+1", "+62812", "-3", "@SUM(A1)", '=HYPERLINK("http://x","klik")'])
def test_what_is_written_is_never_a_formula(value: str) -> None:
    """A worker's name may look like one; the file holds it as text, and reads back the same."""
    content = write_sheet("Siap daftar", ("nama",), [(value,)])
    cell = load_workbook(io.BytesIO(content)).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.value == value
    assert read_sheet(content, "x.xlsx").rows == [{"nama": value}]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "x.csv"),
        (b"PK\x03\x04nothing", "x.xlsx"),
        (b"\xff\xfe\x00", "x.csv"),
        (b"x" * 5_000_001, "x.csv"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, name: str) -> None:
    """With a sentence, not a trace."""
    with pytest.raises(SheetRefused):
        read_sheet(content, name)
