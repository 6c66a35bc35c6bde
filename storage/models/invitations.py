"""Invitations: single-use links by which people become volunteers or staff."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from storage.models.base import Table
from storage.models.staff import Role
from storage.types import EnumText, UtcDateTime


class InvitationState(StrEnum):
    """Where an invitation stands; one for staff waits for a second person first."""

    WAITING = "waiting"
    OPEN = "open"
    USED = "used"
    REFUSED = "refused"
    REVOKED = "revoked"


class Invitation(Table, table=True):
    """A link that makes one person one thing; only the hash of its code is kept.

    `volunteer_id` is set when the invitation takes somebody into a record that exists (an import, or a
    volunteer who had no Telegram).
    """

    __tablename__ = "invitation"

    id: UUID = Field(primary_key=True)
    code_hash: str = Field(max_length=64, unique=True)
    role: Role = Field(sa_column=Column(EnumText(Role), nullable=False))
    state: InvitationState = Field(sa_column=Column(EnumText(InvitationState), nullable=False))
    version: int = 1
    area_code: str = Field(default="", max_length=13)
    rw: str = Field(default="", max_length=3)
    rt: str = Field(default="", max_length=3)
    group_id: UUID | None = Field(default=None, foreign_key="worker_group.id", ondelete="CASCADE")
    volunteer_id: UUID | None = Field(default=None, foreign_key="volunteer.id", ondelete="CASCADE")
    coordinator_id: UUID | None = Field(default=None, foreign_key="volunteer.id", ondelete="SET NULL")
    invited_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    approved_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    used_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
