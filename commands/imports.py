"""`import volunteers`: many volunteers out of a CSV or XLSX file, all or none."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.branch import load_branch
from bot.clock import Clock
from bot.pacing import Pacer
from bot.places import PlaceIndex
from bot.posters import deep_link
from bot.recruits import Invited, Recruitment, find_known, import_roster
from bot.rosters import COLUMNS, Entry, Fault, by_row, read_roster
from bot.settings import Settings, load_settings
from bot.sheets import SheetRefused, read_sheet, write_sheet
from commands.asking import answers_named
from commands.composition import build_bot
from commands.databases import open_database
from storage.database import Transaction
from storage.errors import PerisaiError
from storage.schema import require_schema

app = typer.Typer(help="Bring many things in from a file.", no_args_is_help=True)


class RosterRefused(PerisaiError):
    """Some rows are wrong; nobody was taken on."""


@app.callback()
def main() -> None:
    """Bring many things in from a file."""


@app.command()
def volunteers(
    file: Annotated[Path, typer.Argument(help=f"CSV or XLSX with the columns {', '.join(COLUMNS)}.")],
    *,
    apply: Annotated[bool, typer.Option(help="Take them on; without it only say what is wrong.")] = False,
    out: Annotated[Path, typer.Option(help="Where the invitations are written.")] = Path("invitations.xlsx"),
) -> None:
    """Say what is wrong, row by row; with --apply, and nothing wrong, take everybody on and invite them."""
    settings = load_settings()
    entries, faults = _read(file, PlaceIndex(load_branch(settings.branch_file).areas))
    asyncio.run(_apply(settings, entries, faults, out) if apply else _look(settings, entries, faults))


def _read(file: Path, places: PlaceIndex) -> tuple[list[Entry], list[Fault]]:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise SheetRefused(f"{file} cannot be read ({error.strerror})") from None
    entries, faults = read_roster(read_sheet(content, file.name), places)
    if not entries and not faults:
        raise RosterRefused(f"{file} has no rows below the names of its columns; nobody was taken on")
    return entries, faults


def _refuse(faults: list[Fault]) -> None:
    """RosterRefused, every wrong row with all that is wrong with it on the screen, when there is one."""
    if not faults:
        return
    wrong = by_row(faults)
    for row, found in wrong:
        reasons = "; ".join(fault.reason for fault in found)
        Console(stderr=True).print(f"row {row}: {reasons}", markup=False, highlight=False, soft_wrap=True)
    many = "1 row is" if len(wrong) == 1 else f"{len(wrong)} rows are"
    raise RosterRefused(f"{many} wrong; nobody was taken on")


async def _look(settings: Settings, entries: list[Entry], wrong: list[Fault]) -> None:
    """What would be done, and which rows stand in its way; nothing is changed."""
    async with open_database(settings) as database:
        await require_schema(database)
        async with database.transaction(read_only=True) as tx:
            known, faults = await find_known(tx, entries)
    _refuse([*wrong, *faults])
    _say_known(known)
    Console().print(f"{len(entries)} rows can be taken on.")
    Console().print("Nothing was changed: add --apply to take them on.")


def _say_known(rows: list[int]) -> None:
    if rows:
        listed = ", ".join(map(str, rows))
        Console().print(f"Known already, only new territory is added: rows {listed}", soft_wrap=True)


async def _apply(settings: Settings, entries: list[Entry], wrong: list[Fault], out: Path) -> None:
    if wrong:
        await _look(settings, entries, wrong)
    async with open_database(settings) as database:
        await require_schema(database)
        username = await _bot_username(settings)
        async with database.transaction() as tx:
            done = await _import(tx, entries)
            _write(out, username, done.invited)
    _say_known(done.known)
    Console().print(
        f"{done.added} volunteers were taken on; {len(done.invited)} invitations: {out}", soft_wrap=True
    )


async def _import(tx: Transaction, entries: list[Entry]) -> Recruitment:
    done = await import_roster(tx, entries, Clock().now())
    _refuse(done.faults)
    return done


async def _bot_username(settings: Settings) -> str:
    bot = build_bot(settings, Pacer(), None)
    with answers_named():
        async with bot:
            return bot.username


def _write(out: Path, username: str, invited: list[Invited]) -> None:
    """Written before the commit: links that nobody has are links that nobody can use."""
    rows = [(one.name, one.phone, deep_link(username, one.code)) for one in invited]
    try:
        out.write_bytes(write_sheet("Undangan", ("nama", "hp", "tautan"), rows))
    except OSError as error:
        raise RosterRefused(f"{out} cannot be written ({error.strerror}); nobody was taken on") from None
