"""What to call a person, and when two names are the same."""

import re
import unicodedata

MAX_NAME = 60
MAX_TYPED = 200  # longer is not a name
MAX_MARKS = 3  # accents on one letter; more is decoration

_JOINERS = "\u200c\u200d"  # zero-width, but part of the spelling in some scripts
_BLANKS = "\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\ufe0e\ufe0f"  # letters and marks that show nothing
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HEART = re.compile(r"<+3")
_LINK = re.compile(
    r"://|www\.|t\.me/|wa\.me/|@[\w.-]+\.[a-z]|[a-z0-9-]{2,}\.(com|id|net|org|io|xyz|link|info|ly)\b",
    re.IGNORECASE,
)
_KEPT_SIGNS = "'’ʼ.,-`"
_EDGES = " -,'’ʼ`"  # no name begins or ends with one
_LETTER_START = re.compile(r"(?:^|(?<=[\s.\-]))[^\W\d_]")
_LOWER_WORDS = re.compile(r"\b(Bin|Binti)\b")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ`]")

WIVES = frozenset({"bu", "ibu"})  # "Bu Udin" is not Udin: they may share a phone
_TITLE_WORDS = (
    "pak bapak bpk bp h hj haji hajah hajjah kang akang teh teteh mas mbak mang bang abang abah emak mak "
    "ustad ustaz ustadz ustadzah ust kh kyai kiai ki nyi nyai drs dra ir prof sdr sdri tn ny"
)
TITLES = WIVES | frozenset(_TITLE_WORDS.split())

NAMES_AND_ANSWERS = frozenset({"iyah", "alim", "enya"})  # "yes" or "no" in one language, somebody's name too
_LEAD_IN = re.compile(
    r"\s*(?:nama(?:\s+(?:saya|sy|aku))?|panggil(?:an)?(?:\s+(?:saya|sy|aku|saja|aja))*|saya|sy|aku)[\s:,]+(?=\S)",
    re.IGNORECASE,
)


def clean_name(text: str) -> str | None:
    """The name to call a person by; None when the text holds none.

    At most 60 characters; no emoji, no markup, no invisible characters. Not a name: a phone number,
    a link, a command.
    """
    if len(text) > MAX_TYPED or text.lstrip().startswith("/") or _LINK.search(text):
        return None
    plain = _HEART.sub(" ", _TAG.sub(" ", unicodedata.normalize("NFC", text)))
    name = _limit_marks(_kept(plain))
    name = _cut(" ".join(name.split()).lstrip(_EDGES + ".").rstrip(_EDGES))
    return _cased(name) if _could_be_name(name) else None


def without_lead_in(text: str) -> str:
    """What comes after "nama saya" or "panggil saja"; the text itself where there is no such beginning."""
    return _LEAD_IN.sub("", text, count=1) if _LEAD_IN.match(text) else text


def is_answer_too(text: str) -> bool:
    """Whether the text is a name that can also be heard as an answer: "Alim"."""
    return [word for word in _words(text) if word not in TITLES] in [[name] for name in NAMES_AND_ANSWERS]


def is_titled_answer(text: str) -> bool:
    """Whether a title shows that it is the name: "Bu Iyah" has not said "iya, Bu"."""
    return _words(text)[:1] != [] and _words(text)[0] in TITLES and is_answer_too(text)


def _kept(text: str) -> str:
    neighbours = zip(" " + text, text, text[1:] + " ", strict=False)
    return "".join(_keep(before, char, after) for before, char, after in neighbours)


def _keep(before: str, char: str, after: str) -> str:
    category = unicodedata.category(char)
    if char in _JOINERS:
        return char if _joins(before) and _joins(after) else ""
    if category == "Cf" or char in _BLANKS:
        return ""
    wanted = category[0] == "L" or category in {"Mn", "Mc", "Nd"} or char in _KEPT_SIGNS
    return char if wanted else " "


def _joins(char: str) -> bool:
    """Whether a zero-width joiner beside it can matter: a letter or mark outside ASCII."""
    return not char.isascii() and unicodedata.category(char)[0] in "LM" and char not in "\ufe0e\ufe0f"


def _limit_marks(text: str) -> str:
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)


def _cut(name: str) -> str:
    """At most 60 characters, at a space where there is one."""
    if len(name) <= MAX_NAME:
        return name
    head = name[: MAX_NAME + 1]
    return (head.rpartition(" ")[0] or head[:MAX_NAME]).rstrip(_EDGES)


def _could_be_name(name: str) -> bool:
    digits = sum(char.isdigit() for char in name)
    return digits < 6 and any(unicodedata.category(char)[0] == "L" for char in name)


def _cased(name: str) -> str:
    """Title case for what was typed all in one case: "hj. siti bin ali" is "Hj. Siti bin Ali"."""
    own = "".join(word for word in name.split() if word.rstrip(".").casefold() not in TITLES) or name
    if own not in {own.lower(), own.upper()} or own.lower() == own.upper():
        return name
    titled = _LETTER_START.sub(lambda match: match[0].upper(), name.lower())
    cased = _LOWER_WORDS.sub(lambda match: match[0].lower(), titled)
    return cased if len(cased) == len(name) else name


def normalise_words(name: str) -> tuple[str, ...]:
    """The words to find a name by: no case, accents or titles, each once ("H. Ma'ruf" is ("maruf",))."""
    words = _words(name)
    return tuple(dict.fromkeys(word for word in words if word not in TITLES)) or tuple(dict.fromkeys(words))


def same_name_key(name: str) -> str:
    """What two spellings of one person's name share.

    Titles do not count, but "Bu": on one phone, Bu Udin and Pak Udin are two people.
    """
    words = _words(name)
    wife = ["bu"] if words and words[0] in WIVES else []
    rest = words[len(wife) :]
    return " ".join([*wife, *([word for word in rest if word not in TITLES] or rest)])


def _words(name: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold()
    kept = "".join(char for char in bare if unicodedata.category(char) not in {"Mn", "Cf"})
    return _WORD.findall(kept)
