"""Explainers read aloud: voice notes that staff recorded, by page and language."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class VoiceNote(Table, table=True):
    """A page of an explainer, read aloud by staff: Telegram's file, one a page and language."""

    __tablename__ = "voice_note"

    page: str = Field(primary_key=True, max_length=40)
    language: str = Field(primary_key=True, max_length=16)
    file_id: str = Field(max_length=200)
    recorded_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    approved_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    approved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class WaitingVoice(Table, table=True):
    """A recording that nobody but who made it has heard: the latest of a page and language."""

    __tablename__ = "waiting_voice"

    page: str = Field(primary_key=True, max_length=40)
    language: str = Field(primary_key=True, max_length=16)
    file_id: str = Field(max_length=200)
    recorded_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    recorded_at: datetime = Field(sa_type=UtcDateTime)
