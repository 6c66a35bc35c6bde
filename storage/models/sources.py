"""Where a lead came from: the code behind a link or a poster."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class SourceKind(StrEnum):
    """Who carries the message."""

    MARKET = "market"
    RANK = "rank"
    FARMERS = "farmers"
    FISHERS = "fishers"
    NEIGHBOURHOOD = "neighbourhood"
    AGENCY = "agency"
    CAMPAIGN = "campaign"
    VOLUNTEER = "volunteer"
    NEIGHBOUR = "neighbour"
    GATHERING = "gathering"


class Source(Table, table=True):
    """A deep-link code and what is known of the people who use it."""

    __tablename__ = "source"

    code: str = Field(primary_key=True, max_length=64)
    label: str = Field(max_length=120)
    kind: SourceKind = Field(sa_column=Column(EnumText(SourceKind), nullable=False))
    village_code: str | None = Field(default=None, max_length=13)
    rw: str | None = Field(default=None, max_length=3)
    rt: str | None = Field(default=None, max_length=3)
    occupation: str | None = Field(default=None, max_length=32)
    group_id: UUID | None = Field(default=None, foreign_key="worker_group.id", ondelete="SET NULL")
    group_name: str | None = Field(default=None, max_length=120)
    created_at: datetime = Field(sa_type=UtcDateTime)
