"""Spreadsheets in and out: CSV and XLSX read alike, and what is written holds text, never formulas."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.errors import PerisaiError

ROWS_AT_MOST = 20_000
BYTES_AT_MOST = 5_000_000
COLUMN_WIDTH = 22
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, str]


class SheetRefused(PerisaiError):
    """The file cannot be read as a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a sheet holds: the names in its first row, in lower case, and the rows below by these names."""

    names: tuple[str, ...]
    rows: list[Row]


def read_sheet(content: bytes, filename: str) -> Table:
    """A CSV or XLSX file as a table; all values are text.

    Empty rows stay, above the names and in between, so that a row is found again where it stands.
    SheetRefused, saying why, for anything else, and for files that are too large.
    """
    if len(content) > BYTES_AT_MOST:
        raise SheetRefused(f"the file is larger than {BYTES_AT_MOST // 1_000_000} MB")
    table = _xlsx(content) if filename.casefold().endswith(".xlsx") else _csv(content)
    if len(table) > ROWS_AT_MOST:
        raise SheetRefused(f"the file has more than {ROWS_AT_MOST} rows")
    begins = next((row for row, cells in enumerate(table) if any(map(str.strip, cells))), None)
    if begins is None:
        raise SheetRefused("the file is empty")
    names = [name.strip().casefold() for name in table[begins]]
    below = [dict(zip(names, map(str.strip, cells), strict=False)) for cells in table[begins + 1 :]]
    rows: list[Row] = [*({} for _ in range(begins)), *below]
    while rows and not any(rows[-1].values()):
        rows.pop()
    return Table(tuple(names), rows)


def _csv(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SheetRefused("the file is neither XLSX nor text in UTF-8") from None
    names = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    delimiter = max(",;\t", key=names.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise SheetRefused(f"the file is no CSV: {error}") from None


def _xlsx(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - 5 MB that most processes never need
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - loaded with the above

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise SheetRefused("the file is no XLSX") from None
    sheet = book.worksheets[0]
    rows = sheet.iter_rows(values_only=True, max_row=ROWS_AT_MOST + 2)
    return [["" if cell is None else _text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    """A phone that a spreadsheet took for a number keeps no ".0"."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def write_csv(names: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that spreadsheets open right, in which no cell is a formula.

    What begins like one gets an apostrophe before it (OWASP: CSV injection).
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([_harmless(value) for value in row] for row in [names, *rows])
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(value: str) -> str:
    return f"'{value}" if value.lstrip().startswith(FORMULA_SIGNS) or value[:1] in {"\t", "\r"} else value


def write_sheet(title: str, names: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """An XLSX file whose cells are all text: "=HYPERLINK(...)" in a name stays what somebody typed."""
    from openpyxl import Workbook  # noqa: PLC0415 - 5 MB that most processes never need
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - loaded with the above

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise SheetRefused
    sheet.title = title[:31]
    for line, values in enumerate([names, *rows], start=1):
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(line, place)
            cell.value = value
            cell.data_type = "s"
            cell.quotePrefix = True
    for column in range(1, len(names) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = COLUMN_WIDTH
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
