"""What is wrong with facts files is told in plain English before anybody is shown it."""

from datetime import date
from pathlib import Path

import pytest

from bot.programme.audit import SUMS, USED, audit
from bot.programme.facts import DEFAULT_PATH, Facts

NOW = date(2026, 11, 21)


def fact(
    id: str, since: str, until: str = "", *, more: str = "", source: str = "a test", grade: str = "M"
) -> str:
    end = f"valid_until = {until}" if until else ""
    return f"""
[[fact]]
id = "{id}"
type = "integer"
value = 1
unit = "things"
source = "{source}"
grade = "{grade}"
valid_from = {since}
{end}
{more}
"""


def faults(folder: Path, text: str, used: tuple[str, ...] = ()) -> list[str]:
    (folder / "facts.toml").write_text(text)
    return Facts.load(folder / "facts.toml").validate(NOW, used)


def audited(folder: Path, overlay: str, on: date = NOW) -> list[str]:
    (folder / "branch.toml").write_text(overlay)
    return audit(Facts.load(overlay=folder / "branch.toml"), on)


def test_our_own_facts_are_in_order() -> None:
    """The file that ships has no fault, on the day it was gathered."""
    assert audit(Facts.load(), NOW) == []
    assert Facts.load().validate(NOW, USED) == []


def test_the_end_of_the_discount_is_announced() -> None:
    """A month before it ends, and only then, the audit speaks of it; afterwards its end is no fault."""
    told = "discount.other ends on 2026-12-31 and nothing follows it"
    assert audit(Facts.load(), date(2026, 12, 1)) == [told]
    assert audit(Facts.load(), date(2027, 1, 1)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            fact("a.b", "2026-01-01") + fact("a.b", "2026-06-01"),
            "a.b has two values on 2026-06-01: end the one from 2026-01-01 before it",
        ),
        (
            fact("a.b", "2026-01-01", "2026-03-31") + fact("a.b", "2026-05-01"),
            "a.b has no value from 2026-04-01 until 2026-05-01",
        ),
        (fact("a.b", "2026-01-01", "2026-03-31"), "a.b ended on 2026-03-31 and nothing follows it"),
        (fact("a.b", "2026-01-01", "2026-12-01"), "a.b ends on 2026-12-01 and nothing follows it"),
        (fact("a.b", "2026-01-01", source=" "), "a.b (from 2026-01-01) has no source"),
        (
            fact("a.b", "2027-03-01", "2027-01-01"),
            "a.b ends on 2027-01-01, before it begins on 2027-03-01",
        ),
        (
            fact("a.b", "2026-01-01", more="ends = true"),
            "a.b (from 2026-01-01) is meant to end, but says not when",
        ),
        (
            fact("a.b", "2026-01-01", more='shown_with = ["c.d"]'),
            "a.b is shown with c.d, which does not exist",
        ),
        (
            '[[open]]\nid = "q"\nquestion = "?"\nabout = ["c.d"]',
            "question q is about c.d, which does not exist",
        ),
        ('closed = ["q"]', "question q is closed, but does not exist"),
        (
            fact("a.b", "2026-01-01", "2026-01-31")
            + fact("a.b", "2026-02-01").replace('"integer"', '"rupiah"'),
            "a.b is of more than one type: integer, rupiah",
        ),
    ],
)
def test_each_fault_is_told(tmp_path: Path, text: str, told: str) -> None:
    """One thing wrong gives one sentence that says what and when."""
    assert faults(tmp_path, text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a.b is read by the service, but does not exist"),
        (fact("a.b", "2027-01-01"), "a.b is read by the service, but holds only from 2027-01-01"),
        (
            fact("a.b", "2026-01-01", grade="L"),
            "a.b (from 2026-01-01) is read by the service, but is graded only L",
        ),
    ],
)
def test_what_the_service_reads_must_be_there(tmp_path: Path, text: str, told: str) -> None:
    """An id that the product reads must exist, hold and be well founded."""
    assert faults(tmp_path, text, used=("a.b",)) == [told]


def test_what_is_not_read_may_be_weak(tmp_path: Path) -> None:
    """A weak fact that nothing reads may stand in the file."""
    assert faults(tmp_path, fact("a.b", "2026-01-01", grade="L")) == []


def test_a_discount_may_pause(tmp_path: Path) -> None:
    """A gap after something meant to end is no fault."""
    ended = fact("a.b", "2026-01-01", "2026-03-31", more="ends = true")
    assert faults(tmp_path, ended + fact("a.b", "2026-05-01")) == []


def test_parts_must_come_to_their_whole(tmp_path: Path) -> None:
    """A branch that changes the total of JKM alone is told so."""
    overlay = fact("jkm.total", "2026-11-01").replace('"integer"', '"rupiah"')
    assert audited(tmp_path, overlay) == ["jkm.total is 1, but its parts come to 42000000"]
    assert set(SUMS) == {"jkm.total"}


def table(name: str = "rows.csv") -> str:
    row = fact("contributions.rows", "2026-11-01").replace('"integer"', '"table"')
    return row.replace("value = 1", f'value = "{name}"')


@pytest.mark.parametrize(
    ("number", "column", "cell", "told"),
    [
        (1, "jkk", "10001", "row 1: jkk is 10001, but the rate gives 10000"),
        (2, "jkm", "6900", "row 2: jkm is 6900, but the rate gives 6800"),
        (33, "jht", "1", "row 33: jht is 1, but the rate gives 414000"),
        (5, "row", "9", "contribution rows 4 and 9 are out of order"),
        (5, "income_to", "1700001", "row 5: its base is in another row"),
    ],
)
def test_a_misprinted_row_is_told(tmp_path: Path, number: int, column: str, cell: str, told: str) -> None:
    """One wrong cell in the table of contributions is found by the rates."""
    header, *lines = DEFAULT_PATH.with_name("contributions.csv").read_text().splitlines()
    cells = lines[number - 1].split(",")
    cells[header.split(",").index(column)] = cell
    lines[number - 1] = ",".join(cells)
    (tmp_path / "rows.csv").write_text("\n".join([header, *lines]))
    assert told in audited(tmp_path, table())


def test_a_table_of_something_else_is_told(tmp_path: Path) -> None:
    """A table with other columns is a fault in words, not a traceback."""
    (tmp_path / "rows.csv").write_text("row,price\n1,2\n")
    (told,) = audited(tmp_path, table())
    assert told.startswith("contributions.rows is not a table of contribution rows")


def test_before_the_facts_hold_the_audit_still_answers() -> None:
    """On a day before anything was read to hold, every fact that is read is told as missing."""
    told = audit(Facts.load(), date(2025, 12, 31))
    assert "jkm.total is read by the service, but holds only from 2026-01-01" in told
