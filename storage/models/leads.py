"""A worker's registered interest, and everything that ever happened to it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class LeadState(StrEnum):
    """Where a lead stands; the moves between are a table in bot/leads/policy.py."""

    NEW = "new"  # its owner has not taken it yet
    ACCEPTED = "accepted"
    APPOINTED = "appointed"
    INTERESTED = "interested"
    UNAFFORDABLE = "unaffordable"  # wants to, cannot pay yet: staff look for a sponsor
    READY = "ready"  # a closer completes the official registration
    REGISTERED = "registered"
    PAID = "paid"  # the first payment, as staff say; the worker is asked
    CONFIRMED = "confirmed"  # the worker said yes: the end that everything is for
    DECLINED = "declined"
    COVERED = "covered"
    WRONG = "wrong"
    UNREACHED = "unreached"
    MERGED = "merged"


CLOSED_STATES = (
    LeadState.CONFIRMED,
    LeadState.DECLINED,
    LeadState.COVERED,
    LeadState.WRONG,
    LeadState.UNREACHED,
    LeadState.MERGED,
)
"""States in which nothing more is to be done; in every other one a follow-up is ready."""


class Routing(StrEnum):
    """Who may see the lead, as the worker chose."""

    VOLUNTEERS = "volunteers"
    OFFICE = "office"


class Lead(Table, table=True):
    """One registered interest, unique on (phone, name): families share a phone.

    `owner_id` is who follows it up; empty: the branch. `contact_id` is empty when somebody registered the
    worker on their behalf, who is `recorded_by` then. `merged_into_id` is the lead that stands for this
    one now; whoever erases that one erases both. Sealed: name, phone, hamlet, occupation_detail,
    passphrase, membership_number. Clear: codes, states and times.
    """

    __tablename__ = "lead"
    __table_args__ = (
        UniqueConstraint("phone_name_index"),
        Index("ix_lead_owner", "owner_id", "state"),
        Index("ix_lead_state", "state", "changed_at"),
    )

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
    owner_id: UUID | None = Field(default=None, foreign_key="volunteer.id", ondelete="SET NULL")
    group_id: UUID | None = Field(
        default=None, foreign_key="worker_group.id", ondelete="SET NULL", index=True
    )
    gathering_id: UUID | None = Field(
        default=None, foreign_key="gathering.id", ondelete="SET NULL", index=True
    )
    merged_into_id: UUID | None = Field(default=None, foreign_key="lead.id", ondelete="CASCADE", index=True)
    recorded_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    passphrase: bytes | None = None
    membership_number: bytes | None = None
    has_id_card: bool | None = None  # at hand for the official registration; None: nobody asked
    has_email: bool | None = None
    contacted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paid_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    submitted_at: datetime = Field(sa_type=UtcDateTime, index=True)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class LeadRefusal(Table, table=True):
    """Somebody in the field who said that they cannot take a lead: it is not given to them again."""

    __tablename__ = "lead_refusal"

    lead_id: UUID = Field(primary_key=True, foreign_key="lead.id", ondelete="CASCADE")
    volunteer_id: UUID = Field(primary_key=True, foreign_key="volunteer.id", ondelete="CASCADE")
    reason: str = Field(max_length=32)
    refused_at: datetime = Field(sa_type=UtcDateTime)


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


MADE_READY = text("kind = 'ready'")


class LeadEventKind(StrEnum):
    """What can happen to a lead; outcomes are called as in bot/leads/policy.py."""

    SUBMITTED = "submitted"
    SENT_IN_AGAIN = "sent in again"
    REPLACED = "replaced"
    ASSIGNED = "assigned"
    REASSIGNED = "reassigned"
    ACCEPTED = "accepted"
    PHONE_SEEN = "phone seen"
    CONTACT_CONFIRMED = "contact confirmed"
    COMPLAINED = "complained"
    REOPENED = "reopened"
    HANDED_BACK = "handed back"
    HANDED_UP = "handed up"
    OWNER_LEFT = "owner left"
    OWNER_ON_LEAVE = "owner on leave"
    OFFERED_TO_OTHERS = "offered to others"
    TAKEN_OVER = "taken over"
    UNDONE = "undone"
    EXPORTED = "exported"
    PAID_AGAIN = "paid again"
    MERGED = "merged"
    TOOK_IN = "took in"
    AT_HAND = "at hand"
    CLAIMED = "claimed"
    CLAIM_FAILED = "claim failed"
    REGISTERED_ON_BEHALF = "registered on behalf"
    NOTE = "note"
    APPOINTMENT = "appointment"
    INTERESTED = "interested"
    READY = "ready"
    NO_ANSWER = "no-answer"
    UNREACHED = "unreached"
    UNAFFORDABLE = "unaffordable"
    REGISTERED = "registered"
    PAID = "paid"
    CONFIRMED = "confirmed"
    NOT_PAID = "not-paid"
    DECLINED = "declined"
    COVERED = "covered"
    WRONG = "wrong"


class LeadEvent(Table, table=True):
    """One thing that happened to a lead: who, what, from where to where; details are sealed."""

    __tablename__ = "lead_event"
    __table_args__ = (
        Index(
            "ix_lead_event_ready",
            "actor_contact_id",
            "lead_id",
            sqlite_where=MADE_READY,
            postgresql_where=MADE_READY,
        ),
    )

    id: UUID = Field(primary_key=True)
    lead_id: UUID = Field(foreign_key="lead.id", ondelete="CASCADE", index=True)
    kind: str = Field(max_length=32)
    actor_contact_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    from_state: str | None = Field(default=None, max_length=32)
    to_state: str | None = Field(default=None, max_length=32)
    details: bytes | None = None
    happened_at: datetime = Field(sa_type=UtcDateTime)
