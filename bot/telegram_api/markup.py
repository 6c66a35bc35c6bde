"""A Screen as the Bot API's parameters."""

from functools import lru_cache
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode

from bot.screens import Button, ContactRequest, Media, Rows, Screen

ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def text_parameters(screen: Screen) -> dict[str, Any]:
    """What a text message takes, new or edited."""
    return {
        "text": screen.text,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": NO_PREVIEW,
        "reply_markup": reply_markup(screen),
    }


def caption_parameters(screen: Screen) -> dict[str, Any]:
    """What the message of a file takes, new or edited; the text is its caption."""
    return {
        "caption": screen.text,
        "parse_mode": ParseMode.HTML,
        "reply_markup": reply_markup(screen),
    }


def media_parameters(media: Media) -> dict[str, Any]:
    """The file itself: bytes are uploaded under their name, a file_id goes as it is."""
    if callable(media.content):
        raise TypeError("the file is not drawn yet")
    if isinstance(media.content, str):
        return {media.kind.value: media.content}
    return {media.kind.value: media.content, "filename": media.filename}


def reply_markup(screen: Screen) -> ReplyMarkup | None:
    """The buttons below a message, which carries only one kind of them.

    With a contact request the other buttons stand below it as words: tapped, they arrive as typed text.
    ValueError for inline buttons beside the removal of a keyboard.
    """
    if isinstance(screen.keyboard, ContactRequest):
        return contact_keyboard(screen.keyboard, screen.rows)
    if screen.rows and screen.keyboard:
        raise ValueError(f"{screen.name}: a message carries inline buttons or a reply keyboard, not both")
    if screen.rows:
        return inline_keyboard(screen.rows)
    return ReplyKeyboardRemove() if screen.keyboard else None


@lru_cache(maxsize=64)
def inline_keyboard(rows: Rows) -> InlineKeyboardMarkup:
    """The buttons as PTB has them; a campaign's are the same for everybody, and built once."""
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows])


def contact_keyboard(request: ContactRequest, rows: Rows = ()) -> ReplyKeyboardMarkup:
    """A button that shares the person's own number, words below it; it folds away once used."""
    share = KeyboardButton(request.label, request_contact=True)
    words = [[KeyboardButton(button.label) for button in row] for row in rows]
    return ReplyKeyboardMarkup([[share], *words], resize_keyboard=True, one_time_keyboard=True)


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    if button.action:
        return InlineKeyboardButton(button.label, callback_data=button.action.encode())
    raise ValueError(f"{button.label}: a button needs an action or a link")
