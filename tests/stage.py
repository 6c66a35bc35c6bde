"""The stage of a journey: the real process, its database and its log, before a playground of its own."""

import asyncio
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from os import defpath
from pathlib import Path
from socket import create_server
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

import httpx

from bot.settings import Settings
from playground.server import running
from playground.settings import Settings as PlaygroundSettings
from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.database import Database
from storage.models.sources import Source, SourceKind
from storage.sources import add_source
from tests.archive import Archive
from tests.cast import Telegram

ROOT = Path(__file__).parents[1]
PATIENCE = 120.0  # seconds until a service that does not come to rest has failed
ARRANGING = {"setWebhook", "deleteWebhook"}
START = 0.2  # seconds between two looks at a process that starts
BEAT = 0.03  # seconds between two looks at what only the database tells
OPENING = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
BUSY = (
    "SELECT count(*) FROM message WHERE state IN ('queued', 'sending', 'errored') AND due_at <= :soon"
    " AND lane <> 'campaign'"
)
# What a review's timer does shows on no phone.
DUE = "SELECT count(*) FROM timer WHERE due_at <= :soon AND failures = 0 AND kind <> 'review'"
SOON = timedelta(seconds=6)  # what is due within so long is waited for: a receipt, a count

SOURCES = (
    Source(
        code="pasar-rau", label="Pasar Rau", kind=SourceKind.MARKET, occupation="trader", created_at=OPENING
    ),
    Source(
        code="desa-pontang",
        label="Desa Pontang",
        kind=SourceKind.NEIGHBOURHOOD,
        village_code="36.04.12.2001",
        created_at=OPENING,
    ),
)

Bell = Literal["polling", "webhook"]


class Process(Protocol):
    """What a stage asks of one, in the words of subprocess.Popen."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    def poll(self) -> int | None: ...
    def send_signal(self, number: int, /) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


@dataclass(slots=True)
class Service:
    """The real process: `main.py` in a folder of its own, with nothing of this process's environment."""

    folder: Path
    environment: dict[str, str]
    opening: datetime = OPENING
    _process: Process | None = None
    _started: float = field(default_factory=time.monotonic)

    @property
    def log(self) -> Path:
        return self.folder / "service.log"

    def now(self) -> datetime:
        """The time by the service's clock, which goes on while it is down."""
        return self.opening + timedelta(seconds=time.monotonic() - self._started)

    def today(self) -> date:
        return self.now().date()

    def passes(self, by: timedelta) -> None:
        """Let time pass; a process that runs learns of it when it is started again."""
        self.opening += by

    def runs(self, *arguments: str) -> None:
        """Run a command of the service to its end."""
        with self.log.open("ab") as log:
            subprocess.run(
                self._command(*arguments),
                check=True,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env=self.environment,
            )

    @property
    def pid(self) -> int:
        """The running process's."""
        assert self._process is not None
        return self._process.pid

    def starts(self) -> None:
        self._process = self._begun("run", "--clock-at", self.now().isoformat())

    async def stops(self) -> int:
        """Ask it to end, and wait - it still talks to Telegram -; its exit code."""
        return await asyncio.to_thread(self._ended, signal.SIGTERM)

    async def is_killed(self) -> None:
        """End it as a power cut would."""
        await asyncio.to_thread(self._ended, signal.SIGKILL)

    def check(self) -> None:
        """Fail with the end of the log when the process has ended of itself."""
        if self._process is not None and self._process.poll() is not None:
            end = self.log.read_text(encoding="utf-8", errors="replace")[-3000:]
            raise AssertionError(f"the service ended with {self._process.returncode}:\n{end}")

    def _ended(self, by: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(by)
        return process.wait(timeout=30)

    def _begun(self, *arguments: str) -> Process:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                self._command(*arguments), stdout=log, stderr=log, cwd=self.folder, env=self.environment
            )

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(ROOT / "main.py"), *arguments]


