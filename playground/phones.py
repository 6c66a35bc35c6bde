"""What a person does with the phone: write, tap, edit, share, block."""

from __future__ import annotations

from collections.abc import Callable

from playground.files import sample_document, sample_photo, sample_voice
from playground.formatting import find_entities
from playground.methods.media import document_content, photo_content, voice_content
from playground.people import Person
from playground.shapes import Json, Upload
from playground.world import World


class Impossible(Exception):
    """A phone cannot do this; says why."""


def press_start(world: World, person: Person, code: str | None) -> Json:
    """START in the app, or RESTART when the bot was blocked."""
    if person.blocked:
        unblock(world, person)
    return write(world, person, {"text": f"/start {code}" if code else "/start"})


def write(world: World, person: Person, wanted: Json) -> Json:
    """Send what the control API asked for; the message the bot gets."""
    _check_able(person)
    content = _content(world, person, wanted)
    person.started = True
    person.unread = 0
    chat = world.chats.of(person.id)
    message = _message(world, person, content)
    if world.settings.keep_history:
        chat.keep(message)
    chat.keyboard_used()
    chat.toast = None
    world.tell_bot("message", message, person.id)
    world.chat_changed(person.id)
    return message


def _check_able(person: Person) -> None:
    if person.deactivated:
        raise Impossible("this account is deactivated")
    if person.blocked:
        raise Impossible("the bot is blocked: unblock it first")


def _message(world: World, person: Person, content: Json) -> Json:
    return {
        "message_id": world.chats.next_message_id(),
        "from": person.user(),
        "chat": person.chat(),
        "date": world.clock.unix(),
        **content,
    }


def _content(world: World, person: Person, wanted: Json) -> Json:
    for kind, make in MAKERS.items():
        if wanted.get(kind) is not None:
            return make(world, person, wanted)
    raise Impossible(f"a message needs one of: {', '.join(MAKERS)}")


def _text(_world: World, _person: Person, wanted: Json) -> Json:
    text = str(wanted["text"]).strip()
    if not text:
        raise Impossible("an empty text cannot be sent")
    entities = find_entities(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def _contact(world: World, person: Person, wanted: Json) -> Json:
    if wanted["contact"] == "own":
        return _own_contact(world, person)
    shared = {key: wanted["contact"][key] for key in ("phone_number", "first_name")}
    optional = {key: wanted["contact"][key] for key in ("last_name", "user_id") if key in wanted["contact"]}
    content: Json = {"contact": {**shared, **optional}}
    return {**content, **_forwarded(world)} if wanted.get("forwarded") else content


def _own_contact(world: World, person: Person) -> Json:
    """As the request_contact button sends it: in reply to the message that brought the button."""
    names = {key: value for key, value in person.names().items() if key != "username"}
    contact = {"phone_number": person.international_phone(), **names, "user_id": person.id}
    chat = world.chats.of(person.id)
    asked = chat.find(chat.keyboard_message_id) if chat.keyboard_message_id and chat.reply_keyboard else None
    return {"contact": contact, "reply_to_message": asked} if asked else {"contact": contact}


def _forwarded(world: World) -> Json:
    origin = {"type": "hidden_user", "sender_user_name": "Seseorang", "date": world.clock.unix()}
    return {"forward_origin": origin}


def _photo(world: World, _person: Person, _wanted: Json) -> Json:
    return photo_content(world.files.keep("photo", sample_photo()))


def _voice(world: World, _person: Person, wanted: Json) -> Json:
    seconds = int(wanted.get("duration", 4))
    return voice_content(world.files.keep("voice", sample_voice(seconds)), seconds)


def _document(world: World, _person: Person, wanted: Json) -> Json:
    return document_content(world.files.keep("document", sample_document(wanted["document"]["file_name"])))


def _sticker(world: World, _person: Person, _wanted: Json) -> Json:
    stored = world.files.keep("sticker", Upload("sticker.webp", "image/webp", sample_photo(64, 64).content))
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {
        "sticker": {"file_id": stored.file_id, "file_unique_id": stored.unique_id, **shape, "emoji": "👍"},
    }


def _location(_world: World, _person: Person, wanted: Json) -> Json:
    return {"location": {key: float(wanted["location"][key]) for key in ("latitude", "longitude")}}


MAKERS: dict[str, Callable[[World, Person, Json], Json]] = {
    "text": _text,
    "contact": _contact,
    "photo": _photo,
    "voice": _voice,
    "document": _document,
    "sticker": _sticker,
    "location": _location,
}


def tap(world: World, person: Person, message_id: int, data: str, *, forged: bool) -> str:
    """Press an inline button; the query's id."""
    _check_able(person)
    chat = world.chats.of(person.id)
    message = chat.find(message_id)
    if not forged and (message is None or data not in _data_of(message)):
        raise Impossible("this message has no such button")
    chat.toast = None
    person.unread = 0
    query_id = world.new_query(person.id)
    query = {
        "id": query_id,
        "from": person.user(),
        "message": message or {"chat": person.chat(), "message_id": message_id, "date": 0},
        "chat_instance": str(-1_000_000_000_000 - person.id),
        "data": data,
    }
    world.tell_bot("callback_query", query, person.id)
    return query_id


def _data_of(message: Json) -> list[str]:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


def edit(world: World, person: Person, message_id: int, text: str) -> Json:
    """Change the text of one's own message."""
    _check_able(person)
    chat = world.chats.of(person.id)
    message = chat.find(message_id)
    if message is None or message["from"]["is_bot"] or "text" not in message:
        raise Impossible("only one's own text messages can be edited")
    kept = {key: value for key, value in message.items() if key != "entities"}
    edited = {**kept, **_text(world, person, {"text": text}), "edit_date": world.clock.unix()}
    chat.keep(edited)
    world.tell_bot("edited_message", edited, person.id)
    world.chat_changed(person.id)
    return edited


def block(world: World, person: Person) -> None:
    if not person.blocked:
        person.blocked = True
        _tell_membership(world, person, "member", "kicked")


def unblock(world: World, person: Person) -> None:
    if person.blocked:
        person.blocked = False
        _tell_membership(world, person, "kicked", "member")


def _tell_membership(world: World, person: Person, before: str, after: str) -> None:
    update = {
        "chat": person.chat(),
        "from": person.user(),
        "date": world.clock.unix(),
        "old_chat_member": _member(world, before),
        "new_chat_member": _member(world, after),
    }
    world.tell_bot("my_chat_member", update, person.id)
    world.events.emit("people")


def _member(world: World, status: str) -> Json:
    member: Json = {"user": world.profile.user(), "status": status}
    return {**member, "until_date": 0} if status == "kicked" else member


def deactivate(world: World, person: Person) -> None:
    """The account is gone; Telegram tells the bot nothing."""
    person.deactivated = True
    world.events.emit("people")
