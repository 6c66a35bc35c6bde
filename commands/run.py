"""`run`: the bot against Telegram, by polling or webhook, until Ctrl-C."""

import asyncio
import ctypes
import gc
from contextlib import AsyncExitStack, suppress
from datetime import datetime
from typing import Annotated

import typer
import uvloop

from bot.clock import Clock
from bot.errors import ConfigurationError
from bot.logs import configure_logging
from bot.readiness import Severity, list_findings
from bot.settings import Settings, load_settings
from commands.asking import unless_stopped
from commands.composition import open_house
from commands.databases import sole_process, sqlite_file
from commands.running import run_house, stop_on_signals

M_ARENA_MAX = -8  # of mallopt(3)
GARBAGE_AT = 5_000  # new objects before it is looked for: a call to Telegram alone makes hundreds


def run(
    clock_at: Annotated[str, typer.Option(hidden=True, help="Begin at this time: for tests.")] = "",
) -> None:
    """Run the bot: polling by default, a webhook when WEBHOOK_URL is set."""
    _share_memory()
    settings = load_settings()
    configure_logging(settings.log_level)
    refuse_unready(settings)
    clock = _clock(settings, clock_at)
    with (
        sole_process(sqlite_file(settings)),
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,  # an eighth less CPU (decision 61)
    ):
        runner.run(_run(settings, clock))


async def _run(settings: Settings, clock: Clock) -> None:
    stopping = asyncio.Event()
    stop_on_signals(stopping)
    gc.disable()  # while texts, facts and places are read, too
    async with AsyncExitStack() as stack:
        opening = stack.enter_async_context(open_house(settings, clock))
        if house := await unless_stopped(opening, stopping):
            _keep_for_good()
            await run_house(house, stopping)


def _share_memory() -> None:
    """One heap for all threads: glibc gives each its own, and what is free in one is of no use to others."""
    with suppress(OSError, AttributeError):  # another C library has no such thing
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


def _keep_for_good() -> None:
    """Texts, facts and places stay: a collector that walks through them each time holds replies up."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_AT)
    gc.enable()


def _clock(settings: Settings, begins: str) -> Clock:
    """The real time, or one that begins when a test says; real people are only served in real time."""
    clock = Clock()
    if begins and settings.is_production:
        raise ConfigurationError("--clock-at is for tests: real people are served in real time")
    if begins:
        clock.move(datetime.fromisoformat(begins) - clock.now())
    return clock


def refuse_unready(settings: Settings) -> None:
    """ConfigurationError in production while something is missing that must not be."""
    blocking = [item for item in list_findings(settings) if item.severity is Severity.BLOCKING]
    if blocking:
        raise ConfigurationError("; ".join(item.text for item in blocking))
