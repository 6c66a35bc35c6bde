"""The figures as a table, and kept in docs/performance.md."""

import platform
from datetime import UTC, datetime
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.measuring import Figures

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- figures: written by `make bench` -->", "<!-- end of figures -->"
CPU_RATIO, P95, MEMORY, FIRST_REPLY = 6.0, 250.0, 200.0, 3.0
DISTURBED = 50.0  # ms by which the load itself may be late (p99); beyond it the machine was not ours

ROWS = (
    ("updates a second, offered", "{0.rate:.0f}"),
    ("updates measured", "{0.updates}"),
    ("without a reply", "{0.lost}"),
    ("reply p50, ms", "{0.p50:.0f}"),
    ("reply p95, ms", "{0.p95:.0f}"),
    ("reply p99, ms", "{0.p99:.0f}"),
    ("CPU an update, ms", "{0.cpu:.2f}"),
    ("core used", "{0.busy:.0%}"),
    ("Bot API calls an update", "{0.calls:.2f}"),
    ("highest rate sustained, updates/s", "{0.saturation:.0f}"),
    ("memory (RSS, peak), MB", "{0.memory:.0f}"),
    ("first reply after start, s", "{0.first_reply:.2f}"),
    ("load generator late (p99), ms", "{0.slip:.1f}"),
    ("cores used by others", "{0.elsewhere:.2f}"),
)

Cells = list[list[str]]
"""Lines of a table, the heading first."""


def tabulate(bots: list[Figures], bare: list[Figures]) -> Cells:
    """Ours and the bare bot's at the same rate side by side, then what one costs in terms of the other."""
    every = [figures for pair in zip(bots, bare, strict=True) for figures in pair]
    lines = [["", *(figures.name for figures in every)]]
    lines += [[label, *(form.format(figures) for figures in every)] for label, form in ROWS]
    ratios = [cell for pair in zip(bots, bare, strict=True) for cell in (f"{cpu_ratio(*pair):.1f}", "1")]
    return [*lines, ["CPU an update, times the bare bot's", *ratios]]


def cpu_ratio(ours: Figures, bare: Figures) -> float:
    return ours.cpu / bare.cpu


def verdicts(bots: list[Figures], bare: list[Figures]) -> list[tuple[bool, str]]:
    """Each promise of the service, and whether this run kept it."""
    kept = []
    for ours, plain in zip(bots, bare, strict=True):
        kept += [
            (ours.p95 < P95 and not ours.lost, f"{ours.name}: p95 below {P95:.0f} ms, every update answered"),
            (cpu_ratio(ours, plain) <= CPU_RATIO, f"{ours.name}: at most {CPU_RATIO:.0f} times the bare CPU"),
            (ours.memory <= MEMORY, f"{ours.name}: at most {MEMORY:.0f} MB"),
            (ours.first_reply <= FIRST_REPLY, f"{ours.name}: first reply within {FIRST_REPLY:.0f} s"),
        ]
    return kept


def disturbances(figures: list[Figures]) -> list[str]:
    """Which measurements say more of the machine than of the bot."""
    return [
        f"{one.name}: the load generator itself was up to {one.slip:.0f} ms late; its times are not the bot's"
        for one in figures
        if one.slip > DISTURBED
    ]


def show(console: Console, cells: Cells, kept: list[tuple[bool, str]], notes: list[str]) -> None:
    table = Table(title="What the service costs, beside a bare bot")
    for index, heading in enumerate(cells[0]):
        table.add_column(heading, justify="right" if index else "left")
    for line in cells[1:]:
        table.add_row(*line)
    console.print(table)
    for is_kept, promise in kept:
        console.print(f"[green]kept[/]   {promise}" if is_kept else f"[red]broken[/] {promise}")
    for note in notes:
        console.print(f"[yellow]disturbed[/] {note}")


def write(cells: Cells, kept: list[tuple[bool, str]], notes: list[str], path: Path = PAGE) -> None:
    """Put the figures between their marks; the words around them stay."""
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    remarks = [f"- **Disturbed**: {note}." for note in notes]
    figures = "\n".join((*_provenance(), "", *_markdown(cells), "", *_promises(kept), *remarks))
    path.write_text(f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}", encoding="utf-8")


def machine() -> str:
    """What it was measured on."""
    memory = psutil.virtual_memory().total / 2**30
    cores = f"{psutil.cpu_count()} cores ({_processor()}), {memory:.0f} GB, {platform.system()}"
    return f"{cores}, Python {platform.python_version()}"


def _provenance() -> list[str]:
    return [
        f"- Date: {datetime.now(UTC):%Y-%m-%d}",
        f"- Machine: {machine()}",
        "- Command: `make bench`",
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _markdown(cells: Cells) -> list[str]:
    rule = ["---", *("---:" for _ in cells[0][1:])]
    return [f"| {' | '.join(line)} |" for line in (cells[0], rule, *cells[1:])]


def _promises(kept: list[tuple[bool, str]]) -> list[str]:
    return [f"- {'Kept' if is_kept else '**Broken**'}: {promise}." for is_kept, promise in kept]
