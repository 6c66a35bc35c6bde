"""What is kept of an update nobody could handle: all of it, or its shape without a word of it."""

import json
import re
from typing import Any

from telegram import Update

from bot.pasted import find_secret

_STRING = re.compile(r'("(?:[^"\\]|\\.)*")(:?)')
"""A string as json.dumps writes it; a name is followed by a colon at once."""


def kept_body(body: dict[str, Any], *, without_words: bool) -> str:
    """The update as JSON; `without_words` every text in it is empty: what was asked is kept nowhere."""
    written = json.dumps(body)
    return _STRING.sub(_emptied, written) if without_words else written


def holds_secret(update: Update) -> bool:
    """Whether what was written may be a code, a PIN or a card number, wherever it was written."""
    message = update.message
    text = (message.text or message.caption or "") if message else ""
    return find_secret(text, digits_expected=False) is not None


def _emptied(string: re.Match[str]) -> str:
    return string[0] if string[2] else '""'
