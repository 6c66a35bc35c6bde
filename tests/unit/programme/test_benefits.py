"""What is given when something happens: the right sums, never without their conditions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.benefit_plans import FACT_IDS, Event, Limit, Per
from bot.programme.benefits import Benefit, Step, benefit_for
from bot.programme.contributions import Row, list_rows
from bot.programme.entries import Duration, TimeUnit
from bot.programme.facts import Facts

FACTS = Facts.load()
NOW = date(2026, 11, 21)
ROWS = list_rows(FACTS, NOW)
events = st.sampled_from(Event)
rows = st.sampled_from(ROWS)


def step(event: Event, key: str, row: Row | None = None) -> Step:
    found = benefit_for(FACTS, event, NOW, row=row)
    return next(one for one in found.steps if one.key == key)


def condition_ids(one: Step) -> list[str]:
    return [condition.fact_id for condition in one.conditions]


@pytest.mark.parametrize(
    ("event", "key", "rupiah", "per"),
    [
        (Event.ACCIDENT_TREATED, "jkk.transport_land", 5_000_000, Per.ONCE),
        (Event.ACCIDENT_TREATED, "jkk.transport_sea", 2_000_000, Per.ONCE),
        (Event.ACCIDENT_TREATED, "jkk.transport_air", 10_000_000, Per.ONCE),
        (Event.ACCIDENT_TREATED, "jkk.homecare", 20_000_000, Per.ONCE),
        (Event.ACCIDENT_TREATED, "jkk.treatment", None, Per.ONCE),
        (Event.ACCIDENT_CANNOT_WORK, "jkk.income_first", 1_000_000, Per.MONTH),
        (Event.ACCIDENT_CANNOT_WORK, "jkk.income_after", 500_000, Per.MONTH),
        (Event.ACCIDENT_DISABLED, "jkk.disability_total", 56_000_000, Per.ONCE),
        (Event.ACCIDENT_DISABLED, "jkk.disability_partial", None, Per.ONCE),
        (Event.ACCIDENT_DISABLED, "jkk.disability_function", None, Per.ONCE),
        (Event.ACCIDENT_DEATH, "jkk.death", 48_000_000, Per.ONCE),
        (Event.ACCIDENT_DEATH, "jkk.funeral", 10_000_000, Per.ONCE),
        (Event.ACCIDENT_DEATH, "jkk.periodic", 12_000_000, Per.ONCE),
        (Event.DEATH, "jkm.total", 42_000_000, Per.ONCE),
        (Event.DEATH_EARLY, "jkm.funeral_only", 10_000_000, Per.ONCE),
        (Event.SCHOLARSHIP, "scholarship.total", 174_000_000, Per.ONCE),
        (Event.SCHOLARSHIP, "scholarship.primary", 1_500_000, Per.YEAR),
        (Event.SCHOLARSHIP, "scholarship.university", 12_000_000, Per.YEAR),
        (Event.REACHES_AGE, "jht.part_house", None, Per.ONCE),
    ],
)
def test_amounts_in_the_lowest_row(event: Event, key: str, rupiah: int | None, per: Per) -> None:
    """Each step tells the sum that the facts give for a base of one million, or none if not fixed."""
    found = step(event, key)
    assert (found.amount, found.per) == (rupiah, per)


@given(rows)
def test_income_replacing_sums_follow_the_base(row: Row) -> None:
    """Death by work accident is 48 and total disability 56 times the row's base; a month off is the base."""
    assert step(Event.ACCIDENT_DEATH, "jkk.death", row).amount == max(48 * row.base, 20_000_000)
    assert step(Event.ACCIDENT_DISABLED, "jkk.disability_total", row).amount == 56 * row.base
    assert step(Event.ACCIDENT_CANNOT_WORK, "jkk.income_first", row).amount == row.base
    assert step(Event.ACCIDENT_CANNOT_WORK, "jkk.income_after", row).amount == row.base // 2


def test_floor_of_the_death_grant_is_below_every_row() -> None:
    """48 times the lowest base is above both readings of "the JKM grant", so the floor never decides."""
    assert min(48 * row.base for row in ROWS) > 42_000_000


def test_floor_decides_where_it_is_higher() -> None:
    """Were there a row so low, the death grant would still be the JKM grant."""
    poor = Row(number=0, income_from=0, income_to=None, base=100_000, jkk=1_000, jkm=6_800, jht=2_000)
    assert step(Event.ACCIDENT_DEATH, "jkk.death", poor).amount == 20_000_000


@given(events, rows)
def test_forty_two_million_never_without_its_condition(event: Event, row: Row) -> None:
    """Wherever the full JKM grant, or a part that only it contains, is told, so are the three months."""
    bound = {"jkm.total", "jkm.grant", "jkm.periodic"}
    for one in benefit_for(FACTS, event, NOW, row=row).steps:
        if one.key in bound or one.amount == 42_000_000:
            assert "jkm.full_after" in condition_ids(one)


