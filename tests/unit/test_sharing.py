"""Who may send how much, reckoned: never more than the total, whatever each replica knows yet."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import Rates
from bot.sharing import LEAST, REMEMBERED, Budgets, budgets_of, equal_part, left_over, wanted

RATES = Rates()
WANTS = st.dictionaries(st.sampled_from("abc"), st.floats(LEAST, 40), max_size=3)


@given(st.lists(WANTS, min_size=1, max_size=6), st.data())
def test_the_total_is_kept_whichever_budget_each_replica_goes_by(
    wants: list[dict[str, float]], data: st.DataObject
) -> None:
    """Each replica may be some heartbeats behind; the sum never exceeds 28."""
    history = deque((budgets_of(each, RATES) for each in wants), maxlen=REMEMBERED)
    share = left_over(history, RATES)
    names = sorted({name for budgets in history for name in budgets})
    used = sum(data.draw(st.sampled_from([budgets.get(name, 0.0) for budgets in history])) for name in names)
    assert share.total + used <= max(RATES.total_per_second, LEAST + used) + 1e-9
    assert share.bulk <= RATES.bulk_per_second


def test_alone_it_has_everything() -> None:
    """One process: 28 in all, 25 in bulk."""
    share = left_over(deque([{}]), RATES)
    assert (share.total, share.bulk) == (28, 25)


@pytest.mark.parametrize("rate", [0.5, 1.5, 28])
def test_one_process_has_the_rate_that_was_set(rate: float) -> None:
    """Also less than one a second, and no whole number: nobody's part has to fit beside it."""
    assert equal_part(1, Rates.up_to(rate)).total == rate


def test_two_others_that_nobody_talks_to_leave_25_in_bulk() -> None:
    """Each may still send one a second."""
    quiet = budgets_of({"a": LEAST, "b": LEAST}, RATES)
    assert left_over(deque([quiet] * REMEMBERED), RATES).bulk == 25


def test_what_is_taken_is_used_only_once_everybody_must_know() -> None:
    """Right after the start the others may still go by their equal part."""
    equal = equal_part(3, RATES).total
    before, after = {"a": equal, "b": equal}, {"a": LEAST, "b": LEAST}
    history: deque[Budgets] = deque([before, before, after], maxlen=REMEMBERED)
    assert left_over(history, RATES).total == 10
    history.append(after)
    history.append(after)
    assert left_over(history, RATES).total == 26


def test_a_replica_asks_for_twice_what_it_had_and_for_those_who_wait() -> None:
    """Twice the replies of its last minute; a rush is answered at once; never less than one a second."""
    quiet = [0] * 30
    assert wanted(quiet, 0) == LEAST
    assert wanted([2] * 30, 0) == 2
    assert wanted(quiet, 12) == 6
    assert wanted([2] * 30, 12) == 8
    assert wanted([1, *[2] * 29], 1) == 3  # 2.5: what is asked for is whole, and enough


@given(WANTS)
def test_parts_are_whole(wants: dict[str, float]) -> None:
    """Of 2.1 a second some second would hold three."""
    parts = [*budgets_of(wants, RATES).values(), equal_part(3, RATES).total]
    assert all(part == int(part) for part in parts)
