"""Group nights: a session for an RT or a group, with its own source and everybody who registered there."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class Gathering(Table, table=True):
    """One evening: its source carries the place or group, its leads carry its id; open until it is closed."""

    __tablename__ = "gathering"

    id: UUID = Field(primary_key=True)
    code: str = Field(max_length=64, foreign_key="source.code", ondelete="CASCADE", unique=True)
    host_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
