"""What is written for spreadsheets is text, whatever somebody typed as their name."""

import csv
import io

import pytest
from openpyxl import load_workbook

from bot.sheets import write_csv, write_sheet

EVIL = ('=HYPERLINK("https://x","klik")', "+62812", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1+1")


@pytest.mark.parametrize("cell", EVIL)
def test_no_cell_of_a_csv_is_a_formula(cell: str) -> None:
    """Spreadsheets run whatever begins with these signs."""
    [_, row] = csv.reader(io.StringIO(write_csv(["nama"], [[cell]]).decode("utf-8-sig"), newline=""))
    assert row[0] == f"'{cell}"


@pytest.mark.parametrize("cell", EVIL[:4])
def test_no_cell_of_an_xlsx_is_a_formula(cell: str) -> None:
    """Its type is text, and it stays what was typed."""
    sheet = load_workbook(io.BytesIO(write_sheet("x", ["nama"], [[cell]]))).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == (cell, "s")


def test_what_is_harmless_stays_as_it_is() -> None:
    """Names, places, numbers."""
    rows = [["Sari Wulandari", "Desa Pontang", "7KD4XMW", ""]]
    [_, row] = csv.reader(io.StringIO(write_csv(list("abcd"), rows).decode("utf-8-sig")))
    assert row == rows[0]
