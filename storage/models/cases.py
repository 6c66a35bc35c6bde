"""A question or a misfortune that a person takes up."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class CaseKind(StrEnum):
    """Why a person is asked for."""

    MISFORTUNE = "misfortune"
    HELP = "help"
    VOICE = "voice"
    AGE = "age"
    FAILURES = "failures"


class CaseState(StrEnum):
    """Whether somebody still has to look at it."""

    OPEN = "open"  # nobody has taken it
    TAKEN = "taken"
    CLOSED = "closed"


class Case(Table, table=True):
    """Somebody asked for a person: who, why, since when, and who takes care of it; the note is sealed.

    `waits_since` is empty while the person has been answered; `nudges` counts the steps of the policy that
    were taken meanwhile. `promised_by` is the end of the day on which an answer was promised.
    """

    __tablename__ = "support_case"

    id: UUID = Field(primary_key=True)
    number: str = Field(max_length=12, unique=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE", index=True)
    kind: CaseKind = Field(sa_column=Column(EnumText(CaseKind), nullable=False))
    state: CaseState = Field(default=CaseState.OPEN, sa_column=Column(EnumText(CaseState), nullable=False))
    version: int = 1
    note: bytes | None = None
    opened_at: datetime = Field(sa_type=UtcDateTime, index=True)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    taken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    promised_by: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    waits_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    nudges: int = 0
    rating: int | None = None


class CaseEntry(Table, table=True):
    """One thing said about a case, words or a file of Telegram's; sealed, and gone with the case."""

    __tablename__ = "case_entry"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="support_case.id", ondelete="CASCADE", index=True)
    author_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    is_from_staff: bool
    body: bytes
    said_at: datetime = Field(sa_type=UtcDateTime)
