"""What Telegram refuses, the playground refuses, in Telegram's words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace

import pytest

from playground.shapes import Upload
from tests.integration.playground.playground_stage import BUDI, SARI, TOKEN, Stage

QUERY_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


COMMAND = {"command": "mulai", "description": "Mulai"}


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
        ("sendMessage", {"chat_id": SARI}, "Bad Request: message text is empty"),
        ("sendMessage", {"chat_id": SARI, "text": "  \n"}, "Bad Request: message text is empty"),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "<b></b>", "parse_mode": "HTML"},
            "Bad Request: message text is empty",
        ),
        ("sendMessage", {"chat_id": SARI, "text": "a" * 4097}, "Bad Request: message is too long"),
        ("sendMessage", {"chat_id": SARI, "text": "😀" * 2049}, "Bad Request: message is too long"),
        ("sendMessage", {"chat_id": 42, "text": "hi"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "hi"}, "Bad Request: chat not found"),
        (
            "sendMessage",
            {"chat_id": BUDI, "text": "hi"},
            "Forbidden: bot can't initiate conversation with a user",
        ),
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
        (
            "editMessageText",
            {"chat_id": SARI, "message_id": 99, "text": "x"},
            "Bad Request: message to edit not found",
        ),
        (
            "editMessageText",
            {"chat_id": SARI, "message_id": 1, "text": "x"},
            "Bad Request: message can't be edited",
        ),
        ("deleteMessage", {"chat_id": SARI, "message_id": 99}, "Bad Request: message to delete not found"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, QUERY_TOO_OLD),
        ("answerCallbackQuery", {}, QUERY_TOO_OLD),
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
        (
            "sendPhoto",
            {"chat_id": SARI, "photo": "x", "caption": "a" * 1025},
            "Bad Request: message caption is too long",
        ),
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
        (
            "sendMessage",
            {"chat_id": SARI, "text": "<b>x", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendContact",
            {"chat_id": SARI, "phone_number": "", "first_name": "Sari"},
            "Bad Request: contact phone number must be non-empty",
        ),
        (
            "sendContact",
            {"chat_id": SARI, "phone_number": "+6281"},
            "Bad Request: contact first name must be non-empty",
        ),
        (
            "sendLocation",
            {"chat_id": SARI, "latitude": 91, "longitude": 0},
            "Bad Request: invalid location specified",
        ),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1", "text": "a" * 201},
            "Bad Request: MESSAGE_TOO_LONG",
        ),
        (
            "setMyCommands",
            {"commands": [], "language_code": "ind"},
            "Bad Request: invalid language code specified",
        ),
        ("setMyCommands", {"commands": [COMMAND] * 101}, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
        (
            "setMyCommands",
            {"commands": [{"command": "mulai", "description": ""}]},
            "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "editMessageText",
            {"chat_id": SARI, "text": "x"},
            "Bad Request: message identifier is not specified",
        ),
        ("deleteMessage", {"chat_id": SARI}, "Bad Request: message identifier is not specified"),
        ("deleteMessages", {"chat_id": SARI}, "Bad Request: message identifiers are not specified"),
        (
            "deleteMessages",
            {"chat_id": SARI, "message_ids": [1] * 101},
            "Bad Request: too many message identifiers specified",
        ),
        ("copyMessage", {"chat_id": SARI, "message_id": 1}, "Bad Request: from_chat_id is empty"),
        (
            "editMessageText",
            {"inline_message_id": "x", "text": "x"},
            "Bad Request: playground: inline messages are not played here",
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "x", "parse_mode": "Markdown"},
            "Bad Request: playground: parse_mode Markdown is not played here, use HTML",
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "x", "reply_markup": {"keyboard": []}},
            "Bad Request: parameter keyboard must be non-empty",
        ),
        (
            "sendMessage",
            {"chat_id": SARI, "text": "x", "reply_markup": {"keyboard": [[{"text": " "}]]}},
            "Bad Request: keyboard button text must be non-empty",
        ),
        (
            "sendPhoto",
            {"chat_id": SARI, "photo": "attach://rumah"},
            'Bad Request: can\'t find file "attach://rumah" in the request',
        ),
        ("sendDocument", {"chat_id": SARI}, "Bad Request: there is no document in the request"),
        ("sendVoice", {"chat_id": SARI}, "Bad Request: there is no voice in the request"),
        ("getFile", {}, "Bad Request: file_id not specified"),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "desa"}},
            'Bad Request: field "type" must be "default"',
        ),
        (
            "setWebhook",
            {"url": "https://a.id:99999"},
            "Bad Request: bad webhook: invalid webhook URL specified",
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
    assert (body["error_code"], body["description"]) == (403, "Forbidden: bot was blocked by the user")
    await stage.phone("deactivate")
    body = await stage.call("sendMessage", chat_id=SARI, text="hi")
    assert (body["error_code"], body["description"]) == (403, "Forbidden: user is deactivated")


async def test_broken_json(stage: Stage) -> None:
    """A body that is not JSON is a bad request."""
    headers = {"Content-Type": "application/json"}
    answer = await stage.client.post(f"{stage.url}/bot{TOKEN}/getMe", content="{", headers=headers)
    assert answer.json()["description"] == "Bad Request: can't parse JSON object"


@pytest.mark.parametrize(
    ("content_type", "content", "description"),
    [
        ("application/json", "[]", "Bad Request: JSON object expected"),
        ("multipart/form-data", "x", "Bad Request: boundary not found in multipart/form-data"),
    ],
)
async def test_body(stage: Stage, content_type: str, content: str, description: str) -> None:
    """A body that holds no fields is a bad request."""
    url, headers = f"{stage.url}/bot{TOKEN}/getMe", {"Content-Type": content_type}
    answer = await stage.client.post(url, content=content, headers=headers)
    assert answer.json()["description"] == description


@pytest.mark.parametrize("markup", [{"keyboard": [[{"text": "x"}]]}, {"remove_keyboard": True}])
async def test_edit_takes_inline_keyboards_alone(stage: Stage, markup: dict[str, object]) -> None:
    """A message that stands already cannot bring, or take away, the phone's keyboard."""
    await stage.starts()
    about = {"chat_id": SARI, "message_id": (await stage.say("satu"))["message_id"]}
    refusal = await stage.refusal("editMessageText", **about, text="dua", reply_markup=markup)
    assert refusal == "Bad Request: inline keyboard expected"


