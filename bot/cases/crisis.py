"""Somebody writes of harming themselves: as people here say it, found before anything else is read."""

import re
from collections.abc import Iterable

from bot.answers import normalise
from bot.cases.crisis_words import (
    ASKED,
    BETWEEN,
    ENDS,
    EXPIRES,
    MONEY,
    NAMED,
    PAID,
    SAID,
    WHOSE,
    WISHES,
)


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


_WISHES = re.compile(rf"\b{_any(WISHES)}(?: {_any(BETWEEN)})* {_any(ENDS)}\b")
_SAID = re.compile("|".join(rf"\b{' '.join(map(_any, sequence))}\b" for sequence in SAID))
_NAMED = re.compile(rf"\b{_any(NAMED)}\b")
_MONEY = re.compile(rf"\b(?:{_any(MONEY)}\w*|{_any(PAID)})\b")
_ASKED = re.compile(rf"\b{_any(ASKED)}\b")
_THINGS = re.compile(
    rf"\b(?:{_any(EXPIRES)}(?: {_any(WHOSE)})* {_any(WISHES)} mati|{_any(WISHES)} mati {_any(EXPIRES)})\b"
)


def is_crisis(text: str) -> bool:
    """Whether somebody may be about to harm themselves; in doubt they are, and a person looks.

    What the programme pays after a suicide may be asked about; a telephone that is about to "mati" is none.
    """
    said = _THINGS.sub(" ", normalise(text))
    if _SAID.search(said) or _WISHES.search(said):
        return True
    return bool(_NAMED.search(said)) and not _asks_of_money(text, said)


def _asks_of_money(text: str, said: str) -> bool:
    return bool(_MONEY.search(said)) and ("?" in text or bool(_ASKED.search(said)))