@dataclass(frozen=True, slots=True)
class Stage:
    """A service, the phones of its people, and its database."""

    service: Service
    telegram: Telegram
    archive: Archive

    async def opens(self) -> None:
        """Start the service, and wait until it has said how it wants its updates.

        Whoever writes before that may be answered twice: Telegram delivers anew what was on its way.
        """
        calls = await self.telegram.calls()
        last = calls[-1]["seq"] if calls else 0
        self.service.starts()
        async with asyncio.timeout(PATIENCE):
            while not any(call["method"] in ARRANGING for call in await self.telegram.calls(last)):
                self.service.check()
                await self.telegram.news(START)

    async def settles(self) -> None:
        """Wait until every update is confirmed and nothing is left to send.

        The bot confirms an update once its replies are out; what it queued then stands in the outbox.
        """
        try:
            async with asyncio.timeout(PATIENCE):
                while await self._is_busy():
                    self.service.check()
                    await self.telegram.news(BEAT)
        except TimeoutError:
            soon = self.archive.moment(self.service.now() + SOON)
            waiting = await self.archive.rows(
                BUSY.replace("count(*)", "kind, state, reason, due_at"), soon=soon
            )
            raise AssertionError(f"it does not come to rest: {waiting}") from None

    async def _is_busy(self) -> bool:
        """Something is under way, or due by the service's clock; what is due later waits.

        Looked for in the order in which it moves on: a timer that goes has queued its messages by then.
        """
        if await self.telegram.pending():
            return True
        soon = self.archive.moment(self.service.now() + SOON)
        return bool(await self.archive.value(DUE, soon=soon) or await self.archive.value(BUSY, soon=soon))


def environment(
    folder: Path, *, token: str, api_url: str, database_url: str, owners: list[int]
) -> dict[str, str]:
    """Every setting of a test's service; keys are made anew."""
    return {
        "PATH": defpath,
        "HOME": str(folder),
        "BOT_TOKEN": token,
        "BOT_API_URL": api_url,
        "DATABASE_URL": database_url,
        "DATA_KEYS": generate_data_key(),
        "INDEX_KEY": generate_index_key(),
        "OWNER_IDS": ",".join(map(str, owners)),
        "BRANCH_FILE": str(_branch(folder)),
        "HTTP_PORT": "0",
        "TIMEZONE": "Asia/Jakarta",
        "LOG_LEVEL": "DEBUG",
        "RATE_PER_SECOND": "1000",
    }


def webhook_settings() -> dict[str, str]:
    """What makes a service wait for its updates instead of fetching them."""
    with create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    return {
        "HTTP_PORT": port,
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": secrets.token_urlsafe(24),
    }


def _branch(folder: Path) -> Path:
    """The shipped branch with what is not known filled in."""
    shipped: Path = Settings.model_fields["branch_file"].default
    filled = shipped.read_text(encoding="utf-8")
    filled = filled.replace('\nname = ""', '\nname = "Kantor Contoh"')
    filled = filled.replace('contact = ""', 'contact = "0254 200000"').replace("_months = 0", "_months = 24")
    filled = filled.replace('hours = "" ', 'hours = "Senin-Jumat 08.00-16.00" ')
    filled += '\n[opening]\nopens = "08.00"\ncloses = "16.00"\n'
    path = folder / "branch.toml"
    path.write_text(filled, encoding="utf-8")
    return path


@asynccontextmanager
async def raised(
    folder: Path,
    url: str,
    files: Path,
    *,
    bell: Bell,
    owners: list[int],
    kind: type[Service] = Service,
    is_migrated: bool = False,
    toast_seconds: float = 5,
) -> AsyncIterator[Stage]:
    """A stage on an empty database, migrated here or before: with sources to arrive by, its service up."""
    token = f"7000000001:{secrets.token_urlsafe(26)}"
    async with (
        running(PlaygroundSettings(token=token, limits=None, toast_seconds=toast_seconds)) as (server, _),
        httpx.AsyncClient(timeout=httpx.Timeout(30, pool=None)) as client,  # a crowd takes turns
    ):
        settings = environment(folder, token=token, api_url=server.url, database_url=url, owners=owners)
        service = kind(folder, settings | (webhook_settings() if bell == "webhook" else {}))
        if not is_migrated:
            await asyncio.to_thread(service.runs, "migrate")
        await _add_sources(settings)
        stage = Stage(service, Telegram(server.url, token, client), Archive(url, files))
        try:
            await stage.opens()
            yield stage
        finally:
            await service.stops()
            await stage.archive.close()


@asynccontextmanager
async def database_of(settings: dict[str, str]) -> AsyncIterator[Database]:
    """The database of a service with these settings."""
    keys = KeyRing.parse(settings["DATA_KEYS"], settings["INDEX_KEY"])
    database = Database(settings["DATABASE_URL"], keys)
    try:
        yield database
    finally:
        await database.close()


async def _add_sources(settings: dict[str, str]) -> None:
    async with database_of(settings) as database, database.transaction() as tx:
        for source in SOURCES:
            await add_source(tx, source.model_copy())
