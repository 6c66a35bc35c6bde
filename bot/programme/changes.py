"""What a change of a fact is: its typed value, the fact it makes, and what would be wrong with it (pure).

A figure, an address and a list that is only shown are changed here; tables, and words on which something
is decided, in the branch's overlay file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Protocol

from bot.amounts import read_numbers
from bot.programme.audit import audit
from bot.programme.entries import ADDRESS, Dated, Fact, FactType, Value
from bot.programme.facts import Facts
from bot.programme.following import tables_that_follow

FIGURES = frozenset({FactType.RUPIAH, FactType.INTEGER, FactType.PERCENT, FactType.DURATION})
LISTS = frozenset(
    {
        "claims.jht_channels",
        "claims.jkk_documents",
        "claims.jkm_documents",
        "contributions.channels",
        "registration.channels",
        "registration.needs",
    }
)
"""Lists that are told and nothing else: no decision and no button hangs on what stands in them."""
LONGEST_VALUE = 200
LONGEST_NAME = 40  # of a thing in a list
BETWEEN = ","
SHORTEST_SOURCE, LONGEST_SOURCE = 8, 200


class Edit(Protocol):
    """A new value of a fact from a day on: proposed, or approved before."""

    @property
    def fact_id(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact as it is on the day the change begins, and as it would be."""

    fact_id: str
    old: Fact | None
    new: Fact


def is_changeable(fact: Fact) -> bool:
    """Whether its value can be typed: a figure, an address, or a list that is only shown."""
    is_address = fact.type is FactType.TEXT and fact.unit == ADDRESS
    return fact.type in FIGURES or is_address or fact.id in LISTS


def read_value(fact: Fact, text: str, known: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """A typed value, as it is stored; None when it is none of this fact's kind.

    `known` gives the text id of a name in lower case; what it does not know is told as it was typed.
    """
    if fact.type is FactType.TEXTS:
        return _list(text, known)
    said = " ".join(text.split())
    if fact.type is FactType.TEXT:
        return said if 0 < len(said) <= LONGEST_VALUE else None
    if fact.type is FactType.PERCENT:
        return _percent(said)
    if said.startswith("-"):
        return None
    numbers = read_numbers(said.casefold().removeprefix("rp").strip())
    whole = len(numbers) == 1 and numbers[0].value.denominator == 1 and numbers[0].value >= 0
    return str(int(numbers[0].value)) if whole else None


def _list(text: str, known: Mapping[str, str]) -> str | None:
    """Names between commas or on lines of their own; each once, in their order."""
    typed = (" ".join(name.split()).strip(" •-.") for name in re.split(r"[,;\n]", text))
    names = list(dict.fromkeys(known.get(name.casefold(), name) for name in typed if name))
    stored = BETWEEN.join(names)
    fits = all(len(name) <= LONGEST_NAME and re.search(r"[^\W\d_]", name) for name in names)
    return stored if names and fits and len(stored) <= LONGEST_VALUE else None


def _percent(said: str) -> str | None:
    try:
        share = Decimal(said.removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return f"{share.normalize():f}" if share.is_finite() and 0 <= share <= 100 else None


def entries_of(facts: Facts, approved: Iterable[Edit]) -> tuple[Fact, ...]:
    """Approved changes as facts, the latest first; one ends where the next one of the same fact begins.

    Where a rate is among them the contribution table follows, as no row of it is more than its rates.
    """
    latest: dict[tuple[str, date], Edit] = {}
    for change in approved:
        latest.setdefault((change.fact_id, change.valid_from), change)
    ordered = sorted(latest.values(), key=lambda change: change.valid_from, reverse=True)
    ends: dict[str, date] = {}
    entries = []
    for change in ordered:
        if change.fact_id in facts.ids() and not is_endless(facts, change):
            entries.append(new_fact(facts, change, ends.get(change.fact_id)))
            ends[change.fact_id] = change.valid_from - timedelta(days=1)
    return (*tables_that_follow(facts, entries), *entries)


def new_fact(facts: Facts, edit: Edit, until: date | None = None) -> Fact:
    """The fact as it will be, with the grade, unit and conditions of what it takes the place of.

    It ends with its own last day, or before the next one begins. UnknownFact for an id there is not.
    """
    old = replaced_fact(facts, edit)
    ends = [day for day in (until, _last_day(facts, edit)) if day is not None]
    changed: dict[str, object] = {
        "value": _typed(old, edit.value),
        "source": edit.source,
        "valid_from": edit.valid_from,
        "valid_until": min(ends, default=None),
        "dated": Dated.SOURCE,
        "branch": True,
        "changed": True,
        "ends": is_meant_to_end(facts, edit.fact_id),
    }
    return old.model_copy(update=changed)


def replaced_fact(facts: Facts, edit: Edit) -> Fact:
    """The value on the day the change begins; where there is none, the last one that began before it."""
    history = facts.history(edit.fact_id)
    begun = [fact for fact in history if fact.valid_from <= edit.valid_from]
    return facts.find(edit.fact_id, edit.valid_from) or (begun or history)[-1]


def is_meant_to_end(facts: Facts, fact_id: str) -> bool:
    """Whether the fact is a promise for a time, like a discount; UnknownFact for an id there is not."""
    return any(fact.ends for fact in facts.history(fact_id))


def is_endless(facts: Facts, edit: Edit) -> bool:
    """Whether it would promise for ever what is meant to end."""
    return is_meant_to_end(facts, edit.fact_id) and _last_day(facts, edit) is None


def last_day_now(facts: Facts, fact_id: str, day: date) -> date | None:
    """When what holds on the day, and is meant to end, does so."""
    fact = facts.find(fact_id, day)
    return fact.valid_until if fact and fact.ends else None


def _last_day(facts: Facts, edit: Edit) -> date | None:
    """As it was said; what says nothing ends with the value that it takes the place of."""
    return edit.valid_until or last_day_now(facts, edit.fact_id, edit.valid_from)


def _typed(fact: Fact, value: str) -> Value:
    if fact.type is FactType.PERCENT:
        return Decimal(value)
    if fact.type is FactType.TEXTS:
        return tuple(value.split(BETWEEN))
    return value if fact.type is FactType.TEXT else int(value)


def compare(facts: Facts, edit: Edit) -> Compared:
    """The two values side by side; UnknownFact for an id there is not."""
    old = facts.find(edit.fact_id, edit.valid_from)
    if is_meant_to_end(facts, edit.fact_id):
        old = replaced_fact(facts, edit)
    return Compared(edit.fact_id, old, new_fact(facts, edit))


def amended_by(facts: Facts, approved: Iterable[Edit], edits: Sequence[Edit]) -> Facts:
    """The facts as they would be with all these changes at once."""
    return facts.amended(entries_of(facts, (*edits, *approved)))


def new_faults(facts: Facts, approved: Iterable[Edit], edits: Sequence[Edit], today: date) -> list[str]:
    """What would be wrong with the facts after the changes, together, that is not wrong with them now."""
    on = max(today, *(edit.valid_from for edit in edits))
    known = set(audit(facts, on))
    endless = [f"{edit.fact_id} is meant to end: say when" for edit in edits if is_endless(facts, edit)]
    return endless or [fault for fault in audit(amended_by(facts, approved, edits), on) if fault not in known]
