"""Which words that staff gave a text hold on a day: what was approved, over what is shipped (pure)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from bot.questions.answers import Answer
from bot.texts import Texts
from bot.texts.render import PLACEHOLDER
from storage.models.facts import FactChange

Where = tuple[str, str]
"""A language and a key: of a text, or - with a point in it - of a written answer."""


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as it is told; `settled` are facts that were changed before its words were."""

    answer: Answer
    settled: frozenset[str] = frozenset()


class Rewordings:
    """What staff say in place of shipped words, as of one look into the database."""

    def __init__(self, approved: Iterable[FactChange] = ()) -> None:
        """Take changes that were approved, of texts and of facts, in any order."""
        ordered = sorted(approved, key=lambda change: (change.decided_at or change.proposed_at, change.id))
        self._changes = _standing(change for change in ordered if change.is_text)
        self._decided: Mapping[str, datetime | None] = {
            change.fact_id: change.decided_at for change in ordered if not change.is_text
        }
        self._made: tuple[date, Texts, Texts] | None = None

    def on(self, day: date) -> dict[Where, FactChange]:
        """The change of each text that is the latest to have begun on a day, whether or not it still fits."""
        begun = {
            where: [change for change in changes if change.valid_from <= day]
            for where, changes in self._changes.items()
        }
        return {where: max(found, key=_begins) for where, found in begun.items() if found}

    def texts(self, shipped: Texts, day: date) -> Texts:
        """The texts as they are told on a day; made once a day."""
        if not self._changes:
            return shipped
        if self._made is None or self._made[0] != day or self._made[1] is not shipped:
            self._made = (day, shipped, shipped.reworded(self._words(shipped, day)))
        return self._made[2]

    def answer(self, shipped: Answer, lang: str, day: date) -> Written:
        """An answer as it is told on a day."""
        change = self.on(day).get((lang, shipped.id)) if self._changes else None
        if change is None or not fits(change, shipped.text, answer_hash(shipped)):
            return Written(shipped)
        told = shipped.model_copy(update={"text": change.value})
        return Written(told, frozenset(id for id in shipped.facts if self._is_older(id, change)))

    def _words(self, shipped: Texts, day: date) -> dict[Where, str]:
        found = self.on(day).items()
        return {where: change.value for where, change in found if _fits_text(shipped, where, change)}

    def _is_older(self, fact_id: str, change: FactChange) -> bool:
        decided = self._decided.get(fact_id)
        return decided is not None and change.decided_at is not None and decided <= change.decided_at


def fits(change: FactChange, template: str | None, shipped_hash: str) -> bool:
    """Whether the words were written against what is shipped now, and tell the same figures."""
    return (
        template is not None
        and change.shipped == shipped_hash
        and set(PLACEHOLDER.findall(change.value)) == set(PLACEHOLDER.findall(template))
    )


def answer_hash(answer: Answer) -> str:
    """SHA-256 (hex) of an answer's words as shipped."""
    return sha256(answer.text.encode()).hexdigest()


def is_answer(key: str) -> bool:
    """Whether a key is a written answer's: only those that are offered have a point in it."""
    return "." in key


def _fits_text(shipped: Texts, where: Where, change: FactChange) -> bool:
    lang, key = where
    if is_answer(key) or key not in shipped.keys(lang):
        return False
    return fits(change, shipped.template(lang, key), shipped.hash(lang, key))


def _standing(ordered: Iterable[FactChange]) -> dict[Where, list[FactChange]]:
    """Those that no later withdrawal took away, in the order in which they were decided."""
    standing: dict[Where, list[FactChange]] = defaultdict(list)
    for change in ordered:
        where = (change.language or "", change.fact_id)
        if change.value:
            standing[where].append(change)
        else:
            standing[where].clear()
    return {where: changes for where, changes in standing.items() if changes}


def _begins(change: FactChange) -> tuple[date, datetime]:
    return change.valid_from, change.decided_at or change.proposed_at
