"""When somebody in the field may be written to: their hours and days, holidays, and pauses for prayer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

from storage.models.volunteers import Volunteer

DAY = timedelta(days=1)
FRIDAY = 4
FRIDAY_PRAYER = (time(11, 30), time(13, 0))
RAMADAN_DUSK = (time(17, 30), time(19, 0))  # breaking the fast; dusk in Serang is about 18.00 all year
RAMADAN_DAYS = 30
EID = "Idul Fitri"
LOOK_AHEAD = 60  # days; nobody's hours begin later than that

Window = tuple[datetime, datetime]


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
        name: str | None = self.added.get(day) or _national(day.year).get(day)
        return name

    def is_ramadan(self, day: date) -> bool:
        """Whether it is one of the days before the feast that ends the fast."""
        return any(day < feast <= day + RAMADAN_DAYS * DAY for feast in self._feasts(day))

    def _feasts(self, day: date) -> Iterator[date]:
        years = (day.year, day.year + 1)
        national = {known: name for year in years for known, name in _national(year).items()}
        named = {**national, **self.added}
        feasts = sorted(known for known, name in named.items() if EID in name and known not in self.removed)
        yield from (known for known in feasts if known - DAY not in feasts)

    def windows(self, volunteer: Volunteer, day: date) -> list[Window]:
        """When somebody may be written to on a day, in order; nothing on holidays and their days off."""
        if str(day.weekday()) not in volunteer.working_days or self.holiday(day):
            return []
        begins, ends = time.fromisoformat(volunteer.works_from), time.fromisoformat(volunteer.works_until)
        windows = [(self._at(day, begins), self._at(day, ends))]
        for pause in self._pauses(day):
            windows = [part for window in windows for part in _without(window, pause)]
        return windows

    def _pauses(self, day: date) -> Iterator[Window]:
        if day.weekday() == FRIDAY:
            yield self._at(day, FRIDAY_PRAYER[0]), self._at(day, FRIDAY_PRAYER[1])
        if self.is_ramadan(day):
            yield self._at(day, RAMADAN_DUSK[0]), self._at(day, RAMADAN_DUSK[1])

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
            if wanted <= after or str(wanted.weekday()) not in volunteer.working_days:
                continue
            if self.holiday(wanted.date()) is None:
                return self._after_pause(wanted)
        return after + DAY

    def _after_pause(self, moment: datetime) -> datetime:
        for begins, ends in self._pauses(moment.date()):
            if begins <= moment < ends:
                return ends
        return moment


_years: dict[int, Mapping[date, str]] = {}


def _national(year: int) -> Mapping[date, str]:
    """National holidays of a year by day, reckoned once."""
    if year not in _years:
        _years[year] = dict(holidays.country_holidays("ID", years=year, language="id").items())
    return _years[year]


def _without(window: Window, pause: Window) -> list[Window]:
    """A window less a pause."""
    begins, ends = window
    parts = [(begins, min(ends, pause[0])), (max(begins, pause[1]), ends)]
    return (
        [part for part in parts if part[0] < part[1]] if pause[0] < ends and pause[1] > begins else [window]
    )
