"""Screens arrive as messages, are edited in place, and what is no error is none."""

import asyncio
from urllib.parse import parse_qs

import pytest
from telegram.ext import ExtBot

from bot.messenger import Failed, FileGone, Flooded, Messenger, Outcome, Sent, Unknown
from bot.screens import Action, Button, Media, MediaKind, RemoveKeyboard, Screen
from bot.telegram_api.messenger import TelegramMessenger
from bot.telegram_api.transport import GuardedRequest
from bot.texts import Markup
from storage.models.messages import Lane
from tests.integration.telegram_api.fake_telegram import NODS, TAKES, FakeTelegram, answers, http, refuses

SCREEN = Screen("hello", "<b>Halo</b>", ((Button("Ya", Action("a", "b")),),), protected=True)
POSTER = Screen("poster", "Poster", media=Media(MediaKind.PHOTO, lambda: b"png-bytes", "poster.png"))
SAME = refuses(400, "Bad Request: message is not modified: specified new message content")
GONE = refuses(400, "Bad Request: message to edit not found")
NO_TEXT = refuses(400, "Bad Request: there is no text in the message to edit")


async def test_a_screen_becomes_a_message(telegram: FakeTelegram, messenger: TelegramMessenger) -> None:
    """Text, buttons and protection reach the Bot API, and its number for the message comes back."""
    assert await messenger.send(5, SCREEN, Lane.NOTICE) == Sent(77)
    method, body = telegram.requests[0]
    form = parse_qs(body.decode())
    assert method == "sendMessage"
    assert (form["chat_id"], form["text"], form["parse_mode"]) == (["5"], ["<b>Halo</b>"], ["HTML"])
    assert form["protect_content"] == ["true"]
    assert '"callback_data": "a:b::-"' in form["reply_markup"][0]
    assert "is_disabled" in form["link_preview_options"][0]


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        (MediaKind.PHOTO, "sendPhoto"),
        (MediaKind.DOCUMENT, "sendDocument"),
        (MediaKind.VOICE, "sendVoice"),
    ],
)
async def test_a_file_is_drawn_and_sent(
    telegram: FakeTelegram, messenger: TelegramMessenger, kind: MediaKind, method: str
) -> None:
    """A file of each kind is drawn when it is sent, under its name and with the text as caption."""
    screen = Screen("poster", "Poster", media=Media(kind, lambda: b"png-bytes", "poster.png"))
    assert await messenger.send(5, screen, Lane.REPLY) == Sent(77)
    sent, body = telegram.requests[0]
    assert sent == method
    assert b"png-bytes" in body
    assert b'filename="poster.png"' in body
    assert b"Poster" in body


@pytest.mark.parametrize("kind", list(MediaKind))
async def test_a_file_that_telegram_takes_for_another_kind_has_no_id(
    messenger: TelegramMessenger, kind: MediaKind
) -> None:
    """What is no Opus in OGG comes as music: no id of a voice note is in the answer."""
    with pytest.raises(FileGone):
        await messenger.upload(5, Media(kind, b"content", "halo.ogg"), Markup("Berkas"))


@pytest.mark.parametrize(
    ("behaviours", "expected", "methods"),
    [
        ([TAKES], Sent(9), ["editMessageText"]),
        ([SAME], Sent(9), ["editMessageText"]),
        ([NO_TEXT, TAKES], Sent(9), ["editMessageText", "editMessageCaption"]),
        ([NO_TEXT, SAME], Sent(9), ["editMessageText", "editMessageCaption"]),
        ([GONE], Failed("Message to edit not found"), ["editMessageText"]),
    ],
)
async def test_editing_in_place(
    telegram: FakeTelegram,
    messenger: TelegramMessenger,
    behaviours: list[object],
    expected: Outcome,
    methods: list[str],
) -> None:
    """Text is edited, else the caption; nothing to change counts as done; what is gone is Failed."""
    telegram.plays(*behaviours)  # type: ignore[arg-type]  # reason: a test knows what it gets
    assert await messenger.edit(5, 9, SCREEN) == expected
    assert telegram.methods == methods


