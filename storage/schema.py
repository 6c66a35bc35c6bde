"""The schema: bringing a database up, and knowing whether it is the one this version knows.

Alembic is loaded to bring one up, and not by a process that only asks: it takes 10 MB.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database, outages_named
from storage.errors import SchemaMismatch, StorageUnavailable

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).with_name("migrations")


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    from alembic.config import Config  # noqa: PLC0415 - as the docstring above says

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str:
    """The revision this version was written for; their files are numbered as they follow each other."""
    return max(path.name.partition("_")[0] for path in MIGRATIONS.glob("versions/[0-9]*.py"))


async def current_revision(database: Database) -> str | None:
    """The revision the database is at; None for an empty one. Raises StorageUnavailable."""
    with outages_named():
        async with database.reader.connect() as connection:
            return await connection.run_sync(_revision)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


async def migrate(database: Database, revision: str = "head") -> str:
    """Bring the database up; returns the revision it is at then. Raises StorageUnavailable."""
    with outages_named():
        async with database.writer.connect() as connection, _ready_for_changes(connection):
            await connection.run_sync(_upgrade, revision)
            await connection.commit()
    return await current_revision(database) or ""


@asynccontextmanager
async def _ready_for_changes(connection: AsyncConnection) -> AsyncIterator[None]:
    """SQLite changes a table by making it anew and dropping the old one, which would empty its children.

    So references are not enforced meanwhile, as sqlite.org/lang_altertable.html advises; outside of a
    transaction, because inside of one the pragma does nothing. And an index of millions of rows is sorted on
    the disk, not in memory.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = (await connection.get_raw_connection()).driver_connection
    if driver is None:
        raise StorageUnavailable
    for pragma in ("foreign_keys=OFF", "temp_store=FILE"):
        await driver.execute(f"PRAGMA {pragma}")
    try:
        yield
    finally:
        for pragma in ("foreign_keys=ON", "temp_store=MEMORY"):
            await driver.execute(f"PRAGMA {pragma}")


def _upgrade(connection: Connection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 - as the docstring above says

    command.upgrade(alembic_config(connection), revision)


async def require_schema(database: Database) -> None:
    """SchemaMismatch unless the database is at the revision this version knows."""
    found, expected = await current_revision(database), newest_revision()
    if found != expected:
        raise SchemaMismatch(
            f"the database is at {found or 'nothing'}, this version needs {expected}: run migrate"
        )
