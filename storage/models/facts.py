"""Changes of what the service says, from the chat: proposed by one, approved by another, kept for ever."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class FactChangeState(StrEnum):
    """Where a change stands; only an approved one is shown to people."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"


class FactChange(Table, table=True):
    """One new value of one fact from a day on, with its source; in the clear, for it is public.

    Those of one proposal are decided together; `proposal` is the id of the first of them.
    """

    __tablename__ = "fact_change"

    id: UUID = Field(primary_key=True)
    number: str = Field(max_length=12, unique=True)
    proposal: UUID = Field(index=True)
    fact_id: str = Field(max_length=120, index=True)
    value: str = Field(max_length=200)
    source: str = Field(max_length=200)
    valid_from: date
    state: FactChangeState = Field(
        default=FactChangeState.PROPOSED,
        sa_column=Column(EnumText(FactChangeState), nullable=False, index=True),
    )
    version: int = 1
    proposed_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    proposed_at: datetime = Field(sa_type=UtcDateTime)
    decided_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
