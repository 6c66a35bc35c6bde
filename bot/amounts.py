"""Adds up an amount as people write it: "1,5 jt", "dua juta lima ratus", "sejuta setengah", "1-2 juta"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from bot.income_words import (
    DIGITS,
    FILLERS,
    HALF,
    HUNDREDS,
    ONE_OF_SCALE,
    RANGE,
    SCALES,
    TEENS,
    TENS,
    WHOLE,
)

MILLION = 1_000_000
MOST = 10**12  # rupiah; more is a number of something else
LEAST_RUPIAH = 10_000  # a bare number below it counts thousands or millions

NUMBER_WORDS = frozenset((*DIGITS, *TEENS, *TENS, *HUNDREDS, *SCALES, *ONE_OF_SCALE, *WHOLE))
_JOINED = re.compile("|".join(sorted((*NUMBER_WORDS, *HALF), key=len, reverse=True)))
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[a-z]+|[^\s]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in rupiah; not `scaled` when no word told whether it counts thousands or millions."""

    value: Fraction
    scaled: bool
    scale: int = 1


def read_numbers(said: str) -> list[Number]:
    """The numbers of a text, one for each side of a range; none when a word in it is not understood."""
    sides = [tokens for side in re.split(RANGE, said) if (tokens := _tokens(side))]
    numbers = [number for tokens in sides if (number := _Reader().read(tokens))]
    return _in_one_scale(numbers) if len(numbers) == len(sides) else []


def _tokens(side: str) -> list[str]:
    tokens = (token for token in _TOKEN.findall(side) if token not in FILLERS)
    return [word for token in tokens for word in _split(token)]


def _split(token: str) -> list[str]:
    """Two words for "limaratus", which is five and hundred; any other word stays as it is."""
    words = _JOINED.findall(token) if token not in NUMBER_WORDS else []
    return words if "".join(words) == token else [token]


def _in_one_scale(numbers: list[Number]) -> list[Number]:
    """In "1-2 juta" the scale told once holds for the bare number beside it, too."""
    told = next((number for number in numbers if number.scaled), None)
    if told is None or len(numbers) < 2:
        return numbers
    return [number if number.scaled else _scaled_like(number, told) for number in numbers]


def _scaled_like(bare: Number, told: Number) -> Number:
    if bare.value >= LEAST_RUPIAH:
        return bare
    same = bare.value * told.scale
    fits = same <= told.value * 10 or bare.value < 100
    return Number(same if fits else bare.value * 1000, scaled=True, scale=told.scale)


class _Reader:
    """Adds a number up word by word: group by group of at most three digits, each with its scale."""

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.scale = 1
        self.scaled = False
        self.halved = False

    def read(self, tokens: list[str]) -> Number | None:
        """The number these words say, or None when they say something else."""
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else ""
            if not self._take(token, following):
                return None
        return self._end()

    def _take(self, token: str, following: str) -> bool:
        if token[0].isdigit():
            return self._digits(token, following)
        if token in ONE_OF_SCALE:
            return self._close(ONE_OF_SCALE[token], Fraction(1))
        if token in SCALES:
            return self._close(SCALES[token], self.group)
        if token in WHOLE:
            return self._whole(WHOLE[token])
        if token in HALF:
            return self._half()
        return self._word(token)

    def _digits(self, token: str, following: str) -> bool:
        value = _literal(token, millions=SCALES.get(following) == MILLION)
        if self.group is not None or value is None:
            return False
        self.group = value
        return True

    def _word(self, token: str) -> bool:
        group = self.group or Fraction(0)
        if token in DIGITS:
            self.group = group + DIGITS[token]
        elif token in TEENS:
            self.group = group + 10
        elif token in TENS:
            self.group = group - group % 10 + (group % 10) * 10
        elif token in HUNDREDS:
            self.group = group * 100
        else:
            return False
        return True

    def _whole(self, value: int) -> bool:
        self.total += value
        self.scaled = True
        return self.group is None

    def _half(self) -> bool:
        """As in "satu setengah juta", "setengah juta", "sejuta setengah"."""
        if self.halved:
            return False
        self.halved = True
        if self.scaled and self.group is None:
            self.total += Fraction(self.scale, 2)
        else:
            self.group = (self.group or Fraction(0)) + Fraction(1, 2)
        return True

    def _close(self, scale: int, group: Fraction | None) -> bool:
        if group is None or (self.scaled and scale >= self.scale):
            return False
        self.total += group * scale
        self.group, self.scale, self.scaled = None, scale, True
        return True

    def _end(self) -> Number | None:
        rest, self.group = self.group, None
        if rest is not None:
            left_out = self.scaled and self.scale == MILLION and 100 <= rest < 1000
            if self.scaled and not left_out and rest < 1000 and self.scale > 1000:
                return None  # "2 juta 5": five thousand, or half a million?
            self.total += rest * 1000 if left_out else rest
        if self.total > MOST:
            return None
        return Number(self.total, self.scaled, self.scale)


def _literal(token: str, *, millions: bool) -> Fraction | None:
    """As in 1.500.000; 2,5; 2.500.000,00: before "juta" a lone point or comma is a decimal one."""
    head, *groups = re.split(r"[.,]", token)
    if head.startswith("0") and len(head) > 1:
        return None  # the beginning of a phone number, a time, a code
    if not groups:
        return Fraction(int(head))
    separators = re.findall(r"[.,]", token)
    lone_decimal = len(groups) == 1 and (len(groups[0]) != 3 or millions or head == "0")
    if lone_decimal:
        return Fraction(f"{head}.{groups[0]}")
    if len(set(separators)) > 1 and separators[-1] not in separators[:-1]:
        *groups, cents = groups
        if len(cents) > 2:
            return None
    if any(len(group) != 3 for group in groups) or len(head) > 3:
        return None
    return Fraction(int(head + "".join(groups)))
