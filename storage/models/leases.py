"""Who runs the schedule, which replicas live, and how fast all of them may send."""

from datetime import datetime

from sqlmodel import Field

from storage.models.base import Table
from storage.types import UtcDateTime


class Lease(Table, table=True):
    """A name that one process holds until it expires; taken by compare-and-set, each taking a new epoch.

    Of a replica, `wants_per_second` is what its replies need and `may_per_second` what the leader lets it
    have, so that all of them together keep Telegram's total while one sends in bulk.
    """

    __tablename__ = "lease"

    name: str = Field(primary_key=True, max_length=64)
    holder: str = Field(max_length=64)
    epoch: int
    expires_at: datetime = Field(sa_type=UtcDateTime)
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    wants_per_second: float | None = None
    may_per_second: float | None = None
