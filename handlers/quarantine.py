"""What is kept of an update nobody could handle: all of it, or its shape without a word of it."""

import json
import re
from typing import Any

_STRING = re.compile(r'("(?:[^"\\]|\\.)*")(:?)')
"""A string as json.dumps writes it; a name is followed by a colon at once."""


def kept_body(body: dict[str, Any], *, without_words: bool) -> str:
    """The update as JSON; `without_words` every text in it is empty: what was asked is kept nowhere."""
    written = json.dumps(body)
    return _STRING.sub(_emptied, written) if without_words else written


def _emptied(string: re.Match[str]) -> str:
    return string[0] if string[2] else '""'
