"""Deletion of messages in a private chat, the person's own included, within 48 hours."""

from __future__ import annotations

from playground.methods.call import Call, Method
from playground.refusals import DELETE_NOT_FOUND, bad_request, refused

DELETABLE_SECONDS = 48 * 3600


def delete_message(call: Call) -> bool:
    person = call.world.known(call.params["chat_id"])
    chat = call.world.chats.of(person.id)
    message = chat.find(call.params["message_id"])
    if message is None:
        raise refused(DELETE_NOT_FOUND)
    if call.world.clock.unix() - message["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    call.world.chat_changed(person.id)
    return True


def delete_messages(call: Call) -> bool:
    """Those that cannot be found are skipped."""
    message_ids = call.params["message_ids"]
    if not 1 <= len(message_ids) <= 100:
        raise bad_request(
            "too many message identifiers specified"
            if message_ids
            else "message identifiers are not specified"
        )
    person = call.world.known(call.params["chat_id"])
    for message_id in message_ids:
        call.world.chats.of(person.id).messages.pop(message_id, None)
    call.world.chat_changed(person.id)
    return True


METHODS: dict[str, Method] = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
