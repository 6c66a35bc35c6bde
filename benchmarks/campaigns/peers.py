"""`python -m benchmarks.campaigns.peers`: a broadcast by ours and by what others use, killed and not.

The same Telegram for each: it answers after 20 ms and floods above 30 a second for 3 s, as Telegram does.
Each is run to its end and, beside that, killed three times on the way and started again. A full run writes
its table into docs/performance.md.
"""

import argparse
import asyncio
import random
import secrets
import subprocess
import venv
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import psutil
from rich.console import Console

from benchmarks.report import PAGE, machine
from chaos.senders import Show, campaign_under_way
from playground.floods import Limits
from playground.server import running
from playground.settings import Settings as PlaygroundSettings
from playground.world import World
from storage.models.campaigns import CampaignState
from tests.integration.campaigns.crowd import FIRST
from tests.stage import Service

SIZE = 600
LATENCY_MS = 20.0
KILLED_AT = (0.25, 0.5, 0.75)  # once so much of the audience has it
SEED = 20261121  # and this moment of it
PATIENCE = 240.0  # seconds that a run may last, and one more for each ten people
MEGABYTE = 2**20
RIVALS = Path(__file__).with_name("rivals")
TELEGRAM = PlaygroundSettings(limits=Limits(), anyone=True, keep_history=False)
BEGIN, END = "<!-- peers: written by `make bench` -->", "<!-- end of peers -->"


def copies_of(world: World, size: int) -> list[int]:
    """How many each of so many people got."""
    return [world.chats.of(FIRST + number).sent for number in range(size)]


