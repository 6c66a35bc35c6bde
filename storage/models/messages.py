"""The outbox: one row a message that the service sends of itself."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class Lane(StrEnum):
    """How urgent a message is; the order is the order of service."""

    REPLY = "reply"
    NOTICE = "notice"
    REMINDER = "reminder"
    CAMPAIGN = "campaign"


class MessageState(StrEnum):
    """Where a message stands; `sending` turns to `unknown` if nobody reports back."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    ERRORED = "errored"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class Message(Table, table=True):
    """One message to one contact: what it is about, not its words (they are rendered at send)."""

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("campaign_id", "contact_id"),
        Index("ix_message_due", "state", "lane", "due_at"),
    )

    id: UUID = Field(primary_key=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE", index=True)
    lane: Lane = Field(sa_column=Column(EnumText(Lane), nullable=False))
    kind: str = Field(max_length=32)
    subject_id: UUID | None = Field(default=None, index=True)
    campaign_id: UUID | None = None
    dedup_key: str | None = Field(default=None, max_length=120, unique=True)
    params: bytes | None = None
    text_version: str = Field(default="", max_length=32)
    state: MessageState = Field(
        default=MessageState.QUEUED, sa_column=Column(EnumText(MessageState), nullable=False)
    )
    attempts: int = 0
    due_at: datetime = Field(sa_type=UtcDateTime)
    late_after: datetime | None = Field(default=None, sa_type=UtcDateTime)
    holder: str | None = Field(default=None, max_length=64)
    epoch: int | None = None
    sending_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    telegram_message_id: int | None = None
    reason: str | None = Field(default=None, max_length=200)
    created_at: datetime = Field(sa_type=UtcDateTime)
