"""What remains after an erasure: enough to keep it erased, and no more."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class Suppression(Table, table=True):
    """An erased account: nothing is sent to it unasked until the person agrees to it anew.

    `contact_id` is the contact the account has since it wrote again; no foreign key, so that the row can
    be restored before the contact. By it an audience is joined, which cannot compute an index.
    """

    __tablename__ = "suppression"

    account_index: str = Field(primary_key=True, max_length=80)
    contact_id: UUID | None = Field(default=None, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)


class SuppressedLead(Table, table=True):
    """An erased lead's phone and name: only the person, nobody else, makes a lead of them again."""

    __tablename__ = "suppressed_lead"

    phone_name_index: str = Field(primary_key=True, max_length=80)
    account_index: str = Field(max_length=80, index=True)  # whose erasure it was
    created_at: datetime = Field(sa_type=UtcDateTime)


class Erasure(Table, table=True):
    """The erasure log: replayed after a restore, so that a backup brings nobody back."""

    __tablename__ = "erasure"

    id: UUID = Field(primary_key=True)
    account_index: str = Field(max_length=80, index=True)
    contact_id: UUID
    erased_at: datetime = Field(sa_type=UtcDateTime, index=True)
