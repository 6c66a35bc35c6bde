"""What stands in a facts file: dated, sourced, graded values, and questions nobody has answered yet."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, model_validator

ID = r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$"

ADDRESS = "address"  # the unit of a text that is shown as it stands

TableRow = dict[str, int | None]
Value = StrictInt | Decimal | StrictStr | tuple[StrictStr, ...]


class Grade(StrEnum):
    """How well a fact is founded: H read in law, M several pages agree, L one weak source."""

    HIGH = "H"
    FAIRLY_HIGH = "M-high"
    MIDDLE = "M"
    FAIRLY_LOW = "M-low"
    LOW = "L"

    @property
    def may_be_shown(self) -> bool:
        """Nothing below the M band is shown; M-low is in the band."""
        return self is not Grade.LOW


class FactType(StrEnum):
    """What a fact's value is."""

    RUPIAH = "rupiah"
    INTEGER = "integer"
    PERCENT = "percent"
    DURATION = "duration"
    TEXT = "text"  # a text id, for Fluent to word
    TEXTS = "texts"  # text ids, in the order they are shown
    TABLE = "table"  # the name of a CSV file beside the facts file


class Dated(StrEnum):
    """Where `valid_from` comes from."""

    SOURCE = "source"  # the source states the day
    READ = "read"  # it was read to hold; since when was not read


class TimeUnit(StrEnum):
    """The units of a duration."""

    HOURS = "hours"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Duration:
    """So many hours, months or years."""

    count: int
    unit: TimeUnit


PYTHON_TYPES: dict[FactType, tuple[type, ...]] = {
    FactType.RUPIAH: (int,),
    FactType.INTEGER: (int,),
    FactType.PERCENT: (int, Decimal),
    FactType.DURATION: (int,),
    FactType.TEXT: (str,),
    FactType.TEXTS: (tuple,),
    FactType.TABLE: (str,),
}


class Fact(BaseModel):
    """One value of one fact, from `valid_from` to `valid_until` (both days included)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=ID)
    type: FactType
    value: Value
    unit: str
    source: str = ""
    valid_from: date
    valid_until: date | None = None
    grade: Grade
    dated: Dated = Dated.READ
    shown_with: tuple[str, ...] = ()  # conditions: this value is never shown without these facts
    ends: bool = False  # meant to end, like a discount: nothing need follow it
    note: str = ""
    branch: bool = False  # from the branch's overlay
    changed: bool = False  # approved in the chat
    rows: tuple[TableRow, ...] = ()  # a table's content

    @model_validator(mode="after")
    def _value_fits_type(self) -> Self:
        if not isinstance(self.value, PYTHON_TYPES[self.type]):
            raise ValueError(f"the value {self.value!r} is not of type {self.type}")  # noqa: TRY004 - pydantic wants it
        if self.type is FactType.DURATION:
            TimeUnit(self.unit)
        if not isinstance(self.value, str | tuple) and self.value < 0:
            raise ValueError(f"the value {self.value} is below zero")
        return self

    def holds_on(self, day: date) -> bool:
        """Whether this value is the true one on the day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    @property
    def day_after(self) -> date | None:
        """The first day on which it no longer holds; None when it has no end."""
        return None if self.valid_until is None else self.valid_until + timedelta(days=1)


class OpenQuestion(BaseModel):
    """What is not settled: the answer is "tanyakan petugas" until the branch closes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=ID)
    question: str
    about: tuple[str, ...] = ()  # facts that may be shown, with the advice to ask
    awaits: tuple[str, ...] = ()  # facts that will exist once it is answered
    since: date = date.min  # the first day that the question is about

    def concerns(self, id: str, day: date) -> bool:
        """Whether somebody who is told this fact on this day must be told to ask."""
        return day >= self.since and id in self.about + self.awaits


@dataclass(frozen=True, slots=True)
class Entries:
    """What one facts file holds."""

    facts: tuple[Fact, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    closed: tuple[str, ...] = ()  # ids of questions that this file declares answered
