"""The first bell: polling. The offset moves only after every update of a batch has been handled."""

import asyncio
from collections.abc import Iterable

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import ConfigurationError
from bot.telegram_api.errors import retry_after_of
from bot.telegram_api.updates import UpdateFeed
from handlers.arrivals import AWAY
from handlers.intake import Intake
from handlers.quarantine import sender_of

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
        stop = asyncio.create_task(stopping.wait())
        try:
            while not stopping.is_set():
                fetching = asyncio.create_task(self._fetch())
                await asyncio.wait({fetching, stop}, return_when=asyncio.FIRST_COMPLETED)
                if not fetching.done():
                    fetching.cancel()
                    await asyncio.wait({fetching})
                    break
                await self._handle(fetching.result(), stop)
            await self._confirm()
        finally:
            stop.cancel()

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

    async def _handle(self, updates: list[object], stop: asyncio.Task[bool]) -> None:
        """All people at once, each person's in order; what is not taken when it stops is not confirmed."""
        found = await asyncio.gather(*(self._take(line, stop) for line in _lines(updates)))
        left = [number for line in found for number in _numbers(line)]
        # Not compared with the offset before: after a quiet week Telegram's numbers may begin lower.
        if left:
            self._offset = min(left)
        elif updates:
            self._offset = max(_numbers(updates), default=self._offset - 1) + 1

    async def _take(self, line: list[object], stop: asyncio.Task[bool]) -> list[object]:
        """One after the other, each again until it is taken; what was left when it was told to stop."""
        for index, update in enumerate(line):
            while await self._intake.receive(update) == AWAY:
                if stop.done():
                    return line[index:]
                await asyncio.wait({stop}, timeout=FIRST_PAUSE)
        return []

    async def _confirm(self) -> None:
        """Tell Telegram what was handled, so that the next start does not see it again."""
        if not self._offset:
            return
        try:
            await self._feed.fetch(self._offset, wait=0, limit=1)
        except TelegramError:
            log.info("the last updates could not be confirmed; they will be recognised")


def _lines(updates: Iterable[object]) -> Iterable[list[object]]:
    """The updates of each person; one whose person cannot be told stands alone."""
    lines: dict[object, list[object]] = {}
    for index, update in enumerate(updates):
        lines.setdefault(sender_of(update) or (index,), []).append(update)
    return lines.values()


def _numbers(updates: Iterable[object]) -> list[int]:
    numbers = (update.get("update_id") for update in updates if isinstance(update, dict))
    return [number for number in numbers if type(number) is int]


def _explain(error: TelegramError) -> str:
    if isinstance(error, InvalidToken):
        return "BOT_TOKEN: Telegram does not know this token"
    return f"another instance fetches this bot's updates, or a webhook is set ({error.message})"
