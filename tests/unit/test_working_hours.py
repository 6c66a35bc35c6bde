"""Working hours: a volunteer is written to in their own hours, not on holidays, not at prayer."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.clock import JAKARTA
from bot.working_hours import BranchCalendar
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.types import new_id

CALENDAR = BranchCalendar(JAKARTA)


def volunteer(**changes: object) -> Volunteer:
    values: dict[str, Any] = {
        "id": new_id(),
        "role": Role.VOLUNTEER,
        "name": b"",
        "joined_at": at("2026-11-20 09:00"),
    }
    return Volunteer(**values | changes)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=JAKARTA)


@pytest.mark.parametrize(
    ("moment", "next_"),
    [
        ("2026-11-23 10:00", "2026-11-23 10:00"),
        ("2026-11-23 05:00", "2026-11-23 08:00"),
        ("2026-11-23 21:30", "2026-11-24 08:00"),
        ("2026-11-20 12:00", "2026-11-20 13:00"),  # Friday prayer
        ("2026-12-24 21:00", "2026-12-26 08:00"),  # Christmas
        ("2026-03-02 18:00", "2026-03-02 19:00"),  # dusk in Ramadan
        ("2026-04-13 18:00", "2026-04-13 18:00"),  # any other dusk
    ],
)
def test_a_message_waits_for_working_hours(moment: str, next_: str) -> None:
    """Hours, Friday prayer, holidays and the dusk of Ramadan are kept."""
    assert CALENDAR.next_working_moment(volunteer(), at(moment)) == at(next_)


def test_only_own_days_count() -> None:
    """Somebody who helps at weekends hears nothing on Monday."""
    found = CALENDAR.next_working_moment(volunteer(working_days="56"), at("2026-11-23 10:00"))
    assert found == at("2026-11-28 08:00")


def test_the_branch_has_the_last_word_on_holidays() -> None:
    """What is marked as estimated may turn out otherwise."""
    day = date(2027, 3, 10)
    assert "perkiraan" in str(CALENDAR.holiday(day))
    moved = BranchCalendar(JAKARTA, {day + timedelta(days=1): "Idul Fitri"}, frozenset({day}))
    assert moved.holiday(day) is None
    assert moved.holiday(day + timedelta(days=1)) == "Idul Fitri"


@pytest.mark.parametrize(
    ("after", "next_"),
    [
        ("2026-11-23 10:00", "2026-11-23 18:30"),
        ("2026-11-23 18:30", "2026-11-24 18:30"),
        ("2026-12-24 19:00", "2026-12-26 18:30"),
        ("2026-03-02 10:00", "2026-03-02 19:00"),
    ],
)
def test_a_digest_comes_at_the_volunteers_own_hour(after: str, next_: str) -> None:
    """Once a working day, and after the fast is broken."""
    assert CALENDAR.next_digest(volunteer(), at(after)) == at(next_)


def test_hours_within_a_pause_give_no_window() -> None:
    """Who helps only at dusk is left in peace in Ramadan, until the next day they work."""
    dusk = volunteer(works_from="17:30", works_until="19:00")
    assert CALENDAR.windows(dusk, date(2026, 3, 2)) == []
    assert len(CALENDAR.windows(dusk, date(2026, 4, 13))) == 1
