"""Puts the day's facts into a written answer, or takes the answer back where they do not allow it."""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from bot.errors import TextError
from bot.programme import formats
from bot.programme.benefit_plans import Event
from bot.programme.benefits import Example, example_of
from bot.programme.contributions import Group, Quote, per_day, this_month
from bot.programme.entries import Duration, FactType, TimeUnit
from bot.programme.errors import NotInForce
from bot.programme.facts import Facts, FactsOnDay
from bot.programme.formats import Lang
from bot.questions.answers import Answer
from bot.texts.render import PLACEHOLDER


def fill(answer: Answer, facts: Facts, today: date, lang: Lang, *, settled: Collection[str] = ()) -> str:
    """The answer's words with every placeholder filled in.

    FactError where a fact does not hold on the day, may not be shown, or was corrected by the branch while
    the answer tells it in words of its own: then nothing is said, and staff are asked. Its words were
    written after the `settled` ones were corrected.
    """
    on_day = facts.on(today)
    for id in answer.facts:
        _require_as_written(on_day, id, settled)
    return PLACEHOLDER.sub(lambda match: value_of(match[1], facts, today, lang), answer.text)


def is_unsettled(answer: Answer, facts: Facts, today: date) -> bool:
    """Whether an open question concerns what it tells: then the advice to ask stands below it."""
    on_day = facts.on(today)
    return bool(on_day.open_about(*fact_ids(answer, on_day.facts.ids())))


def placeholders(answer: Answer) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(answer.text))


def fact_ids(answer: Answer, known: Iterable[str]) -> tuple[str, ...]:
    """The facts it tells, as figures or in words of its own."""
    named = placeholders(answer)
    reckoned = (id for name in named for id in RECKONED_FROM.get(name, ()))
    return tuple(sorted((named & frozenset(known)) | frozenset(answer.facts) | frozenset(reckoned)))


def _require_as_written(on_day: FactsOnDay, id: str, settled: Collection[str]) -> None:
    if on_day.fact(id).branch and id not in settled:
        raise NotInForce(f"{id} was corrected after the answer was written")


def value_of(name: str, facts: Facts, today: date, lang: Lang) -> str:
    """What a placeholder stands for on a day; FactError where it cannot be told then."""
    if name in DERIVED:
        return DERIVED[name](facts, today, lang)
    return _formatted(facts.on(today), name, lang)


def _formatted(on_day: FactsOnDay, id: str, lang: Lang) -> str:
    fact = on_day.fact(id)
    match fact.type:
        case FactType.RUPIAH:
            return formats.rupiah_short(on_day.rupiah(id), lang)
        case FactType.INTEGER:
            return formats.number(on_day.integer(id), lang)
        case FactType.PERCENT:
            return formats.percent(on_day.percent(id), lang)
        case FactType.DURATION:
            return formats.duration(Duration(int(str(fact.value)), TimeUnit(fact.unit)), lang)
        case FactType.TEXT:
            return on_day.text(id)
    raise TextError(f"{id} is of type {fact.type}: no answer prints it as it stands")


def _lowest(
    group: Group, *, with_jht: bool = False, daily: bool = False
) -> Callable[[Facts, date, Lang], str]:
    """This month's price for the lowest income."""

    def price(facts: Facts, today: date, lang: Lang) -> str:
        quote = _settled(this_month(facts, group, today, with_jht=with_jht))
        return formats.rupiah(per_day(quote.price_now) if daily else quote.price_now, lang)

    return price


def _normal(facts: Facts, today: date, lang: Lang) -> str:
    return formats.rupiah(this_month(facts, Group.OTHER, today).normal_price, lang)


def _until(group: Group) -> Callable[[Facts, date, Lang], str]:
    """The last month with the discount; NotInForce where there is none."""

    def until(facts: Facts, today: date, lang: Lang) -> str:
        quote = _settled(this_month(facts, group, today))
        if quote.discounted_until is None:
            raise NotInForce(f"{group.discount_id} does not hold on {today}")
        return formats.month_year(quote.discounted_until, lang)

    return until


def _settled(quote: Quote) -> Quote:
    if quote.ask_staff:
        raise NotInForce(f"the price of {quote.group} on this day is an open question")
    return quote


def _told_on(id: str) -> Callable[[Facts, date, Lang], str]:
    """The day a piece of news was told: old news is shown with its date."""
    return lambda facts, today, lang: formats.day_month_year(facts.on(today).fact(id).valid_from, lang)


def _example(
    event: Event, key: str, tell: Callable[[Example, Lang], str]
) -> Callable[[Facts, date, Lang], str]:
    """A number out of the sum for the lowest income."""
    return lambda facts, today, lang: tell(example_of(facts, event, key, today), lang)


def _times(example: Example, lang: Lang) -> str:
    return formats.number(example.times, lang)


def _base(example: Example, lang: Lang) -> str:
    return formats.rupiah_short(example.base, lang)


def _amount(example: Example, lang: Lang) -> str:
    return formats.rupiah_short(example.amount, lang)


DERIVED: dict[str, Callable[[Facts, date, Lang], str]] = {
    "price.transport": _lowest(Group.TRANSPORT),
    "price.other": _lowest(Group.OTHER),
    "price.other_with_jht": _lowest(Group.OTHER, with_jht=True),
    "price.normal": _normal,
    "per_day.other": _lowest(Group.OTHER, daily=True),
    "discount_until.transport": _until(Group.TRANSPORT),
    "discount_until.other": _until(Group.OTHER),
    "told_on.regency": _told_on("regency.paid_for"),
    "example.base": _example(Event.ACCIDENT_DEATH, "jkk.death", _base),
    "example.death_times": _example(Event.ACCIDENT_DEATH, "jkk.death", _times),
    "example.death": _example(Event.ACCIDENT_DEATH, "jkk.death", _amount),
    "example.disability_times": _example(Event.ACCIDENT_DISABLED, "jkk.disability_total", _times),
    "example.disability": _example(Event.ACCIDENT_DISABLED, "jkk.disability_total", _amount),
}
"""What is reckoned from facts: prices and sums for the lowest income, discounted months, days of news."""

RECKONED_FROM: dict[str, tuple[str, ...]] = {
    "example.death": ("jkk.death", "jkk.death_months"),
    "example.disability": ("jkk.disability_total", "jkk.disability_months"),
}
"""The facts behind a sum that an answer tells."""
