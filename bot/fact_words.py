"""What staff read of a fact, in words: its name, its value with what it counts, how well founded it is."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import partial

from bot.programme.entries import ADDRESS, Duration, Fact, FactType, TimeUnit
from bot.programme.formats import day_month_year, duration, number, percent, rupiah
from bot.quotes import lang_of
from bot.wording import Wording

_NO_LETTER = re.compile(r"[^a-z0-9]+")
_OWN_PAPERS = re.compile(r"\s*\(programme\.md[^)]*\)")
_PHRASES = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"(?:by )?secondary pages(?: \([^)]*\))?, gathered (?P<day>\d{4}-\d\d-\d\d)", "facts-source.pages"),
        (r"official article (?P<number>\d+)", "facts-source.article"),
        (r"this service's own promise", "facts-source.promise"),
        (r"our own rule, beside [\w.]+", "facts-source.rule"),
        (r"law for employers", "facts-source.employers"),
        (r"a guardian consents for a child", "facts-source.guardian"),
        (r"same bases", "facts-source.bases"),
        (r"the UCJ kick-off of", "facts-source.opening"),
        (r"quoting the city", "facts-source.city"),
        (r"\bquoting\b", "facts-source.quoting"),
        (r"\band\b", "facts-source.and"),
    )
)
"""What the shipped facts say of their sources, in the order in which it is looked for, and its text."""


def slug(written: str) -> str:
    """An id or a unit as part of a text key, which has no points and no commas."""
    return _NO_LETTER.sub("-", written.casefold()).strip("-")


def fact_name(words: Wording, id: str) -> str:
    """What the fact is about; its id for one that only the branch's own file has."""
    key = slug(id)
    return words.label(f"facts-name.{key}") if words.has(f"facts-name.{key}") else id


def group_name(words: Wording, group: str) -> str:
    """What the facts of a group are about."""
    key = slug(group)
    return words.label(f"facts-about.{key}") if words.has(f"facts-about.{key}") else group


def words_by_name(words: Wording) -> dict[str, str]:
    """The text id of each thing that a list of facts may name, by its name in lower case."""
    keys = (key for key in words.texts.keys(words.language) if key.startswith("facts-word."))
    return {words.label(key).casefold(): key.removeprefix("facts-word.") for key in keys}


def grade_words(words: Wording, fact: Fact) -> str:
    """How well the fact is founded."""
    return words.label(f"facts-grade.{slug(fact.grade)}")


def value_words(words: Wording, fact: Fact) -> str:
    """The value with what it counts: "Rp20.000.000, paling banyak"."""
    told, unit = _told(words, fact), slug(fact.unit)
    if fact.type is FactType.DURATION:
        return told
    if not words.has(f"facts-unit.{unit}"):
        return told
    counts = "value" in words.texts.numbers(words.language, f"facts-unit.{unit}")
    return words.label(f"facts-unit.{unit}", value=int(str(fact.value)) if counts else told)


def source_words(words: Wording, source: str) -> str:
    """Where it stands written, in the reader's language: names of laws stay, those of our own files go."""
    told = _OWN_PAPERS.sub("", source)
    for pattern, key in _PHRASES:
        told = pattern.sub(partial(_phrase, words, key), told)
    return told[:1].upper() + told[1:]


def _phrase(words: Wording, key: str, found: re.Match[str]) -> str:
    args = {name: value or "" for name, value in found.groupdict().items()}
    if "day" in args:
        args["day"] = day_month_year(date.fromisoformat(args["day"]), lang_of(words))
    return words.label(key, **args)


def named_in(words: Wording, ids: Iterable[str], faults: Iterable[str]) -> list[str]:
    """The names of the facts that faults speak of, each once."""
    said = " ".join(faults)
    found = (id for id in sorted(ids) if re.search(rf"(?<![\w.]){re.escape(id)}(?![\w.]*\w)", said))
    return [fact_name(words, id) for id in found]


def _told(words: Wording, fact: Fact) -> str:
    if isinstance(fact.value, tuple):
        return ", ".join(_word(words, id) for id in fact.value)
    if isinstance(fact.value, str):
        return _text(words, fact, fact.value)
    return _figure(words, fact.type, fact.unit, fact.value)


def _text(words: Wording, fact: Fact, value: str) -> str:
    if fact.type is FactType.TABLE:
        return words.label("facts-table", rows=len(fact.rows))
    return value if fact.unit == ADDRESS else _word(words, value)


def _figure(words: Wording, type: FactType, unit: str, value: int | Decimal) -> str:
    lang = lang_of(words)
    if type is FactType.PERCENT:
        return percent(value, lang)
    if type is FactType.DURATION:
        return duration(Duration(int(value), TimeUnit(unit)), lang)
    return rupiah(int(value), lang) if type is FactType.RUPIAH else number(value, lang)


def _word(words: Wording, id: str) -> str:
    return words.label(f"facts-word.{id}") if words.has(f"facts-word.{id}") else id.replace("_", " ")
