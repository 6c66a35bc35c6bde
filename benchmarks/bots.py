"""The bots under load, each a process of its own: ours on either engine, and the bare one."""

import asyncio
import secrets
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from os import defpath
from pathlib import Path

from psutil import Process

from benchmarks.telegram import Telegram
from tests.stage import environment, webhook_settings

ROOT = Path(__file__).parents[1]
OWNER = 999_000_001
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Command:
    """How to start a bot."""

    arguments: list[str]
    environment: dict[str, str]
    folder: Path


Preparation = Callable[[Path, Telegram], Command]


def ours(database_url: str) -> Preparation:
    """Our service, as `make run` starts it, its database migrated; the rate is raised, nothing else."""

    def prepare(folder: Path, telegram: Telegram) -> Command:
        url = database_url or f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        where = environment(
            folder, token=telegram.token, api_url=telegram.url, database_url=url, owners=[OWNER]
        )
        where |= webhook_settings() | {"LOG_LEVEL": "INFO", "RATE_PER_SECOND": "1000"}
        main = [sys.executable, str(ROOT / "main.py")]
        done = subprocess.run([*main, "migrate"], check=False, cwd=folder, env=where, capture_output=True)
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace")[-3000:])
        return Command([*main, "run"], where, folder)

    return prepare


def bare(folder: Path, telegram: Telegram) -> Command:
    """PTB and a handler."""
    port = webhook_settings()["HTTP_PORT"]
    given = [telegram.token, telegram.url, port, secrets.token_urlsafe(24)]
    where = {"PATH": defpath, "PYTHONPATH": str(ROOT)}
    return Command([sys.executable, "-m", "benchmarks.echo", *given], where, folder)


class Bot:
    """A running bot, and what it costs."""

    def __init__(self, command: Command) -> None:
        self._files = ExitStack()
        log = self._files.enter_context((command.folder / "log").open("ab"))
        self._log = command.folder / "log"
        self._popen = subprocess.Popen(
            command.arguments, cwd=command.folder, env=command.environment, stdout=log, stderr=log
        )
        self._process = Process(self._popen.pid)
        self.peak = 0.0

    def cpu_seconds(self) -> float:
        """What the process has used so far, in all its threads."""
        times = self._process.cpu_times()
        return float(times.user + times.system)

    def memory(self) -> float:
        """Resident megabytes now; `peak` is the most that was ever seen here."""
        resident = float(self._process.memory_info().rss / MEGABYTE)
        self.peak = max(self.peak, resident)
        return resident

    async def watch(self) -> None:
        """Look at its memory until cancelled."""
        while True:
            self.check()
            self.memory()
            await asyncio.sleep(0.25)

    def check(self) -> None:
        """RuntimeError with the end of its log when it has ended of itself."""
        if self._popen.poll() is not None:
            end = self._log.read_text(encoding="utf-8", errors="replace")[-3000:]
            raise RuntimeError(f"the bot ended with {self._popen.returncode}:\n{end}")

    def stop(self) -> None:
        self._popen.terminate()
        try:
            self._popen.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        self._files.close()
