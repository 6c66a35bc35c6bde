"""Groups of workers: farmers', fishers', a market, a motorcycle rank."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, UniqueConstraint
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class GroupKind(StrEnum):
    """What holds the group together."""

    FARMERS = "farmers"
    FISHERS = "fishers"
    MARKET = "market"
    RANK = "rank"


class WorkerGroup(Table, table=True):
    """A group that a lead may belong to and a volunteer may answer for."""

    __tablename__ = "worker_group"
    __table_args__ = (UniqueConstraint("kind", "name"),)

    id: UUID = Field(primary_key=True)
    kind: GroupKind = Field(sa_column=Column(EnumText(GroupKind), nullable=False))
    name: str = Field(max_length=120)
    village_code: str | None = Field(default=None, max_length=13)
    created_at: datetime = Field(sa_type=UtcDateTime)
