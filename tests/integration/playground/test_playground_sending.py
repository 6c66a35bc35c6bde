"""The bot's messages: sent, with files, copied, edited and deleted."""

from __future__ import annotations

import json
from typing import Any

from playground.files import sample_photo
from tests.integration.playground.playground_stage import BUDI, SARI, TOKEN, Stage

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup"
    " are exactly the same as a current content and reply markup of the message"
)

YES = {"inline_keyboard": [[{"text": "Ya", "callback_data": "yes"}]]}


async def test_message_reaches_the_phone(stage: Stage) -> None:
    """A message is returned as Telegram's Message and seen on the phone as safe HTML."""
    await stage.starts()
    message = await stage.say(
        "Halo <b>Sari</b> &amp; keluarga", parse_mode="HTML", protect_content=True, reply_markup=YES
    )
    assert message["text"] == "Halo Sari & keluarga"
    assert message["entities"] == [{"offset": 5, "length": 4, "type": "bold"}]
    assert message["chat"] == {"id": SARI, "first_name": "Sari", "type": "private"}
    seen = (await stage.see(f"people/{SARI}/chat"))["messages"][-1]
    assert (seen["from"], seen["html"]) == ("bot", "Halo <b>Sari</b> &amp; keluarga")
    assert seen["protect_content"]
    assert seen["inline_keyboard"] == YES["inline_keyboard"]


async def test_every_body_is_read(stage: Stage) -> None:
    """Query, form, multipart and JSON bodies all carry the same call."""
    await stage.starts()
    url = f"{stage.url}/bot{TOKEN}/sendMessage"
    fields = {"chat_id": str(SARI), "text": "hi", "reply_markup": json.dumps(YES), "protect_content": "true"}
    multipart = {name: (None, value) for name, value in fields.items()}
    answers = [
        await stage.client.get(url, params=fields),
        await stage.client.post(url, data=fields),
        await stage.client.post(url, files=multipart),
        await stage.client.post(url, json={**fields, "reply_markup": YES}),
    ]
    assert [answer.json()["result"]["reply_markup"] for answer in answers] == [YES] * 4


async def test_longest_text(stage: Stage) -> None:
    """4096 units after entities fit, however long the HTML was."""
    await stage.starts()
    message = await stage.say("<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML")
    assert message["text"] == "<" * 4096


async def test_text_is_trimmed_and_links_found(stage: Stage) -> None:
    """White space at the ends goes, entities move with it; links and commands are found."""
    await stage.starts()
    message = await stage.say("\n <b>x</b> /start https://a.id/b. ", parse_mode="HTML")
    assert message["text"] == "x /start https://a.id/b."
    kinds = [(entity["type"], entity["offset"], entity["length"]) for entity in message["entities"]]
    assert kinds == [("bold", 0, 1), ("bot_command", 2, 6), ("url", 9, 14)]


async def test_photo_upload_reuse_and_download(stage: Stage) -> None:
    """An uploaded photo can be sent again by its file_id and downloaded through getFile."""
    await stage.starts()
    picture = sample_photo().content
    url = f"{stage.url}/bot{TOKEN}/sendPhoto"
    data = {"chat_id": SARI, "caption": "<i>ini</i>", "parse_mode": "HTML"}
    answer = await stage.client.post(url, data=data, files={"photo": ("a.png", picture, "image/png")})
    sent = answer.json()["result"]
    assert (sent["caption"], sent["photo"][0]["width"]) == ("ini", 320)
    again = await stage.result("sendPhoto", chat_id=SARI, photo=sent["photo"][0]["file_id"])
    file = await stage.result("getFile", file_id=again["photo"][0]["file_id"])
    assert (await stage.client.get(f"{stage.url}/file/bot{TOKEN}/{file['file_path']}")).content == picture
    seen = (await stage.see(f"people/{SARI}/chat"))["messages"][-2]
    assert (seen["html"], (await stage.client.get(stage.url + seen["photo"]["url"])).content) == (
        "<i>ini</i>",
        picture,
    )


async def test_document_by_attach(stage: Stage) -> None:
    """attach://name takes another part of the same body."""
    await stage.starts()
    url = f"{stage.url}/bot{TOKEN}/sendDocument"
    data = {"chat_id": SARI, "document": "attach://report"}
    files = {"report": ("laporan é.csv", b"a,b\r\n--x\r\n", "text/csv")}
    sent = (await stage.client.post(url, data=data, files=files)).json()["result"]
    assert sent["document"]["file_name"] == "laporan é.csv"
    assert (sent["document"]["mime_type"], sent["document"]["file_size"]) == ("text/csv", 10)


async def test_files_are_checked(stage: Stage) -> None:
    """An empty file, a photo that is none and a document sent as a photo are refused."""
    await stage.starts()
    url = f"{stage.url}/bot{TOKEN}/"

    async def problem(method: str, field: str, content: bytes) -> Any:
        files = {field: ("a.png", content, "image/png")}
        answer = await stage.client.post(url + method, data={"chat_id": SARI}, files=files)
        return answer.json().get("description")

    assert await problem("sendPhoto", "photo", b"") == "Bad Request: file must be non-empty"
    assert await problem("sendPhoto", "photo", b"nonsense") == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await problem("sendDocument", "document", b"nonsense") is None
    document = stage.world.chats.of(SARI).messages[2]["document"]["file_id"]
    refusal = await stage.refusal("sendPhoto", chat_id=SARI, photo=document)
    assert refusal == "Bad Request: can't use file of type Document as Photo"


