"""When a worker is best called, in hours of the branch's day."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

HOURS: dict[str, time] = {
    "morning": time(9, 0),
    "noon": time(13, 0),
    "afternoon": time(16, 0),
    "evening": time(18, 45),
}


def next_call_at(call_time: str, now: datetime, zone: ZoneInfo, *, tries: int = 0) -> datetime:
    """The next hour at which to call; after a call in vain it is another time of day."""
    names = list(HOURS)
    first = names.index(call_time) if call_time in HOURS else 0
    hour = HOURS[names[(first + tries) % len(names)]]
    local = now.astimezone(zone)
    today = datetime.combine(local.date(), hour, zone)
    return today if today > local else today + timedelta(days=1)
