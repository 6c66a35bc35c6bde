"""The schema: bringing a database up, and knowing whether it is the one this version knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Database, outages_named
from storage.errors import SchemaMismatch

MIGRATIONS = Path(__file__).with_name("migrations")


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str:
    """The revision this version was written for."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head() or ""


async def current_revision(database: Database) -> str | None:
    """The revision the database is at; None for an empty one. Raises StorageUnavailable."""
    with outages_named():
        async with database.reader.connect() as connection:
            return await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_revision())


async def migrate(database: Database, revision: str = "head") -> str:
    """Bring the database up; returns the revision it is at then. Raises StorageUnavailable."""
    with outages_named():
        async with database.writer.connect() as connection:
            await connection.run_sync(_upgrade, revision)
            await connection.commit()
    return await current_revision(database) or ""


def _upgrade(connection: Connection, revision: str) -> None:
    command.upgrade(alembic_config(connection), revision)


async def require_schema(database: Database) -> None:
    """SchemaMismatch unless the database is at the revision this version knows."""
    found, expected = await current_revision(database), newest_revision()
    if found != expected:
        raise SchemaMismatch(
            f"the database is at {found or 'nothing'}, this version needs {expected}: run migrate"
        )
