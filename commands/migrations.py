"""`migrate`: bring the database up to this version."""

import asyncio

import typer

from bot.settings import load_settings
from commands.composition import open_database
from storage.schema import migrate as bring_up


def migrate() -> None:
    """Bring the database up to the schema this version knows."""
    asyncio.run(_migrate())


async def _migrate() -> None:
    database = open_database(load_settings())
    try:
        typer.echo(f"The database is at revision {await bring_up(database)}.")
    finally:
        await database.close()
