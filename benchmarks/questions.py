"""`python -m benchmarks.questions`: how well typed questions are matched; `--held-out`: on the frozen set.

The second development set is measured in halves: sayings were written with the even places in sight, never
with the odd ones. `--fit` fits the calibration by cross-validation over the sayings and prints its numbers.
Nothing is fitted on the frozen set; docs/performance.md says how often it was measured.
"""

import argparse
import math
import random
import resource
import time
from collections.abc import Sequence
from statistics import fmean, pstdev

from rich.console import Console

from bot.questions.bayes import Bayes
from bot.questions.features import features
from bot.questions.lexicon import load_lexicon
from bot.questions.matching import ELSEWHERE, Evidence, Questions, labelled, weigh
from tests.questions.answers import ANSWERS, QUESTIONS
from tests.questions.scoring import DEVELOPMENT, HELD_OUT, SECOND, Asked, read_questions, score

FOLDS, SEED = 2, 20_261_121  # half of the sayings unknown: about as strange as people's own words
ROUNDS, RATE = 1500, 0.5
ELSEWHERE_SHARE = 1 / 3  # of questions, in the sets that are measured

Row = tuple[Evidence, bool, bool]  # what speaks for the first answer; whether it is ours to answer; and found


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.questions", description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure the frozen set")
    parser.add_argument("--fit", action="store_true", help="fit the calibration by cross-validation")
    options = parser.parse_args()
    console = Console(highlight=False, soft_wrap=True)
    if options.fit:
        console.print(fit(cross_validate()))
        return
    for name, asked in (_frozen() if options.held_out else _development()).items():
        _print_score(console, name, asked)
    began = time.process_time()
    Questions(ANSWERS, load_lexicon())
    console.print(
        f"read in {time.process_time() - began:.2f} s; peak memory of this process {_megabytes():.0f} MB"
    )


def _frozen() -> dict[str, list[Asked]]:
    return {HELD_OUT.name: read_questions(HELD_OUT)}


def _development() -> dict[str, list[Asked]]:
    second = read_questions(SECOND)
    return {
        DEVELOPMENT.name: read_questions(DEVELOPMENT),
        f"{SECOND.name}, the half that was in sight": second[::2],
        f"{SECOND.name}, the half that was not": second[1::2],
    }


def _print_score(console: Console, name: str, asked: list[Asked]) -> None:
    measured = score(QUESTIONS, asked)
    console.print(name)
    console.print(f"  right at once (top-1)    {measured.top1}")
    console.print(f"  among the three offered  {measured.top3}")
    console.print(f"  wrong and sure, of all   {measured.wrong_and_sure}")
    console.print(f"  asked back (abstained)   {measured.abstained}")
    console.print(f"  elsewhere, yet answered  {measured.answered_elsewhere}")
    console.print(f"  p95 {measured.p95:.2f} ms")


def fit(rows: Sequence[Row]) -> str:
    """Logistic regression on standard scores by gradient descent; what belongs elsewhere weighs a third."""
    ours = sum(1 for _, is_ours, _ in rows if is_ours)
    elsewhere = ELSEWHERE_SHARE / (1 - ELSEWHERE_SHARE) * ours / max(len(rows) - ours, 1)
    counted = [1.0 if is_ours else elsewhere for _, is_ours, _ in rows]
    columns = list(zip(*(evidence.numbers() for evidence, _, _ in rows), strict=True))
    means, spreads = [fmean(column) for column in columns], [pstdev(column) for column in columns]
    table = [(1.0, *_standard(evidence.numbers(), means, spreads)) for evidence, _, _ in rows]
    bias, *slopes = _descend(table, [is_right for _, _, is_right in rows], counted)
    weights = [slope / spread for slope, spread in zip(slopes, spreads, strict=True)]
    bias -= sum(weight * mean for weight, mean in zip(weights, means, strict=True))
    return f"bias {bias:.2f}, weights ({', '.join(f'{weight:.2f}' for weight in weights)})"


def _standard(numbers: Sequence[float], means: list[float], spreads: list[float]) -> list[float]:
    return [(one - mean) / spread for one, mean, spread in zip(numbers, means, spreads, strict=True)]


def _descend(table: list[tuple[float, ...]], right: list[bool], counted: list[float]) -> list[float]:
    fitted = [0.0] * len(table[0])
    scale = RATE / sum(counted)
    for _ in range(ROUNDS):
        slope = [0.0] * len(fitted)
        for numbers, is_right, one in zip(table, right, counted, strict=True):
            error = one * (is_right - _chance(fitted, numbers))
            slope = [total + error * number for total, number in zip(slope, numbers, strict=True)]
        fitted = [value + scale * step for value, step in zip(fitted, slope, strict=True)]
    return fitted


def cross_validate() -> list[Row]:
    """Each saying asked of what the other folds teach."""
    lexicon = load_lexicon()
    pairs = [(label, found) for label, said in labelled(ANSWERS) if (found := features(said, lexicon))]
    random.Random(SEED).shuffle(pairs)
    rows = []
    for fold in range(FOLDS):
        bayes = Bayes(pair for place, pair in enumerate(pairs) if place % FOLDS != fold)
        for label, asked in pairs[fold::FOLDS]:
            ranked, evidence = weigh(bayes, asked)
            rows.append((evidence, not label.startswith(ELSEWHERE), ranked[:1] == [label]))
    return rows


def _chance(fitted: Sequence[float], numbers: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(value * number for value, number in zip(fitted, numbers, strict=True))))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
