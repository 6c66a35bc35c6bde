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

    OPEN = "open"
    CLOSED = "closed"


class Case(Table, table=True):
    """Somebody asked for a person: who, why, since when; the note is sealed."""

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
