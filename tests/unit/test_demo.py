"""When the demo's day begins."""

from datetime import UTC, datetime, timedelta

import pytest

from commands.demo import begins_ahead

ON_THAT_DAY = datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 - as Typer reads it: what a clock in Serang says


@pytest.mark.parametrize(
    ("started", "begins"),
    [
        (datetime(2026, 11, 25, 3, 0, tzinfo=UTC), datetime(2026, 11, 25, 3, 0, tzinfo=UTC)),
        (datetime(2026, 11, 25, 16, 30, tzinfo=UTC), datetime(2026, 11, 26, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 27, 5, 0, tzinfo=UTC), datetime(2026, 11, 27, 6, 0, tzinfo=UTC)),
    ],
    ids=["by day", "at night", "at Friday prayer"],
)
def test_pak_budi_can_be_asked_at_once(started: datetime, begins: datetime) -> None:
    """Whatever the hour `make demo` is run, its clocks stand at one in which leads are given out."""
    assert started + begins_ahead(started) == begins


def test_another_day_may_be_asked_for() -> None:
    """Whoever shows it to somebody picks the hour: WIB, also in the past."""
    now = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
    assert begins_ahead(now, ON_THAT_DAY) == timedelta(days=-1)
