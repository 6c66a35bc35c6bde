"""When somebody in the field may be written to: their own hours and days."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.models.volunteers import Volunteer

DAY = timedelta(days=1)


def next_working_moment(volunteer: Volunteer, moment: datetime, zone: ZoneInfo) -> datetime:
    """This moment if it is in the volunteer's hours, else when those begin next."""
    local = moment.astimezone(zone)
    begins, ends = time.fromisoformat(volunteer.works_from), time.fromisoformat(volunteer.works_until)
    for days in range(8):
        day = local.date() + days * DAY
        if str(day.weekday()) not in volunteer.working_days:
            continue
        opening = datetime.combine(day, begins, zone)
        closing = datetime.combine(day, ends, zone)
        if local < closing:
            return max(moment, opening)
    return moment
