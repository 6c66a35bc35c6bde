"""Copies and forwards of messages that exist."""

from __future__ import annotations

from playground.formatting import caption_fields
from playground.methods.call import Call, Method
from playground.methods.sending import send
from playground.refusals import bad_request
from playground.shapes import Json

CONTENT = (
    "text",
    "entities",
    "photo",
    "document",
    "voice",
    "contact",
    "location",
    "sticker",
    "caption",
    "caption_entities",
)


def _original(call: Call, act: str) -> Json:
    source = call.world.known(call.params["from_chat_id"])
    message = call.world.chats.of(source.id).find(call.params["message_id"])
    if message is None:
        raise bad_request(f"message to {act} not found")
    return message


def _content(message: Json) -> Json:
    return {name: message[name] for name in CONTENT if name in message}


def copy_message(call: Call) -> Json:
    content = _content(_original(call, "copy"))
    if "caption" in call.params and "text" not in content:
        content.pop("caption_entities", None)
        content = {**content, "caption": "", **caption_fields(call.params)}
    return {"message_id": send(call, content)["message_id"]}


def forward_message(call: Call) -> Json:
    original = _original(call, "forward")
    origin = original.get("forward_origin") or {
        "type": "user",
        "sender_user": original["from"],
        "date": original["date"],
    }
    return send(call, {**_content(original), "forward_origin": origin})


METHODS: dict[str, Method] = {"copyMessage": copy_message, "forwardMessage": forward_message}
