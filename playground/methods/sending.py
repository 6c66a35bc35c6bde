"""The one way a bot's message comes to a chat, and the sends that carry no file."""

from __future__ import annotations

from playground.formatting import message_text
from playground.keyboards import check_markup
from playground.methods.call import Call, Method
from playground.people import Person
from playground.refusals import bad_request
from playground.shapes import Json
from playground.world import World


def send(call: Call, content: Json) -> Json:
    """Check the common parameters, count the send and put the message into the chat."""
    world, params = call.world, call.params
    person = world.reachable(params["chat_id"])
    markup = params.get("reply_markup")
    check_markup(markup)
    replied = _replied(world, person, params.get("reply_parameters"))
    world.admit_send(person)
    message = _message(world, person, {**replied, **content})
    if params.get("protect_content"):
        message["has_protected_content"] = True
    if markup and "inline_keyboard" in markup:
        message["reply_markup"] = markup
    _arrive(world, person, message, markup)
    return message


def _message(world: World, person: Person, content: Json) -> Json:
    return {
        "message_id": world.chats.next_message_id(),
        "from": world.profile.user(),
        "chat": person.chat(),
        "date": world.clock.unix(),
        **content,
    }


def _arrive(world: World, person: Person, message: Json, markup: Json | None) -> None:
    chat = world.chats.of(person.id)
    chat.sent += 1
    if not world.settings.keep_history:
        return
    chat.keep(message)
    chat.typing_until = 0.0
    person.unread += 1
    if markup and "inline_keyboard" not in markup:
        chat.show_keyboard(markup, message["message_id"])
    world.chat_changed(person.id)


def _replied(world: World, person: Person, reply: Json | None) -> Json:
    if not reply:
        return {}
    message = world.chats.of(person.id).find(reply["message_id"])
    if message:
        return {
            "reply_to_message": {key: value for key, value in message.items() if key != "reply_to_message"}
        }
    if reply.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def text_content(params: Json) -> Json:
    text, entities = message_text(params)
    return {"text": text, "entities": entities} if entities else {"text": text}


def send_message(call: Call) -> Json:
    return send(call, text_content(call.params))


def send_contact(call: Call) -> Json:
    fields = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.params[name] for name in fields if call.params.get(name)}
    if "phone_number" not in contact:
        raise bad_request("contact phone number must be non-empty")
    return send(call, {"contact": contact})


def send_location(call: Call) -> Json:
    latitude, longitude = call.params["latitude"], call.params["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("invalid location specified")
    return send(call, {"location": {"latitude": latitude, "longitude": longitude}})


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendContact": send_contact,
    "sendLocation": send_location,
}
