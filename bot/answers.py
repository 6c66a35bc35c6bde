"""How people say yes, no and I don't know, and which choice a typed answer means.

An answer is matched whole: every word must be known, so "ya tapi mahal" is no yes. Never two answers
at once, and never across a negation: "tidak mau" is not "mau".
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.answer_words import (
    BESIDE_THANKS,
    EVASIONS,
    EVASIVE_WORDS,
    FILLERS,
    GREETINGS,
    NEGATIONS,
    NO,
    NOT_TYPOS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    REFUSING_WORDS,
    SPELLINGS,
    TAKING,
    THANKS,
    UNKNOWN,
    YES,
)

MAX_TYPED = 200
MAX_WORDS = 8
Option = tuple[str, str, Collection[str]]  # key, label, aliases

_RUN = re.compile(r"([a-z])\1{2,}")
_DOUBLE = re.compile(r"([a-z])\1")
_UNJOINED = re.compile(r"['’‘`]")
_OTHER = re.compile(r"[^\w👍👎👌✅✔☑❌✖⛔🆗🙆🙅🤷]|_")
_BELOW = re.compile(r"<\s*(?=[0-9]{2})")
_EMOJI = re.compile(r"([👍👎👌✅✔☑❌✖⛔🆗🙆🙅🤷])\1*")
_JOINED_SIGNS = frozenset("\u200d\u200c\ufe0f\ufe0e\u20e3") | {chr(code) for code in range(0x1F3FB, 0x1F400)}
_NUMBERED = re.compile(r"\s*(?:Rp)?\s*[0-9]", re.IGNORECASE)
_AROUND_THANKS = frozenset(
    word for phrase in THANKS | FILLERS | YES | BESIDE_THANKS for word in phrase.split()
)
_UNSURE = "\0unknown"  # the key of "I don't know" where no option stands for it


class Meaning(StrEnum):
    """What a short answer says."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def normalise(text: str) -> str:
    """Words in lower case without accents, punctuation, skin tones, drawn-out letters: "Yaaa!!" is "ya"."""
    told = _BELOW.sub(" di bawah ", text[:MAX_TYPED].casefold())  # "<18" is not "18"
    bare = unicodedata.normalize("NFD", told)
    bare = "".join(char for char in bare if not unicodedata.combining(char) and char not in _JOINED_SIGNS)
    spaced = _EMOJI.sub(r" \1 ", _OTHER.sub(" ", _UNJOINED.sub("", bare)))
    return " ".join(_RUN.sub(r"\1", spaced).split())


def read_meaning(text: str) -> Meaning | None:
    """Yes, no or don't know, when the whole text says that and nothing else."""
    options = (
        (Meaning.YES.value, "ya", YES),
        (Meaning.NO.value, "tidak", NO),
        (Meaning.UNKNOWN.value, "tidak tahu", UNKNOWN),
    )
    key = _exactly(_words(text), _phrases(options))
    return Meaning(key) if key else None


def is_choice(text: str) -> bool:
    """Whether the whole text says yes, no, don't know or a number: an answer to buttons, no name."""
    return read_meaning(text) is not None or bool(_number_in(_words(text)))


def takes_offer(text: str) -> bool:
    """Whether the whole text takes the one thing on offer: "ya", "1", "itu saja"."""
    said = _words(text)
    return read_meaning(text) is Meaning.YES or _number_in(said) == "1" or " ".join(said) in TAKING


def is_evasive(text: str) -> bool:
    """Whether the text names nothing, though it has letters: "tidak tahu", "rahasia", "siapa ya", "halo"."""
    said = _words(text)
    content = _content(said)
    whole = {" ".join(said), " ".join(content)}
    greets = bool(content) and GREETINGS.issuperset(content)
    return (
        read_meaning(text) is not None
        or greets
        or not whole.isdisjoint(EVASIONS)
        or not EVASIVE_WORDS.isdisjoint(said)
        or is_thanks(text)
    )


def is_refusal(text: str) -> bool:
    """Whether somebody would rather not say, in however many words: "gak mau kasih tau"."""
    return not REFUSING_WORDS.isdisjoint(_words(text))


def is_thanks(text: str) -> bool:
    """Whether the whole text only says thanks and wants no answer: "Makasih banyak ya Bu, sudah jelas"."""
    said = _words(text)
    thanks = any(f" {phrase} " in f" {' '.join(said)} " for phrase in THANKS)
    return thanks and all(word in _AROUND_THANKS for word in said)


def says(text: str, sayings: Iterable[str], *, whole: bool) -> bool:
    """Whether the text has one of the sayings; `whole`: and nothing beside them but polite words."""
    keys, left = _cover(_words(text), _phrases([("", saying, ()) for saying in sayings]))
    return "" in keys and not (whole and left) and _UNSURE not in keys


def match_option(text: str, options: Sequence[Option]) -> str | None:
    """The key of the one option meant: by number, label, alias, emoji or with a small typo; else None."""
    said = _words(text)
    if not said:
        return None
    phrases = _phrases(options)
    key = _exactly(said, phrases) or _by_number(said, options)
    if key is None and "?" not in text and NOT_TYPOS.isdisjoint(said):
        key = _nearly(said, phrases) or _within(said, phrases) or _part_of(said, phrases)
    return None if key == _UNSURE else key


def _words(text: str) -> list[str]:
    """The words of the text in one spelling: "gk mau" is tidak, mau."""
    return [SPELLINGS.get(word, word) for word in normalise(text).split()]


