"""The price of /iuran: in figures and words, by the day, for one to twelve months, and what is open."""

from bot.contributions import MONTHS, Choice, Price, Stretch
from bot.programme.contributions import Group, Row
from bot.programme.formats import month_year, number, rupiah, rupiah_in_words
from bot.quotes import lang_of
from bot.screens import Button
from bot.texts import Markup
from bot.visits import Visit
from handlers.contributions.telling import Place, choice_button, full, income_range, show_below

MONTH_ROWS = (MONTHS[:3], MONTHS[3:])  # five beside each other break their labels on a small phone


def show_price(visit: Visit, price: Price) -> None:
    """The price, and what may be changed about it."""
    words, choice = visit.words, price.choice
    savings = "leave" if choice.with_savings else "add"
    toggled = choice.to(with_savings=not choice.with_savings)
    rows = (
        *(tuple(_months_button(visit, choice, months) for months in row) for row in MONTH_ROWS),
        (choice_button(words.label(f"contributions-savings.{savings}"), toggled),),
        (words.button("contributions-again", "programme", "costs"),),
        (words.button("home-benefits", "benefits", "list", str(choice.row)),),
        (words.button("home-register", "registration", "start"),),
    )
    show_below(visit, price_text(visit, price), rows)


def price_text(visit: Visit, price: Price) -> Markup:
    """The sum in figures and words, what it is for, how it was found, and what is not settled."""
    words = visit.words
    covers = "contributions-covers-savings" if price.choice.with_savings else "contributions-covers"
    return words.joined(
        _sum(visit, price),
        _stretches(visit, price),
        _side_by_side(words.render("contributions-day", day=full(visit, price.a_day)), words.render(covers)),
        _discount(visit, price),
        _row_line(visit, price.row),
        words.render("contributions-check", phone=visit.service.call_centre),
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
    parts = [words.render("contributions-discount", normal=full(visit, price.normal))] if off else []
    if price.open:
        parts.append(_unsettled(visit, price))
    return "\n".join(parts)


def _unsettled(visit: Visit, price: Price) -> Markup:
    """Whose discount is not settled, or since which month nobody knows whether there is one."""
    words, last = visit.words, price.last_discounted
    if price.choice.group is Group.OWNER:
        return words.render("contributions-owner")
    if last is None:
        return words.render("contributions-unknown")
    return words.render("contributions-later", month=month_year(last, lang_of(words)))


def _side_by_side(*sentences: str) -> str:
    return " ".join(sentences)


def _row_line(visit: Visit, row: Row) -> Markup:
    return visit.words.render(
        "contributions-row",
        base=full(visit, row.base),
        range=income_range(visit, (row,), place=Place.SENTENCE),
    )


def _months_button(visit: Visit, choice: Choice, months: int) -> Button:
    state = "chosen" if months == choice.months else "months"
    label = visit.words.label(f"contributions-pay.{state}", count=number(months, lang_of(visit.words)))
    return choice_button(label, choice.to(months=months))
