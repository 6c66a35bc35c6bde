"""What time it is: the one place that asks, so that tests and the demo can move it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

JAKARTA = ZoneInfo("Asia/Jakarta")


class Clock:
    """Tells the time in UTC; an offset moves it (only the demo and tests set one)."""

    def __init__(self, offset: timedelta = timedelta(0), pinned: datetime | None = None) -> None:
        self.offset = offset
        self.pinned = pinned

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        return (self.pinned or datetime.now(UTC)) + self.offset

    def today(self, zone: ZoneInfo = JAKARTA) -> date:
        """The branch's calendar day."""
        return self.now().astimezone(zone).date()

    def move(self, by: timedelta) -> None:
        """Move the clock; time never goes back on its own."""
        self.offset += by