def test_three_months_are_three_months() -> None:
    """The condition itself carries its number and unit, and the advice to ask about its wording."""
    full = step(Event.DEATH, "jkm.total")
    assert [(c.value, c.unit) for c in full.conditions] == [(3, "months")]
    assert full.open == ("jkm_three_months",)


def test_before_three_months_only_the_funeral_is_paid() -> None:
    """An early death gives ten million and nothing else is shown."""
    (only,) = benefit_for(FACTS, Event.DEATH_EARLY, NOW).steps
    assert (only.amount, only.fact_ids) == (10_000_000, ("jkm.funeral",))
    assert condition_ids(only) == ["jkm.full_after"]


def test_work_accident_knows_no_three_months() -> None:
    """JKM's waiting time is not told about a death by work accident, though its floor is the JKM grant."""
    for one in benefit_for(FACTS, Event.ACCIDENT_DEATH, NOW).steps:
        assert one.conditions == ()


def test_twelve_million_of_jkk_comes_with_the_advice_to_ask() -> None:
    """Whether the periodic twelve million adds to the 48 times is open: that step alone says "ask"."""
    asked = [s.key for s in benefit_for(FACTS, Event.ACCIDENT_DEATH, NOW).steps if s.ask_staff]
    assert asked == ["jkk.periodic"]
    assert benefit_for(FACTS, Event.ACCIDENT_DEATH, NOW).ask_staff


def test_parts_make_up_their_whole() -> None:
    """The three parts of JKM are marked as contained in the total, and come to it."""
    steps = benefit_for(FACTS, Event.DEATH, NOW).steps
    assert sum(s.amount or 0 for s in steps if s.part_of == "jkm.total") == steps[0].amount


@pytest.mark.parametrize(
    ("event", "has_wait"), [(Event.SCHOLARSHIP, True), (Event.SCHOLARSHIP_ACCIDENT, False)]
)
def test_scholarship_conditions(event: Event, has_wait: bool) -> None:
    """Every level tells two children and the ceiling; three years are needed only when it was no accident."""
    whole, *levels = benefit_for(FACTS, event, NOW).steps
    assert whole.limit is Limit.AT_MOST
    assert len(levels) == 5
    for level in levels:
        assert {"scholarship.children", "scholarship.total"} <= set(condition_ids(level))
    assert all(("scholarship.jkm_after" in condition_ids(s)) is has_wait for s in (whole, *levels))


def test_scholarship_ceiling_is_what_the_levels_come_to() -> None:
    """2 + 6 years at 1.5, 3 at 2, 3 at 3 and 5 at 12 million, for two children, are the 174 million."""
    today = FACTS.on(NOW)
    years = {"kindergarten": 2, "primary": 6, "junior_high": 3, "senior_high": 3, "university": 5}
    one_child = sum(count * today.rupiah(f"scholarship.{level}") for level, count in years.items())
    assert one_child * today.integer("scholarship.children") == today.rupiah("scholarship.total")


def test_savings_are_paid_at_56_and_in_part_after_ten_years() -> None:
    """JHT tells its age, and each part its ten years."""
    savings, house, other = benefit_for(FACTS, Event.REACHES_AGE, NOW).steps
    assert [c.value for c in savings.conditions] == [56]
    for part in (house, other):
        assert [(c.value, c.unit) for c in part.conditions] == [(10, "years")]


@given(events, rows)
def test_every_number_is_traced(event: Event, row: Row) -> None:
    """Each step names facts that exist and may be shown, and the rows when it counts in incomes."""
    today = FACTS.on(NOW)
    for one in benefit_for(FACTS, event, NOW, row=row).steps:
        assert one.fact_ids
        assert all(today.fact(id).source for id in one.fact_ids)


def test_a_computed_sum_names_its_factors_its_floor_and_the_rows() -> None:
    """Whoever doubts the 48 times can look up each number that went into it."""
    told = step(Event.ACCIDENT_DEATH, "jkk.death").fact_ids
    assert told == ("jkk.death", "jkk.death_months", "jkm.grant", "contributions.rows")


@given(events)
def test_every_event_tells_how_to_claim(event: Event) -> None:
    """Papers (or channels) and the five years after which the right lapses are always there."""
    found: Benefit = benefit_for(FACTS, event, NOW)
    assert found.claim == FACTS.on(NOW).texts(found.claim_fact)
    assert found.lapse_after == Duration(5, TimeUnit.YEARS)


def test_plans_name_known_facts_only() -> None:
    """Nothing in the table of plans points nowhere."""
    assert FACTS.ids() >= FACT_IDS
