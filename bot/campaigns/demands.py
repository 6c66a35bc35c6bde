"""What only a swindler asks for: whether a text wants a code or money handed over, or warns of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.campaigns.policy import DemandRules
from bot.patterns import any_of

NEAR = 8  # words between a verb and what it is about
GOVERNS = 6  # words in which a no, or whom it is told of, reaches a verb
PAYEE_WITHIN = 3  # words behind "ke", "kepada"
QUOTED = 60  # characters of a text that are shown back
LOOKS_LIKE = {"o": "[o0]", "i": "[i1!]"}
VERBS = frozenset({"ask", "request", "pay"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a phrase of the lists, by what it is there."""

    kind: str
    text: str
    start: int
    end: int


def demands_in(text: str, rules: DemandRules) -> Iterator[str]:
    """The pieces of a text (folded, see bot.campaigns.links) that ask for it; a warning is none."""
    before: list[Token] = []
    for sentence in _sentences(text, rules):
        for first, last in _demands(sentence, rules):
            yield text[sentence[first].start : sentence[last].end][:QUOTED]
        if (thing := _carried_over(before, sentence, rules)) is not None:
            yield text[thing.start : sentence[-1].end][:QUOTED]
        before = sentence


def _sentences(text: str, rules: DemandRules) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    for found in _pattern(rules).finditer(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")):
        kind = str(found.lastgroup)
        if kind == "end":
            yield sentence
            sentence = []
        else:
            sentence.append(Token(kind, found[0], *found.span()))
    yield sentence


@cache
def _pattern(rules: DemandRules) -> re.Pattern[str]:
    """One of the lists at each place, the first that fits; a blank line ends a sentence as a stop does."""
    lists = {
        "harmless": rules.harmless,
        "thing": rules.things,
        "pay": rules.pays,
        "ask": rules.asks,
        "request": rules.requests,
        "denial": rules.denials,
        "other": rules.others,
        "listing": rules.lists,
        "and": rules.ands,
        "turn": rules.turns,
        "exception": rules.exceptions,
    }
    named = [f"(?P<{kind}>{_whole(words)})" for kind, words in lists.items()]
    spelled = "|".join(map(_spelled, rules.spelled))
    named.insert(1, rf"(?P<spelled>(?<!\w)(?:{spelled})(?:-?(?:nya|mu|ku|s))?(?!\w))")
    rest = (r"(?P<end>[.!?;]+(?=\s|$)|\n\s*\n)", r"(?P<comma>[,:(\u2013\u2014])", r"(?P<word>[\w'-]+)")
    return re.compile("|".join((*named, *rest)))


def _whole(words: tuple[str, ...]) -> str:
    return rf"(?<![\w']){any_of(words)}(?:-?(?:nya|mu))?(?![\w'])"


def _spelled(word: str) -> str:
    """The word also with signs between its letters, and with digits that look like them."""
    return r"[\s._*-]?".join(LOOKS_LIKE.get(letter, letter) for letter in word)


def _demands(sentence: list[Token], rules: DemandRules) -> Iterator[tuple[int, int]]:
    """From which token to which; what is denied or told of others is passed over."""
    excused: list[int] = []
    for at, token in enumerate(sentence):
        if token.kind not in VERBS:
            continue
        if _is_excused(sentence, at, excused, rules):
            excused.append(at)
        elif (other := _what_for(sentence, at, excused, rules)) is not None:
            yield min(at, other), max(at, other)
    yield from _loopholes(sentence)


def _is_excused(sentence: list[Token], at: int, excused: list[int], rules: DemandRules) -> bool:
    """Denied, told of others, or hanging on a verb before it that is."""
    if _is_denied(sentence, at, rules) or _is_others(sentence, at):
        return True
    if not excused:
        return False
    since = sentence[excused[-1] + 1 : at]
    if any(token.kind == "turn" for token in since):
        return False
    if since and _lists_on(sentence, at, excused[-1]):
        return True
    return len(since) <= GOVERNS and all(token.kind in {"word", "other", "pay"} for token in since)


def _lists_on(sentence: list[Token], at: int, governor: int) -> bool:
    """One more of what is not asked for: "OTP, PIN, atau transfer"."""
    link = sentence[at - 1].kind
    return link == "listing" or (link == "and" and sentence[governor].kind == "request")


def _is_denied(sentence: list[Token], at: int, rules: DemandRules) -> bool:
    """A no with nothing else before the verb: "jangan", "tak pernah", "tidak ada petugas kami yang"."""
    for token in reversed(sentence[max(0, at - GOVERNS) : at]):
        if token.kind == "denial":
            return True
        if token.kind != "request" and token.text not in rules.between:
            return False
    return False


def _is_others(sentence: list[Token], at: int) -> bool:
    """Told of somebody else, "kalau ada yang minta", "penipu sering minta": wanting can be, giving not."""
    if sentence[at].kind != "request":
        return False
    for token in reversed(sentence[max(0, at - GOVERNS) : at]):
        if token.kind in {"comma", "turn"}:
            return False
        if token.kind == "other":
            return True
    return False


def _what_for(sentence: list[Token], at: int, excused: list[int], rules: DemandRules) -> int | None:
    """The token that a verb asks for; None where it is about something else."""
    if sentence[at].kind == "pay" and (payee := _payee(sentence, at, rules)) is not None:
        return payee
    if (ahead := _ahead(sentence, at)) is not None:
        return ahead
    return _behind(sentence, at, excused, rules) if sentence[at].kind == "ask" else None


def _ahead(sentence: list[Token], at: int) -> int | None:
    for index in range(at + 1, min(len(sentence), at + 1 + NEAR)):
        kind = sentence[index].kind
        if kind in {"thing", "spelled"}:
            return index
        if kind in {"denial", "harmless"} or kind in VERBS:
            return None
    return None


def _behind(sentence: list[Token], at: int, excused: list[int], rules: DemandRules) -> int | None:
    """What stands before a verb that has nothing behind it, unless we said that we do not want it."""
    if not _is_bare(sentence, at, rules):
        return None
    for index in range(at - 1, max(-1, at - 1 - NEAR), -1):
        if sentence[index].kind in {"thing", "spelled"}:
            owners = [verb for verb in excused if verb < index]
            return None if owners and _is_not_wanted(sentence, owners[-1], rules) else index
    return None


def _is_bare(sentence: list[Token], at: int, rules: DemandRules) -> bool:
    """Whether nothing that it could be about stands behind a verb."""
    follower = sentence[at + 1] if at + 1 < len(sentence) else None
    return follower is None or follower.kind == "comma" or follower.text in rules.bare


def _carried_over(before: list[Token], sentence: list[Token], rules: DemandRules) -> Token | None:
    """What a sentence wants, from the one before it: "Bapak dapat kode 6 digit. Sebutkan ke petugas."."""
    if not any(
        token.kind == "ask" and _is_bare(sentence, at, rules) for at, token in enumerate(sentence[:2])
    ):
        return None
    if any(token.kind in {"denial", "other"} for token in (*before, sentence[0])):
        return None
    return next((token for token in before if token.kind in {"thing", "spelled"}), None)


def _is_not_wanted(sentence: list[Token], at: int, rules: DemandRules) -> bool:
    """What we say that we never want; whatever is asked after it is something else."""
    return sentence[at].kind == "request" and _is_denied(sentence, at, rules)


def _payee(sentence: list[Token], at: int, rules: DemandRules) -> int | None:
    """Whom the money goes to: a person, or an account."""
    for index in range(at + 1, min(len(sentence), at + 1 + NEAR)):
        if sentence[index].kind == "denial":
            return None
        if sentence[index].text in rules.towards:
            named = range(index + 1, min(len(sentence), index + 1 + PAYEE_WITHIN))
            found = next((one for one in named if sentence[one].text in rules.payees), None)
            if found is not None:
                return found
    return None


def _loopholes(sentence: list[Token]) -> Iterator[tuple[int, int]]:
    """A warning with an exception is none: "Jangan beri OTP kecuali ke petugas kami"."""
    things = [at for at, token in enumerate(sentence) if token.kind in {"thing", "spelled"}]
    for at, token in enumerate(sentence):
        if token.kind == "exception" and things:
            yield min(at, things[0]), max(at, things[0])
