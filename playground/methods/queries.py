"""Answers to button taps."""

from __future__ import annotations

from playground.methods.call import Call, Method
from playground.refusals import QUERY_TOO_OLD, bad_request, refused


def answer_callback_query(call: Call) -> bool:
    text = call.params.get("text", "")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    query_id = call.params["callback_query_id"]
    person_id = call.world.take_query(query_id)
    if person_id is None:
        raise refused(QUERY_TOO_OLD)
    if text:
        chat = call.world.chats.of(person_id)
        call.world.show_toast(chat, text, alert=call.flag("show_alert"), query_id=query_id)
    return True


METHODS: dict[str, Method] = {"answerCallbackQuery": answer_callback_query}
