"""The base of every error this project raises, and the errors the database can cause.

PerisaiError
└── StorageError
    ├── StorageUnavailable   the database does not answer: roll back, try again later
    ├── DatabaseUnusable     it answers, but not to this service: no database, no right, read-only
    ├── SchemaMismatch       the schema is not the one this version knows
    ├── KeyUnknown           a value was sealed with a key that is not in the ring
    └── Tampered             a sealed value does not open for this table, column and row
"""


class PerisaiError(Exception):
    """Something this project knows how to name went wrong."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or (self.__doc__ or "").strip().splitlines()[0])


class StorageError(PerisaiError):
    """The database refused or could not be understood."""


class StorageUnavailable(StorageError):
    """The database does not answer; nothing was changed."""


class DatabaseUnusable(StorageError):
    """The database answers, but this service cannot use it."""


class SchemaMismatch(StorageError):
    """The database's schema is not the one this version knows."""


class KeyUnknown(StorageError):
    """A value was sealed with a key that is not in the ring."""


class Tampered(StorageError):
    """A sealed value does not open for this table, column and row."""
