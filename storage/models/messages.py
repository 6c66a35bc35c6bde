"""The outbox: one row a message that the service sends of itself."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, Index, TextClause, UniqueConstraint, text
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


class Zone(StrEnum):
    """Indonesia's zones, UTC+7, +8 and +9: in which a recipient's day begins and ends."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


PERSONAL_WAITING = text("state IN ('queued', 'errored') AND lane <> 'campaign'")
BULK_WAITING = text("state IN ('queued', 'errored') AND lane = 'campaign'")
ON_ITS_WAY = text("state = 'sending'")
PERSONAL_FINISHED = text("finished_at IS NOT NULL AND lane <> 'campaign'")
IS_ABOUT_SOMETHING = text("subject_id IS NOT NULL")
IS_QUEUED_ONCE = text("dedup_key IS NOT NULL")


def _partial(name: str, *columns: str, where: TextClause, unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


class Message(Table, table=True):
    """One message to one contact: what it is about, not its words (they are rendered at send).

    A campaign's rows have only `campaign_id` for a subject, and their recipient's `zone`; `resent_at` is set
    on one whose fate was unknown and that staff had sent again. The indexes that are looked at all the time
    hold only what waits, so that looking costs what is due and not what the ledger has grown to.
    """

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("campaign_id", "contact_id"),
        _partial("ix_message_personal_waiting", "lane", "due_at", where=PERSONAL_WAITING),
        _partial("ix_message_bulk_waiting", "campaign_id", "zone", "due_at", "id", where=BULK_WAITING),
        _partial("ix_message_on_its_way", "sending_at", where=ON_ITS_WAY),
        _partial("ix_message_personal_finished", "finished_at", where=PERSONAL_FINISHED),
        _partial("ix_message_subject_id", "subject_id", where=IS_ABOUT_SOMETHING),
        _partial("uq_message_dedup_key", "dedup_key", where=IS_QUEUED_ONCE, unique=True),
    )

    id: UUID = Field(primary_key=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE", index=True)
    lane: Lane = Field(sa_column=Column(EnumText(Lane), nullable=False))
    kind: str = Field(max_length=32)
    subject_id: UUID | None = None
    campaign_id: UUID | None = None
    zone: Zone | None = Field(default=None, sa_column=Column(EnumText(Zone)))
    dedup_key: str | None = Field(default=None, max_length=120)
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
    resent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    telegram_message_id: int | None = None
    reason: str | None = Field(default=None, max_length=200)
    created_at: datetime = Field(sa_type=UtcDateTime)
