"""When somebody in the field may be written to: their hours and days, holidays, and pauses for prayer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from storage.models.volunteers import Volunteer

DAY = timedelta(days=1)
FRIDAY, SATURDAY = 4, 5
FRIDAY_PRAYER = (time(11, 30), time(13, 0))
RAMADAN_DUSK = (time(17, 30), time(19, 0))  # breaking the fast; dusk in Serang is about 18.00 all year
RAMADAN_DAYS = 30
EID = "Idul Fitri"
LOOK_AHEAD = 60  # days; nobody's hours, and no office day, begin later than that

Window = tuple[datetime, datetime]


def is_on_leave(volunteer: Volunteer, day: date) -> bool:
    """Whether somebody is away on a day; the last day of their leave belongs to it."""
    return volunteer.leave_until is not None and volunteer.leave_until >= day


@dataclass(frozen=True, slots=True)
class BranchCalendar:
    """The branch's days: national holidays, which its file may add to and take from.

    The library marks what only the moon decides as estimated ("perkiraan"); the file has the last word.
    """

    zone: ZoneInfo
    added: Mapping[date, str] = field(default_factory=dict)
    removed: frozenset[date] = frozenset()

    def holiday(self, day: date) -> str | None:
        """The name of a holiday; None on any other day."""
        if day in self.removed:
            return None
        return self.added.get(day) or national_holidays(day.year).get(day)

    def is_office_day(self, day: date) -> bool:
        """Whether the branch's office is open: neither a weekend nor a holiday."""
        return day.weekday() < SATURDAY and self.holiday(day) is None

    def next_office_hour(self, after: datetime, hour: time) -> datetime:
        """That hour, later than a moment, on the next day the office is open: no weekend, no holiday."""
        day = after.astimezone(self.zone).date()
        for days in range(LOOK_AHEAD):
            wanted = self._at(day + days * DAY, hour)
            if wanted > after and self.is_office_day(wanted.date()):
                return wanted
        return after + DAY

    def is_ramadan(self, day: date) -> bool:
        """Whether it is one of the days before the feast that ends the fast."""
        return any(day < feast <= day + RAMADAN_DAYS * DAY for feast in self._feasts(day))

    def _feasts(self, day: date) -> Iterator[date]:
        years = (day.year, day.year + 1)
        national = {known: name for year in years for known, name in national_holidays(year).items()}
        named = {**national, **self.added}
        feasts = sorted(known for known, name in named.items() if EID in name and known not in self.removed)
        yield from (known for known in feasts if known - DAY not in feasts)

    def windows(self, volunteer: Volunteer, day: date) -> list[Window]:
        """When somebody may be written to on a day, in order; nothing on holidays and their days off."""
        if not self._works_on(volunteer, day):
            return []
        begins, ends = time.fromisoformat(volunteer.works_from), time.fromisoformat(volunteer.works_until)
        windows = [(self._at(day, begins), self._at(day, ends))]
        for pause in self._pauses(day):
            windows = [part for window in windows for part in _without(window, pause)]
        return windows

    def _works_on(self, volunteer: Volunteer, day: date) -> bool:
        return str(day.weekday()) in volunteer.working_days and self.holiday(day) is None

    def _pauses(self, day: date) -> Iterator[Window]:
        hours = []
        if day.weekday() == FRIDAY:
            hours.append(FRIDAY_PRAYER)
        if self.is_ramadan(day):
            hours.append(RAMADAN_DUSK)
        for begins, ends in hours:
            yield self._at(day, begins), self._at(day, ends)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone)

    def next_working_moment(self, volunteer: Volunteer, moment: datetime) -> datetime:
        """This moment if it is in the volunteer's hours, else when those begin next."""
        today = moment.astimezone(self.zone).date()
        for days in range(LOOK_AHEAD):
            for begins, ends in self.windows(volunteer, today + days * DAY):
                if moment < ends:
                    return max(moment, begins)
        return moment

    def next_digest(self, volunteer: Volunteer, after: datetime) -> datetime:
        """The volunteer's digest hour on their next working day, later than a moment; a pause puts it off."""
        hour = time.fromisoformat(volunteer.digest_at)
        day = after.astimezone(self.zone).date()
        for days in range(LOOK_AHEAD):
            wanted = self._at(day + days * DAY, hour)
            if wanted > after and self._works_on(volunteer, wanted.date()):
                return self._after_pause(wanted)
        return after + DAY

    def _after_pause(self, moment: datetime) -> datetime:
        for begins, ends in self._pauses(moment.date()):
            if begins <= moment < ends:
                return ends
        return moment


@cache
def national_holidays(year: int) -> Mapping[date, str]:
    """National holidays of a year by day, reckoned once."""
    return dict(holidays.country_holidays("ID", years=year, language="id").items())


def _without(window: Window, pause: Window) -> list[Window]:
    """What is left of a window around a pause: one part, two or none."""
    begins, ends = window
    pauses, resumes = pause
    if resumes <= begins or ends <= pauses:
        return [window]
    parts = ((begins, pauses), (resumes, ends))
    return [part for part in parts if part[0] < part[1]]
