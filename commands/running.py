"""One running process: its parts in the order in which they start; they stop in the opposite one."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any

import structlog
import uvicorn

from bot.erasures import replay_erasures
from bot.errors import ConfigurationError
from bot.schedule import run_schedule
from bot.service import Service
from bot.telegram_api.transport import build_polling_request
from bot.telegram_api.updates import UpdateFeed
from commands.asking import TelegramRefused, patiently, unless_stopped
from commands.composition import House
from handlers.application import ALLOWED_UPDATES
from handlers.polling import Polling
from handlers.web import Web
from storage.database import Database, in_transaction
from storage.errors import StorageUnavailable
from storage.leases import expire_leases
from storage.outbox import recover_lost
from storage.staff import sync_owners

log = structlog.get_logger(__name__)

QUIET = 5.0  # seconds after the start that belong to whoever has been waiting


class _Server(uvicorn.Server):
    """Leaves the signals to this process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def run_house(house: House, stopping: asyncio.Event) -> None:
    """Run until told to stop, or until a part cannot go on, whose error is raised once all is put away.

    To stop is to take no more updates, finish the replies and messages on their way, let go of the
    leases - until then no other replica takes our messages for lost -, and only then to be silent.
    """
    await _prepare(house)
    async with (
        _served(house, stopping),
        _present(house),
        beside(run_schedule(house.desk), stopping),
        beside(house.outbox.run(), stopping, end=house.outbox.stop),
        beside(house.broadcaster.run(), stopping, end=house.broadcaster.stop),
        _answering(house, stopping),
        _learning(house.service),
    ):
        if house.settings.webhook_url:
            await _wait_on_webhook(house, stopping)
        else:
            await _poll(house, stopping)


@asynccontextmanager
async def beside(
    work: Coroutine[Any, Any, None], stopping: asyncio.Event, *, end: Callable[[], None] | None = None
) -> AsyncIterator[None]:
    """Work that goes on beside the block. When it ends of itself so does the block, and its error is raised.

    `end` asks it to finish; without one it is cancelled.
    """
    task = asyncio.create_task(work)
    task.add_done_callback(lambda _: stopping.set())
    try:
        yield
    finally:
        (end or task.cancel)()
        await asyncio.wait({task})
        if not task.cancelled():
            task.result()


@asynccontextmanager
async def _present(house: House) -> AsyncIterator[None]:
    """Among the replicas, by a lease; let go of at the end, so that nobody waits for its expiry."""
    await house.leadership.beat()
    try:
        yield
    finally:
        try:
            await house.leadership.resign()
        except StorageUnavailable:
            log.warning("the leases could not be let go of; they expire by themselves")


@asynccontextmanager
async def _answering(house: House, stopping: asyncio.Event) -> AsyncIterator[None]:
    """Updates are taken; at the end no more of them, and their replies go out."""
    async with beside(house.intake.watch(), stopping):
        try:
            yield
        finally:
            house.intake.close()
            await house.intake.finish()


@asynccontextmanager
async def _learning(service: Service) -> AsyncIterator[None]:
    """How questions are told apart is learnt in a thread, once those who waited have been answered.

    Whoever asks before that waits for it, and nobody else does.
    """
    task = asyncio.create_task(_learn(service))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})
        if not task.cancelled():
            task.result()


async def _learn(service: Service) -> None:
    await asyncio.sleep(QUIET)
    await service.questions.prepare()


async def _prepare(house: House) -> None:
    """What every start does: staff from the settings, erasures again."""
    now = house.service.clock.now()
    async with house.database.transaction() as tx:
        await sync_owners(tx, house.settings.owner_ids, now)
        if house.database.is_sqlite:
            # One process a file: whatever was being sent or led, nobody is at it any more.
            await expire_leases(tx)
            await recover_lost(tx, [], now, now)
    await keep_erased(house.database, house.service)


async def keep_erased(database: Database, service: Service) -> None:
    """After a restore; page by page, so that replicas that serve already are not held up."""
    is_more = True
    while is_more:
        async with database.transaction() as tx:
            is_more = await replay_erasures(tx, service)


@asynccontextmanager
async def _served(house: House, stopping: asyncio.Event) -> AsyncIterator[None]:
    """The HTTP side; HTTP_PORT 0 leaves it out where only polling is wanted."""
    settings = house.settings
    if settings.http_port == 0:
        yield
        return
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_url else ""
    web = Web(house.database, house.intake, secret).application()
    config = uvicorn.Config(
        web,
        access_log=False,
        log_config=None,
        lifespan="off",
        proxy_headers=False,  # nobody asks from where a request came
        timeout_graceful_shutdown=10,
    )
    server = _Server(config)

    def end() -> None:
        server.should_exit = True

    with _listening(settings.http_host, settings.http_port) as listener:
        async with beside(server.serve([listener]), stopping, end=end):
            yield


def _listening(host: str, port: int) -> socket.socket:
    """A socket of our own: uvicorn's would end the process without a word that helps."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ConfigurationError(f"HTTP_HOST, HTTP_PORT: cannot listen ({error.strerror})") from None


async def _poll(house: House, stopping: asyncio.Event) -> None:
    """Fetch updates ourselves; a webhook that was set before would keep them from us."""
    if not await unless_stopped(patiently(house.bot.delete_webhook), stopping):
        return
    request = build_polling_request(in_transaction.get)
    await request.initialize()
    try:
        await Polling(UpdateFeed(request, house.bot.base_url, ALLOWED_UPDATES), house.intake).run(stopping)
    finally:
        await request.shutdown()


async def _wait_on_webhook(house: House, stopping: asyncio.Event) -> None:
    settings = house.settings
    set_webhook = partial(
        house.bot.set_webhook,
        url=f"{settings.webhook_url.rstrip('/')}/telegram",
        secret_token=settings.webhook_secret.get_secret_value(),
        allowed_updates=list(ALLOWED_UPDATES),
        max_connections=40,
    )
    try:
        is_set = await unless_stopped(patiently(set_webhook), stopping)
    except TelegramRefused as error:
        raise ConfigurationError(f"WEBHOOK_URL, WEBHOOK_SECRET: {error}") from None
    if is_set:
        log.info("waiting for updates", webhook=settings.webhook_url)
    await stopping.wait()


def stop_on_signals(stopping: asyncio.Event) -> None:
    """Ctrl-C and SIGTERM stop cleanly."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
