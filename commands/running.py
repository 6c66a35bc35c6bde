"""One running process: schedule, outbox and a bell, started in order and stopped in order."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import structlog
import uvicorn

from bot.retention import replay_erasures
from bot.schedule import start_schedule
from bot.telegram_api.transport import build_polling_request
from bot.telegram_api.updates import UpdateFeed
from commands.composition import House
from handlers.application import ALLOWED_UPDATES
from handlers.polling import Polling
from handlers.web import Web
from storage.database import in_transaction
from storage.outbox import recover_lost
from storage.schema import require_schema
from storage.staff import sync_owners

log = structlog.get_logger(__name__)


class _Server(uvicorn.Server):
    """Leaves the signals to this process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def run_house(house: House, stopping: asyncio.Event) -> None:
    """Run until told to stop; then finish what was begun and let go of the leases."""
    await require_schema(house.database)
    await _prepare(house)
    async with _served(house), _drained(house, stopping):
        if house.settings.webhook_url:
            await _wait_on_webhook(house, stopping)
        else:
            await _poll(house, stopping)
        await house.intake.finish()
    await house.leadership.resign()


async def _prepare(house: House) -> None:
    """What every start does: leases, staff from the settings, erasures again, the command menus."""
    await house.leadership.beat()
    now = house.service.clock.now()
    async with house.database.transaction() as tx:
        await sync_owners(tx, house.settings.owner_ids, now)
        await replay_erasures(tx, now)
        if house.database.is_sqlite:
            # One process a file: whatever was being sent, nobody is sending it any more.
            await recover_lost(tx, [], now, now)
    await house.desk.menus.publish_for_all()


@asynccontextmanager
async def _drained(house: House, stopping: asyncio.Event) -> AsyncIterator[None]:
    """The schedule and the outbox; when the outbox cannot go on (a refused token), nothing does."""
    scheduler = start_schedule(house.desk)
    draining = asyncio.create_task(house.outbox.run())
    draining.add_done_callback(lambda _: stopping.set())
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        await house.outbox.stop()
        await draining


@asynccontextmanager
async def _served(house: House) -> AsyncIterator[None]:
    """The HTTP side; HTTP_PORT 0 leaves it out where only polling is wanted."""
    settings = house.settings
    if settings.http_port == 0:
        yield
        return
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_url else ""
    web = Web(house.database, house.intake, secret).application()
    config = uvicorn.Config(
        web,
        host=settings.http_host,
        port=settings.http_port,
        access_log=False,
        log_config=None,
        lifespan="off",
        timeout_graceful_shutdown=10,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        yield
    finally:
        server.should_exit = True
        await serving


async def _poll(house: House, stopping: asyncio.Event) -> None:
    """Fetch updates ourselves; a webhook that was set before would keep them from us."""
    await house.bot.delete_webhook()
    request = build_polling_request(in_transaction.get)
    await request.initialize()
    try:
        await Polling(UpdateFeed(request, house.bot.base_url, ALLOWED_UPDATES), house.intake).run(stopping)
    finally:
        await request.shutdown()


async def _wait_on_webhook(house: House, stopping: asyncio.Event) -> None:
    settings = house.settings
    await house.bot.set_webhook(
        url=f"{settings.webhook_url.rstrip('/')}/telegram",
        secret_token=settings.webhook_secret.get_secret_value(),
        allowed_updates=list(ALLOWED_UPDATES),
        max_connections=40,
    )
    log.info("waiting for updates", webhook=settings.webhook_url)
    await stopping.wait()


def stop_on_signals(stopping: asyncio.Event) -> None:
    """Ctrl-C and SIGTERM stop cleanly."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
