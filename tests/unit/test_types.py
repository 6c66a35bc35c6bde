from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from itertools import combinations, pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, Uuid, create_engine, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError

from storage.errors import SchemaMismatch
from storage.types import (
    NUMBER_ALPHABET,
    EnumText,
    UtcDateTime,
    is_number,
    new_id,
    new_number,
    read_number,
)


class Endless(StrEnum):
    TALE = "a" * 33


class Role(StrEnum):
    OFFICER = "officer"
    ADMIN = "admin"


ROWS = Table(
    "rows",
    MetaData(),
    Column("id", Uuid, primary_key=True, default=new_id),
    Column("seen_at", UtcDateTime),
    Column("role", EnumText(Role)),
)


def stored(**values: object) -> tuple[object, ...]:
    engine = create_engine("sqlite://", hide_parameters=True)
    ROWS.create(engine)
    with engine.begin() as connection:
        connection.execute(insert(ROWS).values(**values))
        row = tuple(connection.execute(select(ROWS.c.seen_at, ROWS.c.role)).one())
    engine.dispose()
    return row


def test_a_moment_survives() -> None:
    """A time in Jakarta comes back from SQLite as the same moment in UTC; no time is no time."""
    noon = datetime(2026, 3, 2, 12, 0, 0, 5, tzinfo=timezone(timedelta(hours=7)))
    (seen_at, _) = stored(seen_at=noon)
    assert isinstance(seen_at, datetime)
    assert seen_at == noon
    assert seen_at.tzinfo is UTC
    assert stored() == (None, None)


@pytest.mark.parametrize("wrong", [datetime(2026, 3, 2, 12), timedelta(days=1), "2026-03-02"])  # noqa: DTZ001 - that is what is refused
def test_a_naive_time_is_refused(wrong: object) -> None:
    """A time without a zone, or no time at all, never reaches the database."""
    with pytest.raises(StatementError, match=r"UtcDateTime|no time zone"):
        stored(seen_at=wrong)


def test_an_enum_is_its_value() -> None:
    """A member and its value are both stored as the value, and come back as the member."""
    assert stored(role=Role.ADMIN)[1] is Role.ADMIN
    assert stored(role="officer")[1] is Role.OFFICER
    with pytest.raises(StatementError, match="'chief' is not a valid Role"):
        stored(role="chief")


def test_an_enum_value_of_another_version() -> None:
    """A value in the database that this version does not know is a SchemaMismatch that names it."""
    engine = create_engine("sqlite://")
    ROWS.create(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO rows (id, role) VALUES ('00', 'chief')"))
        with pytest.raises(SchemaMismatch, match="'chief', which is no Role"):
            connection.execute(select(ROWS.c.role)).all()
    engine.dispose()


def test_columns_on_both_engines() -> None:
    """Times and enums have the same plain types wherever they are created."""
    assert UtcDateTime().compile(postgresql.dialect()) == "TIMESTAMP WITH TIME ZONE"  # type: ignore[no-untyped-call]  # reason: SQLAlchemy types none
    assert UtcDateTime().compile(sqlite.dialect()) == "DATETIME"
    assert EnumText(Role).compile(sqlite.dialect()) == "VARCHAR(32)"


def test_an_enum_value_too_long() -> None:
    """A value that the column would cut is refused when the table is declared."""
    with pytest.raises(ValueError, match="longer than 32"):
        EnumText(Endless)


def test_ids_are_in_order() -> None:
    """Row ids are standard UUIDs of version 7 and rise with time, also within a millisecond."""
    ids = [new_id() for _ in range(1000)]
    assert all(type(row) is UUID and row.version == 7 for row in ids)
    assert all(earlier < later for earlier, later in pairwise(ids))


bodies = st.text(alphabet=NUMBER_ALPHABET, min_size=7, max_size=7)


def test_numbers_are_readable() -> None:
    """A number is seven characters of the alphabet, valid, and random enough not to repeat at once."""
    numbers = [new_number() for _ in range(1000)]
    assert all(len(number) == 7 and set(number) <= set(NUMBER_ALPHABET) for number in numbers)
    assert all(map(is_number, numbers))
    assert len(set(numbers)) > 990
    assert not set(NUMBER_ALPHABET) & set("0O1IL")


def test_every_wrong_character_is_found() -> None:
    """Whichever one character of a number is another of the alphabet, the number is refused."""
    for number in (new_number() for _ in range(200)):
        for place, right in enumerate(number):
            wrong = (
                number[:place] + other + number[place + 1 :] for other in NUMBER_ALPHABET if other != right
            )
            assert not any(map(is_number, wrong))


def test_every_exchange_is_found() -> None:
    """Whichever two different characters of a number are exchanged, neighbours or not, it is refused."""
    for number in (new_number() for _ in range(500)):
        for first, second in combinations(range(7), 2):
            exchanged = list(number)
            exchanged[first], exchanged[second] = number[second], number[first]
            assert number[first] == number[second] or not is_number("".join(exchanged))


@given(bodies)
def test_one_guess_in_23_is_a_number(guess: str) -> None:
    """Any six characters have exactly one check character, so a made-up number is refused 22 times of 23."""
    assert sum(is_number(guess[:6] + last) for last in NUMBER_ALPHABET) == 1


def test_weights_prove_it_for_every_number() -> None:
    """23 is prime, the weights differ and are not 0: no single error and no exchange keeps the sum."""
    weights = [2, 3, 4, 5, 6, 7, 1]
    assert len(NUMBER_ALPHABET) == len(set(NUMBER_ALPHABET)) == 23
    for weight in weights:
        assert all(weight * difference % 23 for difference in range(1, 23))
    for first, second in combinations(weights, 2):
        assert all((first - second) * difference % 23 for difference in range(1, 23))


@pytest.mark.parametrize(
    "typed",
    ["d5k8v2{}", " D5K 8V2{} ", "D5K-8V2{}", "#d5k.8v2{}", "d5k–8v2{}", "OSKBUZ{}", "0sk8u2{}", "qsk8vz{}"],
)
def test_a_typed_number_is_read(typed: str) -> None:
    """Lower case, spaces, dashes, a leading # and look-alikes are all read as the same number."""
    (number,) = (f"D5K8V2{last}" for last in NUMBER_ALPHABET if is_number(f"D5K8V2{last}"))
    assert read_number(typed.format(number[-1])) == number


@pytest.mark.parametrize(
    "typed", ["", "halo", "D5K8V2", "D5K8V2" * 20, "Ｄ５Ｋ８Ｖ２Ｃ", "۲۲۲۲۲۲۲", "D5K8V2É"]
)
def test_what_is_no_number(typed: str) -> None:
    """Words, pieces, other scripts' digits and long texts are None, never an error."""
    assert read_number(typed) is None
    assert not is_number(typed)


@given(st.text())
def test_reading_never_fails(typed: str) -> None:
    """Any text is read as a number that is valid, or as None."""
    number = read_number(typed)
    assert number is None or is_number(number)
