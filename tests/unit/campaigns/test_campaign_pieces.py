"""A piece of an audience is as large as its time allows: others never wait long for the one writer."""

import pytest

from bot.campaigns.freezing import FEWEST, HOLDS_SECONDS, MOST, next_size


@pytest.mark.parametrize(
    ("size", "took", "then"),
    [
        (5_000, HOLDS_SECONDS, 5_000),
        (5_000, HOLDS_SECONDS / 1.6, 8_000),
        (5_000, 0.0, 10_000),
        (20_000, 0.01, MOST),
        (20_000, 4 * HOLDS_SECONDS, 5_000),
        (2_000, 60.0, FEWEST),
    ],
)
def test_the_next_piece_fits_its_time(size: int, took: float, then: int) -> None:
    """At most twice the last one, at once as small as a slow disk asks for, never nothing."""
    assert next_size(size, took) == then
