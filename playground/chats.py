"""The private chats: their messages, reply keyboard, typing sign and toast."""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.shapes import Json


@dataclass(slots=True)
class Chat:
    """One private chat. A message is Telegram's own Message, replaced (never changed) by an edit."""

    person_id: int
    messages: dict[int, Json] = field(default_factory=dict)
    uneditable: set[int] = field(default_factory=set)  # Telegram edits none that carried a reply keyboard
    reply_keyboard: Json | None = None
    keyboard_message_id: int | None = None
    typing_until: float = 0.0
    toast: Json | None = None
    toast_until: float = 0.0
    sent: int = 0

    def keep(self, message: Json) -> None:
        self.messages[message["message_id"]] = message

    def find(self, message_id: int) -> Json | None:
        return self.messages.get(message_id)

    def show_keyboard(self, markup: Json, message_id: int) -> None:
        """Follow a reply markup that is not an inline keyboard."""
        if "keyboard" in markup:
            self.reply_keyboard, self.keyboard_message_id = markup, message_id
        elif markup.get("remove_keyboard"):
            self.reply_keyboard = None
        self.uneditable.add(message_id)

    def keyboard_used(self) -> None:
        if self.reply_keyboard and self.reply_keyboard.get("one_time_keyboard"):
            self.reply_keyboard = None


class Chats:
    """All chats, made when first needed; message ids run over all of them, as a bot's do."""

    def __init__(self) -> None:
        self._by_person: dict[int, Chat] = {}
        self._last_message_id = 0

    def of(self, person_id: int) -> Chat:
        chat = self._by_person.get(person_id)
        if chat is None:
            chat = self._by_person[person_id] = Chat(person_id)
        return chat

    def next_message_id(self) -> int:
        self._last_message_id += 1
        return self._last_message_id
