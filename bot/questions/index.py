"""Ranks the answers for a question by what it shares with the ways to ask for each.

Sayings are vectors: of words, and of character trigrams for what is misspelt or inflected. A question is
compared with each saying, of which an answer's nearest counts, and with all of an answer's sayings taken
together, which tells what they have in common. What few answers share weighs more (inverse answer frequency):
"berapa" says little, "beasiswa" nearly all. Pure Python over inverted lists: docs/decisions/0021 has figures.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

GRAM = 3  # characters
SHORTLIST = 16  # answers whose every saying is compared; the right one is hardly ever farther down

Vector = Mapping[str, float]
Features = Callable[[Sequence[str]], Counter[str]]
Saying = tuple[str, Sequence[str]]  # the answer it asks for, and its words
Inverted = Mapping[str, Sequence[tuple[int, float]]]  # feature -> (place of a vector, weight in it)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near an answer is, by its nearest saying and by all of them together; each 0 to 1."""

    saying_words: float = 0.0
    answer_words: float = 0.0
    saying_grams: float = 0.0
    answer_grams: float = 0.0


class Index:
    """Sayings by words and by trigrams."""

    def __init__(self, sayings: Sequence[Saying], always: frozenset[str] = frozenset()) -> None:
        self._words = _Space(sayings, words)
        self._grams = _Space(sayings, trigrams)
        self._always = always
        self._vocabulary: dict[str, set[str]] = defaultdict(set)
        for answer, tokens in sayings:
            self._vocabulary[answer].update(tokens)

    def nearest(self, tokens: Sequence[str]) -> dict[str, Nearness]:
        """The answers that share most with the question, and those that are `always` looked at."""
        asked_words, asked_grams = self._words.vector(tokens), self._grams.vector(tokens)
        by_words, by_grams = self._words.answers(asked_words), self._grams.answers(asked_grams)
        together = {
            answer: by_words.get(answer, 0.0) + by_grams.get(answer, 0.0) for answer in by_words | by_grams
        }
        shortlist = {*heapq.nlargest(SHORTLIST, together, key=together.__getitem__), *self._always}
        return {
            answer: Nearness(
                saying_words=self._words.nearest_saying(asked_words, answer),
                answer_words=by_words.get(answer, 0.0),
                saying_grams=self._grams.nearest_saying(asked_grams, answer),
                answer_grams=by_grams.get(answer, 0.0),
            )
            for answer in shortlist & together.keys()
        }

    def covered(self, tokens: Sequence[str], answer: str) -> float:
        """The part of the question that some saying of the answer has, each word by what it tells; 0 to 1."""
        told = {token: self._words.rarity(token) for token in tokens}
        known = sum(told[token] for token in told.keys() & self._vocabulary.get(answer, set()))
        return known / (sum(told.values()) or 1.0)


def words(tokens: Sequence[str]) -> Counter[str]:
    return Counter(tokens)


def trigrams(tokens: Sequence[str]) -> Counter[str]:
    """Three characters at a time, within each word and its edges."""
    padded = [f" {token} " for token in tokens]
    return Counter(word[at : at + GRAM] for word in padded for at in range(len(word) - GRAM + 1))


class _Space:
    """Sayings and answers as vectors of one kind of feature, by inverted lists."""

    def __init__(self, sayings: Sequence[Saying], features: Features) -> None:
        self._features = features
        counted = [(answer, features(tokens)) for answer, tokens in sayings]
        self._rarity = _rarity(counted)
        self._unheard = max(self._rarity.values(), default=1.0)
        own: dict[str, list[Vector]] = defaultdict(list)
        for answer, counts in counted:
            own[answer].append(self._weighed(counts))
        self._sayings = {answer: (_inverted(vectors), len(vectors)) for answer, vectors in own.items()}
        self._names = list(own)
        self._totals = _inverted(_together(vectors) for vectors in own.values())

    def rarity(self, feature: str) -> float:
        """How much a feature tells; one that no saying has, most."""
        return self._rarity.get(feature, self._unheard)

    def vector(self, tokens: Sequence[str]) -> Vector:
        """The question as a vector of length 1."""
        return self._weighed(self._features(tokens))

    def answers(self, asked: Vector) -> dict[str, float]:
        """The question's cosine with all the sayings of each answer together."""
        scores = _dot(asked, self._totals, len(self._names))
        return {answer: score for answer, score in zip(self._names, scores, strict=True) if score}

    def nearest_saying(self, asked: Vector, answer: str) -> float:
        """The question's cosine with the nearest of an answer's sayings."""
        lists, many = self._sayings.get(answer, ({}, 0))
        return max(_dot(asked, lists, many), default=0.0)

    def _weighed(self, counts: Counter[str]) -> Vector:
        return _unit({name: (1 + math.log(count)) * self.rarity(name) for name, count in counts.items()})


def _rarity(counted: Iterable[tuple[str, Counter[str]]]) -> dict[str, float]:
    """Inverse answer frequency: 1 for what every answer shares."""
    holders: dict[str, set[str]] = defaultdict(set)
    answers = set()
    for answer, counts in counted:
        answers.add(answer)
        for feature in counts:
            holders[feature].add(answer)
    return {
        feature: 1 + math.log((1 + len(answers)) / (1 + len(found))) for feature, found in holders.items()
    }


def _together(vectors: Iterable[Vector]) -> Vector:
    """Vectors added up."""
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for feature, weight in vector.items():
            total[feature] += weight
    return _unit(total)


def _inverted(vectors: Iterable[Vector]) -> Inverted:
    lists: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for feature, weight in vector.items():
            lists[feature].append((place, weight))
    return dict(lists)


def _dot(asked: Vector, lists: Inverted, many: int) -> list[float]:
    """The question's cosine with each of so many vectors."""
    scores = [0.0] * many
    for feature, weight in asked.items():
        for place, other in lists.get(feature, ()):
            scores[place] += weight * other
    return scores


def _unit(vector: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {feature: weight / length for feature, weight in vector.items()}
