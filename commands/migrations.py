"""`migrate`: bring the database up to this version."""

import asyncio

import typer

from bot.settings import load_settings
from commands.databases import open_database
from storage.schema import migrate as bring_up


def migrate() -> None:
    """Bring the database up to the schema this version knows."""
    asyncio.run(_migrate())


async def _migrate() -> None:
    async with open_database(load_settings()) as database:
        typer.echo(f"The database is at revision {await bring_up(database)}.")
