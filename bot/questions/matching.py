"""Decides which written answer a question asks for, and how sure that is."""

import asyncio
import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain
from threading import Lock

from bot.questions.answers import Answers
from bot.questions.bayes import Bayes
from bot.questions.features import Features, features
from bot.questions.lexicon import Lexicon
from bot.questions.normalising import spelled, tokens

ELSEWHERE = "-"  # before the topic: the label of what is not ours to answer
SHOWN = 3  # answers on offer at once
CLEARLY = 0.7  # the chance that a question is none of ours, and how much of it is understood, to say so
LEAST = 1e-9  # chance whose logarithm still tells something


class Certainty(StrEnum):
    """How sure it is which answer is meant."""

    SURE = "sure"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against the first answer, as chances from 0 to 1."""

    first: float  # that it is the one
    second: float  # that it is the next
    elsewhere: float  # that it is none of ours
    known: float  # the part of the question that is understood
    topic: str = ""  # what it would be about elsewhere

    def numbers(self) -> tuple[float, ...]:
        """What the calibration weighs: logarithms of the chances, and of the doubt about the first."""
        chances = (self.first, self.second, self.elsewhere, 1 - self.first)
        return (*(math.log(max(chance, LEAST)) for chance in chances), self.known)


@dataclass(frozen=True, slots=True)
class Calibration:
    """From the evidence to the chance that the first answer is right, and from there to a certainty.

    Naive Bayes takes related words for independent ones and so exaggerates: a logistic curve takes that back.
    `python -m benchmarks.questions --fit` fits it by cross-validation.
    """

    bias: float = 0.70
    weights: tuple[float, ...] = (1.19, 0.14, -0.16, -0.53, -2.04)
    sure: float = 0.70
    unsure: float = 0.12

    def chance(self, evidence: Evidence) -> float:
        """The chance, 0 to 1."""
        drawn = sum(weight * number for weight, number in zip(self.weights, evidence.numbers(), strict=True))
        return 1 / (1 + math.exp(-self.bias - drawn))

    def certainty(self, evidence: Evidence) -> Certainty:
        """What is as likely to belong elsewhere is never sure, whatever the chance."""
        chance = self.chance(evidence)
        if chance >= self.sure and evidence.first > evidence.elsewhere:
            return Certainty.SURE
        return Certainty.UNSURE if chance >= self.unsure else Certainty.UNKNOWN


CALIBRATION = Calibration()


@dataclass(frozen=True, slots=True)
class Match:
    """The answers nearest to a question, best first (at most three), and whether the first one is it.

    `topic`: what it is about, where it is clearly something that is not ours to answer.
    """

    certainty: Certainty
    ids: tuple[str, ...]
    topic: str = ""


class Questions:
    """The written answers, and how they are found.

    To learn from every saying takes most of a second of the processor. It is done once, when a question is
    first asked or by `prepare`, so that nothing waits for it that can be done without.
    """

    def __init__(self, answers: Answers, lexicon: Lexicon, calibration: Calibration = CALIBRATION) -> None:
        self.answers = answers
        self._lexicon = lexicon
        self._calibration = calibration
        self._learning = Lock()
        self._learnt: Bayes | None = None

    async def prepare(self) -> None:
        """Learn in a thread, if that is not done yet; whoever handles updates meanwhile is not held up."""
        if self._learnt is None:
            await asyncio.to_thread(self._learn)

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Words that answers are asked for with, lower-case, each letter once: none of them is a name."""
        ours = (word for _, saying in self.answers.sayings() for word in spelled(saying))
        return frozenset(ours) | self._lexicon.known

    def _learn(self) -> Bayes:
        with self._learning:
            if self._learnt is None:
                sayings = labelled(self.answers)
                self._learnt = Bayes((label, features(said, self._lexicon)) for label, said in sayings)
            return self._learnt

    def ask(self, text: str) -> Match:
        """Which answers a text asks for; UNKNOWN, and none, where it shares nothing with any."""
        ranked, evidence = weigh(self._learnt or self._learn(), features(text, self._lexicon))
        if not evidence.known:
            return Match(Certainty.UNKNOWN, ())
        certainty = self._calibration.certainty(evidence)
        is_elsewhere = certainty is Certainty.UNKNOWN and _is_clearly_elsewhere(evidence)
        return Match(certainty, tuple(ranked[:SHOWN]), evidence.topic if is_elsewhere else "")

    def tokens(self, text: str) -> tuple[str, ...]:
        """The words a text is looked up by: two texts that share them ask the same."""
        return tokens(text, self._lexicon)


def labelled(answers: Answers) -> Iterable[tuple[str, str]]:
    """Every saying with its label: an answer's id, or the topic of what belongs elsewhere."""
    elsewhere = (
        (ELSEWHERE + topic, said) for topic, sayings in answers.elsewhere.items() for said in sayings
    )
    return chain(answers.sayings(), elsewhere)


def weigh(bayes: Bayes, asked: Features) -> tuple[list[str], Evidence]:
    """The answers, likeliest first, and what speaks for the first."""
    found = bayes.posterior(asked)
    ours = {id: chance for id, chance in found.chances.items() if not id.startswith(ELSEWHERE)}
    ranked = sorted(ours, key=lambda answer: (-ours[answer], answer))
    first, second = [*(ours[id] for id in ranked[:2]), 0.0, 0.0][:2]
    others = {id: chance for id, chance in found.chances.items() if id.startswith(ELSEWHERE)}
    topic = max(others, key=others.__getitem__, default="").removeprefix(ELSEWHERE)
    return ranked, Evidence(first, second, sum(others.values()), found.known, topic)


def _is_clearly_elsewhere(evidence: Evidence) -> bool:
    return evidence.elsewhere >= CLEARLY and evidence.known >= CLEARLY
