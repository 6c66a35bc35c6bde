"""`python -m benchmarks.field`: a branch of a million leads; what falls due is queued, /tugas is opened.

It is measured in this process on both engines, at three sizes, and written into docs/performance.md.
"""

import argparse
import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from rich.console import Console

from benchmarks.crowd import NOW, SILENT_AT, VOLUNTEERS, Crowd, load
from benchmarks.report import PAGE, machine
from bot.clock import Clock
from bot.service import Service
from bot.timer_kinds import TIMER_KINDS
from bot.timers import TimerRunner
from bot.visits import HOME, Visit
from commands.composition import build_service
from handlers.features import collect_routes
from handlers.routes import Routes
from storage.contacts import meet_contact
from storage.conversations import Place
from storage.database import Database
from storage.schema import migrate
from storage.updates import remember_update
from storage.visits import find_standing
from tests.integration.conftest import fresh_keys
from tests.integration.house_stage import house_settings
from tests.postgres import PostgresServer

SIZES = (10_000, 100_000, 1_000_000)
DUE = 10_000
OPENED = 400  # times that /tugas is opened
SEED = 20_261_121
PER_SECOND, P95 = 2_000, 0.100
COMMAND = "- Command: `python -m benchmarks.field`, the second half of `make bench`"
BEGIN, END = "<!-- field: written by `make bench` -->", "<!-- end of field -->"


@dataclass(frozen=True, slots=True)
class Figures:
    """What one size on one engine came to; seconds, but for the rate."""

    engine: str
    leads: int
    loaded: float
    due: float
    idle: float
    p50: float
    p95: float
    silent: float

    @property
    def rate(self) -> float:
        """Duties claimed and queued a second."""
        return DUE / self.due

    @property
    def silent_rate(self) -> float:
        """Steps taken a second for leads that nobody moved: offered to others, or handed up."""
        return DUE / self.silent


async def measure(engine: str, url: str, leads: int, console: Console) -> Figures:
    """Fill an empty database, let everything fall due at once, then open /tugas many times."""
    keys = fresh_keys()
    database = Database(url, keys)
    clock = Clock(pinned=NOW)
    service = build_service(house_settings(url, "http://127.0.0.1:1"), clock, "bench_bot")
    try:
        await migrate(database)
        began = perf_counter()
        crowd = await load(database, leads, DUE, random.Random(SEED))
        loaded = perf_counter() - began
        console.print(f"{engine}: {leads:,} leads stand after {loaded:.0f} s")
        due, idle = await _ticks(database, service)
        times = await _open_tasks(database, service, crowd)
        clock.move(SILENT_AT - NOW)
        silent = await _run(TimerRunner(database, service, TIMER_KINDS))
    finally:
        await database.close()
    cuts = quantiles(times, n=100)
    return Figures(engine, leads, loaded, due, idle, cuts[49], cuts[94], silent)


async def _ticks(database: Database, service: Service) -> tuple[float, float]:
    """Seconds for the tick that finds everything due, and for one that finds nothing."""
    runner = TimerRunner(database, service, TIMER_KINDS)
    due = await _run(runner)
    began = perf_counter()
    for _ in range(20):
        await runner.run_due()
    return due, (perf_counter() - began) / 20


async def _run(runner: TimerRunner) -> float:
    """Seconds until all that is due has been done."""
    began = perf_counter()
    done = await runner.run_due()
    took = perf_counter() - began
    if done != DUE:
        raise RuntimeError(f"{done} timers were done, not {DUE}")
    return took


async def _open_tasks(database: Database, service: Service, crowd: Crowd) -> list[float]:
    """The whole transaction of an update: the person, their role, the list, where they are now."""
    routes, dice = collect_routes(), random.Random(SEED)
    times = []
    for number in range(OPENED):
        began = perf_counter()
        await _open_once(database, service, routes, dice.choice(crowd.telegram_ids), number)
        times.append(perf_counter() - began)
    return times


