"""/iuran: what it costs for one's own income, which is asked, used and forgotten.

Only the question is a place to be: whatever follows is shown once, and what was chosen travels in its
buttons. A repeat, a restart or a typed word that fits nothing asks the question again.
"""

from bot.contributions import (
    MONTHS,
    Choice,
    Price,
    Stretch,
    counts_for,
    price_of,
    ranges,
    row_numbers,
    row_of,
)
from bot.errors import NotFound
from bot.income_words import Period
from bot.incomes import Amount, read_income
from bot.programme.contributions import Group, Row
from bot.programme.formats import month_year, number, rupiah, rupiah_in_words, rupiah_short
from bot.quotes import lang_of, quote_line
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit
from bot.voices import voice_rows
from handlers.routes import Routes
from storage.types import JsonObject

CONTRIBUTIONS = "contributions"
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


def _ask_which(visit: Visit, amounts: tuple[Amount, ...]) -> None:
    text = visit.words.render("contributions-which")
    _once(visit, text, tuple((_amount_button(visit, amount),) for amount in amounts))


def _amount_button(visit: Visit, amount: Amount) -> Button:
    """A button with the row of the amount; with the amount where its days have to be asked first."""
    label = visit.words.label(f"contributions-amount.{amount.period}", amount=_short(visit, amount.rupiah))
    monthly = amount.monthly()
    if monthly is None:
        return Button(label, Action("contributions", str(amount.period), str(amount.rupiah)))
    return _row_button(label, _rows_of(visit, [monthly])[0])


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
        _row_button(words.label(choice, count=str(count)), _rows_of(visit, [monthly])[0])
        for count, monthly in counts
    )
    _once(visit, words.render(key, amount=_short(visit, amount.rupiah)), (tuple(buttons),))


async def show_ranges(visit: Visit, _id: str) -> None:
    """For whoever cannot name an income: the table in few pieces."""
    pieces = ranges(visit.service.facts, visit.service.today())
    buttons = (
        Button(_range(visit, piece, short=True), Action("contributions", "range", str(index)))
        for index, piece in enumerate(pieces)
    )
    _once(visit, visit.words.render("contributions-about"), tuple((button,) for button in buttons))


async def show_range(visit: Visit, index: str) -> None:
    """One piece of the table, row by row."""
    pieces = {str(i): piece for i, piece in enumerate(ranges(visit.service.facts, visit.service.today()))}
    if index not in pieces:
        raise NotFound("no such range")
    if len(pieces[index]) == 1:
        _ask_group(visit, Choice(pieces[index][0].number))
        return
    buttons = (_row_button(_range(visit, (row,), short=True), row.number) for row in pieces[index])
    _once(visit, visit.words.render("contributions-closer"), tuple((button,) for button in buttons))


async def choose(visit: Visit, id_: str) -> None:
    """A choice was made: the price, or first whose discount it is."""
    choice = Choice.decode(id_)
    row_of(visit.service.facts, choice.row, visit.service.today())
    if choice.group is None:
        _ask_group(visit, choice)
    else:
        _show_price(visit, price_of(visit.service.facts, choice, visit.service.today()))


def _ask_group(visit: Visit, choice: Choice) -> None:
    words = visit.words
    buttons = (
        _choice_button(words.label(f"contributions-group.{group}"), choice.to(group=group))
        for group in GROUPS
    )
    _once(visit, words.render("contributions-group"), tuple((button,) for button in buttons))


def _show_price(visit: Visit, price: Price) -> None:
    words, choice = visit.words, price.choice
    savings = "leave" if choice.with_savings else "add"
    toggled = choice.to(with_savings=not choice.with_savings)
    rows = (
        tuple(_months_button(visit, choice, months) for months in MONTHS),
        (_choice_button(words.label(f"contributions-savings.{savings}"), toggled),),
        (words.button("contributions-again", "programme", "costs"),),
        (words.button("home-benefits", "benefits", "list", str(choice.row)),),
        (words.button("home-register", "registration", "start"),),
    )
    _once(visit, price_text(visit, price), rows)


def price_text(visit: Visit, price: Price) -> Markup:
    """The sum in figures and words, what it is for, how it was found, and what is not settled."""
    words = visit.words
    covers = "contributions-covers-savings" if price.choice.with_savings else "contributions-covers"
    return words.joined(
        _sum(visit, price),
        _stretches(visit, price),
        _side_by_side(words.render("contributions-day", day=_full(visit, price.a_day)), words.render(covers)),
        _discount(visit, price),
        _row_line(visit, price.row),
        words.render("contributions-check", phone=visit.service.branch.call_centre),
    )


