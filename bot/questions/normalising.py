"""From a question as it was typed to the words it is looked up by."""

import re
import unicodedata
from collections.abc import Iterator

from bot.questions.lexicon import SPACED, Lexicon, once

LONGEST = 300  # characters; what stands behind is not read
SHORTEST_STEM = 4
PARTICLES = ("nya", "kah", "lah")

_APOSTROPHES = re.compile(r"['’‘`]")
_WORDS = re.compile(r"[a-z]+2?|[0-9]+")
_GROUPED = re.compile(r"(?<=[0-9])[.,](?=[0-9]{3}(?![0-9]))")


def tokens(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that tell something, in one spelling, in the order they were written."""
    return tuple(word for word in _known_words(spelled(text), lexicon) if word not in lexicon.silent)


def spelled(text: str) -> list[str]:
    """The words in lower case without accents, each letter once; numbers without their dots."""
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text[:LONGEST].casefold()))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return [once(word) for word in _WORDS.findall(_GROUPED.sub("", bare))]


def _known_words(words: list[str], lexicon: Lexicon) -> Iterator[str]:
    """Each word as the table has it; several that say one thing as one, the longest at each place."""
    place = 0
    while place < len(words):
        for length in range(min(SPACED, len(words) - place), 0, -1):
            phrase = lexicon.phrases.get(tuple(words[place : place + length]))
            if phrase is not None:
                break
        yield phrase or _known(words[place], lexicon)
        place += length


def _known(word: str, lexicon: Lexicon) -> str:
    """The word as the table has it, without its endings where only that is known; else without "-nya"."""
    if word in lexicon.words:
        return lexicon.words[word]
    bare = word.removesuffix("2")
    found = next((stem for stem in _stems(bare, lexicon) if stem in lexicon.words), None)
    return lexicon.words[found] if found else _without_particle(bare)


def _stems(word: str, lexicon: Lexicon) -> Iterator[str]:
    """The word without suffixes, then without prefixes, then without both; "dibayarkeun" gives "bayar"."""
    bare = [word, *_without_suffix(word, lexicon)]
    yield from bare
    for stem in bare:
        for prefix in lexicon.prefixes:
            if stem.startswith(prefix) and len(stem) - len(prefix) >= SHORTEST_STEM:
                yield stem.removeprefix(prefix)


def _without_particle(word: str) -> str:
    """Endings that never belong to a word itself."""
    for particle in PARTICLES:
        if word.endswith(particle) and len(word) - len(particle) >= SHORTEST_STEM:
            return word.removesuffix(particle)
    return word


def _without_suffix(word: str, lexicon: Lexicon) -> Iterator[str]:
    for suffix in lexicon.suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            yield word.removesuffix(suffix)
