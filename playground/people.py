"""The people who have a phone in the playground, and the default cast."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from playground.shapes import Json


@dataclass(slots=True)
class Person:
    """A Telegram account, as much of it as a bot and its phone can see."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "id"
    phone: str | None = None
    role: str | None = None
    blocked: bool = False
    deactivated: bool = False
    started: bool = False
    unread: int = 0
    has_phone: bool = True  # one of a crowd has a chat, and no phone on the page
    _user: Json = field(default_factory=dict)

    def names(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value}

    def user(self) -> Json:
        """Telegram's User."""
        if not self._user:
            self._user = {"id": self.id, "is_bot": False, **self.names(), "language_code": self.language_code}
        return self._user

    def chat(self) -> Json:
        """Telegram's Chat: the private chat has the person's own id."""
        return {"id": self.id, **self.names(), "type": "private"}

    def international_phone(self) -> str:
        """The number as Telegram shares it: country code first, no plus."""
        digits = "".join(filter(str.isdigit, self.phone or "080000000000"))
        return "62" + digits[1:] if digits.startswith("0") else digits

    def state(self) -> Json:
        shown = ("id", "first_name", "last_name", "username", "language_code", "phone", "role")
        flags = ("blocked", "deactivated", "unread", "started")
        return {name: getattr(self, name) for name in shown + flags}


def default_cast() -> list[Person]:
    return [
        Person(1001, "Sari", phone="081234567801", role="pekerja"),
        Person(1002, "Budi", "Santoso", phone="081234567802", role="relawan RT"),
        Person(1003, "Rina", phone="081234567803", role="petugas"),
    ]


class People:
    """Everyone, by id."""

    def __init__(self) -> None:
        self._by_id = {person.id: person for person in default_cast()}
        self._ids = itertools.count(1004)

    def all(self) -> list[Person]:
        return list(self._by_id.values())

    def find(self, person_id: int) -> Person | None:
        return self._by_id.get(person_id)

    def add(self, person: Person) -> Person:
        if person.id in self._by_id:
            raise ValueError(f"person {person.id} exists already")
        self._by_id[person.id] = person
        return person

    def free_id(self) -> int:
        return next(number for number in self._ids if number not in self._by_id)
