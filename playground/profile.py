"""What the bot says of itself: names, descriptions, commands by scope and language, menu button."""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.shapes import Json

Scope = tuple[str, int | None]
DEFAULT: Scope = ("default", None)
ALL_PRIVATE: Scope = ("all_private_chats", None)


@dataclass(slots=True)
class Profile:
    """The bot as BotFather and the set* methods left it."""

    id: int
    username: str
    first_name: str
    texts: dict[tuple[str, str], str] = field(default_factory=dict)  # (name or description..., language)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)
    _user: Json = field(default_factory=dict)

    def user(self) -> Json:
        """Telegram's User."""
        name = self.text("name", "") or self.first_name
        if self._user.get("first_name") != name:
            self._user = {"id": self.id, "is_bot": True, "first_name": name, "username": self.username}
        return self._user

    def text(self, kind: str, language: str) -> str:
        """In this language, else in the one for everybody."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def set_text(self, kind: str, language: str, text: str) -> None:
        self.texts[kind, language] = text
        if not text:
            del self.texts[kind, language]

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """What a private chat's menu shows, by Telegram's order: the nearer scope, then the language."""
        for scope in (("chat", chat_id), ALL_PRIVATE, DEFAULT):
            for tongue in (language, ""):
                if found := self.commands.get((scope, tongue)):
                    return found
        return []

    def state(self) -> Json:
        return {
            "username": self.username,
            "name": self.user()["first_name"],
            "short_description": self.text("short_description", ""),
            "description": self.text("description", ""),
        }
