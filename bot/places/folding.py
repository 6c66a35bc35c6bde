"""Typed text made plain, and names made comparable."""

import re
import unicodedata

MAX_TYPED = 200  # characters of an answer that are looked at

_JOINED = re.compile(r"['’‘`´]")
_BREAKS = re.compile(r"[,;\n|]+")
_OTHER = re.compile(r"[^a-z0-9/,]+")


def fold(text: str) -> str:
    """Lower case, no accents, ASCII letters and digits; keeps "/" and turns line ends into ","."""
    bare = unicodedata.normalize("NFD", text[:MAX_TYPED].casefold())
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    broken = _BREAKS.sub(" , ", _JOINED.sub("", bare))
    return _OTHER.sub(" ", broken).strip()


def compact(text: str) -> str:
    """A name without what people leave out: case, spaces, hyphens ("Alang-alang" is "alangalang")."""
    return re.sub(r"[^a-z]", "", fold(text))
