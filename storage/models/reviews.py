"""Reviews: what people of the branch are to look at, why, and what they found."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, Index
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class ReviewKind(StrEnum):
    """Why somebody is to look."""

    DUPLICATE = "duplicate"  # two leads that are perhaps one person
    BURST = "burst"  # many registered on behalf in a short time
    PHONE = "phone"  # the same number again and again
    UNPAID = "unpaid"  # registered, and never paid
    SAMPLE = "sample"  # drawn by lot, for a call


class ReviewState(StrEnum):
    """Whether somebody still has to look."""

    OPEN = "open"
    SETTLED = "settled"


class Review(Table, table=True):
    """One thing to look at; `key` allows one an occasion, `rule` is the policy's row that asked for it."""

    __tablename__ = "review"
    __table_args__ = (Index("ix_review_state", "state", "kind", "opened_at"),)

    id: UUID = Field(primary_key=True)
    kind: ReviewKind = Field(sa_column=Column(EnumText(ReviewKind), nullable=False))
    key: str = Field(max_length=120, unique=True)
    lead_id: UUID = Field(foreign_key="lead.id", ondelete="CASCADE", index=True)
    other_id: UUID | None = Field(default=None, foreign_key="lead.id", ondelete="CASCADE", index=True)
    recorder_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    rule: str = Field(max_length=64)
    state: ReviewState = Field(
        default=ReviewState.OPEN, sa_column=Column(EnumText(ReviewState), nullable=False)
    )
    version: int = 1
    result: str | None = Field(default=None, max_length=32)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
