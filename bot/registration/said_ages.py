"""Reads an age as people write it: "tiga puluh lima", "41 taon", "setengah abad", "40-an", "lahir 1990"."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from bot.amounts import read_numbers
from bot.patterns import any_of
from bot.registration.age_words import (
    ABOVE,
    AROUND,
    BELOW,
    BORN,
    CENTURY,
    CENTURY_YEARS,
    FILLERS,
    MONTHS,
    YEARS,
)
from bot.registration.ages import OLDEST, YOUNGEST

LONGEST = 60

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_JOINED = re.compile(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])|(?=[<>+])|(?<=[<>+])|(?<=[0-9])-(?=an\b)")


def _pattern(phrases: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){any_of(phrases)}(?![a-z])")


_SIGNS = {name: _pattern(words) for name, words in {
    "below": BELOW, "above": ABOVE, "around": AROUND, "born": BORN, "century": CENTURY,
    "years": YEARS, "fillers": FILLERS,
}.items()}  # fmt: skip
_BELOW_SIGN, _ABOVE_SIGN = re.compile(r"<"), re.compile(r">")
_AND_MONTHS = re.compile(rf"(?<![0-9])[0-9]{{1,2}}\s*{any_of(MONTHS)}(?![a-z])")
_OLDER = re.compile(r"\+|(?<![a-z])ke\s*atas(?![a-z])")


@dataclass(frozen=True, slots=True)
class SaidAge:
    """Years of age; not `sure` where it was rounded, bounded or reckoned from a year of birth."""

    years: int
    is_sure: bool


def read_age(text: str, this_year: int) -> SaidAge | None:
    """The one age that the whole text says, 5 to 119 years; None when it says anything else."""
    said = _folded(text)
    if len(text) > LONGEST or "?" in text:
        return None
    born = _born(said, this_year)
    found = born or _aged(said)
    return found if found is not None and YOUNGEST <= found.years < OLDEST else None


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(_JOINED.sub(" ", kept).split())


def _born(said: str, this_year: int) -> SaidAge | None:
    """A year of birth, alone or in a sentence about being born; of two digits only in such a one."""
    rest, is_told = _without(said, _SIGNS["born"])
    years = _YEAR.findall(rest)
    if len(years) == 1 and (is_told or _number(rest) == int(years[0])):
        return SaidAge(this_year - int(years[0]), is_sure=False)
    short = _number(rest) if is_told else None
    if short is None or not this_year % 100 < short < 100:
        return None
    return SaidAge(this_year - 1900 - short, is_sure=False)


def _aged(said: str) -> SaidAge | None:
    rest = _AND_MONTHS.sub(" ", said)
    rest, is_older = _without(rest, _OLDER)
    rest, is_below = _bounded(rest, _SIGNS["below"], _BELOW_SIGN)
    rest, is_above = _bounded(rest, _SIGNS["above"], _ABOVE_SIGN)
    rest, is_around = _without(rest, _SIGNS["around"])
    years = _number(rest)
    if years is None:
        return None
    return SaidAge(years - is_below + is_above, is_sure=not (is_older or is_below or is_above or is_around))


def _bounded(said: str, words: re.Pattern[str], sign: re.Pattern[str]) -> tuple[str, bool]:
    rest, is_said = _without(said, words)
    rest, is_signed = _without(rest, sign)
    return rest, is_said or is_signed


def _number(said: str) -> int | None:
    """The one whole number of years in the text, which says nothing else."""
    rest, _ = _without(said, _SIGNS["years"])
    rest, _ = _without(rest, _SIGNS["fillers"])
    rest, is_century = _without(rest, _SIGNS["century"])
    numbers = read_numbers(rest)
    if len(numbers) != 1 or numbers[0].scaled:
        return None
    value = numbers[0].value * (CENTURY_YEARS if is_century else 1)
    return int(value) if value.denominator == 1 else None


def _without(said: str, pattern: re.Pattern[str]) -> tuple[str, bool]:
    rest, count = pattern.subn(" ", said)
    return rest, count > 0
