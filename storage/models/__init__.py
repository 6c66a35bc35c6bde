"""SQLModel tables, one file a noun; each enum stands beside its table."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from storage.models import (
    cases,
    consents,
    contacts,
    conversations,
    erasures,
    facts,
    leads,
    leases,
    messages,
    questions,
    sources,
    staff,
    updates,
    voices,
)

__all__ = [
    "cases",
    "consents",
    "contacts",
    "conversations",
    "erasures",
    "facts",
    "leads",
    "leases",
    "messages",
    "metadata",
    "questions",
    "sources",
    "staff",
    "updates",
    "voices",
]

metadata: MetaData = SQLModel.metadata
