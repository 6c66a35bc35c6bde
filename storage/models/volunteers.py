"""Who follows leads up in the field, and for which streets or groups."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, Index
from sqlmodel import Field

from storage.models.base import Table
from storage.models.staff import Role
from storage.types import EnumText, UtcDateTime

CAPACITY = 20  # open leads a volunteer has at most: they are unpaid and have day jobs


class Volunteer(Table, table=True):
    """A volunteer, coordinator or closer: whoever in the field may own leads, with or without Telegram.

    `contact_id` is empty for those without Telegram: their coordinator acts for them. `open_leads` counts
    the open leads they own; it changes in the transaction that changes an owner. Times of day are the
    branch's, "HH:MM"; `working_days` are digits, Monday is 0. Sealed: name, phone.
    """

    __tablename__ = "volunteer"
    __table_args__ = (Index("ix_volunteer_coordinator_id", "coordinator_id"),)

    id: UUID = Field(primary_key=True)
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", unique=True)
    role: Role = Field(sa_column=Column(EnumText(Role), nullable=False))
    coordinator_id: UUID | None = Field(default=None, foreign_key="volunteer.id", ondelete="SET NULL")
    name: bytes
    phone: bytes | None = None
    is_active: bool = True
    version: int = 1
    capacity: int = CAPACITY
    open_leads: int = 0
    works_from: str = Field(default="08:00", max_length=5)
    works_until: str = Field(default="20:00", max_length=5)
    working_days: str = Field(default="0123456", max_length=7)
    digest_at: str = Field(default="18:30", max_length=5)
    leave_until: date | None = None
    pledge_version: str | None = Field(default=None, max_length=16)
    pledge_hash: str | None = Field(default=None, max_length=64)
    pledged_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    own_cover: str | None = Field(default=None, max_length=16)
    joined_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Posting(Table, table=True):
    """One territory or group that somebody in the field answers for.

    A territory is an area code at any level (regency "36.04", district, village) with, inside a village,
    a RW and a RT; empty code and no group: the whole branch.
    """

    __tablename__ = "posting"
    __table_args__ = (Index("ix_posting_territory", "area_code", "rw", "rt"),)

    id: UUID = Field(primary_key=True)
    volunteer_id: UUID = Field(foreign_key="volunteer.id", ondelete="CASCADE", index=True)
    area_code: str = Field(default="", max_length=13)
    rw: str = Field(default="", max_length=3)
    rt: str = Field(default="", max_length=3)
    group_id: UUID | None = Field(default=None, foreign_key="worker_group.id", ondelete="CASCADE", index=True)
    posted_at: datetime = Field(sa_type=UtcDateTime)
