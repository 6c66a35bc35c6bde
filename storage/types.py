"""The column types, row ids and public numbers that every table shares."""

import re
import secrets
import uuid
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator
from uuid_utils.compat import uuid7

from storage.errors import SchemaMismatch

E = TypeVar("E", bound=StrEnum)
JsonObject = dict[str, object]
"""What is sealed as JSON and read back: answers, the params of screens and messages."""

ENUM_LENGTH = 32

NUMBER_ALPHABET = "23456789CDFHJKMNPRTVWXY"
"""No 0, O, 1, I, L; no look-alikes of others (B, G, Q, S, U, Z); no vowels, so no words. 23 is prime."""

_BODY = 6
_BASE = len(NUMBER_ALPHABET)
_VALUES = {character: value for value, character in enumerate(NUMBER_ALPHABET)}
_CONFUSED = str.maketrans("BGSUZ01ILOQ", "865V2D777DD")
_SEPARATORS = re.compile(r"[\s#._/\u2010-\u2015\u2212-]+")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: takes aware datetimes only and gives them back in UTC, on SQLite and PostgreSQL alike."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's
        """Convert to UTC; refuse what has no zone, because its moment is a guess."""
        if value is None:
            return None
        if not isinstance(value, datetime):
            raise TypeError(
                f"a UtcDateTime column takes datetimes, not {type(value).__name__}: reckon in Python"
            )
        if value.utcoffset() is None:
            raise ValueError(f"{value!r} has no time zone: use clock.now() or give it one")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's
        """SQLite forgets the zone (what it stores is UTC); PostgreSQL keeps it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EnumText(TypeDecorator[E]):
    """A StrEnum stored as its value in VARCHAR(32), so that a new member needs no migration."""

    impl = String
    cache_ok = True

    def __init__(self, enum_cls: type[E]) -> None:
        super().__init__(length=ENUM_LENGTH)
        self.enum_cls = enum_cls
        too_long = [member.value for member in enum_cls if len(member.value) > ENUM_LENGTH]
        if too_long:
            raise ValueError(f"values of {enum_cls.__name__} longer than {ENUM_LENGTH}: {too_long}")

    def process_bind_param(self, value: E | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        """Take a member or its value; anything else is ValueError."""
        return None if value is None else self.enum_cls(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002 - SQLAlchemy's
        """Give the member; SchemaMismatch for a value that this version does not know."""
        if value is None:
            return None
        try:
            return self.enum_cls(value)
        except ValueError:
            raise SchemaMismatch(
                f"the database holds {value!r}, which is no {self.enum_cls.__name__}"
            ) from None


def new_id() -> uuid.UUID:
    """Make a row id before its row is written: UUIDv7 (RFC 9562), in order of time, so indexes stay dense."""
    return uuid7()


def new_number() -> str:
    """Make a number for people, such as "7KD4XMW": six random characters and a check character.

    There are 148,035,889 (23 ** 6), so the column is unique and its writer tries again when one is taken.
    """
    body = "".join(secrets.choice(NUMBER_ALPHABET) for _ in range(_BODY))
    return body + _check_character(body)


def is_number(text: str) -> bool:
    """Whether this is a number exactly as `new_number` writes it.

    Weights 2 to 7 and 1 modulo a prime, as ISBN-10 does (ISO 2108:1992): any one wrong character and any two
    characters exchanged, neighbours or not, are found.
    """
    if len(text) != _BODY + 1 or any(character not in _VALUES for character in text):
        return False
    return _check_character(text[:_BODY]) == text[_BODY]


def read_number(text: str) -> str | None:
    """Read what a person typed, or None: forgives case, spaces, dashes, look-alikes (O for D, S for 5)."""
    if len(text) > 40:
        return None
    number = _SEPARATORS.sub("", text).upper().translate(_CONFUSED)
    return number if is_number(number) else None


def _check_character(body: str) -> str:
    weighted = sum(weight * _VALUES[character] for weight, character in enumerate(body, start=2))
    return NUMBER_ALPHABET[-weighted % _BASE]


def iso(moment: datetime | None) -> str | None:
    """A time as plain data: ISO 8601."""
    return None if moment is None else moment.isoformat()
