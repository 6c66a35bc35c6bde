"""`python -m benchmarks.questions`: how well typed questions are matched; `--held-out`: on the frozen set.

`--fit` fits the calibration by cross-validation over the sayings and prints its numbers. Nothing is fitted on
the frozen set; docs/performance.md says how often it was measured.
"""

import argparse
import math
import random
import resource

from rich.console import Console

from bot.questions.index import Index
from bot.questions.lexicon import load_lexicon
from bot.questions.matching import ELSEWHERE, Evidence, Questions
from bot.questions.normalising import tokens
from tests.questions.answers import ANSWERS, QUESTIONS
from tests.questions.scoring import DEVELOPMENT, HELD_OUT, read_questions, score

FOLDS, SEED = 10, 20_261_121
ROUNDS, RATE = 3000, 2.0
ELSEWHERE_SHARE = 1 / 3  # of questions, in the sets that are measured


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.questions", description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure the frozen set")
    parser.add_argument("--fit", action="store_true", help="fit the calibration by cross-validation")
    options = parser.parse_args()
    console = Console(highlight=False, soft_wrap=True)
    if options.fit:
        console.print(fit())
        return
    path = HELD_OUT if options.held_out else DEVELOPMENT
    measured = score(QUESTIONS, read_questions(path))
    console.print(path.name)
    console.print(f"right at once (top-1)    {measured.top1}")
    console.print(f"among the three offered  {measured.top3}")
    console.print(f"wrong and sure, of all   {measured.wrong_and_sure}")
    console.print(f"asked back (abstained)   {measured.abstained}")
    console.print(f"elsewhere, yet answered  {measured.answered_elsewhere}")
    console.print(f"p95 {measured.p95:.2f} ms; peak memory of this process {_megabytes():.0f} MB")


def fit() -> str:
    """Logistic regression by gradient descent; what belongs elsewhere weighs a third of all."""
    rows = cross_validate()
    ours = sum(1 for _, is_ours, _ in rows if is_ours)
    weight = ELSEWHERE_SHARE / (1 - ELSEWHERE_SHARE) * ours / max(len(rows) - ours, 1)
    weights = [1.0 if is_ours else weight for _, is_ours, _ in rows]
    scale = RATE / sum(weights)
    fitted = [0.0] * 5
    for _ in range(ROUNDS):
        slope = [0.0] * 5
        for (evidence, _, is_right), one in zip(rows, weights, strict=True):
            numbers = _numbers(evidence)
            error = one * (is_right - _chance(fitted, numbers))
            slope = [total + error * number for total, number in zip(slope, numbers, strict=True)]
        fitted = [value + scale * step for value, step in zip(fitted, slope, strict=True)]
    names = ("bias", "score", "margin", "coverage", "elsewhere")
    return ", ".join(f"{name} {value:.2f}" for name, value in zip(names, fitted, strict=True))


def cross_validate() -> list[tuple[Evidence, bool, bool]]:
    """Each saying asked of an index without it: the evidence, whether it is ours, whether it is found."""
    lexicon = load_lexicon()
    sayings = [*ANSWERS.sayings(), *((ELSEWHERE, saying) for saying in ANSWERS.elsewhere)]
    pairs = [(id, found) for id, saying in sayings if (found := tokens(saying, lexicon))]
    random.Random(SEED).shuffle(pairs)
    rows = []
    for fold in range(FOLDS):
        kept = [pair for place, pair in enumerate(pairs) if place % FOLDS != fold]
        questions = Questions(ANSWERS, lexicon, index=Index(kept, always=frozenset({ELSEWHERE})))
        for id, asked in pairs[fold::FOLDS]:
            ranked, evidence = questions.weigh(asked)
            rows.append((evidence, id != ELSEWHERE, ranked[:1] == [id]))
    return rows


def _numbers(evidence: Evidence) -> tuple[float, ...]:
    return (1.0, evidence.score, evidence.margin, evidence.coverage, evidence.lead)


def _chance(fitted: list[float], numbers: tuple[float, ...]) -> float:
    return 1 / (1 + math.exp(-sum(value * number for value, number in zip(fitted, numbers, strict=True))))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
