"""When the branch answers: its days and hours, less the holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.branch import Answering
from bot.working_hours import BranchCalendar

DAY = timedelta(days=1)
LOOK_AHEAD = 30  # days; no branch is closed longer than that

Window = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours of a branch that has set them."""

    calendar: BranchCalendar
    answering: Answering

    def windows(self, after: datetime) -> Iterator[Window]:
        """What is left of the hours from a moment on, day by day."""
        today = after.astimezone(self.calendar.zone).date()
        for days in range(LOOK_AHEAD):
            day = today + days * DAY
            if day.weekday() not in self.answering.days or self.calendar.holiday(day):
                continue
            begins = datetime.combine(day, self.answering.opens, self.calendar.zone)
            ends = datetime.combine(day, self.answering.closes, self.calendar.zone)
            if after < ends:
                yield max(begins, after), ends

    def later(self, moment: datetime, wait: timedelta) -> datetime:
        """When somebody has waited so long, counting open hours alone."""
        left = wait
        for begins, ends in self.windows(moment):
            if begins + left <= ends:
                return begins + left
            left -= ends - begins
        return moment + wait
