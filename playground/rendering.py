"""Draws text with entities as safe HTML for the page: escaped, with allow-listed tags and links only."""

from __future__ import annotations

from html import escape

from playground.shapes import Json

TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
    "mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="hashtag">', "</span>"),
}
SCHEMES = ("http://", "https://", "tel:", "mailto:")


def render(text: str, entities: list[Json]) -> str:
    """HTML in which every tag comes from TAGS or is a checked link."""
    units = text.encode("utf-16-le")
    edges = sorted({0, len(units) // 2, *_edges(entities)})
    drawn: list[str] = []
    open_now: list[Json] = []
    for begin, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        open_now = _reopen(drawn, open_now, [one for one in entities if _covers(one, begin, end)])
        drawn.append(escape(units[begin * 2 : end * 2].decode("utf-16-le", "replace")))
    _reopen(drawn, open_now, [])
    return "".join(drawn)


def _edges(entities: list[Json]) -> list[int]:
    return [edge for one in entities for edge in (one["offset"], one["offset"] + one["length"])]


def _covers(entity: Json, begin: int, end: int) -> bool:
    return bool(entity["offset"] <= begin < end <= entity["offset"] + entity["length"])


def _reopen(drawn: list[str], before: list[Json], now: list[Json]) -> list[Json]:
    """Close what ends and open what starts, properly nested."""
    shared = 0
    while shared < min(len(before), len(now)) and before[shared] is now[shared]:
        shared += 1
    drawn.extend(_tag(one)[1] for one in reversed(before[shared:]))
    drawn.extend(_tag(one)[0] for one in now[shared:])
    return now


def _tag(entity: Json) -> tuple[str, str]:
    url = entity.get("url", "")
    if entity["type"] == "text_link" and url.lower().startswith(SCHEMES):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">', "</a>"
    return TAGS.get(entity["type"], ("", ""))


def with_plain_links(text: str, entities: list[Json]) -> list[Json]:
    """The entities with bare addresses given their link."""
    return [_linked(text, one) if one["type"] in {"url", "email"} else one for one in entities]


def _linked(text: str, entity: Json) -> Json:
    units = text.encode("utf-16-le")
    shown = units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode(
        "utf-16-le", "replace"
    )
    prefix = (
        "mailto:" if entity["type"] == "email" else "" if shown.lower().startswith(SCHEMES) else "https://"
    )
    return {**entity, "type": "text_link", "url": prefix + shown}
