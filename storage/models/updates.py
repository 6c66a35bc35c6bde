"""Which updates were handled, and those that could not be."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class SeenUpdate(Table, table=True):
    """An update that was handled, kept 48 h so that a redelivery changes nothing."""

    __tablename__ = "seen_update"

    update_id: int = Field(sa_type=BigInteger, primary_key=True)
    seen_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Quarantine(Table, table=True):
    """An update no handler could digest: sealed, kept for a week, so that it holds nobody up."""

    __tablename__ = "quarantine"

    id: UUID = Field(primary_key=True)
    update_id: int = Field(sa_type=BigInteger)
    telegram_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    body: bytes
    error: str = Field(max_length=200)
    created_at: datetime = Field(sa_type=UtcDateTime, index=True)
