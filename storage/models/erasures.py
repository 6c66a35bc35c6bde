"""What remains after an erasure: enough to keep it erased, and no more."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class Suppression(Table, table=True):
    """A blind index of an erased account: nothing is sent to it unless the person comes back."""

    __tablename__ = "suppression"

    account_index: str = Field(primary_key=True, max_length=80)
    created_at: datetime = Field(sa_type=UtcDateTime)


class Erasure(Table, table=True):
    """The erasure log: replayed after a restore, so that a backup brings nobody back."""

    __tablename__ = "erasure"

    id: UUID = Field(primary_key=True)
    account_index: str = Field(max_length=80, index=True)
    contact_id: UUID
    erased_at: datetime = Field(sa_type=UtcDateTime, index=True)
