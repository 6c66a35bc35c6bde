"""A service's database as a test reads it: rows of either engine, and everything it holds as bytes."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, text
from sqlalchemy.ext.asyncio import create_async_engine

Row = tuple[Any, ...]


class Archive:
    """Reads a database beside the process that writes it; `files` are what it lies in on the disk."""

    def __init__(self, url: str, files: Path) -> None:
        self._engine = create_async_engine(url, isolation_level="AUTOCOMMIT", pool_size=2)
        self._files = files

    async def rows(self, query: str, **values: object) -> list[Row]:
        async with self._engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(query), values)]

    async def value(self, query: str, **values: object) -> Any:
        """The only value of the only row."""
        return (await self.rows(query, **values))[0][0]

    async def change(self, statement: str) -> None:
        """Put something in order beside the process, between two journeys."""
        async with self._engine.connect() as connection:
            await connection.execute(text(statement))

    def moment(self, at: datetime) -> object:
        """A moment as the engine compares it: SQLite keeps UTC as text."""
        if self._engine.dialect.name == "sqlite":
            return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"
        return at

    async def tables(self) -> list[str]:
        async with self._engine.connect() as connection:
            metadata = MetaData()
            await connection.run_sync(metadata.reflect)
        return sorted(metadata.tables)

    async def dump(self) -> dict[str, bytes]:
        """All rows of all tables by table, then the files themselves with their logs."""
        tables = {name: await self._dumped(name) for name in await self.tables()}
        files = {path.name: path.read_bytes() for path in self._on_disk()}
        return tables | files

    async def _dumped(self, table: str) -> bytes:
        cells = [cell for row in await self.rows(f'SELECT * FROM "{table}"') for cell in row]
        return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in cells)

    def _on_disk(self) -> list[Path]:
        """The SQLite file with its WAL, or PostgreSQL's tables, indexes and WAL."""
        if self._files.is_dir():
            folders = (self._files / "base", self._files / "pg_wal")
            return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return sorted(self._files.parent.glob(f"{self._files.name}*"))

    async def close(self) -> None:
        await self._engine.dispose()
