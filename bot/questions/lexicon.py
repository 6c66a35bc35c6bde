"""How people write, as data: words.toml, read once and turned the right way round."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

WORDS = Path(__file__).with_name("words.toml")
SPACED = 4  # words that one phrase may have

_REPEATED = re.compile(r"([a-z])\1+")


def once(text: str) -> str:
    """Each letter once where it is drawn out or doubled: "berapaaa" and "manfaat" alike."""
    return _REPEATED.sub(r"\1", text)


class _Endings(BaseModel):
    """What may be taken off a word."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    suffixes: str
    prefixes: str


class _Document(BaseModel):
    """The sections of words.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    spellings: dict[str, str]
    meanings: dict[str, str]
    phrases: dict[str, tuple[str, ...]]
    silent: dict[str, str]
    endings: _Endings


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One word of ours for each way it is written; everything lower-case, each letter once."""

    words: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], str]
    silent: frozenset[str]
    suffixes: tuple[str, ...]
    prefixes: tuple[str, ...]

    @property
    def known(self) -> frozenset[str]:
        """Every word that stands in the table."""
        return frozenset(self.words) | self.silent | {word for phrase in self.phrases for word in phrase}


@cache
def load_lexicon(path: Path = WORDS) -> Lexicon:
    """Read the table of words; ValueError when one way of writing means two words."""
    document = _Document.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    return Lexicon(
        words=_turned(document.spellings) | _turned(document.meanings),
        phrases={
            tuple(once(way).split()): once(word) for word, ways in document.phrases.items() for way in ways
        },
        silent=frozenset(once(word) for word in _split(document.silent.values())),
        suffixes=tuple(document.endings.suffixes.split()),
        prefixes=tuple(document.endings.prefixes.split()),
    )


def _split(lines: Iterable[str]) -> Iterable[str]:
    return (word for line in lines for word in line.split())


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    """From "word = ways" to each way's word."""
    ways: dict[str, str] = {}
    for word, line in table.items():
        for way in (word, *line.split()):
            if ways.setdefault(once(way), once(word)) != once(word):
                raise ValueError(f"{way!r} stands under {ways[once(way)]!r} and {word!r}")
    return ways
