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
    followups,
    groups,
    invitations,
    leads,
    leases,
    messages,
    sources,
    staff,
    timers,
    updates,
    volunteers,
)

__all__ = [
    "campaigns",
    "cases",
    "consents",
    "contacts",
    "conversations",
    "erasures",
    "followups",
    "groups",
    "invitations",
    "leads",
    "leases",
    "messages",
    "metadata",
    "sources",
    "staff",
    "timers",
    "updates",
    "volunteers",
]

metadata: MetaData = SQLModel.metadata
