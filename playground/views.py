"""How people, chats and messages look to the page."""

from __future__ import annotations

from playground.chats import Chat
from playground.people import Person
from playground.rendering import render, with_plain_links
from playground.shapes import Json
from playground.world import World

COPIED = ("message_id", "date", "edit_date", "contact", "location", "forward_origin", "reply_to_message")


def view_state(world: World) -> Json:
    return {
        "clock": world.clock.state(),
        "bot": world.profile.state(),
        "trouble": world.trouble.state(),
        "people": [person.state() for person in world.people.all() if person.has_phone],
        "seq": world.events.seq,
    }


def view_chat(world: World, person: Person) -> Json:
    chat, now = world.chats.of(person.id), world.time.monotonic()
    return {
        "person": person.state(),
        "messages": [view_message(message) for message in sorted_messages(chat)],
        "reply_keyboard": chat.reply_keyboard,
        "commands": world.profile.commands_for(person.id, person.language_code),
        "typing": now < chat.typing_until,
        "toast": chat.toast if now < chat.toast_until else None,
    }


def sorted_messages(chat: Chat) -> list[Json]:
    return [chat.messages[message_id] for message_id in sorted(chat.messages)]


def text_of(message: Json) -> str:
    """What it says: its text, or the caption of its file."""
    return str(message.get("text") or message.get("caption") or "")


def view_message(message: Json) -> Json:
    text = text_of(message)
    entities: list[Json] = message.get("entities") or message.get("caption_entities") or []
    markup = message.get("reply_markup") or {}
    return {
        **{name: message[name] for name in COPIED if name in message},
        "from": "bot" if message["from"]["is_bot"] else "person",
        "text": text,
        "entities": entities,
        "html": render(text, with_plain_links(text, entities)),
        "inline_keyboard": markup.get("inline_keyboard"),
        "protect_content": bool(message.get("has_protected_content")),
        **_media(message),
    }


def _media(message: Json) -> Json:
    shown: Json = {}
    if "photo" in message:
        largest = message["photo"][-1]
        shown["photo"] = {"url": _url(largest), "width": largest["width"], "height": largest["height"]}
    if "document" in message:
        kept = ("file_name", "mime_type", "file_size")
        shown["document"] = {
            "url": _url(message["document"]),
            **{name: message["document"][name] for name in kept},
        }
    if "voice" in message:
        shown["voice"] = {"url": _url(message["voice"]), "duration": message["voice"]["duration"]}
    if "sticker" in message:
        shown["sticker"] = {"emoji": message["sticker"].get("emoji", ""), "url": _url(message["sticker"])}
    return shown


def _url(file: Json) -> str:
    return f"/media/{file['file_id']}"
