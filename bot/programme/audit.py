"""Whether the facts fit together and with what the service reads: for the command line and tests."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import pairwise

from bot.programme import benefit_plans, contributions, eligibility
from bot.programme.contributions import Row, list_rows
from bot.programme.errors import FactError
from bot.programme.facts import Facts, FactsOnDay
from bot.programme.following import RATES

USED = benefit_plans.FACT_IDS | contributions.FACT_IDS | eligibility.FACT_IDS | RATES
SUMS = {
    "jkm.total": ("jkm.grant", "jkm.periodic", "jkm.funeral"),
}
MALFORMED = (TypeError, ValueError, KeyError)  # what a table with other columns raises


def audit(facts: Facts, on: date, warn_days: int = 30, also: Collection[str] = ()) -> list[str]:
    """Everything wrong with the facts on this day, in plain English; [] when all is well.

    `also` are ids that are read besides those of the readers here: by texts, which tell facts by name.
    """
    return [
        *facts.validate(on, USED.union(also), warn_days),
        *_told(_sum_faults, facts, on),
        *_told(_row_faults, facts, on),
    ]


def _told(check: Callable[[Facts, date], Iterator[str]], facts: Facts, on: date) -> list[str]:
    """What the check finds; or why it cannot be made."""
    try:
        return list(check(facts, on))
    except FactError as error:
        return [str(error)]
    except MALFORMED as error:
        return [f"{contributions.ROWS} is not a table of contribution rows: {error}"]


def _sum_faults(facts: Facts, on: date) -> Iterator[str]:
    today = facts.on(on)
    for whole, parts in SUMS.items():
        together = sum(today.rupiah(part) for part in parts)
        if today.rupiah(whole) != together:
            yield f"{whole} is {today.rupiah(whole)}, but its parts come to {together}"


def _row_faults(facts: Facts, on: date) -> Iterator[str]:
    rows = list_rows(facts, on)
    yield from (fault for row in rows for fault in _rate_faults(row, facts.on(on)))
    for lower, higher in pairwise(rows):
        if not lower.base < higher.base or lower.number + 1 != higher.number:
            yield f"contribution rows {lower.number} and {higher.number} are out of order"
    yield from (f"row {row.number}: its base is in another row" for row in rows if not _base_fits(row))


def _rate_faults(row: Row, today: FactsOnDay) -> Iterator[str]:
    """PP 44/2015 and 46/2015: JKK 1 % and JHT 2 % of the row's base, JKM the same for all."""
    expected = {
        "jkk": row.base * today.percent("contributions.jkk_rate") / 100,
        "jht": row.base * today.percent("contributions.jht_rate") / 100,
        "jkm": today.rupiah("contributions.jkm_flat"),
    }
    for programme, amount in expected.items():
        if getattr(row, programme) != amount:
            yield f"row {row.number}: {programme} is {getattr(row, programme)}, but the rate gives {amount}"


def _base_fits(row: Row) -> bool:
    return row.income_from <= row.base <= (row.income_to or row.base)
