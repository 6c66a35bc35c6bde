"""How many messages are claimed ahead of their turn: few where a crash must leave few of unknown fate."""

import pytest

from bot.broadcasting import IN_FLIGHT, IN_FLIGHT_PAID, Tempo


@pytest.mark.parametrize(("per_second", "ahead"), [(1, 1), (25, 2), (100, 5), (1_000, IN_FLIGHT)])
def test_a_twentieth_of_a_second_is_claimed_ahead(per_second: float, ahead: int) -> None:
    """Never nothing, never more than may be in flight."""
    assert Tempo.of(per_second, is_paid=False).ahead == ahead


@pytest.mark.parametrize(("per_second", "ahead"), [(25, 3), (500, 50), (2_000, IN_FLIGHT_PAID)])
def test_a_tenth_where_broadcasts_are_paid_for(per_second: float, ahead: int) -> None:
    """Half the claims, and no more of unknown fate after a crash than before."""
    assert Tempo.of(per_second, is_paid=True).ahead == ahead
