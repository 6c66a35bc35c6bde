"""Tells how likely each label is for a question, from sayings whose labels are known.

Multinomial naive Bayes over weighed features, after Rennie, Shih, Teevan and Karger (ICML 2003, "Tackling the
poor assumptions"): counts dampened, what few sayings have weighs more, each saying of length 1. A question is
weighed in the same way, with what no saying has in it, so that a half-understood one is never told as surely
as a whole one. Pure Python over flat arrays; docs/decisions/0033 says why, and what else was tried.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from bot.questions.features import Features

UNSEEN = 0.01  # counted for each feature that a label's sayings do not have; chosen in docs/decisions/0033

Saying = tuple[str, Features]  # the label, and what it is recognised by
Places: TypeAlias = "array[int]"  # of features in the vocabulary
Amounts: TypeAlias = "array[float]"
Counts = tuple[Places, Amounts]  # how much a label has of which features; a dict takes ten times the room


@dataclass(frozen=True, slots=True)
class Posterior:
    """The chance of each label, together 1; and the part of the question that any saying shares, 0 to 1."""

    chances: Mapping[str, float]
    known: float


class Bayes:
    """What sayings teach: for each feature how much it tells, and what it adds to each label's score."""

    def __init__(self, sayings: Iterable[Saying]) -> None:
        self._places: dict[str, int] = {}
        read = [(label, *self._read(found)) for label, found in sayings]
        self._rarity, self._unheard = _rarity([places for _, places, _ in read], len(self._places))
        counts = self._counts(read)
        many = UNSEEN * len(self._places)
        self._labels = tuple(counts)
        self._floors = tuple(math.log(UNSEEN / (sum(amounts) + many)) for _, amounts in counts.values())
        self._gains = _Gains(len(self._places), list(counts.values()))

    def posterior(self, asked: Features) -> Posterior:
        """The chances for a question, none of which was known before it (every label alike)."""
        found = [(self._places.get(feature), times) for feature, times in asked.items()]
        weights = self._weighed(found)
        known = [
            (place, weight) for (place, _), weight in zip(found, weights, strict=True) if place is not None
        ]
        total = sum(weight for _, weight in known)
        scores = [total * floor for floor in self._floors]
        for place, weight in known:
            self._gains.add(scores, place, weight)
        chances = dict(zip(self._labels, _softmax(scores), strict=True))
        return Posterior(chances, sum(weight * weight for _, weight in known))

    def _read(self, features: Features) -> tuple[Places, Places]:
        """A saying as the places of its features, and how often it has each."""
        places = (self._places.setdefault(feature, len(self._places)) for feature in features)
        return array("I", places), array("I", features.values())

    def _counts(self, read: Iterable[tuple[str, Places, Places]]) -> dict[str, Counts]:
        """By label, how much of each feature its sayings have."""
        sayings: dict[str, list[tuple[Places, Places]]] = defaultdict(list)
        for label, places, times in read:
            sayings[label].append((places, times))
        return {label: self._count(said) for label, said in sayings.items()}

    def _count(self, said: Iterable[tuple[Places, Places]]) -> Counts:
        amounts: dict[int, float] = defaultdict(float)
        for places, times in said:
            weights = self._weighed(list(zip(places, times, strict=True)))
            for place, weight in zip(places, weights, strict=True):
                amounts[place] += weight
        return array("I", amounts), array("d", amounts.values())

    def _weighed(self, found: Sequence[tuple[int | None, int]]) -> list[float]:
        """The weight of each feature, the whole of length 1; what no saying has tells most."""
        weights = [
            (1 + math.log(times)) * (self._unheard if place is None else self._rarity[place])
            for place, times in found
        ]
        length = math.sqrt(sum(weight * weight for weight in weights)) or 1.0
        return [weight / length for weight in weights]


class _Gains:
    """What each feature adds to the scores of the labels that have it; flat, as tuples take far more room."""

    def __init__(self, many: int, counts: Sequence[Counts]) -> None:
        self._ends = array("I", accumulate(_held(many, counts), initial=0))
        self._labels = array("H", bytes(2 * self._ends[-1]))
        self._gains = array("f", bytes(4 * self._ends[-1]))
        free = array("I", self._ends)
        for label, (places, amounts) in enumerate(counts):
            for place, count in zip(places, amounts, strict=True):
                self._labels[free[place]] = label
                self._gains[free[place]] = math.log1p(count / UNSEEN)
                free[place] += 1

    def add(self, scores: list[float], place: int, weight: float) -> None:
        """Add a feature's gains, so many times, to the scores."""
        for at in range(self._ends[place], self._ends[place + 1]):
            scores[self._labels[at]] += weight * self._gains[at]


def _held(many: int, counts: Sequence[Counts]) -> list[int]:
    """How many labels have each feature."""
    held = [0] * many
    for places, _ in counts:
        for place in places:
            held[place] += 1
    return held


def _rarity(read: Sequence[Places], many: int) -> tuple["array[float]", float]:
    """How much each feature tells (inverse document frequency), and one that no saying has: as a rare one."""
    holders = [0] * many
    for places in read:
        for place in places:
            holders[place] += 1

    def rarity(count: int) -> float:
        return 1 + math.log((1 + len(read)) / (1 + count))

    return array("f", map(rarity, holders)), rarity(1)


def _softmax(scores: Sequence[float]) -> list[float]:
    highest = max(scores, default=0.0)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
