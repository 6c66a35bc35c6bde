"""A question or a misfortune that a person takes up, what was said about it, and who answers on which day."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy
from sqlalchemy import Column, Index
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


class Happening(StrEnum):
    """What happened, where a misfortune did."""

    ACCIDENT = "accident"
    DEATH = "death"
    OTHER = "other"


class WordsForm(StrEnum):
    """How something was said."""

    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    DOCUMENT = "document"


class Case(Table, table=True):
    """Somebody asked for a person: who, why, since when, and who answers; the note is sealed.

    A contact has at most one that is open. `owner_id` is the officer's contact; nobody's waits in the queue.
    `waiting_since` is when the person last said something that nobody has answered, `waiting_steps` how often
    somebody was reminded of it. `promised_until` is the end of the day that was promised.
    """

    __tablename__ = "support_case"
    __table_args__ = (
        Index(
            "uq_support_case_open",
            "contact_id",
            unique=True,
            sqlite_where=sqlalchemy.text("state = 'open'"),
            postgresql_where=sqlalchemy.text("state = 'open'"),
        ),
    )

    id: UUID = Field(primary_key=True)
    number: str = Field(max_length=12, unique=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE", index=True)
    kind: CaseKind = Field(sa_column=Column(EnumText(CaseKind), nullable=False))
    state: CaseState = Field(default=CaseState.OPEN, sa_column=Column(EnumText(CaseState), nullable=False))
    version: int = 1
    owner_id: UUID | None = Field(
        default=None, foreign_key="contact.id", ondelete="SET NULL", index=True, nullable=True
    )
    happened: Happening | None = Field(default=None, sa_column=Column(EnumText(Happening), nullable=True))
    note: bytes | None = None
    opened_at: datetime = Field(sa_type=UtcDateTime, index=True)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    waiting_steps: int = 0
    promised_from: datetime | None = Field(default=None, sa_type=UtcDateTime)
    promised_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    rating: int | None = None
    rating_words: bytes | None = None


class CaseWords(Table, table=True):
    """One thing said about a case, by the person or by staff: text and Telegram's id of a file, sealed."""

    __tablename__ = "case_words"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="support_case.id", ondelete="CASCADE", index=True)
    author_id: UUID | None = Field(
        default=None, foreign_key="contact.id", ondelete="SET NULL", index=True, nullable=True
    )
    is_from_staff: bool
    form: WordsForm = Field(sa_column=Column(EnumText(WordsForm), nullable=False))
    text: bytes
    file_id: bytes
    said_at: datetime = Field(sa_type=UtcDateTime)


class CaseDay(Table, table=True):
    """How many people were promised an answer on a day."""

    __tablename__ = "case_day"

    day: date = Field(primary_key=True)
    promised: int = 0


class Officer(Table, table=True):
    """Somebody who takes cases: what colleagues call them, and until when they are off duty."""

    __tablename__ = "officer"

    contact_id: UUID = Field(primary_key=True, foreign_key="contact.id", ondelete="CASCADE")
    name: bytes
    off_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SavedReply(Table, table=True):
    """An answer that an officer keeps for the next time."""

    __tablename__ = "saved_reply"

    id: UUID = Field(primary_key=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE", index=True)
    body: bytes
    saved_at: datetime = Field(sa_type=UtcDateTime)
