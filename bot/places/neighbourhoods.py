"""RT, RW and kampung as people type them."""

import re
from dataclasses import replace

from bot.answer_words import NEGATIONS, NOT_TYPOS, SPELLINGS
from bot.answers import read_meaning
from bot.places.areas import NOWHERE, Neighbourhood
from bot.places.folding import fold
from bot.places.words import ESTATE_WORDS, HAMLET_WORDS, NUMBERS

MAX_HAMLET = 40
_SPOKEN = re.compile(rf"(?<![a-z])(r[tw])\s+({'|'.join(NUMBERS)})\b")

_N = r"([0-9]{1,3})(?![0-9])"
_RT, _RW = r"(?<![a-z])rt", r"(?<![a-z])rw"
_PATTERNS = tuple(
    (re.compile(pattern), groups)
    for pattern, groups in (
        (rf"{_RT}[\s/]*rw\s*{_N}[\s/]+{_N}", ("rt", "rw")),  # rt/rw 003/011
        (rf"{_RW}[\s/]*rt\s*{_N}[\s/]+{_N}", ("rw", "rt")),
        (rf"{_RT}\s*{_N}[\s/]+{_N}", ("rt", "rw")),  # rt 03/05
        (rf"{_RT}\s*{_N}", ("rt",)),
        (rf"{_RW}\s*{_N}(?:\s*/\s*[0-9]{{1,3}}\b)?", ("rw",)),
        (rf"(?<![0-9/]){_N}\s*/\s*{_N}(?!\s*/)", ("rt", "rw")),  # 03/05, but no date
    )
)
_BARE = re.compile(rf"{_N}(?:[\s/,]+{_N})?")
_LEFT_OVER = re.compile(rf"(?:{_RT}|{_RW})\b")


def take_neighbourhood(folded: str) -> tuple[Neighbourhood, str]:
    """The RT and RW found in folded text, and the text without them; 1-999 only."""
    found = NOWHERE
    rest = _SPOKEN.sub(_digits, folded)
    for pattern, names in _PATTERNS:
        match = pattern.search(rest)
        if match:
            found = _with_numbers(found, names, match)
            rest = pattern.sub(" , ", rest)
    return found, _LEFT_OVER.sub(" ", rest)


def _digits(match: re.Match[str]) -> str:
    return f"{match[1]} {NUMBERS.index(match[2])}"


def _with_numbers(found: Neighbourhood, names: tuple[str, ...], match: re.Match[str]) -> Neighbourhood:
    rt, rw = found.rt, found.rw
    for name, digits in zip(names, match.groups(), strict=True):
        if name == "rt":
            rt = rt or three_digits(digits)
        else:
            rw = rw or three_digits(digits)
    return replace(found, rt=rt, rw=rw)


def three_digits(number: str | None) -> str | None:
    """Write "3" as "003"; None for nothing and for 0, which is no RT."""
    return f"{int(number):03d}" if number and int(number) else None


def read_neighbourhood(text: str) -> Neighbourhood | None:
    """The answer to "RT berapa? atau nama kampung": "03/05", "rt 3", "3", "kp. baru"; else None.

    A yes, a no and "tidak tahu" are not names of a kampung.
    """
    if read_meaning(text):
        return None
    folded = fold(text)
    bare = _BARE.fullmatch(folded)
    if bare:
        return _only_if_any(Neighbourhood(rt=three_digits(bare[1]), rw=three_digits(bare[2])))
    found, rest = take_neighbourhood(folded)
    words = rest.replace(",", " ").split()
    return _only_if_any(replace(found, hamlet=hamlet_name(words) if _may_be_hamlet(words) else None))


def _may_be_hamlet(words: list[str]) -> bool:
    """Whether unmarked words can be a name: "saya tidak tahu" and "untuk apa" are not."""
    marked = bool(words) and words[0] in HAMLET_WORDS | ESTATE_WORDS
    return marked or (len(words) <= 4 and (NEGATIONS | NOT_TYPOS | SPELLINGS.keys()).isdisjoint(words))


def _only_if_any(found: Neighbourhood) -> Neighbourhood | None:
    return found or None


def hamlet_name(words: list[str]) -> str | None:
    """These words as the name of a kampung, "Baru" or "Perum Puri Asri"; None when they cannot be one."""
    named = words[1:] if words and words[0] in HAMLET_WORDS else words
    name = " ".join(word.capitalize() for word in named)
    letters = sum(char.isalpha() for char in name)
    return name if letters >= 3 and len(name) <= MAX_HAMLET and "/" not in name else None
