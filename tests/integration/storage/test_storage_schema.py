from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData

from storage.database import Database
from storage.errors import SchemaMismatch, StorageUnavailable
from storage.models import metadata
from storage.schema import current_revision, migrate, newest_revision, require_schema
from tests.integration.conftest import fresh_keys, sqlite_url
from tests.postgres import PostgresServer


def named(schema: MetaData) -> dict[str, set[str]]:
    """The names of every constraint and index, table by table."""
    return {
        table.name: {str(c.name) for c in table.constraints} | {str(i.name) for i in table.indexes}
        for table in schema.tables.values()
        if table.name != "alembic_version"
    }


def reflected(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection)
    return found


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    """Tables, columns, types, keys and indexes of a migrated database are those of the models."""
    async with database.writer.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_every_constraint_has_the_name_of_the_convention(database: Database) -> None:
    """Later migrations find each constraint by its name, so the names are the same on both engines."""
    async with database.writer.connect() as connection:
        assert named(await connection.run_sync(reflected)) == named(metadata)


async def test_migrating_again_changes_nothing(database: Database) -> None:
    """`migrate` on a database that is up says its revision and leaves it alone."""
    assert await migrate(database) == newest_revision()
    await require_schema(database)


async def test_an_empty_database_is_refused(tmp_path: Path) -> None:
    """`run` does not start on a schema it does not know."""
    database = Database(sqlite_url(tmp_path / "empty.db"), fresh_keys())
    assert await current_revision(database) is None
    with pytest.raises(SchemaMismatch, match="nothing"):
        await require_schema(database)
    await database.close()


async def test_a_server_that_is_away_is_said_to_be_away(stoppable: PostgresServer) -> None:
    """Without a server, asking for the revision is StorageUnavailable and not a driver's error."""
    database = Database(stoppable.url("migrated"), fresh_keys())
    stoppable.stop()
    with pytest.raises(StorageUnavailable):
        await current_revision(database)
    with pytest.raises(StorageUnavailable):
        await migrate(database)
    await database.close()
