"""What people do with their phones, as the bot receives it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.integration.playground.playground_stage import SARI, TOKEN, Stage

QUERY_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"

YES = {"inline_keyboard": [[{"text": "Ya", "callback_data": "yes"}]]}
SARI_USER = {"id": SARI, "is_bot": False, "first_name": "Sari", "language_code": "id"}


async def _newest(stage: Stage, kind: str) -> Any:
    return (await stage.updates(offset=-1))[0][kind]


async def test_start_with_a_code(stage: Stage) -> None:
    """A deep link sends /start with its code."""
    await stage.phone("open", start="pasar-rau")
    message = await _newest(stage, "message")
    assert (message["text"], message["from"]) == ("/start pasar-rau", SARI_USER)
    assert message["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert (await stage.see("state"))["people"][0]["started"]


async def test_own_contact(stage: Stage) -> None:
    """One's own number comes with one's own id, in international form, as a reply to the question."""
    await stage.starts()
    keyboard = {"keyboard": [[{"text": "Bagikan", "request_contact": True}]], "one_time_keyboard": True}
    asked = await stage.say("nomor?", reply_markup=keyboard)
    await stage.phone("messages", contact="own")
    message = await _newest(stage, "message")
    assert message["contact"] == {"phone_number": "6281234567801", "first_name": "Sari", "user_id": SARI}
    assert message["reply_to_message"]["message_id"] == asked["message_id"]
    assert (await stage.see(f"people/{SARI}/chat"))["reply_keyboard"] is None


async def test_forwarded_contact(stage: Stage) -> None:
    """Somebody else's contact has no user id unless given, and says when it was forwarded."""
    contact = {"phone_number": "+62811", "first_name": "Orang"}
    await stage.phone("messages", contact=contact)
    message = await _newest(stage, "message")
    assert (message["contact"], "forward_origin" in message) == (contact, False)
    await stage.phone("messages", contact={**contact, "user_id": SARI}, forwarded=True)
    message = await _newest(stage, "message")
    assert message["contact"]["user_id"] == SARI
    assert message["forward_origin"]["type"] == "hidden_user"


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        ({"photo": True}, "photo"),
        ({"voice": True, "duration": 4}, "voice"),
        ({"document": {"file_name": "ktp.pdf"}}, "document"),
        ({"sticker": True}, "sticker"),
        ({"location": {"latitude": -6.1, "longitude": 106.1}}, "location"),
    ],
)
async def test_other_messages(stage: Stage, wanted: dict[str, Any], kind: str) -> None:
    """Pictures, voice, documents, stickers and places arrive as such."""
    shown = await stage.phone("messages", **wanted)
    assert kind in shown
    assert kind in await _newest(stage, "message")


async def test_sent_files_can_be_fetched(stage: Stage) -> None:
    """The bot downloads what a person sent."""
    await stage.phone("messages", document={"file_name": "ktp.pdf"})
    document = (await _newest(stage, "message"))["document"]
    file = await stage.result("getFile", file_id=document["file_id"])
    answer = await stage.client.get(f"{stage.url}/file/bot{TOKEN}/{file['file_path']}")
    assert answer.content.startswith(b"%PDF")


async def test_tap_and_answer(stage: Stage) -> None:
    """A tap comes with its message; its answer shows a toast once."""
    await stage.starts()
    message = await stage.say("mau?", reply_markup=YES)
    tapped = await stage.phone("tap", message_id=message["message_id"], data="yes")
    query = await _newest(stage, "callback_query")
    assert (query["id"], query["data"], query["message"]) == (tapped["query_id"], "yes", message)
    answer = {"callback_query_id": query["id"], "text": "Baik", "show_alert": True}
    await stage.result("answerCallbackQuery", **answer)
    toast = (await stage.see(f"people/{SARI}/chat"))["toast"]
    assert (toast["text"], toast["alert"]) == ("Baik", True)
    assert await stage.refusal("answerCallbackQuery", **answer) == QUERY_TOO_OLD


async def test_late_answer(stage: Stage) -> None:
    """After 150 seconds a query is too old."""
    tapped = await stage.phone("tap", message_id=1, data="x", forged=True)
    await stage.time.advance(151)
    assert await stage.refusal("answerCallbackQuery", callback_query_id=tapped["query_id"]) == QUERY_TOO_OLD


async def test_only_real_buttons(stage: Stage) -> None:
    """A button that is not there can only be tapped by forging."""
    await stage.starts()
    message = await stage.say("mau?", reply_markup=YES)
    body = {"message_id": message["message_id"], "data": "lain"}
    answer = await stage.client.post(f"{stage.url}/api/people/{SARI}/tap", json=body)
    assert (answer.status_code, answer.json()) == (400, {"error": "this message has no such button"})
    assert await stage.phone("tap", **body, forged=True)


async def test_edited_message(stage: Stage) -> None:
    """An edit comes as edited_message."""
    sent = await stage.phone("messages", text="satu")
    await stage.phone("edit", message_id=sent["message_id"], text="dua")
    edited = await _newest(stage, "edited_message")
    assert (edited["text"], edited["message_id"], "edit_date" in edited) == ("dua", sent["message_id"], True)


async def test_block_and_unblock(stage: Stage) -> None:
    """Blocking makes the bot a kicked member of the chat, unblocking a member again."""
    await stage.starts()
    await stage.phone("block")
    changed = await _newest(stage, "my_chat_member")
    assert changed["old_chat_member"]["status"] == "member"
    assert changed["new_chat_member"]["status"] == "kicked"
    assert changed["new_chat_member"]["user"]["is_bot"]
    await stage.phone("unblock")
    assert (await _newest(stage, "my_chat_member"))["new_chat_member"]["status"] == "member"
    assert await stage.say("halo lagi")


async def test_blocked_cannot_write(stage: Stage) -> None:
    """A phone that blocked the bot cannot write to it; START unblocks."""
    await stage.phone("block")
    answer = await stage.client.post(f"{stage.url}/api/people/{SARI}/messages", json={"text": "x"})
    assert answer.status_code == 400
    await stage.phone("open")
    assert (await _newest(stage, "message"))["text"] == "/start"
