"""What a person agreed to, for which purpose, in which words."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, Index
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class Purpose(StrEnum):
    """What consent is given for; each is asked separately (UU 27/2022 Pasal 21-22)."""

    REGISTRATION = "registration"
    REMINDERS = "reminders"
    CAMPAIGNS = "campaigns"


class Consent(Table, table=True):
    """One answer to one question of consent; the newest of a purpose holds, the older stay as proof.

    Its index holds all that says which one holds: an audience asks for every contact there is.
    """

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_newest", "contact_id", "purpose", "recorded_at", "id", "granted"),)

    id: UUID = Field(primary_key=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE")
    purpose: Purpose = Field(sa_column=Column(EnumText(Purpose), nullable=False))
    granted: bool
    choice: str = Field(default="", max_length=16)  # how: "volunteers", "office"
    text_version: str = Field(max_length=32)
    text_hash: str = Field(max_length=64)
    language: str = Field(max_length=8)
    recorded_at: datetime = Field(sa_type=UtcDateTime)