@pytest.mark.parametrize("screen", [POSTER, Screen("x", "x", keyboard=RemoveKeyboard())])
async def test_some_screens_cannot_come_by_an_edit(
    telegram: FakeTelegram, messenger: TelegramMessenger, screen: Screen
) -> None:
    """A file and a reply keyboard need a new message, which show() then sends without trying to edit."""
    assert isinstance(await messenger.edit(5, 9, screen), Failed)
    assert await messenger.show(5, 9, screen) == Sent(77)
    assert "editMessageText" not in telegram.methods


async def test_showing_falls_back_to_a_new_message(
    telegram: FakeTelegram, messenger: TelegramMessenger
) -> None:
    """What is gone cannot be edited, so the screen comes anew."""
    telegram.plays(GONE, TAKES)
    assert await messenger.show(5, 9, SCREEN) == Sent(77)
    assert telegram.methods == ["editMessageText", "sendMessage"]


async def test_showing_never_sends_when_the_edit_may_have_worked(
    telegram: FakeTelegram, messenger: TelegramMessenger
) -> None:
    """After an edit of unknown fate no second message appears."""
    telegram.plays(answers(http("502 Bad Gateway", b"<html>")))
    assert isinstance(await messenger.show(5, 9, SCREEN), Unknown)
    assert telegram.methods == ["editMessageText"]


async def test_showing_without_a_message_sends(telegram: FakeTelegram, messenger: TelegramMessenger) -> None:
    """With nothing to edit the screen is sent."""
    assert await messenger.show(5, None, SCREEN) == Sent(77)
    assert telegram.methods == ["sendMessage"]


async def test_answer_and_screen_go_together(telegram: FakeTelegram, messenger: TelegramMessenger) -> None:
    """The spinner stops and the screen changes by two calls at once, on two connections."""
    telegram.plays(NODS)
    await asyncio.gather(messenger.answer("q", "Baik"), messenger.show(5, 9, SCREEN))
    assert sorted(telegram.methods) == ["answerCallbackQuery", "editMessageText"]
    assert telegram.connections == 2


async def test_a_flood_closes_the_turns_of_bulk(telegram: FakeTelegram, messenger: TelegramMessenger) -> None:
    """After a 429 to one campaign message no bulk lane gets a turn; replies go on."""
    assert await messenger.wait_turn(Lane.CAMPAIGN, 5)
    telegram.plays(refuses(429, "Too Many Requests: retry after 7", retry_after=7), TAKES)
    assert await messenger.send(5, SCREEN, Lane.CAMPAIGN) == Flooded(7)
    assert not await messenger.wait_turn(Lane.NOTICE, 6)
    assert await messenger.wait_turn(Lane.REPLY, 6)
    assert await messenger.send(6, SCREEN, Lane.REPLY) == Sent(77)


async def test_a_messenger_needs_the_limiter(request_: GuardedRequest) -> None:
    """Without pacing nothing is built, for nothing would keep Telegram's limits."""
    with pytest.raises(TypeError):
        TelegramMessenger(ExtBot("1:x", request=request_, get_updates_request=request_))


def test_it_is_a_messenger(messenger: TelegramMessenger) -> None:
    """It fits what the outbox asks for (the type checker reads this)."""
    asked: Messenger = messenger
    assert asked is messenger


@pytest.mark.parametrize("description", ["query is too old and response timeout expired", "anything else"])
async def test_an_answer_too_late_is_no_error(
    telegram: FakeTelegram, messenger: TelegramMessenger, description: str
) -> None:
    """A spinner that cannot be stopped any more stops nothing of ours."""
    telegram.plays(refuses(400, f"Bad Request: {description}"))
    await messenger.answer("q")
