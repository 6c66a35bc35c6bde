"""Sums of money that were typed by hand, and the field that should stand there instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.campaigns.policy import SumRules
from bot.patterns import any_of

_UNITS = "ribu|rb|juta|jt|miliar|milyar|million|thousand|billion"
_PEOPLE = "orang|peserta|pekerja|jiwa|keluarga|anak|warga|people|workers|members|families"
SUM = re.compile(
    rf"(?:rp|idr)\.?\s?\d[\d.,]*\d?(?:\s?(?:{_UNITS}|k|m))?(?!\w)"
    rf"|(?<![\w.,])\d[\d.,]*\s?(?:rupiah|perak|(?:{_UNITS})(?!\w)(?!\s(?:{_PEOPLE})))"
    r"|(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?=\s?(?:/|per|se|a|tiap)?\s?(?:bulan|month))"
    r"|(?<!\w)(?:\w*belas|\w*puluh|\w*ratus|\w*ribu|\w*juta|miliar|milyar)\srupiah(?!\w)"
)
_FIELD = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class TypedSum:
    """A sum as it was typed, and what it is about: a key of `SumRules.fields`."""

    text: str
    about: str


def typed_sums(text: str, rules: SumRules) -> Iterator[TypedSum]:
    """Sums near words of the programme, in a text as rules read it (folded); others are let through."""
    bare = _FIELD.sub("|", text)
    for found in SUM.finditer(bare):
        about = _about(bare, found.start(), found.end(), rules)
        if about is not None:
            yield TypedSum(found[0].strip(" .,"), about)


def _about(text: str, start: int, end: int, rules: SumRules) -> str | None:
    """What the nearest word says; one before the sum comes first."""
    pattern = _words(rules)
    before = list(pattern.finditer(text[max(0, start - rules.before) : start]))
    if before:
        return before[-1].lastgroup
    after = pattern.search(text[end : end + rules.after])
    return after.lastgroup if after else None


@cache
def _words(rules: SumRules) -> re.Pattern[str]:
    named = (rf"(?P<{name}>(?<!\w){any_of(words)}(?:-?nya)?(?!\w))" for name, words in rules.fields)
    return re.compile("|".join(named))
