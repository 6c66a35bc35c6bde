"""Edits of the bot's own messages."""

from __future__ import annotations

from playground.formatting import caption_fields
from playground.keyboards import check_markup
from playground.methods.call import Call, Method
from playground.methods.sending import text_content
from playground.people import Person
from playground.refusals import CANT_EDIT, EDIT_NOT_FOUND, NOT_MODIFIED, bad_request, refused
from playground.shapes import Json

COMPARED = ("text", "entities", "caption", "caption_entities", "reply_markup")
MEDIA = ("photo", "document", "voice")


def _editable(call: Call) -> tuple[Person, Json]:
    params = call.params
    if params.get("inline_message_id"):
        raise bad_request("playground: inline messages are not played here")
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    person = call.world.reachable(params["chat_id"])
    chat = call.world.chats.of(person.id)
    message = chat.find(params["message_id"])
    if message is None:
        raise refused(EDIT_NOT_FOUND)
    if not message["from"]["is_bot"] or message["message_id"] in chat.uneditable:
        raise refused(CANT_EDIT)
    return person, message


def _edit(call: Call, person: Person, message: Json, content: Json, dropped: tuple[str, ...]) -> Json:
    """Put the edited message in place of the old one; an edit that names no keyboard removes it."""
    markup = call.params.get("reply_markup")
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    check_markup(markup)
    kept = {key: value for key, value in message.items() if key not in {*dropped, "reply_markup"}}
    edited = {
        **kept,
        **content,
        **({"reply_markup": markup} if markup and any(markup["inline_keyboard"]) else {}),
    }
    if all(edited.get(key) == message.get(key) for key in COMPARED):
        raise refused(NOT_MODIFIED)
    call.world.admit_send(person)
    edited["edit_date"] = call.world.clock.unix()
    call.world.chats.of(person.id).keep(edited)
    call.world.chat_changed(person.id)
    return edited


def edit_text(call: Call) -> Json:
    if "text" not in call.params:
        raise bad_request("message text is empty")
    content = text_content(call.params)
    person, message = _editable(call)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _edit(call, person, message, content, ("text", "entities"))


def edit_caption(call: Call) -> Json:
    content = caption_fields(call.params)
    person, message = _editable(call)
    if not any(kind in message for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _edit(call, person, message, content, ("caption", "caption_entities"))


def edit_markup(call: Call) -> Json:
    person, message = _editable(call)
    return _edit(call, person, message, {}, ())


METHODS: dict[str, Method] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_markup,
}
