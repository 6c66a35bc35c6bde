"""Questions that nothing written answers, for staff to read; and which of them have found an answer."""

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


class Saying(Table, table=True):
    """Another way to ask for a written answer, which staff found among the unanswered questions.

    Its words are those of the question, cleaned before they were kept, and sealed.
    """

    __tablename__ = "saying"

    id: UUID = Field(primary_key=True)
    text: bytes
    answer_id: str = Field(max_length=40)
    kept_by: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    kept_at: datetime = Field(sa_type=UtcDateTime)
