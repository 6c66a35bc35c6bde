"""What the approver is told about time and people before saying yes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.campaigns.estimates import Past, Range, estimate_interested
from bot.campaigns.timetable import Window, duration_parts, ends_at, next_opening

JAKARTA = ZoneInfo("Asia/Jakarta")
DAY = Window(time(8), time(20), JAKARTA)


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=JAKARTA).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "messages", "over"),
    [
        (at(9), 0, at(9)),
        (at(9), 25 * 600, at(9, 10)),
        (at(6), 25 * 600, at(8, 10)),
        (at(21), 25 * 600, at(8, 10, day=24)),
        (at(19, 50), 25 * 1200, at(8, 10, day=24)),
        (at(8), 25 * 3600 * 12, at(20)),
        (at(8), 25 * 3600 * 13, at(9, day=24)),
    ],
)
def test_nights_are_reckoned_in(start: datetime, messages: int, over: datetime) -> None:
    """Begun in the evening it is over in the morning."""
    assert ends_at(start, messages, 25, DAY) == over


@given(some.integers(0, 365 * 24 * 60), some.integers(0, 400_000))
def test_nothing_is_sent_at_night(minutes: int, messages: int) -> None:
    """Whenever it begins and however many there are, it ends inside the window, never before it could."""
    start = at(0) + timedelta(minutes=minutes)
    over = ends_at(start, messages, 25, DAY)
    local = over.astimezone(JAKARTA).time()
    assert DAY.begins <= local <= DAY.ends
    assert over - next_opening(start, DAY) >= timedelta(seconds=messages / 25) - timedelta(microseconds=10)


def test_nobody_is_told_that_it_takes_no_time() -> None:
    """Begun minutes count."""
    assert duration_parts(timedelta(seconds=40)) == (0, 1)
    assert duration_parts(timedelta(hours=4, minutes=26, seconds=30)) == (4, 27)


def test_without_a_past_nothing_is_promised() -> None:
    """The screen says so instead of guessing."""
    assert estimate_interested(2000, []) is None
    assert estimate_interested(2000, [Past(0, 0)]) is None


def test_the_past_tells_how_many_may_answer() -> None:
    """Three in a hundred before: forty to seventy of 1,840, not more than there are people."""
    assert estimate_interested(1840, [Past(500, 16), Past(300, 8)]) == Range(42, 72)


@given(
    some.integers(0, 400_000), some.lists(some.tuples(some.integers(0, 400_000), some.integers(0, 400_000)))
)
def test_a_range_is_a_range(audience: int, past: list[tuple[int, int]]) -> None:
    """Never below zero, never more than the audience, never upside down."""
    found = estimate_interested(audience, [Past(max(pair), min(pair)) for pair in past])
    assert found is None or 0 <= found.low <= found.high <= audience
