"""What Telegram accepts as a keyboard under a message or in place of the phone's own."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playground.refusals import bad_request
from playground.shapes import Json

MOST_BUTTONS = 100
MOST_IN_ROW = 8
HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+|\[[0-9a-f:]+\]", re.IGNORECASE)  # localhost is refused too


def check_markup(markup: Json | None) -> None:
    """Refuse a reply markup that Telegram refuses."""
    if markup is None:
        return
    rows = markup.get("inline_keyboard")
    if rows is not None:
        _check_size(rows)
        for row in rows:
            for button in row:
                _check_inline(button)
    elif "keyboard" in markup:
        _check_reply_keyboard(markup["keyboard"])


def _check_size(rows: list[list[Json]]) -> None:
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in rows):
        raise bad_request("reply markup is too long")


def _check_reply_keyboard(rows: list[list[Json]]) -> None:
    if not any(rows):
        raise bad_request("parameter keyboard must be non-empty")
    if sum(map(len, rows)) > 300 or any(len(row) > 12 for row in rows):
        raise bad_request("reply markup is too long")
    if not all(button["text"].strip() for row in rows for button in row):
        raise bad_request("keyboard button text must be non-empty")


def _check_inline(button: Json) -> None:
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    data = button.get("callback_data")
    if data is not None:
        _check_data(data)
    elif "url" in button:
        _check_url(button["url"])
    elif len(button) == 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )


def _check_data(data: str) -> None:
    if not 1 <= len(data.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: str) -> None:
    if url.startswith("tg://user"):
        raise bad_request("BUTTON_USER_PRIVACY_RESTRICTED")  # the playground's people are all private
    problem = _url_problem(url)
    if problem:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {problem}")


def _url_problem(url: str) -> str | None:
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme not in {"http", "https", "tg", "ton"}:
        return "Unsupported URL protocol"
    if parts.scheme in {"tg", "ton"}:
        return None
    if not parts.hostname:
        return "URL host is empty"
    return None if HOST.fullmatch(parts.hostname) and not re.search(r"\s", url) else "Wrong HTTP URL"
