"""Lists a page at a time: which page was asked for, and the buttons of what is on it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.screens import Button, Rows
from bot.wording import Wording
from storage.types import JsonObject

T = TypeVar("T")

PAGE = 8
FETCHED = PAGE + 1  # one more than is shown tells whether there is a page after
LONGEST_LABEL = 60  # characters of a thing's button: more than a phone shows in one line


def page_number(argument: str) -> int:
    """The page that was tapped or typed; the first one for whatever is no page."""
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 6 else 0


def page_of(params: JsonObject) -> int:
    """The page a screen was left on."""
    return page_number(str(params.get("page", 0)))


def cut(label: str) -> str:
    """A label of names and places, which may be of any length, as a button holds it."""
    return label[:LONGEST_LABEL]


def page_rows(
    words: Wording,
    noun: str,
    page: int,
    found: Sequence[T],
    button: Callable[[T], Button],
    *,
    verb: str = "page",
) -> Rows:
    """A row for each thing on the page, and one to the pages beside it; `found` is what was fetched."""
    rows = tuple((button(thing),) for thing in found[:PAGE])
    return rows + words.pager(noun, page, has_more=len(found) > PAGE, verb=verb)
