"""The outbox: one row a message that the service sends of itself."""

from enum import StrEnum


class Lane(StrEnum):
    """How urgent a message is; the order is the order of service."""

    REPLY = "reply"
    NOTICE = "notice"
    REMINDER = "reminder"
    CAMPAIGN = "campaign"


class MessageState(StrEnum):
    """Where a message stands; `sending` turns to `unknown` if nobody reports back."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    ERRORED = "errored"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
