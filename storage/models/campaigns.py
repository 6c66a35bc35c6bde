"""Campaigns: what is sent to many people, who decided on it, and what they did with it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, JsonObject, UtcDateTime

CANARY_SIZE = 20  # people who get it first; the others only once nothing was wrong with these


class CampaignState(StrEnum):
    """Where a campaign stands; the moves between are a table in bot/campaigns/moves.py."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"  # its audience is being frozen, or it waits for somebody to start it
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    FINISHED = "finished"
    REFUSED = "refused"


OVER = (CampaignState.CANCELLED, CampaignState.FINISHED, CampaignState.REFUSED)
UNDER_WAY = text("state IN ('approved', 'scheduled', 'running', 'paused')")


class Campaign(Table, table=True):
    """A message to many: its rule, its times, and how far it has come.

    Recipients are rows of `message`. `released` is how many of them may be begun with by now (empty: all of
    them), `begun` how many were: canary and waves need nothing on the rows themselves. `audience` and
    `left_out` are what the freeze counted. Sealed: decision_note.
    """

    __tablename__ = "campaign"
    __table_args__ = (
        Index("ix_campaign_under_way", "state", sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY),
    )

    id: UUID = Field(primary_key=True)
    number: str = Field(max_length=12, unique=True)
    name: str = Field(max_length=120)
    state: CampaignState = Field(
        default=CampaignState.DRAFT, sa_column=Column(EnumText(CampaignState), nullable=False)
    )
    version: int = 1
    made_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    submitted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decision_note: bytes | None = None
    text_version: int = 1
    segment: JsonObject = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    canary_size: int = CANARY_SIZE
    wave_size: int | None = None
    next_wave_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    frozen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    audience: int = 0
    left_out: JsonObject = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    released: int | None = None
    begun: int = 0
    pause_reason: str | None = Field(default=None, max_length=200)
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    source_code: str | None = Field(
        default=None, max_length=64, foreign_key="source.code", ondelete="SET NULL", index=True
    )
    copied_from: UUID | None = Field(default=None, foreign_key="campaign.id", ondelete="SET NULL", index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class CampaignText(Table, table=True):
    """What a campaign says in one language; a version that was approved is never written again."""

    __tablename__ = "campaign_text"

    campaign_id: UUID = Field(primary_key=True, foreign_key="campaign.id", ondelete="CASCADE")
    text_version: int = Field(primary_key=True)
    language: str = Field(primary_key=True, max_length=8)
    html: str
    media: JsonObject | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    buttons: list[JsonObject] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    text_hash: str = Field(max_length=64)


class Segment(Table, table=True):
    """A rule that staff gave a name, to use it again."""

    __tablename__ = "segment"
    __table_args__ = (UniqueConstraint("name"),)

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=120)
    rule: JsonObject = Field(sa_column=Column(JSON, nullable=False))
    made_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)


class CampaignEvent(Table, table=True):
    """One thing that happened to a campaign: who, what, from where to where; details are sealed."""

    __tablename__ = "campaign_event"

    id: UUID = Field(primary_key=True)
    campaign_id: UUID = Field(foreign_key="campaign.id", ondelete="CASCADE", index=True)
    kind: str = Field(max_length=32)
    actor_contact_id: UUID | None = Field(
        default=None, foreign_key="contact.id", ondelete="SET NULL", index=True
    )
    from_state: str | None = Field(default=None, max_length=32)
    to_state: str | None = Field(default=None, max_length=32)
    details: bytes | None = None
    happened_at: datetime = Field(sa_type=UtcDateTime)


class CampaignTap(Table, table=True):
    """A first tap on one of a campaign's buttons; "stop" is also a /berhenti after it, "report" a /lapor."""

    __tablename__ = "campaign_tap"

    campaign_id: UUID = Field(primary_key=True, foreign_key="campaign.id", ondelete="CASCADE")
    contact_id: UUID = Field(primary_key=True, foreign_key="contact.id", ondelete="CASCADE", index=True)
    button: str = Field(primary_key=True, max_length=16)
    tapped_at: datetime = Field(sa_type=UtcDateTime)
