"""The first bell: polling. The offset moves only after every update of a batch has been handled."""

import asyncio

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import ConfigurationError
from bot.telegram_api.errors import retry_after_of
from bot.telegram_api.updates import UpdateFeed
from handlers.intake import AWAY, Intake

log = structlog.get_logger(__name__)

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0


class Polling:
    """Fetches until it is stopped; what it fetched is handled and confirmed before it ends."""

    def __init__(self, feed: UpdateFeed, intake: Intake) -> None:
        self._feed = feed
        self._intake = intake
        self._offset = 0
        self._pause = FIRST_PAUSE

    async def run(self, stopping: asyncio.Event) -> None:
        """ConfigurationError when the token is refused or another instance polls."""
        while not stopping.is_set():
            fetching = asyncio.create_task(self._fetch())
            stop = asyncio.create_task(stopping.wait())
            await asyncio.wait({fetching, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            if not fetching.done():
                fetching.cancel()
                break
            await self._handle(fetching.result())
        await self._confirm()

    async def _fetch(self) -> list[object]:
        """One batch; trouble on the way is waited out, ever longer."""
        try:
            found = await self._feed.fetch(self._offset)
        except (Conflict, InvalidToken) as error:
            raise ConfigurationError(_explain(error)) from None
        except TelegramError as error:
            await self._rest(error)
            return []
        self._pause = FIRST_PAUSE
        return found

    async def _rest(self, error: TelegramError) -> None:
        log.warning("updates could not be fetched", error=type(error).__name__)
        if isinstance(error, RetryAfter):
            await asyncio.sleep(retry_after_of(error))
        await asyncio.sleep(self._pause)
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    async def _handle(self, updates: list[object]) -> None:
        """All at once, in order for each person; again until the database takes them."""
        waiting = updates
        while waiting:
            receipts = await asyncio.gather(*(self._intake.receive(update) for update in waiting))
            waiting = [u for u, receipt in zip(waiting, receipts, strict=True) if receipt == AWAY]
            if waiting:
                await asyncio.sleep(FIRST_PAUSE)
        numbers = [
            u["update_id"] for u in updates if isinstance(u, dict) and isinstance(u.get("update_id"), int)
        ]
        self._offset = max([self._offset, *(int(number) + 1 for number in numbers)])

    async def _confirm(self) -> None:
        """Tell Telegram what was handled, so that the next start does not see it again."""
        if not self._offset:
            return
        try:
            await self._feed.fetch(self._offset, wait=0, limit=1)
        except TelegramError:
            log.info("the last updates could not be confirmed; they will be recognised")


def _explain(error: TelegramError) -> str:
    if isinstance(error, InvalidToken):
        return "BOT_TOKEN: Telegram does not know this token"
    return f"another instance fetches this bot's updates, or a webhook is set ({error.message})"
