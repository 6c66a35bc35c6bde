"""What a bot can ask and show about a chat itself."""

from __future__ import annotations

from playground.methods.call import Call, Method
from playground.refusals import bad_request
from playground.shapes import Json

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
REACTIONS = {"accent_color_id": 0, "max_reaction_count": 11}
NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def send_chat_action(call: Call) -> bool:
    if call.params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    person = call.world.reachable(call.params["chat_id"])
    call.world.show_typing(call.world.chats.of(person.id))
    return True


def get_chat(call: Call) -> Json:
    person = call.world.known(call.params["chat_id"])
    return {**person.chat(), **REACTIONS, "accepted_gift_types": NO_GIFTS}


METHODS: dict[str, Method] = {"sendChatAction": send_chat_action, "getChat": get_chat}
