"""Somebody writes of harming themselves: as people here say it, found before anything else is read."""

import re
from collections.abc import Iterable

from bot.answers import normalise
from bot.cases.crisis_words import BETWEEN, ENDS, EXPIRES, NAMED, SAID, WHOSE, WISHES


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


_WISHES = re.compile(rf"\b{_any(WISHES)}(?: {_any(BETWEEN)})* {_any(ENDS)}\b")
_SAID = re.compile("|".join(rf"\b{' '.join(map(_any, sequence))}\b" for sequence in SAID))
_NAMED = re.compile(rf"\b{_any(NAMED)}\b")
_THINGS = re.compile(
    rf"\b(?:{_any(EXPIRES)}(?: {_any(WHOSE)})* {_any(WISHES)} mati|{_any(WISHES)} mati {_any(EXPIRES)})\b"
)


def is_crisis(text: str) -> bool:
    """Whether somebody may be about to harm themselves; in doubt they are, and a person looks.

    Also where it is asked what the family would get: nobody is shown a sum for that. A telephone that is
    about to "mati" is none.
    """
    said = _THINGS.sub(" ", normalise(text))
    return any(pattern.search(said) for pattern in (_SAID, _WISHES, _NAMED))
