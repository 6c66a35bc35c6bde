"""Who works for the branch, and as what."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class Role(StrEnum):
    """What a person is to the service; everybody is at least a worker."""

    WORKER = "worker"
    VOLUNTEER = "volunteer"
    COORDINATOR = "coordinator"
    CLOSER = "closer"
    OFFICER = "officer"
    APPROVER = "approver"
    ADMIN = "admin"


class StaffMember(Table, table=True):
    """A Telegram account with a role; read on every update, so a change holds at once."""

    __tablename__ = "staff_member"

    telegram_id: int = Field(sa_type=BigInteger, primary_key=True)
    role: Role = Field(sa_column=Column(EnumText(Role), nullable=False))
    active: bool = True
    deputy_telegram_id: int | None = Field(default=None, sa_type=BigInteger)  # approves in their absence
    from_settings: bool = False  # an admin by OWNER_IDS: goes when the setting goes
    role_before: Role | None = Field(default=None, sa_column=Column(EnumText(Role)))  # comes again then
    granted_at: datetime = Field(sa_type=UtcDateTime)
