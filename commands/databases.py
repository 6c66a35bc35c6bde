"""The database that DATABASE_URL names: opened, closed, and served by one process where it is a file."""

import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TextIO

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import ConfigurationError
from bot.settings import DEFAULT_DATABASE_URL, Settings
from storage.crypto import KeyRing
from storage.database import Database
from storage.errors import PerisaiError, StorageUnavailable
from storage.unusable import unusable_named

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
"""How a database is written without its driver, and with the one this service speaks."""
OPTIONS = {"sqlite": frozenset[str](), "postgresql": frozenset({"ssl", "host", "port"})}
"""What may follow the `?`, by kind of database: anything else the driver would stumble over, or pass over."""


def database_url(written: str) -> URL:
    """The URL with its driver; ConfigurationError when it is none, or is of a database we do not speak."""
    scheme, separator, rest = written.partition("://")
    driver = DRIVERS.get(scheme, scheme)
    if not separator or driver not in DRIVERS.values():
        raise ConfigurationError("DATABASE_URL: begins with sqlite+aiosqlite:/// or postgresql+asyncpg://")
    try:
        url = _with_our_options(make_url(f"{driver}://{rest}"))
    except (ArgumentError, ValueError):
        raise ConfigurationError("DATABASE_URL: cannot be read as a URL") from None
    if url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}:
        raise ConfigurationError(f"DATABASE_URL: names no file, as {DEFAULT_DATABASE_URL} does")
    if url.get_backend_name() == "sqlite" and Path(str(url.database)).is_dir():
        raise ConfigurationError("DATABASE_URL: names a folder, not a file in it")
    return url


def _with_our_options(url: URL) -> URL:
    """PostgreSQL's own `sslmode` is the driver's `ssl`; ConfigurationError for what it does not know."""
    options = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    unknown = sorted(options.keys() - OPTIONS[url.get_backend_name()])
    if unknown:
        raise ConfigurationError(f"DATABASE_URL: leave {', '.join(unknown)} out, it cannot be used here")
    return url.set(query=options)


def sqlite_file(settings: Settings) -> Path | None:
    """The file that DATABASE_URL names; None for PostgreSQL. ConfigurationError as `database_url`."""
    url = database_url(settings.database_url)
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def key_ring(settings: Settings) -> KeyRing:
    """The keys of these settings; ConfigurationError when they cannot be used."""
    try:
        return KeyRing.parse(settings.data_keys.get_secret_value(), settings.index_key.get_secret_value())
    except ValueError as error:
        raise ConfigurationError(f"DATA_KEYS, INDEX_KEY: {error}") from None


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """The database of these settings, for as long as the block lasts.

    ConfigurationError when keys, URL or folder cannot be used; whether it answers is not asked, but
    DatabaseUnusable comes out of the block where it answers with a no.
    """
    keys, url = key_ring(settings), database_url(settings.database_url)
    try:
        database = Database(url, keys)
    except OSError as error:
        raise ConfigurationError(f"DATABASE_URL: its folder cannot be made ({error.strerror})") from None
    try:
        with unusable_named():
            yield database
    finally:
        await database.close()


@contextmanager
def sole_process(file: Path | None) -> Iterator[None]:
    """One running service a SQLite file: a second one is refused, other commands are not. None: no file."""
    if file is None:
        yield
        return
    with _lock_file(Path(f"{file}.lock")) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigurationError(f"another process serves {file}: one a SQLite file") from None
        yield


def _lock_file(path: Path) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(
            f"DATABASE_URL: {path.parent} cannot be written ({error.strerror})"
        ) from None


def in_plain_words(error: PerisaiError) -> str:
    """What an operator is told of an error; of an outage only the driver's name for it is known."""
    if not isinstance(error, StorageUnavailable):
        return str(error)
    return f"the database does not answer or open ({error}): look whether it is there, and at DATABASE_URL"
