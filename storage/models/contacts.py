"""A Telegram account the bot knows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class Contact(Table, table=True):
    """A Telegram account, without a name. Opted out is the person's choice, unreachable is Telegram's."""

    __tablename__ = "contact"

    id: UUID = Field(primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    language: str = Field(default="id", max_length=8)
    first_source: str | None = Field(default=None, max_length=64)
    last_source: str | None = Field(default=None, max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_seen_at: datetime = Field(sa_type=UtcDateTime)
    opted_out_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    unreachable_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
