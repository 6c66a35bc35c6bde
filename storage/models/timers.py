"""Timers: everything that happens by itself at a time; the schedule claims what is due."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class Timer(Table, table=True):
    """One thing that is to happen once, unique per subject and kind; setting it again moves it.

    `version` is the subject's when the timer was set: one that has moved on since is left alone.
    """

    __tablename__ = "timer"
    __table_args__ = (UniqueConstraint("kind", "subject_id"),)

    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=32)
    subject_id: UUID
    version: int = 0
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
    failures: int = 0
    created_at: datetime = Field(sa_type=UtcDateTime)
