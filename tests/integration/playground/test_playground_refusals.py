"""What Telegram refuses, the playground refuses, in Telegram's words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from playground import refusals
from tests.integration.playground.playground_stage import BUDI, SARI, TOKEN, Stage


def _keyboard(*buttons: Mapping[str, object]) -> dict[str, object]:
    return {"inline_keyboard": [list(buttons)]}


async def test_unknown_method(stage: Stage) -> None:
    """A method that Telegram does not have is not found."""
    assert await stage.call("sendMesage") == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_method_that_is_not_played(stage: Stage) -> None:
    """A method that exists but is not played says so."""
    assert (
        await stage.refusal("sendDice", chat_id=SARI)
        == "Bad Request: playground: sendDice is not played here"
    )


async def test_wrong_token(stage: Stage) -> None:
    """Another bot's token is unauthorized, a malformed one is not found."""
    answer = await stage.client.get(f"{stage.url}/bot123:ABCdef/getMe")
    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert (await stage.client.get(f"{stage.url}/botnonsense/getMe")).status_code == 404


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendMessage", {"text": "hi"}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": SARI}, refusals.TEXT_EMPTY),
        ("sendMessage", {"chat_id": SARI, "text": "  \n"}, refusals.TEXT_EMPTY),
        ("sendMessage", {"chat_id": SARI, "text": "<b></b>", "parse_mode": "HTML"}, refusals.TEXT_EMPTY),
        ("sendMessage", {"chat_id": SARI, "text": "a" * 4097}, refusals.TEXT_TOO_LONG),
        ("sendMessage", {"chat_id": SARI, "text": "😀" * 2049}, refusals.TEXT_TOO_LONG),
        ("sendMessage", {"chat_id": 42, "text": "hi"}, refusals.CHAT_NOT_FOUND),
        ("sendMessage", {"chat_id": "@nobody", "text": "hi"}, refusals.CHAT_NOT_FOUND),
        ("sendMessage", {"chat_id": BUDI, "text": "hi"}, refusals.NOT_STARTED),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "hi", "parse_mode": "XML"},
            "Bad Request: unsupported parse_mode",
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "hi", "reply_parameters": {"message_id": 999}},
            "Bad Request: message to be replied not found",
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "hi", "txet": "hi"},
            'Bad Request: playground: sendMessage has no field "txet"',
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": 5},
            'Bad Request: field "text" must be of type String',
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "hi", "reply_markup": "{"},
            "Bad Request: can't parse reply_markup JSON object",
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "hi", "reply_markup": "[]"},
            "Bad Request: object expected as reply markup",
        ),
        ("editMessageText", {"chat_id": SARI, "message_id": 99, "text": "x"}, refusals.EDIT_NOT_FOUND),
        ("editMessageText", {"chat_id": SARI, "message_id": 1, "text": "x"}, refusals.CANT_EDIT),
        ("deleteMessage", {"chat_id": SARI, "message_id": 99}, refusals.DELETE_NOT_FOUND),
        ("answerCallbackQuery", {"callback_query_id": "1"}, refusals.QUERY_TOO_OLD),
        ("answerCallbackQuery", {}, refusals.QUERY_TOO_OLD),
        ("sendPhoto", {"chat_id": SARI}, "Bad Request: there is no photo in the request"),
        (
            "sendPhoto",
            {"chat_id": SARI, "photo": "x"},
            "Bad Request: wrong file identifier/HTTP URL specified",
        ),
        (
            "sendPhoto",
            {"chat_id": SARI, "photo": "http://x.id/a.png"},
            "Bad Request: failed to get HTTP URL content",
        ),
        ("sendPhoto", {"chat_id": SARI, "photo": "x", "caption": "a" * 1025}, refusals.CAPTION_TOO_LONG),
        (
            "copyMessage",
            {"chat_id": SARI, "from_chat_id": SARI, "message_id": 99},
            "Bad Request: message to copy not found",
        ),
        (
            "forwardMessage",
            {"chat_id": SARI, "from_chat_id": SARI, "message_id": 99},
            "Bad Request: message to forward not found",
        ),
        ("getFile", {"file_id": "x"}, "Bad Request: wrong file_id or the file is temporarily unavailable"),
        (
            "sendChatAction",
            {"chat_id": SARI, "action": "dance"},
            "Bad Request: wrong parameter action in request",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "Mulai", "description": "x"}]},
            "Bad Request: BOT_COMMAND_INVALID",
        ),
        ("setWebhook", {"url": "nonsense"}, "Bad Request: invalid webhook URL specified"),
        (
            "setWebhook",
            {"url": "https://a.id", "secret_token": "a b"},
            "Bad Request: secret token contains unallowed characters",
        ),
    ],
)
async def test_description(stage: Stage, method: str, params: dict[str, object], description: str) -> None:
    """Each mistake is answered with Telegram's own description."""
    await stage.starts(SARI)
    assert await stage.refusal(method, **params) == description


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "x", "callback_data": ""}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "é" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "x"}, "Bad Request: inline keyboard button text must be non-empty"),
        (
            {"text": "x"},
            (
                "Bad Request: can't parse inline keyboard button:"
                " Text buttons are unallowed in the inline keyboard"
            ),
        ),
        ({"callback_data": "x"}, 'Bad Request: can\'t find field "text" in InlineKeyboardButton'),
        (
            {"text": "x", "callback": "x"},
            'Bad Request: playground: InlineKeyboardButton has no field "callback"',
        ),
        ({"text": "x", "callback_data": 5}, 'Bad Request: field "callback_data" must be of type String'),
        (
            {"text": "x", "url": "javascript://x"},
            "Bad Request: inline keyboard button URL 'javascript://x' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "x", "url": "https://nodots"},
            "Bad Request: inline keyboard button URL 'https://nodots' is invalid: Wrong HTTP URL",
        ),
        ({"text": "x", "url": "tg://user?id=1002"}, "Bad Request: BUTTON_USER_PRIVACY_RESTRICTED"),
    ],
)
async def test_button(stage: Stage, button: dict[str, object], description: str) -> None:
    """A button that Telegram refuses fails the whole message."""
    await stage.starts()
    refusal = await stage.refusal("sendMessage", chat_id=SARI, text="hi", reply_markup=_keyboard(button))
    assert refusal == description


