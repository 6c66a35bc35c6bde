"""Whether bulk may still start: asked of the database once for all the calls that are about to begin."""

import asyncio
import time
from math import inf

from bot.leadership import Leadership
from storage.database import Database
from storage.errors import StorageUnavailable

ASK_AGAIN_SECONDS = 0.01  # a 429 met by another process is known here so much later at most


class GoAhead:
    """Remembers the last yes for a moment, and lets whoever comes meanwhile wait for the same answer."""

    def __init__(self, database: Database, leadership: Leadership) -> None:
        self._database = database
        self._leadership = leadership
        self._answered_at = -inf
        self._asking = asyncio.Lock()

    async def is_given(self) -> bool:
        """Whether this process still holds the lane and nobody was told to wait."""
        async with self._asking:
            if time.monotonic() - self._answered_at < ASK_AGAIN_SECONDS:
                return True
            may = await self._ask()
            self._answered_at = time.monotonic() if may else -inf
            return may

    async def _ask(self) -> bool:
        try:
            async with self._database.transaction(read_only=True) as tx:
                return await self._leadership.may_send_bulk(tx)
        except StorageUnavailable:
            return False
