"""What follows from a changed rate: every row of the contribution table, by the law's own rule (pure)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest

from bot.programme.contributions import ROWS
from bot.programme.entries import Fact, TableRow
from bot.programme.facts import Facts, FactsOnDay

JKK_RATE, JHT_RATE, JKM_FLAT = "contributions.jkk_rate", "contributions.jht_rate", "contributions.jkm_flat"
RATES = frozenset({JKK_RATE, JHT_RATE, JKM_FLAT})


def tables_that_follow(facts: Facts, entries: Iterable[Fact]) -> tuple[Fact, ...]:
    """The contribution table anew from each day on which one of these entries changes a rate.

    JKK and JHT are a share of the row's base, JKM the same for all (PP 44/2015, PP 46/2015). A share that
    gives no whole rupiah is left for the audit to find.
    """
    changed = [entry for entry in entries if entry.id in RATES]
    amended = facts.amended(tuple(changed))
    days = sorted({entry.valid_from for entry in changed})
    ends: list[date | None] = [day - timedelta(days=1) for day in days[1:]]
    tables = (_table(amended, day, end, _sources(changed, day)) for day, end in zip_longest(days, ends))
    return tuple(table for table in tables if table is not None)


def _table(facts: Facts, day: date, end: date | None, source: str) -> Fact | None:
    old = facts.find(ROWS, day)
    if old is None:
        return None
    update = {
        "rows": tuple(_row(cells, facts.on(day)) for cells in old.rows),
        "source": source,
        "valid_from": day,
        "valid_until": min((last for last in (end, *_replaced(facts, day)) if last), default=None),
        "branch": True,
        "changed": True,
    }
    return old.model_copy(update=update)


def _replaced(facts: Facts, day: date) -> Iterator[date]:
    """The eve of each table that a file brings later: it comes with rates of its own."""
    later = (fact.valid_from for fact in facts.history(ROWS) if fact.valid_from > day)
    yield from (start - timedelta(days=1) for start in later)


def _row(cells: TableRow, today: FactsOnDay) -> TableRow:
    base = cells["base"] or 0
    return {
        **cells,
        "jkk": int(base * today.percent(JKK_RATE) / 100),
        "jht": int(base * today.percent(JHT_RATE) / 100),
        "jkm": today.rupiah(JKM_FLAT),
    }


def _sources(changed: Iterable[Fact], day: date) -> str:
    return "; ".join(dict.fromkeys(entry.source for entry in changed if entry.valid_from == day))
