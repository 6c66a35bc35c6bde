"""Uploads: files that staff sent to the bot, read by a job and not in an update's transaction."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from storage.models.base import Table
from storage.types import EnumText, UtcDateTime


class UploadState(StrEnum):
    """What is to be done with the file."""

    SENT = "sent"  # to be read, nothing changed
    READ = "read"  # nothing is wrong with it; its sender is asked
    CONFIRMED = "confirmed"  # to be taken on, all or none
    DONE = "done"
    REFUSED = "refused"


class Upload(Table, table=True):
    """One file, by Telegram's id of it: its content is fetched when it is read, and never kept."""

    __tablename__ = "upload"

    id: UUID = Field(primary_key=True)
    contact_id: UUID = Field(foreign_key="contact.id", ondelete="CASCADE", index=True)
    file_id: str = Field(max_length=200)
    is_xlsx: bool
    state: UploadState = Field(sa_column=Column(EnumText(UploadState), nullable=False, index=True))
    version: int = 1
    sent_at: datetime = Field(sa_type=UtcDateTime)