async def test_good_buttons(stage: Stage) -> None:
    """64 bytes of data, and links of every allowed kind, are accepted."""
    await stage.starts()
    links = (
        "https://bpjs.go.id/a?b=c",
        "t.me/+6281234567801",
        "http://127.0.0.1:8080/x",
        "tg://resolve?domain=x",
    )
    buttons = [{"text": "x", "callback_data": "a" * 64}, *({"text": "x", "url": link} for link in links)]
    assert await stage.say("hi", reply_markup=_keyboard(*buttons))


async def test_too_many_buttons(stage: Stage) -> None:
    """Neither 101 buttons nor nine in a row are accepted."""
    await stage.starts()
    button = {"text": "x", "callback_data": "x"}
    for rows in ([[button]] * 101, [[button] * 9]):
        markup = {"inline_keyboard": rows}
        description = await stage.refusal("sendMessage", chat_id=SARI, text="hi", reply_markup=markup)
        assert description == "Bad Request: reply markup is too long"


async def test_blocked_and_deactivated(stage: Stage) -> None:
    """Nobody can be written to who blocked the bot or whose account is gone: both are 403."""
    await stage.starts()
    await stage.phone("block")
    body = await stage.call("sendMessage", chat_id=SARI, text="hi")
    assert (body["error_code"], body["description"]) == (403, refusals.BLOCKED)
    await stage.phone("deactivate")
    body = await stage.call("sendMessage", chat_id=SARI, text="hi")
    assert (body["error_code"], body["description"]) == (403, refusals.DEACTIVATED)


async def test_broken_json(stage: Stage) -> None:
    """A body that is not JSON is a bad request."""
    headers = {"Content-Type": "application/json"}
    answer = await stage.client.post(f"{stage.url}/bot{TOKEN}/getMe", content="{", headers=headers)
    assert answer.json()["description"] == "Bad Request: can't parse JSON object"
