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
    followups,
    groups,
    invitations,
    leads,
    leases,
    messages,
    questions,
    sources,
    staff,
    timers,
    updates,
    voices,
    volunteers,
)

__all__ = [
    "cases",
    "consents",
    "contacts",
    "conversations",
    "erasures",
    "facts",
    "followups",
    "groups",
    "invitations",
    "leads",
    "leases",
    "messages",
    "metadata",
    "questions",
    "sources",
    "staff",
    "timers",
    "updates",
    "voices",
    "volunteers",
]

metadata: MetaData = SQLModel.metadata
