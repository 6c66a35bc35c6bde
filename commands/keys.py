"""`keys` prints fresh keys; `rekey` moves everything sealed to the newest ones."""

import asyncio

import typer
from rich.console import Console

from bot.names import normalise_words, same_name_key
from bot.settings import load_settings
from commands.composition import open_database
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
    database = open_database(load_settings())
    try:
        await require_schema(database)
        for table, count in (
            await rekey_everything(database, Naming(same_name_key, normalise_words))
        ).items():
            Console().print(f"{table}: {count} rows moved to the current keys")
    finally:
        await database.close()
