"""What the screens of /fakta share: names of screens, days, and old and new values side by side."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.access import Permission
from bot.errors import NotFound
from bot.fact_words import fact_name, source_words, value_words
from bot.programme.changes import Edit, amended_by, compare, new_fact
from bot.programme.contributions import Row, list_rows
from bot.programme.entries import Fact
from bot.programme.errors import UnknownFact
from bot.programme.following import RATES
from bot.programme.formats import rupiah
from bot.quotes import lang_of
from bot.screens import Action, Button, Rows
from bot.texts import Markup
from bot.visits import Visit
from handlers.pages import cut
from handlers.starting_days import day_words
from storage.models.facts import FactChange

GROUPS = "facts"
GROUP = "facts-group"
FACT = "fact"
VALUE = "fact-value"
SOURCE = "fact-source"
DAY = "fact-day"
END = "fact-end"
PROPOSAL = "fact-proposal"
MORE = "fact-more"
CHANGE = "fact-change"
MAY = Permission.CHANGE_FACTS


def history_of(visit: Visit, id_: str) -> tuple[Fact, ...]:
    """Every value the fact has had; NotFound for an id there is not."""
    try:
        return visit.service.facts.history(id_)
    except UnknownFact:
        raise NotFound(f"no fact is called {id_!r}") from None


def current_fact(visit: Visit, id_: str) -> Fact:
    """The value that holds today, or else the last one known."""
    history = history_of(visit, id_)
    return visit.service.facts.find(id_, visit.service.today()) or history[-1]


def proposal_rows(visit: Visit, proposals: Iterable[FactChange]) -> Rows:
    """A button for each proposal that waits, named by its first fact."""
    return tuple((_proposal_button(visit, first),) for first in proposals)


def _proposal_button(visit: Visit, first: FactChange) -> Button:
    label = visit.words.label("facts-waiting", name=fact_name(visit.words, first.fact_id))
    return Button(cut(label), Action("facts", "change", first.number))


def side_by_side(visit: Visit, edits: Sequence[Edit]) -> Markup:
    """Old and new of every change, then the table where it follows a rate, then source and day."""
    words, first = visit.words, edits[0]
    source = words.render("facts-from", source=first.source, start=day_words(visit, first.valid_from))
    return words.joined(*(_compared(visit, edit) for edit in edits), _table(visit, edits), source)


def in_force(visit: Visit, edits: Sequence[Edit]) -> Markup:
    """What was approved: what is told now and from when the new is, for every change; then the source."""
    words = visit.words
    source = words.render("facts-by", source=source_words(words, edits[0].source))
    return words.joined(*(_before_and_after(visit, edit) for edit in edits), source)


def _before_and_after(visit: Visit, edit: Edit) -> Markup:
    words, facts, start = visit.words, visit.service.facts, edit.valid_from
    before = facts.find(edit.fact_id, start - timedelta(days=1))
    key = "facts-now-and-then" if start > visit.service.today() else "facts-then-and-now"
    return words.render(
        key,
        name=fact_name(words, edit.fact_id),
        old=_value(visit, before),
        new=_value(visit, new_fact(facts, edit)),
        start=day_words(visit, start),
    )


def _compared(visit: Visit, edit: Edit) -> Markup:
    words, compared = visit.words, compare(visit.service.facts, edit)
    old = compared.old
    return words.render(
        "facts-compared",
        name=fact_name(words, edit.fact_id),
        old=_value(visit, old),
        oldsource=source_words(words, old.source) if old else "-",
        new=_value(visit, compared.new),
    )


def _value(visit: Visit, fact: Fact | None) -> str:
    """The value; of what is meant to end, with its last day: "50%, sampai 31 Desember 2026"."""
    words = visit.words
    value = value_words(words, fact) if fact else "-"
    if fact is None or not fact.ends or fact.valid_until is None:
        return value
    return words.label("facts-until", value=value, end=day_words(visit, fact.valid_until))


def _table(visit: Visit, edits: Sequence[Edit]) -> str:
    """What the lowest and the highest row come to, where a rate is changed; nothing elsewhere."""
    if not any(edit.fact_id in RATES for edit in edits):
        return ""
    day, facts = edits[0].valid_from, visit.service.facts
    old, new = list_rows(facts, day), list_rows(amended_by(facts, (), edits), day)
    lines = [
        visit.words.render("facts-row", number=str(row.number), old=_sum(visit, before), new=_sum(visit, row))
        for before, row in ((old[0], new[0]), (old[-1], new[-1]))
    ]
    return visit.words.joined(visit.words.render("facts-rows-follow", rows=len(new)), *lines)


def _sum(visit: Visit, row: Row) -> str:
    return rupiah(row.jkk + row.jkm + row.jht, lang_of(visit.words))
