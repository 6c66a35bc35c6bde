"""The facts: what may be said on a given day, what was true before, and what is not settled."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Self

from bot.programme.entries import Duration, Entries, Fact, FactType, OpenQuestion, TableRow, TimeUnit
from bot.programme.errors import GradeTooLow, NotInForce, UnknownFact, WrongType
from bot.programme.faults import list_faults
from bot.programme.loading import read_entries

DEFAULT_PATH = Path(__file__).with_name("facts.toml")


class Facts:
    """Every fact with its history.

    On each day what was changed from the chat is asked first, then the branch's overlay, and the project's
    own file where both are silent.
    """

    def __init__(
        self, entries: Entries, overlay: Entries | None = None, changes: tuple[Fact, ...] = ()
    ) -> None:
        overlay = overlay or Entries()
        self._files = (entries, overlay)
        self.entries = changes + overlay.facts + entries.facts
        self.closed = entries.closed + overlay.closed
        self.questions = entries.questions + overlay.questions
        self._by_id = _grouped(self.entries)

    @classmethod
    def load(cls, path: Path = DEFAULT_PATH, overlay: Path | None = None) -> Self:
        """Read the facts file, and the branch's corrections if any; FactsUnreadable if it cannot."""
        corrections = read_entries(overlay, branch=True) if overlay else None
        return cls(read_entries(path), corrections)

    def amended(self, changes: tuple[Fact, ...]) -> "Facts":
        """The files' facts with these changes, and with no others, before them."""
        return Facts(*self._files, changes)

    def on(self, day: date) -> "FactsOnDay":
        """The facts as they hold on one (branch) day; a contribution month is asked by its first day."""
        return FactsOnDay(self, day)

    def history(self, id: str) -> tuple[Fact, ...]:
        """Every value the fact has had or will have, oldest first; corrections before what they correct."""
        if id not in self._by_id:
            raise UnknownFact(f"no fact is called {id!r}")
        return tuple(
            sorted(self._by_id[id], key=lambda fact: (fact.valid_from, not fact.changed, not fact.branch))
        )

    def find(self, id: str, day: date) -> Fact | None:
        """The value that holds on the day whatever its grade; None when there is none.

        What is meant to end and was changed from the chat is over with that change's end: an earlier promise
        does not come back after it.
        """
        for fact in self._by_id.get(id, ()):
            if fact.holds_on(day):
                return fact
            if fact.changed and fact.ends and fact.valid_from <= day:
                return None
        return None

    def expiring(self, on: date, within_days: int) -> tuple[Fact, ...]:
        """The facts in force that end within so many days with nothing to follow, soonest first."""
        last = on + timedelta(days=within_days)
        ending = [fact for fact in self._in_force(on) if fact.valid_until and fact.valid_until <= last]
        alone = [fact for fact in ending if fact.day_after and not self.find(fact.id, fact.day_after)]
        return tuple(sorted(alone, key=lambda fact: (fact.valid_until or date.max, fact.id)))

    def open_questions(self, day: date) -> tuple[OpenQuestion, ...]:
        """What must be answered with "tanyakan petugas" on the day."""
        return tuple(q for q in self.questions if q.id not in self.closed and q.since <= day)

    def validate(self, on: date, used: Collection[str] = (), warn_days: int = 30) -> list[str]:
        """Everything wrong with the files, in plain English for whoever edits them; [] when all is well.

        `used` are the ids that the product reads; facts that end within `warn_days` are told too.
        """
        entries = Entries(self.entries, self.questions, self.closed)
        expiring = (
            f"{f.id} ends on {f.valid_until} and nothing follows it" for f in self.expiring(on, warn_days)
        )
        return [*list_faults(entries, on, used), *expiring]

    def ids(self) -> frozenset[str]:
        return frozenset(self._by_id)

    def _in_force(self, day: date) -> Iterable[Fact]:
        return (fact for id in self._by_id if (fact := self.find(id, day)))


@dataclass(frozen=True, slots=True)
class FactsOnDay:
    """The facts as they hold on one day; readers raise UnknownFact, NotInForce, WrongType, GradeTooLow."""

    facts: Facts
    day: date

    def fact(self, id: str) -> Fact:
        """The fact that may be shown on this day, with its source and conditions."""
        fact = self.facts.find(id, self.day)
        if fact is None:
            last = self.facts.history(id)[-1]
            raise NotInForce(f"{id} does not hold on {self.day} (last known from {last.valid_from})")
        if not fact.grade.may_be_shown:
            raise GradeTooLow(f"{id} is graded {fact.grade}: ask staff")
        return fact

    def has(self, id: str) -> bool:
        """Whether the fact holds on this day."""
        return self.facts.find(id, self.day) is not None

    def rupiah(self, id: str) -> int:
        return _whole(self._typed(id, FactType.RUPIAH))

    def integer(self, id: str) -> int:
        return _whole(self._typed(id, FactType.INTEGER))

    def percent(self, id: str) -> Decimal:
        """A percentage: 50 is one half."""
        return Decimal(str(self._typed(id, FactType.PERCENT).value))

    def duration(self, id: str) -> Duration:
        fact = self._typed(id, FactType.DURATION)
        return Duration(_whole(fact), TimeUnit(fact.unit))

    def text(self, id: str) -> str:
        """A text id, for Fluent to word."""
        return str(self._typed(id, FactType.TEXT).value)

    def texts(self, id: str) -> tuple[str, ...]:
        """Text ids, in the order they are shown."""
        value = self._typed(id, FactType.TEXTS).value
        assert isinstance(value, tuple)
        return value

    def table(self, id: str) -> tuple[TableRow, ...]:
        """A table's rows: column name to whole number, or None for an empty cell."""
        return self._typed(id, FactType.TABLE).rows

    def open_about(self, *ids: str) -> tuple[str, ...]:
        """The ids of the open questions that concern any of these facts: staff must be asked."""
        questions = self.facts.open_questions(self.day)
        return tuple(q.id for q in questions if any(q.concerns(id, self.day) for id in ids))

    def _typed(self, id: str, type: FactType) -> Fact:
        fact = self.fact(id)
        if fact.type is not type:
            raise WrongType(f"{id} is of type {fact.type}, not {type}")
        return fact


def _whole(fact: Fact) -> int:
    assert isinstance(fact.value, int)
    return fact.value


def _grouped(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    groups: dict[str, tuple[Fact, ...]] = {}
    for fact in facts:
        groups[fact.id] = (*groups.get(fact.id, ()), fact)
    return groups
