"""Takes personal data out of a question before it is kept for staff.

The rule: no number of four digits or more (with dots, spaces or dashes between them, too), no link, address
or @name. Of words, those that answers are asked for with are kept; of the others none of the asker's own
name as Telegram has it, none behind "nama saya", "bernama" or a form of address (Pak, Bu, Kang ...), and none
with a capital letter inside a sentence. Each leaves a sign in its place.
"""

import re
from collections.abc import Collection

from bot.names import TITLES
from bot.questions.lexicon import once

LONGEST = 300  # characters
NUMBER, LINK, NAME = "#", "@", "…"

_LINK = re.compile(r"\S+://\S+|\bwww\.\S+|\S*@\S+|\b(?:t|wa)\.me/\S+", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9](?:[0-9]|[ .,/-](?=[0-9])){3,}")
_WORD = re.compile(r"[^\W\d_]+")
_INTRODUCTIONS = TITLES | {"nama", "namaku", "namanya", "bernama"}
_BETWEEN = frozenset({"saya", "sy", "aku", "kula", "abdi", "adalah", "yaitu"})  # "nama saya adalah ..."


def clean(text: str, own_name: str, known: Collection[str]) -> str:
    """The question without personal data, by the rule above; at most 300 characters.

    `known` are the words that answers are asked for with, lower-case, each letter once: they are no names.
    """
    bare = _NUMBER.sub(NUMBER, _LINK.sub(LINK, " ".join(text[:LONGEST].split())))
    capitals_tell = not bare.isupper() and not bare.istitle()
    own = {word.casefold() for word in _WORD.findall(own_name)}
    introduced = False

    def keep(match: re.Match[str]) -> str:
        nonlocal introduced
        word = match[0].casefold()
        if word in _INTRODUCTIONS or (introduced and word in _BETWEEN):
            introduced = True
            return match[0]
        is_known = once(word) in known
        is_name = introduced or word in own or (capitals_tell and _stands_out(match))
        introduced = introduced and not is_known
        return NAME if is_name and not is_known else match[0]

    return _WORD.sub(keep, bare)


def _stands_out(match: re.Match[str]) -> bool:
    """Whether it has a capital letter and does not begin a sentence."""
    before = match.string[: match.start()].rstrip()
    return match[0][0].isupper() and bool(before) and before[-1] not in ".?!"
