"""What can be wrong with facts files, told in plain English to the person who edits them."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import pairwise, product

from bot.programme.entries import Entries, Fact


def list_faults(entries: Entries, on: date, used: Collection[str] = ()) -> list[str]:
    """Every fault, most local first. `used` are the ids that the product reads."""
    known = {fact.id for fact in entries.facts}
    return [
        *_entry_faults(entries.facts),
        *(fault for id in sorted(known) for fault in _history_faults(_of(entries.facts, id), on)),
        *_reference_faults(entries, known),
        *_use_faults(entries.facts, on, used),
    ]


def _of(facts: Iterable[Fact], id: str) -> list[Fact]:
    return sorted((fact for fact in facts if fact.id == id), key=lambda fact: fact.valid_from)


def _entry_faults(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        if not fact.source.strip():
            yield f"{fact.id} (from {fact.valid_from}) has no source"
        if fact.valid_until and fact.valid_until < fact.valid_from:
            yield f"{fact.id} ends on {fact.valid_until}, before it begins on {fact.valid_from}"
        if fact.ends and not fact.valid_until:
            yield f"{fact.id} (from {fact.valid_from}) is meant to end, but says not when"


def _history_faults(history: list[Fact], on: date) -> Iterator[str]:
    yield from _type_faults(history)
    for layer in product((False, True), repeat=2):
        yield from _overlaps([fact for fact in history if (fact.branch, fact.changed) == layer])
    yield from _gaps(history)
    yield from _ended(history, on)


def _type_faults(history: list[Fact]) -> Iterator[str]:
    """A correction must be of the type that the readers ask for."""
    types = {fact.type for fact in history}
    if len(types) > 1:
        yield f"{history[0].id} is of more than one type: {', '.join(sorted(types))}"


def _overlaps(history: list[Fact]) -> Iterator[str]:
    for earlier, later in pairwise(history):
        if earlier.valid_until is None or later.valid_from <= earlier.valid_until:
            yield (
                f"{later.id} has two values on {later.valid_from}: "
                f"end the one from {earlier.valid_from} before it"
            )


def _gaps(history: list[Fact]) -> Iterator[str]:
    covered = history[0]
    for fact in history[1:]:
        if covered.day_after and fact.valid_from > covered.day_after and not covered.ends:
            yield f"{fact.id} has no value from {covered.day_after} until {fact.valid_from}"
        covered = max(covered, fact, key=_reach)


def _ended(history: list[Fact], on: date) -> Iterator[str]:
    last = max(history, key=_reach)
    if last.valid_until and last.valid_until < on and not last.ends:
        yield f"{last.id} ended on {last.valid_until} and nothing follows it"


def _reach(fact: Fact) -> date:
    return fact.valid_until or date.max


def _reference_faults(entries: Entries, known: Collection[str]) -> Iterator[str]:
    for fact in entries.facts:
        yield from (
            f"{fact.id} is shown with {id}, which does not exist" for id in fact.shown_with if id not in known
        )
    for question in entries.questions:
        yield from (
            f"question {question.id} is about {id}, which does not exist"
            for id in question.about
            if id not in known
        )
    questions = {question.id for question in entries.questions}
    yield from (
        f"question {id} is closed, but does not exist" for id in entries.closed if id not in questions
    )


def _use_faults(facts: Iterable[Fact], on: date, used: Collection[str]) -> Iterator[str]:
    for id in sorted(used):
        history = _of(facts, id)
        if not history:
            yield f"{id} is read by the service, but does not exist"
        elif history[0].valid_from > on:
            yield f"{id} is read by the service, but holds only from {history[0].valid_from}"
        yield from (
            f"{id} (from {fact.valid_from}) is read by the service, but is graded only {fact.grade}"
            for fact in history
            if not fact.grade.may_be_shown
        )