async def test_contact_location_and_typing(stage: Stage) -> None:
    """A contact and a place can be sent; typing shows for five seconds or until a message."""
    await stage.starts()
    contact = await stage.result("sendContact", chat_id=SARI, phone_number="+62811", first_name="Rina")
    assert contact["contact"] == {"phone_number": "+62811", "first_name": "Rina"}
    place = await stage.result("sendLocation", chat_id=SARI, latitude=-6.12, longitude=106.15)
    assert place["location"] == {"latitude": -6.12, "longitude": 106.15}
    await stage.result("sendChatAction", chat_id=SARI, action="typing")
    assert (await stage.see(f"people/{SARI}/chat"))["typing"]
    await stage.time.advance(5)
    assert not (await stage.see(f"people/{SARI}/chat"))["typing"]


async def test_reply_keyboard_is_shown_and_removed(stage: Stage) -> None:
    """A reply keyboard stays on the phone until it is removed, and its message cannot be edited."""
    await stage.starts()
    keyboard = {"keyboard": [[{"text": "Bagikan nomor", "request_contact": True}]], "resize_keyboard": True}
    message = await stage.say("nomor?", reply_markup=keyboard)
    assert (await stage.see(f"people/{SARI}/chat"))["reply_keyboard"] == keyboard
    refusal = await stage.refusal("editMessageText", chat_id=SARI, message_id=message["message_id"], text="x")
    assert refusal == "Bad Request: message can't be edited"
    await stage.say("baik", reply_markup={"remove_keyboard": True})
    assert (await stage.see(f"people/{SARI}/chat"))["reply_keyboard"] is None


async def test_copy_and_forward(stage: Stage) -> None:
    """A copy hides where it came from, a forward tells it."""
    await stage.starts(SARI, BUDI)
    original = (await stage.phone("messages", text="tolong"))["message_id"]
    source = {"chat_id": BUDI, "from_chat_id": SARI, "message_id": original}
    copied = await stage.result("copyMessage", **source)
    assert list(copied) == ["message_id"]
    assert "forward_origin" not in stage.world.chats.of(BUDI).messages[copied["message_id"]]
    forwarded = await stage.result("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == SARI
    assert forwarded["text"] == "tolong"


async def test_edit(stage: Stage) -> None:
    """An edit replaces text and keyboard; the same again is refused as not modified."""
    await stage.starts()
    about = {"chat_id": SARI, "message_id": (await stage.say("satu", reply_markup=YES))["message_id"]}
    assert await stage.refusal("editMessageText", **about, text="satu", reply_markup=YES) == NOT_MODIFIED
    edited = await stage.result("editMessageText", **about, text="dua")
    assert (edited["text"], "reply_markup" in edited, "edit_date" in edited) == ("dua", False, True)
    edited = await stage.result("editMessageReplyMarkup", **about, reply_markup=YES)
    assert edited["reply_markup"] == YES
    assert await stage.refusal("editMessageReplyMarkup", **about, reply_markup=YES) == NOT_MODIFIED
    refusal = await stage.refusal("editMessageCaption", **about, caption="x")
    assert refusal == "Bad Request: there is no caption in the message to edit"


async def test_edit_caption(stage: Stage) -> None:
    """A picture's caption can be edited; its text cannot, it has none."""
    await stage.starts()
    url = f"{stage.url}/bot{TOKEN}/sendPhoto"
    files = {"photo": ("a.png", sample_photo().content)}
    sent = (await stage.client.post(url, data={"chat_id": SARI}, files=files)).json()["result"]
    about = {"chat_id": SARI, "message_id": sent["message_id"]}
    assert (await stage.result("editMessageCaption", **about, caption="baru"))["caption"] == "baru"
    refusal = await stage.refusal("editMessageText", **about, text="x")
    assert refusal == "Bad Request: there is no text in the message to edit"


async def test_delete(stage: Stage) -> None:
    """A bot deletes its own and the person's messages, but none older than 48 hours."""
    await stage.starts()
    own, old = [(await stage.say(text))["message_id"] for text in ("satu", "dua")]
    theirs = (await stage.phone("messages", text="tiga"))["message_id"]
    assert await stage.result("deleteMessage", chat_id=SARI, message_id=own)
    assert await stage.result("deleteMessages", chat_id=SARI, message_ids=[theirs, 999])
    await stage.control("clock", advance_days=3)
    refusal = await stage.refusal("deleteMessage", chat_id=SARI, message_id=old)
    assert refusal == "Bad Request: message can't be deleted for everyone"
    assert [one["message_id"] for one in (await stage.see(f"people/{SARI}/chat"))["messages"]] == [1, old]
