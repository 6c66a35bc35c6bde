"""Keeps tokens, card and identity numbers and phone numbers out of the logs."""

import re
from collections.abc import Mapping, MutableMapping
from typing import Any

TOKEN = "[token]"  # noqa: S105 - what stands in its place
NUMBER = "[number]"
PHONE = "[phone]"

_GAP = r"[ \-]?"  # between digits of a number written in groups
_GAPS = r"[ .\-()]{0,3}"  # between digits of a phone number
_NOT_WITHIN = r"(?<![0-9])(?<!\b0\.)(?<![0-9a-f]{4}-)"  # nor the decimals of a float, nor the end of a UUID

_RULES = (
    # A bot token, also in a URL (/bot123:AA...) and percent-encoded.
    (re.compile(r"[0-9]{1,20}(?::|%3[Aa])[A-Za-z0-9_-]{30,}"), TOKEN),
    # NIK, family card, bank card: sixteen digits or more, in one run, in groups, or as on the card.
    (re.compile(rf"{_NOT_WITHIN}[0-9](?:{_GAP}[0-9]){{15,}}(?![0-9])"), NUMBER),
    (re.compile(r"(?<![0-9])[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{6}\.[0-9]{4}(?![0-9])"), NUMBER),
    # Mobile: +62 812-..., 62812..., 0062 812..., (0812) ..., 0812 3456 7890, +62 (0) 812 ...
    (re.compile(rf"(?<![0-9A-Za-z])(?:\+|00)?62{_GAPS}0?{_GAPS}8(?:{_GAPS}[0-9]){{7,11}}(?![0-9])"), PHONE),
    (re.compile(rf"(?<![0-9A-Za-z])08(?:{_GAPS}[0-9]){{7,11}}(?![0-9])"), PHONE),
    # Landline: +62 254 ..., (0254) 123456, 0254-123456, 021 1234567.
    (re.compile(rf"(?<![0-9A-Za-z])\+62{_GAPS}[2-79][0-9](?:{_GAPS}[0-9]){{5,9}}(?![0-9])"), PHONE),
    (re.compile(r"(?<![0-9A-Za-z.])\(?0[2-79][0-9]{1,2}\)?[ \-]?[0-9]{3,4}[ \-]?[0-9]{2,4}(?![0-9])"), PHONE),
)


def redact(text: str) -> str:
    """The text without bot tokens, runs of sixteen digits and more, and Indonesian phone numbers."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text


def redact_value(value: object) -> object:
    """The same inside containers, numbers and objects; what holds nothing secret stays what it was."""
    match value:
        case str():
            return redact(value)
        case Mapping():
            return {redact_value(key): redact_value(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [redact_value(item) for item in value]
        case None | bool() | float():
            return value
    written = str(value)
    clean = redact(written)
    return value if clean == written else clean


def redact_event(
    logger: object,  # noqa: ARG001 - structlog's signature
    name: str,  # noqa: ARG001 - structlog's signature
    event: MutableMapping[str, Any],
) -> MutableMapping[str, Any]:
    """The structlog processor; it stands last before the renderer, after tracebacks became text."""
    for key, value in event.items():
        event[key] = redact_value(value)
    return event
