"""What the fonts every PDF reader carries can show of a text."""

import unicodedata

_LOOKS_LIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "•": "-", "€": "EUR"}
)


def latin(text: str) -> str:
    """Return what the built-in fonts can show: one line, signs as their likeness, emoji left out."""
    shown = "".join(map(_shown, text.translate(_LOOKS_LIKE)))
    return " ".join(shown.split())


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    for likeness in (character, unicodedata.normalize("NFKC", character), _without_marks(character)):
        if likeness.isprintable() and _is_latin(likeness):
            return likeness
    return "" if unicodedata.category(character)[0] in "CMS" else "?"


def _without_marks(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _is_latin(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True
