"""`keys` prints fresh keys; `rekey` moves everything sealed to the newest ones."""

import asyncio

import typer

from bot.names import normalise_words, same_name_key
from bot.settings import load_settings
from commands.databases import open_database
from storage.crypto import generate_data_key, generate_index_key
from storage.rekeying import Naming, rekey_everything
from storage.schema import require_schema


def keys() -> None:
    """Print fresh DATA_KEYS and INDEX_KEY lines for .env; keep them apart from the backups."""
    typer.echo(f"DATA_KEYS={generate_data_key()}")
    typer.echo(f"INDEX_KEY={generate_index_key()}")


def rekey() -> None:
    """Seal and index everything with the first keys of DATA_KEYS and INDEX_KEY; safe to repeat."""
    asyncio.run(_rekey())


async def _rekey() -> None:
    async with open_database(load_settings()) as database:
        await require_schema(database)
        moved = await rekey_everything(database, Naming(same_name_key, normalise_words))
    for table, count in moved.items():
        typer.echo(f"{table}: {count} rows moved to the current keys")
