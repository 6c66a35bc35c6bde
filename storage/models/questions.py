"""Questions that nothing written answers, for staff to read."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class UnansweredQuestion(Table, table=True):
    """A question nobody had written an answer to; not who asked it. Its words are cleaned, then sealed."""

    __tablename__ = "unanswered_question"

    id: UUID = Field(primary_key=True)
    text: bytes
    refused_answer: str | None = Field(default=None, max_length=40)
    asked_at: datetime = Field(sa_type=UtcDateTime, index=True)
