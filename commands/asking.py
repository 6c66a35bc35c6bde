"""Asking Telegram before the bot runs: what it refuses in plain words, and patience while it is away."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from typing import Any, TypeVar

import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.errors import ConfigurationError
from bot.telegram_api.errors import retry_after_of
from storage.errors import PerisaiError

log = structlog.get_logger(__name__)

AWAY = "Telegram does not answer: look at the network and at BOT_API_URL"
FIRST_PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0)
LONGEST_PAUSE = 30.0

Answer = TypeVar("Answer")


class TelegramAway(PerisaiError):
    """Telegram does not answer, or asks for time."""

    def __init__(self, asked_to_wait: float = 0) -> None:
        super().__init__(f"{AWAY}, then try again")
        self.asked_to_wait = asked_to_wait  # seconds, by a 429


class TelegramRefused(PerisaiError):
    """Telegram understood, and said no."""


@contextmanager
def answers_named() -> Iterator[None]:
    """Our errors in place of PTB's: InvalidToken's message is the token itself, TimedOut's says nothing.

    Raises ConfigurationError for the token, TelegramRefused for a no, TelegramAway for everything that may
    pass by itself, an answer that is none of the Bot API's included.
    """
    try:
        yield
    except InvalidToken:
        raise ConfigurationError("BOT_TOKEN: Telegram does not know this token") from None
    except (BadRequest, ChatMigrated, Conflict, Forbidden) as error:
        raise TelegramRefused(f"Telegram refused: {error.message}") from None
    except RetryAfter as error:
        raise TelegramAway(retry_after_of(error)) from None
    except TelegramError:
        raise TelegramAway from None


async def patiently(ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """Ask, again and again while Telegram is away; raises what else `answers_named` does."""
    for pause in chain(FIRST_PAUSES, repeat(LONGEST_PAUSE)):
        try:
            with answers_named():
                return await ask()
        except TelegramAway as away:
            seconds = max(pause, away.asked_to_wait)
            log.warning(AWAY, tries_again_in_seconds=seconds)
            await asyncio.sleep(seconds)
    raise AssertionError  # the pauses never end


async def unless_stopped(work: Coroutine[Any, Any, Answer], stopping: asyncio.Event) -> Answer | None:
    """The answer of the work; None when one was told to stop before there was any."""
    task, stop = asyncio.create_task(work), asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        return None
    finally:
        for waiting in (task, stop):
            waiting.cancel()
        await asyncio.gather(task, stop, return_exceptions=True)
