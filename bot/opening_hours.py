"""When people of the branch answer: its hours on its days, less holidays; reckoning in open time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.branch import Opening
from bot.working_hours import DAY, LOOK_AHEAD, BranchCalendar, Window


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The branch's hours; where they are not known it counts as always open, and has no days to promise."""

    calendar: BranchCalendar
    opening: Opening | None

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody may be expected at their desk."""
        return self.opening is None or any(begins <= moment for begins, _ in self.coming(moment))

    def coming(self, moment: datetime) -> Iterator[Window]:
        """The hours that have not ended, day by day, today's first; none where they are not known."""
        today = moment.astimezone(self.calendar.zone).date()
        for days in range(LOOK_AHEAD):
            window = self._window(today + days * DAY)
            if window is not None and moment < window[1]:
                yield window

    def next_opening(self, moment: datetime) -> datetime:
        """This moment while the branch is open, else when it opens next."""
        return next((max(moment, begins) for begins, _ in self.coming(moment)), moment)

    def after(self, moment: datetime, span: timedelta) -> datetime:
        """When so much open time has passed since a moment."""
        for begins, ends in self.coming(moment):
            start = max(moment, begins)
            if start + span <= ends:
                return start + span
            span -= ends - start
        return moment + span

    def _window(self, day: date) -> Window | None:
        opening = self.opening
        if opening is None or day.weekday() not in opening.days or self.calendar.holiday(day):
            return None
        return self._at(day, opening.opens), self._at(day, opening.closes)

    def _at(self, day: date, hour: str) -> datetime:
        hours, minutes = hour.split(".")
        return datetime.combine(day, time(int(hours), int(minutes)), self.calendar.zone)
