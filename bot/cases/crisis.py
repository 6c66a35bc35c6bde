"""Somebody writes of harming themselves: as people here say it, found before anything else is read."""

import re

from bot.answers import normalise
from bot.cases.crisis_words import BETWEEN, ENDS, EXPIRES, NAMED, SAID, WHOSE, WISHES
from bot.patterns import any_of

_WISHES = re.compile(rf"\b{any_of(WISHES)}(?: {any_of(BETWEEN)})* {any_of(ENDS)}\b")
_SAID = re.compile("|".join(rf"\b{' '.join(map(any_of, sequence))}\b" for sequence in SAID))
_NAMED = re.compile(rf"\b{any_of(NAMED)}\b")
_BEFORE = rf"{any_of(EXPIRES)}(?: {any_of(WHOSE)})* {any_of(WISHES)} mati"
_BEHIND = rf"{any_of(WISHES)} mati {any_of(EXPIRES)}"
_THINGS = re.compile(rf"\b(?:{_BEFORE}|{_BEHIND})\b")


def is_crisis(text: str) -> bool:
    """Whether somebody may be about to harm themselves; in doubt they are, and a person looks.

    Also where it is asked what the family would get: nobody is shown a sum for that. A telephone that is
    about to "mati" is none.
    """
    said = _THINGS.sub(" ", normalise(text))
    return any(pattern.search(said) for pattern in (_SAID, _WISHES, _NAMED))
