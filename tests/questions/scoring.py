"""How well a set of questions is answered: top-1, wrong and sure, abstained, with intervals and times."""

import math
import time
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.questions.matching import Certainty, Match, Questions

HERE = Path(__file__).parent
DEVELOPMENT, SECOND, HELD_OUT = (
    HERE / f"{name}.toml" for name in ("development", "second_development", "held_out")
)
WARM_UP = 50  # questions asked before the clock counts
TIMES = 3  # each question is asked
Z = 1.959964  # of a 95 % interval


SPLIT = {"misfortune.now": ("misfortune.death",)}
"""Answers that were parted after the questions were frozen: what was right then is right with either."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with every answer that is right; none for what is out of scope."""

    text: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Share:
    """So many out of so many, with Wilson's interval at 95 %."""

    count: int
    of: int

    @property
    def value(self) -> float:
        return self.count / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson (1927): it stays honest near 0 and 1."""
        centre = (self.value + Z * Z / (2 * self.of)) / (1 + Z * Z / self.of)
        half = Z / (1 + Z * Z / self.of)
        half *= math.sqrt(self.value * (1 - self.value) / self.of + Z * Z / (4 * self.of * self.of))
        return centre - half, centre + half

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.1%} ({self.count}/{self.of}; 95 %: {low:.1%} to {high:.1%})"


@dataclass(frozen=True, slots=True)
class Score:
    """What a set of questions came to; p95 in milliseconds.

    Abstained is every answerable question that is not answered as if sure, whether others are offered or not.
    """

    top1: Share
    top3: Share
    wrong_and_sure: Share
    abstained: Share
    answered_elsewhere: Share
    p95: float


def read_questions(path: Path) -> list[Asked]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
    return [Asked(row["text"], _right(row["answer"], *row.get("also", ()))) for row in rows]


def _right(*ids: str) -> frozenset[str]:
    """Every answer that is right, and what it was parted into since."""
    return frozenset(part for id in ids if id for part in (id, *SPLIT.get(id, ())))


def score(questions: Questions, asked: list[Asked]) -> Score:
    """Ask everything, on a clock."""
    for question in asked[:WARM_UP]:
        questions.ask(question.text)
    timed = [(question, *_timed(questions, question.text)) for question in asked]
    ours = [(question, match) for question, match, _ in timed if question.right]
    others = [match for question, match, _ in timed if not question.right]
    return Score(
        top1=_share(match.ids[:1] != () and match.ids[0] in question.right for question, match in ours),
        top3=_share(bool(question.right & set(match.ids)) for question, match in ours),
        wrong_and_sure=_share(
            _is_sure(match) and match.ids[0] not in question.right for question, match, _ in timed
        ),
        abstained=_share(not _is_sure(match) for _, match in ours),
        answered_elsewhere=_share(_is_sure(match) for match in others),
        p95=sorted(took for *_, took in timed)[int(len(timed) * 0.95)] * 1000,
    )


def _timed(questions: Questions, text: str) -> tuple[Match, float]:
    """The match, and the shortest of three times in seconds: the others are the machine's, not ours."""
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        match = questions.ask(text)
        times.append(time.perf_counter() - began)
    return match, min(times)


def _is_sure(match: Match) -> bool:
    return match.certainty is Certainty.SURE


def _share(hits: Iterable[bool]) -> Share:
    found = list(hits)
    return Share(sum(found), len(found))
