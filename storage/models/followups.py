"""Follow-ups: what is to be done next for each lead, by when."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, Index, text
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class Duty(StrEnum):
    """What is to be done."""

    ACCEPT = "accept"  # take the lead, or say that one cannot
    CALL = "call"
    MEET = "meet"
    CHECK_BACK = "check-back"
    FIND_SPONSOR = "find-sponsor"
    REGISTER = "register"
    HELP_PAY = "help-pay"
    CONFIRM = "confirm"  # the worker says whether it was paid


class FollowUpState(StrEnum):
    """Where a follow-up stands."""

    READY = "ready"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


READY = text("state = 'ready'")
PAYMENTS = text("duty = 'confirm'")


class FollowUp(Table, table=True):
    """One dated duty; an open lead has exactly one that is ready (the index holds it).

    `owner_id` repeats the lead's owner (empty: the branch), so that a volunteer's list is one index scan;
    with `created_at` and `closed_at` it tells whose the lead was at the time.
    `silent_steps` counts what has been done about silence; any touch starts it again.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("uq_follow_up_ready", "lead_id", unique=True, sqlite_where=READY, postgresql_where=READY),
        Index("ix_follow_up_owner", "owner_id", "due_at", sqlite_where=READY, postgresql_where=READY),
        Index("ix_follow_up_given", "owner_id", "created_at"),
        Index(
            "ix_follow_up_paid",
            "created_at",
            "lead_id",
            sqlite_where=PAYMENTS,
            postgresql_where=PAYMENTS,
        ),
    )

    id: UUID = Field(primary_key=True)
    lead_id: UUID = Field(foreign_key="lead.id", ondelete="CASCADE", index=True)
    owner_id: UUID | None = Field(default=None, foreign_key="volunteer.id", ondelete="SET NULL")
    duty: Duty = Field(sa_column=Column(EnumText(Duty), nullable=False))
    state: FollowUpState = Field(
        default=FollowUpState.READY, sa_column=Column(EnumText(FollowUpState), nullable=False)
    )
    due_at: datetime = Field(sa_type=UtcDateTime)
    is_appointed: bool = False  # an hour was agreed upon, not only a day to have it done by
    tries: int = 0
    silent_steps: int = 0
    touched_at: datetime = Field(sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
