"""Reading a facts file, and the tables it names, into entries; nothing is judged here."""

import csv
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.programme.entries import Entries, Fact, FactType, OpenQuestion, TableRow
from bot.programme.errors import FactsUnreadable


class _Document(BaseModel):
    """The sections a facts file may have."""

    model_config = ConfigDict(extra="forbid")

    fact: tuple[Fact, ...] = ()
    open: tuple[OpenQuestion, ...] = ()
    closed: tuple[str, ...] = ()


def read_entries(path: Path, *, branch: bool = False) -> Entries:
    """Read one facts file; FactsUnreadable names the file and, where it can, the entry at fault.

    `branch` marks every fact as the branch's own correction.
    """
    raw = _read_toml(path)
    try:
        document = _Document.model_validate(raw)
    except ValidationError as error:
        raise FactsUnreadable(f"{path.name}: {_first_fault(error, raw)}") from error
    facts = (_completed(fact, path.parent, branch=branch) for fact in document.fact)
    return Entries(tuple(facts), document.open, document.closed)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FactsUnreadable(f"{path}: {error}") from error


def _first_fault(error: ValidationError, raw: dict[str, Any]) -> str:
    """Where the first fault is, by the entry's own id rather than its position, and what it is."""
    fault = error.errors()[0]
    match fault["loc"]:
        case (str(section), int(index), *parts) if isinstance(entry := raw[section][index], dict):
            place = f"{section} {entry.get('id', index)!r}"
        case parts:
            place = ""
    return ": ".join(filter(None, (place, ".".join(map(str, parts)), fault["msg"])))


def _completed(fact: Fact, folder: Path, *, branch: bool) -> Fact:
    rows = _read_table(folder / str(fact.value)) if fact.type is FactType.TABLE else ()
    return fact.model_copy(update={"branch": branch, "rows": rows})


def _read_table(path: Path) -> tuple[TableRow, ...]:
    """The rows of a CSV of whole numbers; an empty cell is None."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(_cells(row.items()) for row in csv.DictReader(lines, restval="no cell", strict=True))
    except (OSError, ValueError, TypeError, csv.Error) as error:
        raise FactsUnreadable(f"{path}: {error}") from error


def _cells(cells: Iterable[tuple[str, str]]) -> TableRow:
    return {name: int(cell) if cell else None for name, cell in cells}
