"""`run`: the bot against Telegram, by polling or webhook, until Ctrl-C."""

import asyncio
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.errors import ConfigurationError
from bot.logs import configure_logging
from bot.readiness import Severity, list_findings
from bot.settings import Settings, load_settings
from commands.composition import open_house
from commands.running import run_house, stop_on_signals


def run() -> None:
    """Run the bot: polling by default, a webhook when WEBHOOK_URL is set."""
    settings = load_settings()
    configure_logging(settings.log_level)
    refuse_unready(settings)
    with sole_process(settings):
        asyncio.run(_run(settings))


async def _run(settings: Settings) -> None:
    stopping = asyncio.Event()
    stop_on_signals(stopping)
    async with open_house(settings) as house:
        await run_house(house, stopping)


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
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigurationError(
                f"another `run` uses {path.with_suffix('')}: one a SQLite file"
            ) from None
        yield


def _lock_path(settings: Settings) -> Path | None:
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(f"{url.database}.lock")
