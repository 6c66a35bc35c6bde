"""`migrate`: bring the database up to this version."""

import asyncio

import typer

from bot.settings import Settings, load_settings
from commands.databases import open_database, sqlite_file
from storage.schema import migrate as bring_up


def migrate() -> None:
    """Bring the database up to the schema this version knows."""
    asyncio.run(_migrate())


async def _migrate() -> None:
    settings = load_settings()
    told = _which(settings)
    async with open_database(settings) as database:
        typer.echo(f"{told} is at revision {await bring_up(database)}.")


def _which(settings: Settings) -> str:
    """A path that was mistyped is a new file: whoever typed it should see that."""
    file = sqlite_file(settings)
    if file is None:
        return "The database"
    return f"The database {file}" if file.exists() else f"The database {file}, which is new,"
