"""Waves are as large as the field can answer, and what is paid for is never exceeded."""

import pytest

from bot.campaigns.budget import budget_messages, stars_for, within_budget
from bot.campaigns.estimates import Past
from bot.campaigns.waves import SMALLEST, has_room, wave_for
from storage.campaign_field import FieldStrength


@pytest.mark.parametrize(
    ("audience", "slots", "volunteers", "wave"),
    [
        (1_000, 30, 5, None),
        (1_000, 10, 5, 333),
        (1_000, 0, 5, SMALLEST),
        (1_000, 0, 0, None),
        (15, 0, 5, None),
    ],
)
def test_a_wave_brings_what_volunteers_have_room_for(
    audience: int, slots: int, volunteers: int, wave: int | None
) -> None:
    """By the assumed three in a hundred; where nobody is in the field, nobody is waited for."""
    assert wave_for(audience, [], FieldStrength(slots, 0, volunteers)) == wave


def test_campaigns_of_before_tell_better() -> None:
    """Where one in five registered, waves are smaller."""
    past, field = [Past(1_000, 200)], FieldStrength(30, 0, 5)
    wave = wave_for(1_000, past, field)
    assert wave is not None
    assert 120 <= wave <= 150
    assert has_room(wave, past, field)
    assert not has_room(2 * wave, past, field)


@pytest.mark.parametrize(
    ("wanted", "audience", "paid", "released"),
    [
        (None, 100, None, None),
        (None, 100, 100, None),
        (None, 100, 30, 30),
        (50, 100, 30, 30),
        (20, 100, 30, 20),
    ],
)
def test_what_is_paid_for_is_the_limit(
    wanted: int | None, audience: int, paid: int | None, released: int | None
) -> None:
    """Unpaid broadcasts have none."""
    assert within_budget(wanted, audience, paid) == released


def test_stars_are_reckoned_upwards() -> None:
    """A tenth of a Star a message; a begun one is a whole one."""
    assert (budget_messages(3), stars_for(30), stars_for(31)) == (30, 3, 4)
