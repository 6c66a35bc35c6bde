"""SQLModel tables, one file a noun; each enum stands beside its table."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from storage.models import (
    cases,
    consents,
    contacts,
    conversations,
    erasures,
    followups,
    gatherings,
    groups,
    invitations,
    leads,
    leases,
    messages,
    reviews,
    sources,
    staff,
    timers,
    updates,
    uploads,
    volunteers,
)

__all__ = [
    "cases",
    "consents",
    "contacts",
    "conversations",
    "erasures",
    "followups",
    "gatherings",
    "groups",
    "invitations",
    "leads",
    "leases",
    "messages",
    "metadata",
    "reviews",
    "sources",
    "staff",
    "timers",
    "updates",
    "uploads",
    "volunteers",
]

metadata: MetaData = SQLModel.metadata
