"""`import volunteers`: a dry run names every wrong row, and all are taken on or nobody is."""

import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.integration.commands.operators import Operator

HEADER = "Nama;HP;Peran;Desa;RW;RT;Kelompok\n"
GOOD = HEADER + "Pak Budi;0813-0000-7802;;Desa Pontang;5;3;\nBu Imas;;koordinator;Desa Pontang;;;\n"
WRONG = (
    GOOD + "Pak Udin;12;;Desa Pontang;;;\nUjang;;;;;;Mina Bahari\nTarjo;;;Atlantis;;;\n;;;Desa Pontang;;;\n"
)


def volunteers(folder: Path) -> int:
    """How many are in the field by now."""
    with closing(sqlite3.connect(folder / "bot.db")) as connection:
        (count,) = connection.execute("SELECT count(*) FROM volunteer").fetchone()
    return int(count)


async def roster(operator: Operator, content: str) -> None:
    await operator.types("migrate")
    (operator.folder / "relawan.csv").write_text(content)


async def test_a_dry_run_names_every_wrong_row(operator: Operator) -> None:
    """Those that are wrong in themselves and those that the database knows better, by the row's number."""
    await roster(operator, WRONG)
    for options in ((), ("--apply",)):
        result = await operator.types("import", "volunteers", "relawan.csv", *options)
        rows = [line.split(":")[0] for line in result.stderr.splitlines() if line.startswith("row ")]
        assert rows == ["row 4", "row 5", "row 6", "row 7"]
        assert "4 rows are wrong; nobody was taken on" in result.stderr
        assert result.returncode == 1
        assert volunteers(operator.folder) == 0
    assert not (operator.folder / "invitations.xlsx").exists()


async def test_missing_columns_and_missing_rows_are_said(operator: Operator) -> None:
    """A file that is no roster is no roster of nobody: it says what is missing, and fails."""
    for content, said in (("a", "missing columns: nama, desa"), (HEADER, "has no rows below the names")):
        await roster(operator, content)
        result = await operator.types("import", "volunteers", "relawan.csv")
        assert said in result.stderr
        assert result.returncode == 1


async def test_a_row_is_said_with_all_its_faults(operator: Operator) -> None:
    """One line for the row, so that it is put right in one go."""
    await roster(operator, GOOD + "Pak Udin;0812;bupati;Xyz;;abc;\n")
    result = await operator.types("import", "volunteers", "relawan.csv")
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("row ")]
    assert all(f"{column}:" in line for column in ("hp", "peran", "desa", "rt"))
    assert "1 row is wrong" in result.stderr


async def test_a_dry_run_changes_nothing(operator: Operator) -> None:
    """It says how many could be taken on, and how."""
    await roster(operator, GOOD)
    result = await operator.types("import", "volunteers", "relawan.csv")
    assert "2 rows can be taken on." in result.stdout
    assert "--apply" in result.stdout
    assert result.returncode == 0
    assert volunteers(operator.folder) == 0


async def test_all_are_taken_on_and_invited(operator: Operator) -> None:
    """Each has a link of their own in the file; the same file again takes nobody on twice."""
    await roster(operator, GOOD)
    result = await operator.types("import", "volunteers", "relawan.csv", "--apply")
    assert "2 volunteers were taken on; 2 invitations" in result.stdout
    assert volunteers(operator.folder) == 2
    book = load_workbook(BytesIO((operator.folder / "invitations.xlsx").read_bytes()))
    _names, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert [row[0] for row in rows] == ["Pak Budi", "Bu Imas"]
    assert len({row[2] for row in rows}) == 2
    assert all("t.me/perisai_serang_bot?start=inv_" in str(row[2]) for row in rows)
    again = await operator.types("import", "volunteers", "relawan.csv", "--apply")
    assert "Known already, only new territory is added: rows 2, 3" in again.stdout
    assert volunteers(operator.folder) == 2


async def test_nobody_is_taken_on_when_the_invitations_cannot_be_written(operator: Operator) -> None:
    """Links that nobody has are links that nobody can use."""
    await roster(operator, GOOD)
    (operator.folder / "taken").mkdir()
    result = await operator.types("import", "volunteers", "relawan.csv", "--apply", "--out", "taken")
    assert "cannot be written" in result.stderr
    assert result.returncode == 1
    assert volunteers(operator.folder) == 0


async def test_a_file_that_cannot_be_read_is_said_so(operator: Operator) -> None:
    """One sentence, no trace."""
    await operator.types("migrate")
    result = await operator.types("import", "volunteers", "nowhere.csv")
    assert "cannot be read" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.returncode == 1