def _sum(visit: Visit, price: Price) -> Markup:
    lang = lang_of(visit.words)
    told = {"sum": rupiah(price.total, lang), "words": rupiah_in_words(price.total, lang)}
    first, last = (month_year(price.months[i].month, lang) for i in (0, -1))
    if len(price.months) == 1:
        return visit.words.render("contributions-month", month=first, **told)
    count = str(len(price.months))
    return visit.words.render("contributions-months", count=count, first=first, last=last, **told)


def _stretches(visit: Visit, price: Price) -> str:
    """Where the price changes on the way: so many months at this price, so many at that."""
    if len(price.stretches) < 2:
        return ""
    return "\n".join(_stretch(visit, stretch) for stretch in price.stretches)


def _stretch(visit: Visit, stretch: Stretch) -> Markup:
    lang = lang_of(visit.words)
    each, first = rupiah(stretch.each, lang), month_year(stretch.first, lang)
    if stretch.months == 1:
        return visit.words.render("contributions-stretch-one", each=each, month=first)
    last, count = month_year(stretch.last, lang), str(stretch.months)
    return visit.words.render("contributions-stretch", count=count, each=each, first=first, last=last)


def _discount(visit: Visit, price: Price) -> str:
    """What was taken off; and where nobody knows yet, that staff must be asked."""
    words = visit.words
    off = price.normal != price.total
    parts = [words.render("contributions-discount", normal=_full(visit, price.normal))] if off else []
    if price.open:
        owner = price.choice.group is Group.OWNER
        parts.append(words.render("contributions-owner" if owner else "contributions-later"))
    return _side_by_side(*parts)


def _side_by_side(*sentences: str) -> str:
    return " ".join(sentences)


def _row_line(visit: Visit, row: Row) -> Markup:
    return visit.words.render("contributions-row", base=_full(visit, row.base), range=_range(visit, (row,)))


def _range(visit: Visit, rows: tuple[Row, ...], *, short: bool = False) -> str:
    """Incomes from the first row's beginning to the last one's end, in words."""
    shown = _short if short else _full
    first, last = rows[0], rows[-1]
    if last.income_to is None:
        return visit.words.label("contributions-range.above", **{"from": shown(visit, first.income_from)})
    to = shown(visit, last.income_to + (1_000 if short else 0))  # rows end a thousand below the next one
    if not first.income_from:
        return visit.words.label("contributions-range.below", to=to)
    return visit.words.label(
        "contributions-range.between", **{"from": shown(visit, first.income_from)}, to=to
    )


def _months_button(visit: Visit, choice: Choice, months: int) -> Button:
    state = "chosen" if months == choice.months else "months"
    label = visit.words.label(f"contributions-pay.{state}", count=number(months, lang_of(visit.words)))
    return _choice_button(label, choice.to(months=months))


def _row_button(label: str, row: int) -> Button:
    return _choice_button(label, Choice(row))


def _choice_button(label: str, choice: Choice) -> Button:
    return Button(label, Action("contributions", "choose", choice.encode()))


def _rows_of(visit: Visit, incomes: list[int]) -> tuple[int, ...]:
    return row_numbers(visit.service.facts, incomes, visit.service.today())


def _full(visit: Visit, amount: int) -> str:
    return rupiah(amount, lang_of(visit.words))


def _short(visit: Visit, amount: int) -> str:
    return rupiah_short(amount, lang_of(visit.words))


def _once(visit: Visit, text: Markup, rows: Rows) -> None:
    visit.show_once(CONTRIBUTIONS, Screen(CONTRIBUTIONS, text, (*rows, visit.words.ways_out())))


def register(routes: Routes) -> None:
    routes.command("iuran", show)
    routes.screen(CONTRIBUTIONS, contributions_screen, read, private=True, digits=True)
    routes.action("programme", "costs", show)
    routes.action("contributions", "uncertain", show_ranges)
    routes.action("contributions", "range", show_range)
    routes.action("contributions", str(Period.DAY), ask_days)
    routes.action("contributions", str(Period.HARVEST), ask_harvests)
    routes.action("contributions", "choose", choose)
