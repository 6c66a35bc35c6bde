"""`python -m benchmarks`: ours on SQLite and PostgreSQL and a bare bot, one after the other.

A full run writes its figures into docs/performance.md.
"""

import argparse
import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from benchmarks.bots import bare, ours
from benchmarks.measuring import Figures, Plan, Subject, measure
from benchmarks.report import disturbances, show, tabulate, verdicts, write
from tests.postgres import PostgresServer

SEED = 20_261_121
FULL = Plan(seed=SEED, seconds=30, warm_up=8, step=6, steps_ahead=12)
QUICK = Plan(seed=SEED, seconds=10, warm_up=3, step=4, steps_ahead=4)
RATES = {"sqlite": 100.0, "postgres": 150.0}
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


def main() -> None:
    options = _options()
    plan = QUICK if options.quick else FULL
    console = Console()
    results = [asyncio.run(_pair(engine, plan, console)) for engine in options.engines]
    bots, plain = [pair[0] for pair in results], [pair[1] for pair in results]
    cells, kept = tabulate(bots, plain), verdicts(bots, plain)
    notes = disturbances([*bots, *plain])
    show(console, cells, kept, notes)
    if plan is FULL and options.engines == [*RATES]:
        write(cells, kept, notes)
    sys.exit(not all(is_kept for is_kept, _ in kept))


async def _pair(engine: str, plan: Plan, console: Console) -> tuple[Figures, Figures]:
    """Ours on one engine, then the bare bot under the same load."""
    with _database(engine) as url:
        figures = [
            await _one(Subject(NAMES[engine], ours(url), RATES[engine]), plan, console),
            await _one(Subject("bare", bare, RATES[engine]), plan, console),
        ]
    return figures[0], figures[1]


async def _one(subject: Subject, plan: Plan, console: Console) -> Figures:
    with console.status(f"{subject.name} at {subject.rate:.0f} updates/s"):
        return await measure(subject, plan)


@contextmanager
def _database(engine: str) -> Iterator[str]:
    """An empty PostgreSQL that waits for its disk, or nothing: SQLite's file stands in the bot's folder."""
    if engine == "sqlite":
        yield ""
        return
    with PostgresServer(durable=True) as server:
        yield server.create_database("bench")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks", description="What the service costs, beside a bare bot."
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="a few minutes instead of about eight; written down nowhere",
    )
    parser.add_argument("--engines", nargs="+", choices=[*RATES], default=[*RATES], help="only these")
    return parser.parse_args()


if __name__ == "__main__":
    main()
