"""What the transport leaves undone because nobody asks for it."""

import json

from bot.telegram_api.transport import GuardedRequest

MESSAGE = {
    "message_id": 17,
    "date": 1_700_000_000,
    "chat": {"id": 50_001, "type": "private", "first_name": "Sari"},
    "from": {"id": 7, "is_bot": True, "first_name": "Perisai"},
    "text": "Halo Sari.",
    "reply_markup": {"inline_keyboard": [[{"text": "Berhenti", "callback_data": "campaigns:stop:X:-"}]]},
}


def parsed(result: object) -> object:
    return GuardedRequest.parse_json_payload(json.dumps({"ok": True, "result": result}).encode())["result"]


def test_of_a_sent_message_only_what_tells_which_it_is_is_kept() -> None:
    """Objects of its words, buttons and people would be built for nobody."""
    assert parsed(MESSAGE) == {name: MESSAGE[name] for name in ("message_id", "date", "chat")}


def test_every_other_answer_is_kept_whole() -> None:
    """Updates hold messages, too, and those are what people said."""
    updates = [{"update_id": 1, "message": MESSAGE}]
    assert parsed(updates) == updates
    assert parsed(True) is True
    assert parsed({"file_id": "x", "file_path": "y"}) == {"file_id": "x", "file_path": "y"}
