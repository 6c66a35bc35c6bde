"""What the question and the price of /iuran are both told with: amounts, ranges of income, choices."""

from enum import StrEnum

from bot.contributions import Choice
from bot.programme.contributions import Row
from bot.programme.formats import rupiah, rupiah_short
from bot.quotes import lang_of
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit

CONTRIBUTIONS = "contributions"


class Place(StrEnum):
    """Where a range of incomes is told: it begins a button, and stands within a sentence."""

    BUTTON = "range"
    SENTENCE = "within"


def show_below(visit: Visit, text: Markup, rows: Rows) -> None:
    """Show what follows the question; a repeat shows the question again."""
    visit.show_once(CONTRIBUTIONS, Screen(CONTRIBUTIONS, text, (*rows, visit.words.ways_out())))


def row_button(label: str, row: int) -> Button:
    """A button that chooses a row of the table."""
    return choice_button(label, Choice(row))


def choice_button(label: str, choice: Choice) -> Button:
    """A button that carries what was chosen so far."""
    return Button(label, Action("contributions", "choose", choice.encode()))


def income_range(visit: Visit, rows: tuple[Row, ...], *, place: Place = Place.BUTTON) -> str:
    """Incomes from the first row's beginning to the last one's end, in words."""
    brief = place is Place.BUTTON
    shown = short if brief else full
    low = shown(visit, rows[0].income_from)
    if (end := rows[-1].income_to) is None:
        return visit.words.label(f"contributions-{place}.above", **{"from": low})
    to = shown(visit, end + (1_000 if brief else 0))  # rows end a thousand below the next one
    if not rows[0].income_from:
        return visit.words.label(f"contributions-{place}.below", to=to)
    return visit.words.label(f"contributions-{place}.between", **{"from": low}, to=to)


def full(visit: Visit, amount: int) -> str:
    """An amount of rupiah to the last figure."""
    return rupiah(amount, lang_of(visit.words))


def short(visit: Visit, amount: int) -> str:
    """An amount of rupiah as a button has room for."""
    return rupiah_short(amount, lang_of(visit.words))
