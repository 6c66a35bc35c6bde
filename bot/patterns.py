"""Lists of words as they are looked for in a text."""

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of one of the phrases, the longest first, however far apart its words; it has no edges."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(map(_apart, longest_first))})"


def _apart(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))