@pytest.mark.parametrize(
    ("url", "description"),
    [
        ("http://a.id/x", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        (
            "https://a.id:8080/x",
            "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("https://127.0.0.1/x", "Bad Request: bad webhook: IP address 127.0.0.1 is reserved"),
    ],
)
async def test_webhook_in_the_open(stage: Stage, url: str, description: str) -> None:
    """Telegram's own servers call HTTPS alone, on four ports, and no address that is not in the open."""
    stage.world.settings = replace(stage.world.settings, local=False)
    assert await stage.refusal("setWebhook", url=url) == description


async def test_large_files(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """50 MB is the most a bot sends, 20 MB the most it gets; the limits are lowered here."""
    await stage.starts()
    stored = stage.world.files.keep("document", Upload("a.txt", "text/plain", b"12345"))
    monkeypatch.setattr("playground.methods.files.LARGEST_DOWNLOAD", 4)
    assert await stage.refusal("getFile", file_id=stored.file_id) == "Bad Request: file is too big"
    monkeypatch.setattr("playground.files.LARGEST", 4)
    url, files = f"{stage.url}/bot{TOKEN}/sendDocument", {"document": ("a.txt", b"12345")}
    answer = await stage.client.post(url, data={"chat_id": str(SARI)}, files=files)
    assert answer.json()["description"] == "Bad Request: file is too big"


async def test_body_too_large(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no file can need is not read to its end; the limit is lowered here."""
    monkeypatch.setattr("playground.bot_api.LARGEST_BODY", 4)

    async def body() -> AsyncIterator[bytes]:
        for _piece in range(3):
            yield b"12345"

    answer = await stage.client.post(f"{stage.url}/bot{TOKEN}/getMe", content=body())
    assert answer.json() == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
