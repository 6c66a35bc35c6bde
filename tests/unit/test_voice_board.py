"""What is found out of recordings is found out once, until something changes."""

from bot.voice_board import VoiceBoard


def test_what_was_found_out_is_kept_until_something_changes() -> None:
    """The same day with the same facts nothing is looked up again; with another stamp all of it is."""
    board = VoiceBoard()
    board.heard_at("monday")["explainers.pay"] = {}
    assert "explainers.pay" in board.heard_at("monday")
    assert board.heard_at("tuesday") == {}
    assert board.heard_at("monday") == {}
