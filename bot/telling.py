"""Texts that tell facts: `{ $jkm-full_after }` in a text is the fact jkm.full_after, as it holds on the day.

So every figure an explaining text shows is traced to a fact by its very name: no text holds a figure of its
own, and nothing but a fact can fill such a place.
"""

from collections.abc import Iterable

from bot.programme.entries import ADDRESS, Fact, FactType
from bot.programme.facts import FactsOnDay
from bot.programme.formats import Lang, day_month_year, duration, number, percent, rupiah_short
from bot.quotes import lang_of
from bot.texts import Markup, Texts
from bot.wording import Wording

LISTED_ALONE = 8
NAMES_A_LINE = 4


def tell(words: Wording, today: FactsOnDay, key: str, /, **others: str) -> Markup:
    """A text as HTML with the facts it names; `others` fill what is no fact.

    FactError where a fact does not hold on the day or is not well enough founded to be shown.
    """
    variables = words.texts.variables(words.language, key)
    named = {name: told(words, today, fact_id(name)) for name in variables if is_fact(name)}
    return words.render(key, **named, **{name: others[name] for name in others if name in variables})


def is_fact(variable: str) -> bool:
    """Whether a text's argument is a fact: its group and its name, a hyphen between."""
    return "-" in variable


def fact_id(variable: str) -> str:
    return variable.replace("-", ".")


def told_facts(texts: Texts, lang: str, *keys: str) -> frozenset[str]:
    """The ids of the facts that these texts tell; of all texts when none is named."""
    named = keys or tuple(texts.keys(lang))
    found = (name for key in named for name in texts.variables(lang, key) if is_fact(name))
    return frozenset(map(fact_id, found))


def told(words: Wording, today: FactsOnDay, id: str) -> str:
    """A fact in words: "Rp42 juta", "3 bulan", "50%", "KTP, kartu peserta"."""
    fact, lang = today.fact(id), lang_of(words)
    match fact.type:
        case FactType.RUPIAH:
            return rupiah_short(today.rupiah(id), lang)
        case FactType.INTEGER:
            return number(today.integer(id), lang)
        case FactType.PERCENT:
            return percent(today.percent(id), lang)
        case FactType.DURATION:
            return duration(today.duration(id), lang)
        case FactType.TEXT:
            return today.text(id) if fact.unit == ADDRESS else named(words, today.text(id))
        case FactType.TEXTS:
            return listed(words, today.texts(id))
        case FactType.TABLE:
            raise ValueError(f"{id} is a table, and cannot be told in a sentence")


def named(words: Wording, id: str) -> str:
    """What stands for a text id in a fact: "member_card" is "kartu peserta".

    What staff added to a list in the chat is a name that has no text: it is told as they typed it.
    """
    return words.label(f"facts-word.{id}") if words.has(f"facts-word.{id}") else id


def listed(words: Wording, ids: Iterable[str]) -> str:
    """A list as people read it: a line each, or few to a line where there are many; one alone as it is."""
    names = [named(words, id) for id in ids]
    if len(names) == 1:
        return names[0]
    a_line = 1 if len(names) <= LISTED_ALONE else NAMES_A_LINE
    lines = (", ".join(names[start : start + a_line]) for start in range(0, len(names), a_line))
    return "\n".join(f"• {line}" for line in lines)


def source_of(fact: Fact) -> str:
    """Where a fact was read, short enough for a person to look it up."""
    return fact.source.partition(",")[0]


def since(fact: Fact, lang: Lang) -> str:
    """The day from which a fact holds."""
    return day_month_year(fact.valid_from, lang)
