"""Where a person is: the screen they look at, and the form they are filling in."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class Conversation(Table, table=True):
    """The screen a person looks at: name, sealed params and a version that every change raises."""

    __tablename__ = "conversation"

    contact_id: UUID = Field(primary_key=True, foreign_key="contact.id", ondelete="CASCADE")
    screen: str = Field(max_length=64)
    params: bytes | None = None
    version: int = 0
    failures: int = 0  # answers in a row that could not be understood
    updated_at: datetime = Field(sa_type=UtcDateTime)


class Draft(Table, table=True):
    """A form somebody is filling in: sealed answers keyed by question id, kept until it is submitted.

    What is left of one whose answers have been forgotten is that there was one: the person is told so.
    """

    __tablename__ = "draft"

    contact_id: UUID = Field(primary_key=True, foreign_key="contact.id", ondelete="CASCADE")
    form: str = Field(primary_key=True, max_length=32)
    state: bytes | None = None  # none once the answers are forgotten
    consented_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    started_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime, index=True)