def _content(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in FILLERS]


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    key: str
    names: bool  # it names a thing, so it may stand inside a sentence; "ya" may not

    @property
    def text(self) -> str:
        return " ".join(self.words)


def _phrases(options: Iterable[Option]) -> list[_Phrase]:
    """All ways to say each option, longest first; "tidak tahu" is guarded even where it is no option."""
    sayings = [(key, saying) for key, label, aliases in options for saying in (label, *aliases)]
    own = [phrase for key, saying in sayings for phrase in _spoken(saying, key)]
    taken = {phrase.words for phrase in own}
    guards = [phrase for saying in UNKNOWN for phrase in _spoken(saying, _UNSURE)]
    own += [phrase for phrase in guards if phrase.words not in taken]
    return sorted(own, key=lambda phrase: -len(phrase.words))


@lru_cache(maxsize=4096)
def _spoken(saying: str, key: str) -> tuple[_Phrase, ...]:
    """The saying, and it without polite words: "nanti saja" and "nanti"."""
    words = _words(saying)
    ways = dict.fromkeys((tuple(words), tuple(_content(words))))
    return tuple(_Phrase(way, key, names=" ".join(way) not in _MEANINGS) for way in ways if way)


_MEANINGS = frozenset(" ".join(_words(saying)) for saying in YES | NO | UNKNOWN)


def _exactly(said: list[str], phrases: list[_Phrase]) -> str | None:
    """The key whose phrases and polite words cover the whole text."""
    if len(said) > 1 and all(word.isdigit() for word in said):
        return _only({phrase.key for phrase in phrases if phrase.words == tuple(said)})  # "2/2" is no "2"
    for words in (said, [_DOUBLE.sub(r"\1", word) for word in said]):
        keys, left = _cover(words, phrases)
        if keys and not left:
            return _only(keys)
    return None


def _cover(words: list[str], phrases: list[_Phrase]) -> tuple[set[str], list[str]]:
    """The keys of the phrases found, longest first at each word, and the words that are none."""
    keys: set[str] = set()
    left: list[str] = []
    place = 0
    while place < len(words):
        here = _longest_at(words, place, phrases)
        keys |= {phrase.key for phrase in here}
        if not here and words[place] not in FILLERS:
            left.append(words[place])
        place += len(here[0].words) if here else 1
    return keys, left


def _longest_at(words: list[str], place: int, phrases: list[_Phrase]) -> list[_Phrase]:
    found = [p for p in phrases if tuple(words[place : place + len(p.words)]) == p.words]
    return [phrase for phrase in found if len(phrase.words) == len(found[0].words)]


def _only(keys: set[str]) -> str | None:
    return next(iter(keys)) if len(keys) == 1 else None


def _by_number(said: list[str], options: Sequence[Option]) -> str | None:
    """The option at "2", "no 2" or "yang kedua"; or with that number, where labels begin with one."""
    number = _number_in(said)
    if not number:
        return None
    if any(_NUMBERED.match(label) for _, label, _ in options):
        return _only({key for key, label, _ in options if number in re.findall(r"[0-9]+", label)})
    return options[int(number) - 1][0] if 1 <= int(number) <= len(options) else None


def _number_in(said: list[str]) -> str:
    """The number that these words say and nothing else, in digits; empty when they do not."""
    words = [word for word in _content(said) if word not in ORDINAL_WORDS]
    number = NUMBER_WORDS.get(words[0], words[0]) if len(words) == 1 else ""
    return number if re.fullmatch(r"[0-9]{1,2}", number) else ""


def _nearly(said: list[str], phrases: list[_Phrase]) -> str | None:
    """The key of the one phrase a slip of the finger away."""
    words = _content(said)
    text, negated = " ".join(words), _is_negated(words)
    near = [(OSA.distance(text, p.text), p) for p in phrases if _is_negated(p.words) == negated]
    best = min((edits for edits, _ in near), default=99)
    rivals = {p.key for edits, p in near if edits <= min(best, _allowed(p)) + 1}
    good = any(edits == best <= _allowed(p) for edits, p in near)
    return _only(rivals) if good else None


def _allowed(phrase: _Phrase) -> int:
    """Edits forgiven: none in short words, where one letter makes another word."""
    length = len(phrase.text)
    if phrase.names and length >= 9:
        return 2
    return 1 if length >= (5 if phrase.names else 6) else 0


def _within(said: list[str], phrases: list[_Phrase]) -> str | None:
    """The key of the one thing named in a short sentence: "saya tukang ojek" for Ojek."""
    named = [p for p in phrases if (p.names and len(p.text) >= 4) or p.key == _UNSURE]
    keys, left = _cover(said, named)
    return _only(keys) if len(said) <= MAX_WORDS and not _is_negated(left) else None


def _part_of(said: list[str], phrases: list[_Phrase]) -> str | None:
    """The key of the one label that these words are part of: "keluarga" for Untuk keluarga."""
    words = _content(said)
    if not words or " ".join(words) in _MEANINGS or min(map(len, words)) < 4:
        return None
    wholes = [p for p in phrases if set(words) <= set(p.words)]
    return (
        _only({p.key for p in wholes})
        if all(_is_negated(p.words) == _is_negated(words) for p in wholes)
        else None
    )


def _is_negated(words: Iterable[str]) -> bool:
    return not NEGATIONS.isdisjoint(words)