@dataclass(slots=True)
class Meter:
    """What a process used from its first message to its last, and the most memory it had."""

    world: World
    size: int
    cpu: float = 0.0
    seconds: float = 0.0
    delivered: int = 0
    peak: float = 0.0
    _first: tuple[float, float, int] | None = None
    _counted: int = 0

    def look(self, process: psutil.Process) -> None:
        """Keep what is known by now: a process that has ended tells nothing more."""
        delivered = sum(copies_of(self.world, self.size))
        if not delivered or delivered == self.delivered:
            return
        used = sum(process.cpu_times()[:2])
        self._first = self._first or (used, monotonic(), delivered)
        began_cpu, began, before = self._first
        self.cpu, self.seconds = used - began_cpu, monotonic() - began
        self.delivered = delivered
        self.peak = max(self.peak, process.memory_info().rss / MEGABYTE)
        self._counted = delivered - before

    @property
    def per_second(self) -> float:
        return self._counted / self.seconds if self.seconds else 0.0

    @property
    def per_message(self) -> float:
        """Milliseconds of CPU."""
        return 1000 * self.cpu / self._counted if self._counted else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What people have afterwards, and what it took."""

    meter: Meter
    floods: int
    missing: int
    doubled: int
    told: int  # of whom it is written down that they may have nothing

    @classmethod
    def of(cls, world: World, meter: Meter, size: int, told: int = 0) -> "Outcome":
        copies = copies_of(world, size)
        floods = sum(call["status"] == 429 for call in world.calls.after(0))
        return cls(meter, floods, copies.count(0), sum(got > 1 for got in copies), told)


@dataclass(slots=True)
class Rival:
    """One of the others' programs under way."""

    python: Path
    script: str
    url: str
    folder: Path
    size: int
    token: str
    _process: "subprocess.Popen[bytes] | None" = field(default=None)

    def starts(self) -> psutil.Process:
        given = [self.token, self.url, str(FIRST), str(self.size), str(self.folder)]
        with (self.folder / "log").open("ab") as log:
            command = [str(self.python), str(RIVALS / self.script), *given]
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        return psutil.Process(self._process.pid)

    def is_over(self) -> bool:
        assert self._process is not None
        return self._process.poll() is not None

    def is_killed(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()


def _have_it(world: World, size: int, share: float) -> bool:
    return size - copies_of(world, size).count(0) >= share * size


async def run_rival(python: Path, script: str, size: int, *, killed: bool) -> Outcome:
    """Start it, perhaps kill it three times and start it again, and wait until it ends of itself."""
    token, dice = f"7000000001:{secrets.token_urlsafe(26)}", random.Random(SEED)
    with TemporaryDirectory(prefix="perisai-peers-") as name:
        async with running(replace(TELEGRAM, token=token)) as (server, world):
            world.trouble.latency_ms = LATENCY_MS
            rival, meter = Rival(python, script, server.url, Path(name), size, token), Meter(world, size)
            process = rival.starts()
            try:
                async with asyncio.timeout(PATIENCE + size / 10):
                    for share in KILLED_AT if killed else ():
                        await _until(partial(_have_it, world, size, share), rival, meter, process)
                        await asyncio.sleep(dice.random() / 5)
                        rival.is_killed()
                        process = rival.starts()
                    await _until(lambda: False, rival, meter, process)
            except TimeoutError:
                rival.is_killed()
            return Outcome.of(world, meter, size)


async def _until(is_so: Callable[[], bool], rival: Rival, meter: Meter, process: psutil.Process) -> None:
    while not rival.is_over() and not is_so():
        try:
            meter.look(process)
        except psutil.Error:  # it has just ended
            return
        await asyncio.sleep(0.05)


async def run_ours(size: int, *, killed: bool) -> Outcome:
    """The same with our service on SQLite: approved, frozen, sent, its ledger written."""
    dice = random.Random(SEED)
    async with _ours(size) as show:
        meter = Meter(show.world, size)
        show.sender.starts()
        for share in KILLED_AT if killed else ():
            await show.begun(share)
            await asyncio.sleep(dice.random() / 5)
            await show.sender.is_killed()
            show.sender.starts()
        process = psutil.Process(show.sender.pid)
        async with asyncio.timeout(PATIENCE + size / 10):
            while await show.state() is not CampaignState.FINISHED:
                meter.look(process)
                await asyncio.sleep(0.05)
        return Outcome.of(show.world, meter, size, (await show.counts())["unknown"])


@asynccontextmanager
async def _ours(size: int) -> AsyncIterator[Show]:
    with TemporaryDirectory(prefix="perisai-peers-") as name:
        url = f"sqlite+aiosqlite:///{Path(name) / 'bot.db'}"
        async with campaign_under_way(
            Path(name), url, size=size, playground=TELEGRAM, kind=Service, RATE_PER_SECOND="28"
        ) as show:
            show.world.trouble.latency_ms = LATENCY_MS
            yield show


def make_environment(folder: Path) -> Path:
    """Python of an environment in which the others are installed, each version by its hash."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    done = subprocess.run(
        [*install, "--require-hashes", "-r", str(RIVALS / "requirements.txt")],
        check=False,
        capture_output=True,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-3000:])
    return python


OTHERS = {
    "PTB, a loop": "loop.py",
    "PTB, AIORateLimiter": "limiter.py",
    "aiogram-broadcaster": "broadcaster.py",
}
HEAD = (
    "| Sent with | Messages/s | CPU ms a message | Memory MB | Floods | Without, twice | Killed so |",
    "| --- | ---: | ---: | ---: | ---: | --- | --- |",
)


def _row(name: str, plain: Outcome, killed: Outcome, ours: Outcome) -> str:
    """Figures, in brackets as a multiple of ours."""
    cells = [
        f"{value:.{digits}f}" + (f" ({value / of:.2f}x)" if of and plain is not ours else "")
        for value, of, digits in (
            (plain.meter.per_second, ours.meter.per_second, 1),
            (plain.meter.per_message, ours.meter.per_message, 2),
            (plain.meter.peak, ours.meter.peak, 0),
        )
    ]
    return f"| {name} | {' | '.join(cells)} | {plain.floods} | {_people(plain)} | {_people(killed)} |"


def _people(outcome: Outcome) -> str:
    """How many have nothing, of how many that is known, and how many have it twice."""
    told = f" (all told of as unknown: {outcome.told})" if 0 < outcome.missing <= outcome.told else ""
    return f"{outcome.missing}{told}, {outcome.doubled}"


def write(lines: list[str], path: Path = PAGE) -> None:
    """Put the figures between their marks; the words around them stay."""
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{after}", encoding="utf-8")


async def _both(run: Callable[..., Awaitable[Outcome]]) -> tuple[Outcome, Outcome]:
    """To its end, and killed on the way, side by side: each waits most of the time."""
    plain, killed = await asyncio.gather(run(killed=False), run(killed=True))
    return plain, killed


async def measure(size: int, console: Console) -> list[str]:
    """The table's lines; ours first."""
    with console.status("ours"):
        ours, killed = await _both(partial(run_ours, size))
    rows = [_row("ours, SQLite", ours, killed, ours)]
    console.print(rows[0])
    with TemporaryDirectory(prefix="perisai-rivals-") as folder:
        python = await asyncio.to_thread(make_environment, Path(folder))
        for name, script in OTHERS.items():
            with console.status(name):
                plain, killed = await _both(partial(run_rival, python, script, size))
            rows.append(_row(name, plain, killed, ours))
            console.print(rows[-1])
    return [*HEAD, *rows]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.campaigns.peers", description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="people; another number is written nowhere")
    size = parser.parse_args().size
    table = asyncio.run(measure(size, Console(width=200)))
    where = [
        f"- Date: {datetime.now(UTC):%Y-%m-%d}; load when it ended {psutil.getloadavg()[0]:.1f}",
        f"- Machine: {machine()}",
        f"- Command: `python -m benchmarks.campaigns.peers`, a part of `make bench`; {size} people",
        "",
    ]
    if size == SIZE:
        write([*where, *table])


if __name__ == "__main__":
    main()
