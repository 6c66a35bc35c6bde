"""`python -m benchmarks.words`: what it costs to understand a message and to word one, beside a plain peer.

A village is looked for, and an answer matched, by rapidfuzz alone; a text is filled in by `str.format`. None
of these does what ours does: they say what the least of it costs, in the same run.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from bot.answer_words import NO, UNKNOWN, YES
from bot.answers import Option, match_option
from bot.branch import DEFAULT_BRANCH_FILE, load_branch
from bot.places import PlaceIndex
from bot.texts import TEXTS_DIRECTORY, Texts

TYPED = Path(__file__).parents[1] / "tests" / "unit" / "place_inputs.txt"
ANSWER = "saya tukang sayur keliling kampung"
OPTIONS: Sequence[Option] = [("yes", "Ya", YES), ("no", "Tidak", NO), ("unknown", "Tidak tahu", UNKNOWN)]
NAME, PLAIN = "Sari & keluarga", "Halo {}, ini layanan otomatis BPJS Ketenagakerjaan Serang."
ROUNDS = 200
HEADINGS = ("", "ours, p50 µs", "ours, p95 µs", "peer, p50 µs", "ratio of the medians")


@dataclass(frozen=True, slots=True)
class Piece:
    """The same work done by ours and by the peer, on each of what is given."""

    name: str
    ours: Callable[[str], object]
    peer: Callable[[str], object]
    given: Sequence[str]


def main() -> None:
    table = Table(*HEADINGS)
    for piece in (_village(), _answer(), _text()):
        own, other = _times(piece.ours, piece.given), _times(piece.peer, piece.given)
        shown = (median(own), quantiles(own, n=20)[-1], median(other))
        ratio = median(own) / median(other)
        table.add_row(piece.name, *(f"{seconds * 1e6:.0f}" for seconds in shown), f"{ratio:.1f}")
    Console().print(table)


def _village() -> Piece:
    index = PlaceIndex(load_branch(DEFAULT_BRANCH_FILE).areas)
    districts = [d.code for r in index.regencies() for d in index.districts(r.code)]
    names = [village.name for code in districts for village in index.villages(code)]
    lines = TYPED.read_text(encoding="utf-8").splitlines()
    typed = [line.split("|")[0].strip() for line in lines if line and not line.startswith("#")]
    return Piece(
        "a typed village", index.search, lambda text: process.extract(text, names, scorer=fuzz.WRatio), typed
    )


def _answer() -> Piece:
    labels = [label for _, label, _ in OPTIONS]
    return Piece(
        "a typed answer",
        lambda text: match_option(text, OPTIONS),
        lambda text: process.extractOne(text, labels),
        [ANSWER] * ROUNDS,
    )


def _text() -> Piece:
    texts = Texts.load(TEXTS_DIRECTORY)
    return Piece(
        "a text filled in",
        lambda name: texts.render("id", "campaigns-segment-kept", name=name),
        PLAIN.format,
        [NAME] * ROUNDS,
    )


def _times(work: Callable[[str], object], given: Sequence[str]) -> list[float]:
    """Seconds each took."""
    taken = []
    for one in given:
        began = time.perf_counter()
        work(one)
        taken.append(time.perf_counter() - began)
    return taken


if __name__ == "__main__":
    main()
