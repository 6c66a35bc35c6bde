"""Every journey goes as its transcript tells, and leaves the database in order."""

import pytest

from tests.journeys.companies import Season
from tests.journeys.transcripts import Journey

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]


async def test_a_journey_goes_as_told(season: Season, engine: str, journey: Journey) -> None:
    """Each phone shows exactly what the transcript says, and every invariant holds afterwards."""
    await season.plays(journey, engine)
