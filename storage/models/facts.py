"""Changes of what the service says, from the chat: proposed by one, approved by another, kept for ever."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime

LONGEST_VALUE = 2000  # characters: the words of a text with their formatting; of a fact far less


class FactChangeState(StrEnum):
    """Where a change stands; only an approved one is shown to people."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    RETURNED = "returned"  # to whoever proposed it, to be written again
    REJECTED = "rejected"


class FactChange(Table, table=True):
    """One new value of one fact, or new words of one text, from a day on; in the clear, for it is public.

    Those of one proposal are decided together; `proposal` is the id of the first of them. A text has the
    language it is written in, the hash of the shipped words it was written against, and no source; without
    a value it is told as it was shipped.
    """

    __tablename__ = "fact_change"

    id: UUID = Field(primary_key=True)
    number: str = Field(max_length=12, unique=True)
    proposal: UUID = Field(index=True)
    fact_id: str = Field(max_length=120, index=True)
    language: str | None = Field(default=None, max_length=8)
    value: str = Field(max_length=LONGEST_VALUE)
    source: str = Field(max_length=200)
    shipped: str | None = Field(default=None, max_length=64)
    valid_from: date
    valid_until: date | None = None  # only of what is meant to end, like a discount
    state: FactChangeState = Field(
        default=FactChangeState.PROPOSED,
        sa_column=Column(EnumText(FactChangeState), nullable=False, index=True),
    )
    reason: str | None = Field(default=None, max_length=32)
    version: int = 1
    proposed_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    proposed_at: datetime = Field(sa_type=UtcDateTime)
    decided_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def is_text(self) -> bool:
        """Whether it changes words, not a fact."""
        return self.language is not None
