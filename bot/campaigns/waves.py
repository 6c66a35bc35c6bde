"""Waves: how many people get a campaign at a time, so that volunteers can see whoever answers (pure)."""

from collections.abc import Sequence
from math import ceil

from bot.campaigns.estimates import Past, estimate_interested, waves_needed
from storage.campaign_field import FieldStrength

ASSUMED_PERCENT = 3  # of an audience answer, while no campaign of before tells better
SMALLEST = 20  # people a wave: fewer would be a bother without being a relief


def expected_answers(audience: int, past: Sequence[Past]) -> int:
    """How many may answer at the most, judged by campaigns of before."""
    known = estimate_interested(audience, past)
    return known.high if known else ceil(audience * ASSUMED_PERCENT / 100)


def wave_for(audience: int, past: Sequence[Past], field: FieldStrength) -> int | None:
    """How many at a time: as many as bring what volunteers there have room for; None: everybody at once.

    Where there is no volunteer at all nobody is waited for: the branch answers itself.
    """
    expected = expected_answers(audience, past)
    if not field.volunteers or not waves_needed(expected, field.free_slots):
        return None
    wave = max(SMALLEST, audience * field.free_slots // expected)
    return wave if wave < audience else None


def has_room(wave: int, past: Sequence[Past], field: FieldStrength) -> bool:
    """Whether volunteers can take as many leads as a wave may bring."""
    return field.free_slots >= max(1, expected_answers(wave, past))
