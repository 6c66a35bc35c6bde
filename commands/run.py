"""`run`: the bot against Telegram, by polling or webhook, until Ctrl-C."""

import asyncio
import fcntl
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, TextIO

import typer
from sqlalchemy.engine import make_url

from bot.clock import Clock
from bot.errors import ConfigurationError
from bot.logs import configure_logging
from bot.readiness import Severity, list_findings
from bot.settings import Settings, load_settings
from commands.composition import database_url, open_house
from commands.running import run_house, stop_on_signals


def run(
    clock_at: Annotated[str, typer.Option(hidden=True, help="Begin at this time: for tests.")] = "",
) -> None:
    """Run the bot: polling by default, a webhook when WEBHOOK_URL is set."""
    settings = load_settings()
    configure_logging(settings.log_level)
    refuse_unready(settings)
    clock = _clock(settings, clock_at)
    with sole_process(settings):
        asyncio.run(_run(settings, clock))


async def _run(settings: Settings, clock: Clock) -> None:
    stopping = asyncio.Event()
    stop_on_signals(stopping)
    async with open_house(settings, clock) as house:
        _keep_for_good()
        await run_house(house, stopping)


def _keep_for_good() -> None:
    """Texts, facts and places stay: a collector that walks through them each time holds replies up."""
    gc.collect()
    gc.freeze()


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


@contextmanager
def sole_process(settings: Settings) -> Iterator[None]:
    """One `run` a SQLite file: a second one is refused, other commands are not."""
    path = _lock_path(settings)
    if path is None:
        yield
        return
    with _opened(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigurationError(
                f"another `run` uses {path.with_suffix('')}: one a SQLite file"
            ) from None
        yield


def _opened(path: Path) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(
            f"DATABASE_URL: {path.parent} cannot be written ({error.strerror})"
        ) from None


def _lock_path(settings: Settings) -> Path | None:
    url = make_url(database_url(settings.database_url))
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(f"{url.database}.lock")
