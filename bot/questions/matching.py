"""Decides which written answer a question asks for, and how sure that is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from bot.questions.answers import Answers
from bot.questions.index import Index, Nearness
from bot.questions.lexicon import Lexicon
from bot.questions.normalising import spelled, tokens

ELSEWHERE = "-"  # the label of what is not ours to answer
SHOWN = 3  # answers on offer at once

SAYING_WORDS, ANSWER_WORDS, SAYING_GRAMS, ANSWER_GRAMS = 1.0, 1.0, 2.0, 2.0
"""What each kind of nearness counts; chosen by cross-validation over the sayings (docs/decisions/0021)."""


class Certainty(StrEnum):
    """How sure it is which answer is meant."""

    SURE = "sure"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Calibration:
    """From scores to the chance that the first answer is the right one, and from there to a certainty.

    A logistic curve over four numbers; `python -m benchmarks.questions --fit` fits it by cross-validation.
    """

    bias: float = -3.8
    score: float = 0.5
    margin: float = 3.7
    coverage: float = 3.7
    elsewhere: float = 3.8
    sure: float = 0.47
    unsure: float = 0.12

    def chance(self, evidence: "Evidence") -> float:
        """The chance, 0 to 1."""
        drawn = (
            self.bias
            + self.score * evidence.score
            + self.margin * evidence.margin
            + self.coverage * evidence.coverage
            + self.elsewhere * evidence.lead
        )
        return 1 / (1 + math.exp(-drawn))

    def certainty(self, evidence: "Evidence") -> Certainty:
        """What is as near to something that belongs elsewhere is never sure, whatever the chance."""
        chance = self.chance(evidence)
        if chance >= self.sure and evidence.lead > 0:
            return Certainty.SURE
        return Certainty.UNSURE if chance >= self.unsure else Certainty.UNKNOWN


CALIBRATION = Calibration()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the first answer, each about 0 to 1."""

    score: float  # how near it is
    margin: float  # how much nearer than the second
    coverage: float  # the part of the question whose words the answer is asked for with
    lead: float  # how much nearer than anything that belongs elsewhere


@dataclass(frozen=True, slots=True)
class Match:
    """The answers nearest to a question, best first (at most three), and whether the first one is it."""

    certainty: Certainty
    ids: tuple[str, ...]


class Questions:
    """The written answers, and how they are found."""

    def __init__(
        self,
        answers: Answers,
        lexicon: Lexicon,
        calibration: Calibration = CALIBRATION,
        index: Index | None = None,
    ) -> None:
        self.answers = answers
        self._lexicon = lexicon
        self._calibration = calibration
        ours = list(answers.sayings())
        sayings = chain(ours, ((ELSEWHERE, saying) for saying in answers.elsewhere))
        self._index = index or Index(
            [(id, tokens(saying, lexicon)) for id, saying in sayings], always=frozenset({ELSEWHERE})
        )
        self.known_words = frozenset(word for _, saying in ours for word in spelled(saying)) | lexicon.known

    def ask(self, text: str) -> Match:
        """Which answers a text asks for; UNKNOWN, and none, where it shares nothing with any."""
        asked = self.tokens(text)
        ranked, evidence = self.weigh(asked)
        if not ranked or not asked:
            return Match(Certainty.UNKNOWN, ())
        return Match(self._calibration.certainty(evidence), tuple(ranked[:SHOWN]))

    def tokens(self, text: str) -> tuple[str, ...]:
        """The words a text is looked up by: two texts that share them ask the same."""
        return tokens(text, self._lexicon)

    def weigh(self, asked: tuple[str, ...]) -> tuple[list[str], Evidence]:
        """The answers, nearest first, and what speaks for the first."""
        near = self._index.nearest(asked)
        elsewhere = score_saying(near.pop(ELSEWHERE, Nearness()))
        scores = {id: score(nearness) for id, nearness in near.items()}
        ranked = sorted(scores, key=lambda answer: (-scores[answer], answer))
        return ranked, _evidence(scores, ranked, elsewhere, self._covered(asked, ranked))

    def _covered(self, asked: tuple[str, ...], ranked: list[str]) -> float:
        return self._index.covered(asked, ranked[0]) if ranked else 0.0


def score(near: Nearness) -> float:
    """One number for how near an answer is, 0 to 1."""
    together = (
        SAYING_WORDS * near.saying_words
        + ANSWER_WORDS * near.answer_words
        + SAYING_GRAMS * near.saying_grams
        + ANSWER_GRAMS * near.answer_grams
    )
    return together / (SAYING_WORDS + ANSWER_WORDS + SAYING_GRAMS + ANSWER_GRAMS)


def score_saying(near: Nearness) -> float:
    """How near the nearest saying is alone: what belongs elsewhere has nothing in common, 0 to 1."""
    together = SAYING_WORDS * near.saying_words + SAYING_GRAMS * near.saying_grams
    return together / (SAYING_WORDS + SAYING_GRAMS)


def _evidence(scores: Mapping[str, float], ranked: list[str], elsewhere: float, coverage: float) -> Evidence:
    first, second = [*(scores[id] for id in ranked[:2]), 0.0, 0.0][:2]
    return Evidence(first, first - second, coverage, first - elsewhere)