async def _open_once(
    database: Database, service: Service, routes: Routes, telegram_id: int, number: int
) -> None:
    async with database.transaction() as tx:
        await remember_update(tx, 1_000_000 + number, NOW)
        contact = await meet_contact(tx, telegram_id, NOW)
        standing = await find_standing(tx, contact)
        visit = Visit(
            tx=tx,
            service=service,
            book=routes.screens,
            contact=contact,
            role=standing.role,
            place=standing.place or Place(HOME),
            now=NOW + timedelta(hours=1),
        )
        await routes.commands["tugas"].handler(visit, "")
        await visit.save()


@contextmanager
def _database(engine: str, leads: int) -> Iterator[str]:
    """An empty database of its own: PostgreSQL waits for its disk, and so does SQLite."""
    if engine == "SQLite":
        with TemporaryDirectory(prefix="perisai-field-") as folder:
            yield f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}"
        return
    with PostgresServer(durable=True) as server:
        yield server.create_database(f"field_{leads}")


def _table(results: list[Figures]) -> list[str]:
    names = ("Engine", "Leads", f"{DUE:,} due at once, s", "Duties a second", "A tick with nothing due, ms")
    heading = (*names, "/tugas p50, ms", "/tugas p95, ms", f"{DUE:,} silent, s", "Silent steps a second")
    lines = [f"| {' | '.join(heading)} |", f"| --- |{' ---: |' * (len(heading) - 1)}"]
    lines += [
        f"| {one.engine} | {one.leads:,} | {one.due:.2f} | {one.rate:,.0f} | {one.idle * 1000:.1f} "
        f"| {one.p50 * 1000:.0f} | {one.p95 * 1000:.0f} | {one.silent:.2f} | {one.silent_rate:,.0f} |"
        for one in results
    ]
    return lines


def _verdicts(results: list[Figures]) -> list[tuple[bool, str]]:
    """The promises, which are PostgreSQL's; SQLite stands beside it."""
    found = []
    promised = [one for one in results if one.engine == "PostgreSQL"]
    for one in promised:
        beside = f"beside {one.leads:,} leads"
        found += [
            (one.rate >= PER_SECOND, f"PostgreSQL: at least {PER_SECOND:,} duties a second {beside}"),
            (one.p95 < P95, f"PostgreSQL: /tugas p95 below {P95 * 1000:.0f} ms {beside}"),
        ]
    first, last = promised[:1], promised[len(SIZES) - 1 :]
    cheap = "PostgreSQL: a hundred times the leads cost less than twice the time"
    found += [(many.due < 2 * few.due, cheap) for few, many in zip(first, last, strict=False)]
    return found


def write(results: list[Figures], path: Path = PAGE) -> None:
    """Put the figures between their marks; the words around them stay."""
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    promises = [f"- {'Kept' if kept else '**Broken**'}: {what}." for kept, what in _verdicts(results)]
    where = [
        f"- Date: {datetime.now(UTC):%Y-%m-%d}",
        f"- Machine: {machine()}",
        "- Command: `python -m benchmarks.field`, the second half of `make bench`",
    ]
    said = f"- {VOLUNTEERS:,} volunteers; half of what is due are digests, half reminders of appointments."
    lines = "\n".join([*where, said, "", *_table(results), "", *promises])
    path.write_text(f"{before}{BEGIN}\n\n{lines}\n\n{END}{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.field", description="A branch of a million leads.")
    parser.add_argument("--quick", action="store_true", help="10,000 leads only; written down nowhere")
    options = parser.parse_args()
    sizes = SIZES[:1] if options.quick else SIZES
    console, results = Console(), []
    for engine in ("PostgreSQL", "SQLite"):
        for leads in sizes:
            with _database(engine, leads) as url:
                results.append(asyncio.run(measure(engine, url, leads, console)))
                console.print(_table(results[-1:])[-1])
    if not options.quick:
        write(results)
    for kept, promise in _verdicts(results):
        console.print(f"[green]kept[/]   {promise}" if kept else f"[red]broken[/] {promise}")


if __name__ == "__main__":
    main()
