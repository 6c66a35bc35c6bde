"""Telegram's HTML, and nothing else: what staff wrote is read strictly and written again in one form.

The tags are those of the Bot API (Formatting options, HTML style). What is not known is refused, not dropped:
whoever wrote it should see that it would be lost.
"""

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from bot.campaigns.refusals import ContentRefused, Refusal

TAGS = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "u": "u",
    "ins": "u",
    "s": "s",
    "strike": "s",
    "del": "s",
    "tg-spoiler": "tg-spoiler",
    "span": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "a",
}
"""What may be written, and the one form in which it is kept."""
DROPPED = frozenset({"tg-emoji"})  # a bot may not send them: the plain emoji inside stays

_LOOKS_LIKE_HTML = re.compile(r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)  # not Telegram's, but what people know
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text as it will be sent: its HTML, what people read of it, and where its links lead."""

    html: str
    plain: str
    links: tuple[str, ...] = ()


def utf16_length(text: str) -> int:
    """How long Telegram takes a text to be: in UTF-16 units, so that an emoji counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def is_html(text: str) -> bool:
    """Whether somebody typed tags instead of using Telegram's menu, known ones or others."""
    return _LOOKS_LIKE_HTML.search(text) is not None


def read_html(text: str) -> Formatted:
    """Read a text; ContentRefused for a tag that Telegram does not know, or that is not closed in order."""
    reader = _Reader()
    reader.feed(_UNSEEN.sub("", _BREAK.sub("\n", text.replace("\r\n", "\n"))).strip())
    reader.close()
    return reader.result()


class _Reader(HTMLParser):
    """Collects the canonical HTML, the plain text and the links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._html: list[str] = []
        self._plain: list[str] = []
        self._links: list[str] = []
        self._open: list[tuple[str, bool]] = []  # the tag as written, and whether it was kept

    def result(self) -> Formatted:
        if self._open:
            raise _refused("unclosed", self._open[-1][0])
        return Formatted("".join(self._html), "".join(self._plain), tuple(self._links))

    def handle_data(self, data: str) -> None:
        self._html.append(escape(data, quote=False))
        self._plain.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self._open.append((tag, False))
            return
        if tag not in TAGS:
            raise _refused("tag", tag)
        kept = TAGS[tag]
        is_nested_twice = any(TAGS.get(other) == kept and was_kept for other, was_kept in self._open)
        self._open.append((tag, not is_nested_twice))
        if not is_nested_twice:
            self._html.append(f"<{kept}{self._attributes(tag, dict(attrs))}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - reason: HTMLParser's
        raise _refused("tag", tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            raise _refused("unclosed", tag)
        _, was_kept = self._open.pop()
        if was_kept:
            self._html.append(f"</{TAGS[tag]}>")

    def handle_comment(self, data: str) -> None:
        raise _refused("tag", f"!--{data[:20]}")

    def handle_decl(self, decl: str) -> None:
        raise _refused("tag", f"!{decl[:20]}")

    def unknown_decl(self, data: str) -> None:
        raise _refused("tag", f"!{data[:20]}")

    def handle_pi(self, data: str) -> None:
        raise _refused("tag", f"?{data[:20]}")

    def _attributes(self, tag: str, given: dict[str, str | None]) -> str:
        """A link's address; of every other tag nothing is kept."""
        if tag == "span" and given.get("class") != "tg-spoiler":
            raise _refused("tag", "span")
        if tag != "a":
            return ""
        address = (given.get("href") or "").strip()
        if not address:
            raise _refused("link-empty", "a")
        self._links.append(address)
        return f' href="{escape(address)}"'


def _refused(code: str, what: str) -> ContentRefused:
    return ContentRefused((Refusal(code, what),))
