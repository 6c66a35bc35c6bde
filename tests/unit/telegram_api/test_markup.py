"""Screens become what the Bot API expects."""

import pytest
from telegram import ReplyKeyboardRemove

from bot.screens import Action, Button, ContactRequest, Media, MediaKind, RemoveKeyboard, Screen
from bot.telegram_api.markup import caption_parameters, media_parameters, reply_markup, text_parameters

ROWS = (
    (Button("Ya", Action("form", "answer", "yes", 3)), Button("Tidak", Action("form", "answer", "no", 3))),
    (Button("WhatsApp", url="https://wa.me/628"),),
)


def test_buttons_keep_their_rows() -> None:
    """Rows, labels, actions and links stand as on the screen."""
    markup = reply_markup(Screen("ask", "?", ROWS))
    assert markup is not None
    assert markup.to_dict() == {
        "inline_keyboard": [
            [
                {"text": "Ya", "callback_data": "form:answer:yes:3"},
                {"text": "Tidak", "callback_data": "form:answer:no:3"},
            ],
            [{"text": "WhatsApp", "url": "https://wa.me/628"}],
        ]
    }


def test_a_contact_request_folds_away() -> None:
    """The keyboard that shares one's own number is small and goes once used."""
    markup = reply_markup(Screen("phone", "?", keyboard=ContactRequest("Kirim nomor saya")))
    assert markup is not None
    assert markup.to_dict() == {
        "keyboard": [[{"text": "Kirim nomor saya", "request_contact": True}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


def test_a_keyboard_can_be_taken_away() -> None:
    """RemoveKeyboard removes, and a screen without buttons says nothing about them."""
    assert isinstance(reply_markup(Screen("x", "x", keyboard=RemoveKeyboard())), ReplyKeyboardRemove)
    assert reply_markup(Screen("x", "x")) is None


@pytest.mark.parametrize(
    "screen",
    [
        Screen("x", "x", ROWS, keyboard=RemoveKeyboard()),
        Screen("x", "x", ((Button("Buntu"),),)),
    ],
)
def test_impossible_screens_are_refused(screen: Screen) -> None:
    """Two kinds of keyboard at once and buttons that do nothing are mistakes of ours."""
    with pytest.raises(ValueError, match=r"not both|needs an action"):
        reply_markup(screen)


def test_text_is_html_without_previews() -> None:
    """Text is read as HTML and links unfold no preview; captions are HTML too."""
    parameters = text_parameters(Screen("x", "<b>x</b>"))
    assert parameters["parse_mode"] == "HTML"
    assert parameters["link_preview_options"].is_disabled
    assert caption_parameters(Screen("x", "<b>x</b>"))["parse_mode"] == "HTML"


def test_files_go_by_bytes_or_by_id() -> None:
    """Bytes carry their name, a file_id needs none, and a file not drawn yet is a mistake of ours."""
    photo = Media(MediaKind.PHOTO, b"png", "poster.png")
    assert media_parameters(photo) == {"photo": b"png", "filename": "poster.png"}
    assert media_parameters(Media(MediaKind.VOICE, "AwACAg")) == {"voice": "AwACAg"}
    with pytest.raises(TypeError):
        media_parameters(Media(MediaKind.DOCUMENT, lambda: b"pdf"))
