"""What time it is: the one place that asks, so that tests and the demo can move it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

JAKARTA = ZoneInfo("Asia/Jakarta")


@dataclass(frozen=True, slots=True)
class Months:
    """Calendar months: what laws and the branch count in."""

    count: int

    def before(self, moment: datetime, zone: ZoneInfo = JAKARTA) -> datetime:
        """The same day and hour so many months earlier; a month that is too short ends that day early."""
        local = moment.astimezone(zone)
        year, month = divmod(local.year * 12 + local.month - 1 - self.count, 12)
        day = min(local.day, monthrange(year, month + 1)[1])
        return local.replace(year=year, month=month + 1, day=day).astimezone(UTC)


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
