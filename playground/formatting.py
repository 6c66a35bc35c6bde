"""Text with its entities: trimmed, measured, its links, mentions and commands found as Telegram does."""

from __future__ import annotations

import re

from playground.html import in_order, parse_html, utf16_length
from playground.refusals import Refused, bad_request, refused
from playground.shapes import Json

FOUND = re.compile(
    r"(?P<url>(?:https?://|(?<![\w@./])(?=[\w.-]+\.(?:com|id|org|net|me)\b)[\w-])[^\s<>\"]*[^\s<>\".,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w@])(?P<mention>@[A-Za-z]\w{3,31})"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
)


def find_entities(text: str) -> list[Json]:
    """The entities that nobody marked."""
    if not any(mark in text for mark in "/@#."):
        return []
    return [
        {"offset": utf16_length(text[: hit.start()]), "length": utf16_length(hit[0]), "type": hit.lastgroup}
        for hit in FOUND.finditer(text)
    ]


def formatted(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """The text and entities that a message will carry."""
    marked = list(entities or [])
    if parse_mode:
        text, marked = _parsed(text, parse_mode)
    text, marked = _trimmed(text, marked)
    found = [hit for hit in find_entities(text) if not any(_overlap(hit, mark) for mark in marked)]
    return text, in_order(marked + found) if found else marked


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    mode = parse_mode.lower()
    if mode == "html":
        return parse_html(text)
    if mode in {"markdown", "markdownv2"}:
        raise bad_request(f"playground: parse_mode {parse_mode} is not played here, use HTML")
    raise bad_request("unsupported parse_mode")


def _overlap(found: Json, marked: Json) -> bool:
    if marked["type"] not in {"code", "pre", "text_link", "text_mention"}:
        return False
    return bool(
        found["offset"] < marked["offset"] + marked["length"]
        and marked["offset"] < found["offset"] + found["length"]
    )


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram cuts white space off both ends."""
    stripped = text.strip()
    if len(stripped) == len(text):
        return text, entities
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(stripped)
    moved = []
    for entity in entities:
        first = max(0, entity["offset"] - cut)
        last = min(end, entity["offset"] + entity["length"] - cut)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    return stripped, moved


def message_text(params: Json) -> tuple[str, list[Json]]:
    """The text of a send or edit; refuses none and too much."""
    text, entities = formatted(params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    return _no_longer_than(4096, text, "Bad Request: message is too long"), entities


def caption_fields(params: Json) -> Json:
    """The caption of a send or edit as message fields; empty when there is none."""
    raw = params.get("caption") or ""
    text, entities = formatted(raw, params.get("parse_mode"), params.get("caption_entities"))
    _no_longer_than(1024, text, "Bad Request: message caption is too long")
    fields: Json = {"caption": text} if text else {}
    return {**fields, "caption_entities": entities} if entities else fields


def _no_longer_than(units: int, text: str, description: str) -> str:
    if len(text) * 2 > units and utf16_length(text) > units:
        raise _too_long(description)
    return text


def _too_long(description: str) -> Refused:
    return refused(description)
