"""A worker's registered interest, and everything that ever happened to it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, UniqueConstraint
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class LeadState(StrEnum):
    """Where a lead stands; the moves between are a table in bot/leads.py."""

    NEW = "new"
    CLOSED = "closed"


class Routing(StrEnum):
    """Who may see the lead, as the worker chose."""

    VOLUNTEERS = "volunteers"
    OFFICE = "office"


class Lead(Table, table=True):
    """One registered interest, unique on (phone, name): families share a phone.

    Sealed: name, phone, hamlet, occupation_detail. Clear: codes, states and times.
    """

    __tablename__ = "lead"
    __table_args__ = (UniqueConstraint("phone_name_index"),)

    id: UUID = Field(primary_key=True)
    number: str = Field(max_length=12, unique=True)
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    state: LeadState = Field(default=LeadState.NEW, sa_column=Column(EnumText(LeadState), nullable=False))
    version: int = 1
    routing: Routing = Field(sa_column=Column(EnumText(Routing), nullable=False))
    name: bytes
    phone: bytes
    phone_index: str = Field(max_length=80, index=True)
    phone_name_index: str = Field(max_length=80)
    for_family: bool = False
    occupation: str = Field(max_length=32)
    occupation_detail: bytes | None = None
    has_employees: bool | None = None
    age_group: str = Field(max_length=16)
    already_covered: str = Field(max_length=16)
    needs_check: bool = False
    village_code: str = Field(max_length=13, index=True)
    rt: str | None = Field(default=None, max_length=3)
    rw: str | None = Field(default=None, max_length=3)
    hamlet: bytes | None = None
    call_time: str = Field(max_length=16)
    first_source: str | None = Field(default=None, max_length=64, index=True)
    last_source: str | None = Field(default=None, max_length=64)
    submitted_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Submission(Table, table=True):
    """One person's sending-in of the form: what they typed, and under which number they know it.

    The same phone and name sent in again points at the lead that exists, under a number of its own, so
    that whoever tries a neighbour's name and phone learns nothing.
    """

    __tablename__ = "submission"

    id: UUID = Field(primary_key=True)
    number: str = Field(max_length=12, unique=True)
    lead_id: UUID = Field(foreign_key="lead.id", ondelete="CASCADE", index=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE", index=True)
    is_first: bool = True
    answers: bytes
    submitted_at: datetime = Field(sa_type=UtcDateTime)


class LeadNameWord(Table, table=True):
    """A blind index of each word of a lead's name, for whole-word search."""

    __tablename__ = "lead_name_word"

    lead_id: UUID = Field(primary_key=True, foreign_key="lead.id", ondelete="CASCADE")
    word_index: str = Field(primary_key=True, max_length=80, index=True)


class LeadEvent(Table, table=True):
    """One thing that happened to a lead: who, what, from where to where; details are sealed."""

    __tablename__ = "lead_event"

    id: UUID = Field(primary_key=True)
    lead_id: UUID = Field(foreign_key="lead.id", ondelete="CASCADE", index=True)
    kind: str = Field(max_length=32)
    actor_contact_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    from_state: str | None = Field(default=None, max_length=32)
    to_state: str | None = Field(default=None, max_length=32)
    details: bytes | None = None
    happened_at: datetime = Field(sa_type=UtcDateTime)
