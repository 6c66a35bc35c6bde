"""One language's words for screens: texts, labels, and buttons with what may be typed instead."""

from dataclasses import dataclass
from urllib.parse import quote

from bot.screens import GET_HELP, GO_HOME, Action, Button, Rows
from bot.texts import Argument, Markup, Texts

ON_A_BUTTON = 45  # characters that a phone shows of a button


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts as one person reads them."""

    texts: Texts
    language: str

    def render(self, key: str, /, **args: Argument) -> Markup:
        """A text as HTML."""
        return self.texts.render(self.language, key, **args)

    def label(self, key: str, /, **args: Argument) -> str:
        """A text for a button or an alert."""
        return self.texts.plain(self.language, key, **args)

    def quoted(self, key: str, /, **args: Argument) -> str:
        """A text as the query of a link carries it."""
        return quote(self.label(key, **args))

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return self.texts.has(self.language, key)

    def button(self, key: str, noun: str, verb: str, id: str = "") -> Button:
        """A button labelled with the text `key`; `<key>-also` lists what may be typed instead of it."""
        return Button(self.label(key), Action(noun, verb, id), aliases=self.also(key))

    def also(self, key: str) -> tuple[str, ...]:
        """What may be typed instead of a button's text: what `<key>-also` lists."""
        also = f"{key}-also"
        return tuple(self.label(also).split(", ")) if self.has(also) else ()

    def ways_out(self) -> tuple[Button, ...]:
        """The row below most screens: home, and a person."""
        return (self.button("nav-home", *GO_HOME), self.button("nav-help", *GET_HELP))

    def joined(self, *parts: str) -> Markup:
        """Paragraphs of rendered texts, a blank line between; empty ones are left out."""
        return Markup("\n\n".join(part for part in parts if part))

    def pager(self, noun: str, page: int, *, has_more: bool, verb: str = "page") -> Rows:
        """One row to the page before and the page after; no row where there is only one page."""
        row = []
        if page > 0:
            row.append(Button(self.label("nav-before"), Action(noun, verb, str(page - 1))))
        if has_more:
            row.append(Button(self.label("nav-after"), Action(noun, verb, str(page + 1))))
        return (tuple(row),) if row else ()


def shortened(text: str, at_most: int) -> str:
    """In one line, what is too long ending in three dots."""
    line = " ".join(text.split())
    return f"{line[:at_most]}…" if len(line) > at_most else line
