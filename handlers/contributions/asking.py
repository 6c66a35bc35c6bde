"""Asks what one earns, in people's own words or by buttons, until a row and a group are known."""

from bot.contributions import Choice, counts_for, price_of, ranges, row_numbers, row_of
from bot.errors import NotFound
from bot.income_meanings import Amount, Doubt
from bot.income_words import Period
from bot.incomes import read_income
from bot.programme.contributions import Group
from bot.quotes import quote_line
from bot.screens import Action, Button, Screen
from bot.texts import Markup
from bot.visits import Visit
from bot.voices import voice_rows
from handlers.contributions.prices import show_price
from handlers.contributions.telling import (
    CONTRIBUTIONS,
    choice_button,
    income_range,
    row_button,
    short,
    show_below,
)
from storage.types import JsonObject

GROUPS = (Group.TRANSPORT, Group.OTHER, Group.OWNER)


async def show(visit: Visit, _argument: str) -> None:
    await visit.go(CONTRIBUTIONS)


async def contributions_screen(visit: Visit, _params: JsonObject) -> Screen:
    """The lowest price for each group this month, and the question that leads to one's own."""
    words, today = visit.words, visit.service.today()
    examples = {name: words.label(f"contributions-example.{name}") for name in ("daily", "monthly")}
    text = words.joined(
        words.render("contributions-lowest"),
        _quoted(visit, "contributions-transport", quote_line(words, visit.service, Group.TRANSPORT, today)),
        _quoted(visit, "contributions-other", quote_line(words, visit.service, Group.OTHER, today)),
        words.render("contributions-ask", **examples),
    )
    rows = (
        *voice_rows(visit, CONTRIBUTIONS),
        (words.button("contributions-uncertain", "contributions", "uncertain"),),
        (words.button("home-benefits", "programme", "benefits"),),
        (words.button("home-register", "registration", "start"),),
        words.ways_out(),
    )
    return Screen(CONTRIBUTIONS, text, rows)


def _quoted(visit: Visit, heading: str, quote: Markup) -> Markup:
    return Markup(f"{visit.words.render(heading)}\n{quote}")


async def read(visit: Visit, text: str) -> bool:
    """An income as people write it; False when it is none."""
    reading = read_income(text)
    if reading.uncertain:
        await show_ranges(visit, "")
    elif reading.doubt:
        _ask_back(visit, reading.doubt, reading.amounts)
    elif reading.amounts:
        _take(visit, reading.amounts)
    return bool(reading)


def _take(visit: Visit, amounts: tuple[Amount, ...]) -> None:
    """On to the next question, or to the choice of what was meant where that changes the price."""
    numbers = _rows_of(visit, [m for amount in amounts if (m := amount.monthly()) is not None])
    if len(amounts) == 1 and not numbers:
        _ask_how_often(visit, amounts[0])
    elif len(numbers) == 1 and all(amount.monthly() is not None for amount in amounts):
        _ask_group(visit, Choice(numbers[0]))
    else:
        _ask_which(visit, amounts)


def _ask_back(visit: Visit, doubt: Doubt, amounts: tuple[Amount, ...]) -> None:
    """No income anybody has was read: what may have been meant, or what helps whoever cannot tell."""
    words = visit.words
    key = "contributions-doubt-which" if amounts else "contributions-doubt-again"
    daily = words.label("contributions-example.daily")
    text = words.joined(words.render(f"contributions-doubt-{doubt}"), words.render(key, daily=daily))
    meant = ((_amount_button(visit, amount),) for amount in amounts)
    uncertain = words.button("contributions-uncertain", "contributions", "uncertain")
    show_below(visit, text, (*meant, (uncertain,)))


def _ask_which(visit: Visit, amounts: tuple[Amount, ...]) -> None:
    text = visit.words.render("contributions-which")
    show_below(visit, text, tuple((_amount_button(visit, amount),) for amount in amounts))


def _amount_button(visit: Visit, amount: Amount) -> Button:
    """A button with the row of the amount; with the amount where its days have to be asked first."""
    label = visit.words.label(f"contributions-amount.{amount.period}", amount=short(visit, amount.rupiah))
    monthly = amount.monthly()
    if monthly is None:
        return Button(label, Action("contributions", str(amount.period), str(amount.rupiah)))
    return row_button(label, _rows_of(visit, [monthly])[0])


async def ask_days(visit: Visit, rupiah_: str) -> None:
    """So much a day was meant; the days are asked."""
    _ask_how_often(visit, Amount(_rupiah(rupiah_), Period.DAY))


async def ask_harvests(visit: Visit, rupiah_: str) -> None:
    """So much a harvest was meant; the harvests are asked."""
    _ask_how_often(visit, Amount(_rupiah(rupiah_), Period.HARVEST))


def _rupiah(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= 12):
        raise NotFound("no amount")
    return int(written)


def _ask_how_often(visit: Visit, amount: Amount) -> None:
    words = visit.words
    daily = amount.period is Period.DAY
    key = "contributions-days" if daily else "contributions-harvests"
    choice = "contributions-days-choice" if daily else "contributions-harvests-choice"
    counts = counts_for(amount)
    buttons = (
        row_button(words.label(choice, count=str(count)), _rows_of(visit, [monthly])[0])
        for count, monthly in counts
    )
    show_below(visit, words.render(key, amount=short(visit, amount.rupiah)), (tuple(buttons),))


async def show_ranges(visit: Visit, _id: str) -> None:
    """For whoever cannot name an income: the table in few pieces."""
    pieces = ranges(visit.service.facts, visit.service.today())
    buttons = (
        Button(income_range(visit, piece), Action("contributions", "range", str(index)))
        for index, piece in enumerate(pieces)
    )
    show_below(visit, visit.words.render("contributions-about"), tuple((button,) for button in buttons))


async def show_range(visit: Visit, index: str) -> None:
    """One piece of the table, row by row."""
    pieces = {str(i): piece for i, piece in enumerate(ranges(visit.service.facts, visit.service.today()))}
    if index not in pieces:
        raise NotFound("no such range")
    if len(pieces[index]) == 1:
        _ask_group(visit, Choice(pieces[index][0].number))
        return
    buttons = (row_button(income_range(visit, (row,)), row.number) for row in pieces[index])
    show_below(visit, visit.words.render("contributions-closer"), tuple((button,) for button in buttons))


async def choose(visit: Visit, id_: str) -> None:
    """A choice was made: the price, or first whose discount it is."""
    choice = Choice.decode(id_)
    row_of(visit.service.facts, choice.row, visit.service.today())
    if choice.group is None:
        _ask_group(visit, choice)
    else:
        show_price(visit, price_of(visit.service.facts, choice, visit.service.today()))


def _ask_group(visit: Visit, choice: Choice) -> None:
    words = visit.words
    buttons = (
        choice_button(words.label(f"contributions-group.{group}"), choice.to(group=group)) for group in GROUPS
    )
    show_below(visit, words.render("contributions-group"), tuple((button,) for button in buttons))


def _rows_of(visit: Visit, incomes: list[int]) -> tuple[int, ...]:
    return row_numbers(visit.service.facts, incomes, visit.service.today())
