"""Every journey goes as its transcript tells, on both engines, and leaves the database in order."""

import pytest

from tests.journeys.companies import JOURNEYS, Season
from tests.journeys.transcripts import Journey

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]


@pytest.mark.parametrize("journey", [pytest.param(journey, id=journey.name) for journey in JOURNEYS])
async def test_a_journey_goes_as_told(season: Season, engine: str, journey: Journey) -> None:
    """Each phone shows exactly what the transcript says, and every invariant holds afterwards."""
    await season.plays(journey, engine)
