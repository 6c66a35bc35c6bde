"""How long a campaign takes and when it is over, the hours in which nothing is sent included (pure)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import ceil
from zoneinfo import ZoneInfo

DAYS_AT_MOST = 400  # of looking ahead: nobody plans farther, and a window that never opens must end somewhere


@dataclass(frozen=True, slots=True)
class Window:
    """The hours of a day in which a campaign is sent, in the recipients' zone; `ends` is not included."""

    begins: time
    ends: time
    zone: ZoneInfo


def next_opening(at: datetime, window: Window) -> datetime:
    """This moment, if it is inside the window; else when the window opens next."""
    local = at.astimezone(window.zone)
    if window.begins <= local.time() < window.ends:
        return at
    day = local.date() if local.time() < window.begins else local.date() + timedelta(days=1)
    return datetime.combine(day, window.begins, window.zone).astimezone(at.tzinfo)


def ends_at(start: datetime, messages: int, per_second: float, window: Window) -> datetime:
    """When the last of so many messages is out, at this pace and inside the window."""
    left = timedelta(seconds=messages / per_second)
    at = start
    for _ in range(DAYS_AT_MOST):
        at = next_opening(at, window)
        closing = _closing(at, window)
        if left <= closing - at:
            return at + left
        left -= closing - at
        at = closing
    return at


def _closing(at: datetime, window: Window) -> datetime:
    local = at.astimezone(window.zone)
    return datetime.combine(local.date(), window.ends, window.zone).astimezone(at.tzinfo)


def duration_parts(took: timedelta) -> tuple[int, int]:
    """Whole hours and minutes, begun minutes counted: nobody is told that 40 seconds are nothing."""
    return divmod(ceil(took.total_seconds() / 60), 60)
