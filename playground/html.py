"""Telegram's HTML: what parse_mode=HTML accepts, and the entities (UTF-16 offsets) that it becomes.

Follows TDLib's parser, its refusals and byte offsets included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from playground.refusals import bad_request
from playground.shapes import Json

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
SPACE = " \t\r\n\0\v"
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
TAG_NAME = re.compile(r"[^ \t\r\n\0\v>]*")
ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\0\v=>/\"']*")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
PLAIN = re.compile(r"[^<&]+")
LINK = re.compile(r"(?:https?://)?[^\s/?#]+\.[^\s]+|tg://\S+|mailto:\S+|tel:\S+", re.IGNORECASE)


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int  # UTF-16
    start: int  # in the plain text
    attributes: dict[str, str]


def parse_html(text: str) -> tuple[str, list[Json]]:
    """The plain text and its entities; raises Refused with TDLib's words when the HTML is broken."""
    if "<" not in text and "&" not in text:
        return text, []
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._plain: list[str] = []
        self._length = 0  # of the plain text so far, in UTF-16 units
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        while self._at < len(self._text):
            self._step(self._text[self._at])
        if self._open:
            tag = self._open[-1].tag
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\""
            )
        return "".join(self._plain), in_order(self._entities)

    def _step(self, character: str) -> None:
        if character == "&":
            self._reference()
        elif character != "<":
            self._plain_run()
        elif self._text.startswith("</", self._at):
            self._end_tag()
        else:
            self._start_tag()

    def _add(self, text: str) -> None:
        self._plain.append(text)
        self._length += utf16_length(text)

    def _plain_run(self) -> None:
        run = PLAIN.match(self._text, self._at)
        assert run
        self._add(run[0])
        self._at = run.end()

    def _reference(self) -> None:
        decoded, self._at = _decode(self._text, self._at)
        self._add(decoded)

    def _fail(self, problem: str, begin: int) -> NoReturn:
        offset = len(self._text[:begin].encode())
        where = problem.replace("@", f"at byte offset {offset}")
        raise bad_request(f"can't parse entities: {where}")

    def _skip_space(self) -> str:
        """The next character that is not a space; empty at the end."""
        while self._at < len(self._text) and self._text[self._at] in SPACE:
            self._at += 1
        return self._text[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        assert found
        self._at = found.end()
        return found[0]

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._take(TAG_NAME).lower()
        if self._at >= len(self._text):
            self._fail("Unclosed start tag @", begin)
        if tag not in TAGS:
            self._fail(f'Unsupported start tag "{tag}" @', begin)
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            self._fail('Tag "span" must have class "tg-spoiler" @', begin)
        self._open.append(_Open(tag, self._length, len(self._plain), attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while (character := self._skip_space()) != ">":
            if not character:
                self._fail("Unclosed start tag @", begin)
            name = self._take(ATTRIBUTE_NAME).lower()
            if not name:
                self._fail(f'Empty attribute name in the tag "{tag}" @', begin)
            attributes[name] = self._value(begin) if self._skip_space() == "=" else ""
        self._at += 1
        return attributes

    def _value(self, begin: int) -> str:
        self._at += 1
        quote = self._skip_space()
        if not quote:
            self._fail("Unclosed start tag @", begin)
        return self._quoted(quote, begin) if quote in "'\"" else self._name_token()

    def _name_token(self) -> str:
        begin = self._at
        token = self._take(NAME_TOKEN).lower()
        if self._text[self._at : self._at + 1] not in (*SPACE, ">"):
            self._fail("Unexpected end of name token @", begin)
        return token

    def _quoted(self, quote: str, begin: int) -> str:
        end = self._text.find(quote, self._at + 1)
        if end < 0:
            self._fail("Unclosed start tag @", begin)
        raw = self._text[self._at + 1 : end]
        self._at = end + 1
        return REFERENCE.sub(lambda found: _decode(found[0], 0)[0], raw)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            self._fail("Unexpected end tag @", begin)
        self._at += 2
        name = self._take(TAG_NAME).lower()
        if self._skip_space() != ">":
            self._fail("Unclosed end tag @", begin)
        self._at += 1
        opened = self._open.pop()
        if name and name != opened.tag:
            self._fail(f'Unmatched end tag @, expected "</{opened.tag}>", found "</{name}>"', begin)
        if self._length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {
            "offset": opened.offset,
            "length": self._length - opened.offset,
            "type": TAGS[opened.tag],
        }
        details = _details(opened, "".join(self._plain[opened.start :]))
        if details is not None:
            self._entities.append({**entity, **details})


def _details(opened: _Open, inner: str) -> Json | None:
    """What the tag's attributes add to its entity; None when there is to be no entity."""
    if opened.tag == "a":
        return _link(opened.attributes.get("href") or inner)
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        return {"type": "expandable_blockquote"}
    if opened.tag in {"pre", "code"} and opened.attributes.get("class", "").startswith("language-"):
        return {"type": "pre", "language": opened.attributes["class"].removeprefix("language-")}
    return {}


def _link(url: str) -> Json | None:
    """Telegram drops a link that it cannot read, keeping its text."""
    if not LINK.fullmatch(url):
        return None
    return {"url": url if re.match(r"[a-z]+:", url, re.IGNORECASE) else f"http://{url}"}


def _decode(text: str, at: int) -> tuple[str, int]:
    """The character of the reference at `at` (or the ampersand itself), and where it ends."""
    found = REFERENCE.match(text, at)
    if not found:
        return "&", at + 1
    code = int(found[1], 16) if found[1] else int(found[2] or 0)
    decoded = NAMED.get(found[3]) if found[3] else chr(code) if 0 < code < 0x10FFFF else None
    return (decoded, found.end()) if decoded else ("&", at + 1)


def in_order(entities: list[Json]) -> list[Json]:
    """By offset, the longer first; the same kind nested in itself counts once, and in a pre its code."""
    ordered = sorted(
        entities, key=lambda entity: (entity["offset"], -entity["length"], entity["type"] != "pre")
    )
    kept: list[Json] = []
    for entity in ordered:
        if not any(_swallows(outer, entity) for outer in kept):
            kept.append(entity)
    return kept


def _swallows(outer: Json, entity: Json) -> bool:
    within = entity["offset"] + entity["length"] <= outer["offset"] + outer["length"]
    return within and (outer["type"] == entity["type"] or outer["type"] in {"pre", "code"})
