"""SQLModel tables, one file a noun; each enum stands beside its table."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from storage.models import (
    campaigns,
    cases,
    consents,
    contacts,
    conversations,
    erasures,
    facts,
    followups,
    gatherings,
    groups,
    invitations,
    leads,
    leases,
    messages,
    questions,
    reviews,
    sources,
    staff,
    timers,
    updates,
    uploads,
    voices,
    volunteers,
)

__all__ = [
    "campaigns",
    "cases",
    "consents",
    "contacts",
    "conversations",
    "erasures",
    "facts",
    "followups",
    "gatherings",
    "groups",
    "invitations",
    "leads",
    "leases",
    "messages",
    "metadata",
    "questions",
    "reviews",
    "sources",
    "staff",
    "timers",
    "updates",
    "uploads",
    "voices",
    "volunteers",
]

metadata: MetaData = SQLModel.metadata
