"""What is given when something happens: steps with amounts and conditions, traced to their facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.programme.benefit_plans import CLAIMS, LAPSE, PLANS, Event, Limit, Per, Plan
from bot.programme.contributions import ROWS, Row, lowest_row
from bot.programme.entries import Duration, Fact, FactType, Value
from bot.programme.facts import Facts, FactsOnDay


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be shown beside a step: a fact's value and unit (3 months, 2 children, Rp174 million)."""

    fact_id: str
    value: Value
    unit: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is given. `key` names its text; `amount` is rupiah, None when it is not a fixed sum.

    Every number comes from one of `fact_ids`. With `open` the step is shown with the advice to ask staff.
    """

    key: str
    amount: int | None
    limit: Limit
    per: Per
    conditions: tuple[Condition, ...]
    part_of: str | None  # the key of the step whose amount already contains this one
    fact_ids: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def ask_staff(self) -> bool:
        return bool(self.open)


@dataclass(frozen=True, slots=True)
class Benefit:
    """All that is given on one event, what a claim takes, and when the right to it lapses."""

    event: Event
    steps: tuple[Step, ...]
    claim: tuple[str, ...]  # text ids: the papers to bring, or for JHT where to claim
    claim_fact: str
    lapse_after: Duration

    @property
    def ask_staff(self) -> bool:
        return any(step.ask_staff for step in self.steps)


def benefit_for(facts: Facts, event: Event, on: date, *, row: Row | None = None) -> Benefit:
    """What is given when this happens on the day, to a member who pays by this row (the lowest unless told).

    The law counts in incomes; for an informal worker the income is the row's base.
    """
    today = facts.on(on)
    base = (row or lowest_row(facts, on)).base
    return Benefit(
        event=event,
        steps=tuple(_step(today, plan, base) for plan in PLANS[event]),
        claim=today.texts(CLAIMS[event]),
        claim_fact=CLAIMS[event],
        lapse_after=today.duration(LAPSE),
    )


@dataclass(frozen=True, slots=True)
class Example:
    """A sum that goes by income, for one who pays the least: `times` x `base` = `amount`, in rupiah."""

    times: int
    base: int
    amount: int


def example_of(facts: Facts, event: Event, key: str, on: date) -> Example:
    """What a step comes to for the lowest base; FactError where a fact does not hold on the day."""
    base = lowest_row(facts, on).base
    amount = next(step.amount or 0 for step in benefit_for(facts, event, on).steps if step.key == key)
    return Example(amount // base, base, amount)


def _step(today: FactsOnDay, plan: Plan, base: int) -> Step:
    conditions = _conditions(today, plan)
    return Step(
        key=plan.key,
        amount=_amount(today, plan, base),
        limit=plan.limit,
        per=plan.per,
        conditions=tuple(_condition(today.fact(id)) for id in conditions),
        part_of=plan.part_of,
        fact_ids=plan.fact_ids + ((ROWS,) if plan.times_base else ()),
        open=today.open_about(*plan.shown, *conditions),
    )


def _conditions(today: FactsOnDay, plan: Plan) -> tuple[str, ...]:
    """The plan's own conditions and those the facts are never shown without, each once."""
    inherent = (id for fact_id in plan.shown for id in today.fact(fact_id).shown_with)
    return tuple(dict.fromkeys((*plan.conditions, *inherent)))


def _condition(fact: Fact) -> Condition:
    return Condition(fact.id, fact.value, fact.unit)


def _amount(today: FactsOnDay, plan: Plan, base: int) -> int | None:
    """Rupiah: the plan's multiple of the base and not less than its floor, or else the fact itself."""
    if plan.times_base:
        product = _product(today, base, plan.times_base)
        return max(product, today.rupiah(plan.floor)) if plan.floor else product
    first = today.fact(plan.facts[0])
    return today.rupiah(first.id) if first.type is FactType.RUPIAH else None


def _product(today: FactsOnDay, base: int, ids: Iterable[str]) -> int:
    """The base times every factor; a percentage counts as a fraction; part of a rupiah is dropped."""
    numerator, denominator = base, 1
    for id in ids:
        if today.fact(id).type is FactType.PERCENT:
            whole, scale = today.percent(id).as_integer_ratio()
            numerator, denominator = numerator * whole, denominator * scale * 100
        else:
            numerator *= today.integer(id)
    return numerator // denominator
