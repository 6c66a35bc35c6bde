"""Five hundred people with phones: they look at their newest screen and answer it, as the seed says."""

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

Json = dict[str, Any]

FIRST_ID = 1_000
VILLAGES = ("desa pontang kec pontang", "rt 03/05 desa cikande", "pontng", "desa Kramatwatu", "singarajan")
NEIGHBOURHOODS = ("rt 3 rw 5", "RT 04/02", "kampung kebon")
NAMES = ("Siti Aminah", "Bang Jali", "pak haji romli", "Neng Euis", "Ujang Permana")
WISHES = ("/manfaat", "/iuran", "/status", "/start", "berapa iurannya?", "halo")
DETOURS = ("back", "pause", "refuse", "edit", "pick", "page", "village")
ENDINGS = ("age:under18", "age:from64", "covered:yes", "consent:no", "occupation:other")


@dataclass(slots=True)
class Person:
    """A person and what their phone shows: the buttons of the newest message that has any."""

    id: int
    rng: Random
    name: str
    phone: str
    message_id: int = 1
    buttons: list[str] = field(default_factory=list)
    is_asked_for_contact: bool = False
    due: float = 0.0  # when the update that waits for its reply was to be sent
    is_waiting: bool = False
    has_begun: bool = False

    def sees(self, message_id: int, markup: Json | None) -> None:
        """A message of the bot arrived, or was edited."""
        markup = markup or {}
        if "inline_keyboard" in markup:
            rows = markup["inline_keyboard"]
            self.buttons = [
                button["callback_data"] for row in rows for button in row if "callback_data" in button
            ]
            self.message_id = message_id
        if "keyboard" in markup or "remove_keyboard" in markup:
            self.is_asked_for_contact = "keyboard" in markup

    def next_update(self, update_id: int, now: int) -> Json:
        """What the person does next, as Telegram would tell the bot."""
        done = self._deed()
        kind = "callback_query" if "data" in done else "message"
        who = {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "id"}
        chat = {"id": self.id, "type": "private", "first_name": self.name}
        message = {"message_id": update_id, "date": now, "chat": chat, "from": who}
        if kind == "message":
            return {"update_id": update_id, kind: message | done}
        shown = message | {"message_id": self.message_id, "text": "...", "from": who | {"is_bot": True}}
        query = {"id": str(update_id), "from": who, "chat_instance": "1", "message": shown}
        return {"update_id": update_id, kind: query | done}

    def _deed(self) -> Json:
        if not self.has_begun:
            self.has_begun = True
            return said("/start")
        if self.is_asked_for_contact:
            return self._phone()
        return self._answer()

    def _phone(self) -> Json:
        if self.rng.random() < 0.5:
            return said(self.phone)
        contact = {"phone_number": self.phone, "first_name": self.name, "user_id": self.id}
        return {"contact": contact}

    def _answer(self) -> Json:
        """Typed where the screen asks for words, else mostly a tap that leads on."""
        typed = self._typed()
        if typed is not None:
            return said(typed)
        onward = [data for data in self.buttons if _leads_on(data)]
        if not onward:
            return said(self.rng.choice(("/daftar", *WISHES)))
        return {"data": self.rng.choice(_goals(onward))}

    def _typed(self) -> str | None:
        verbs = {data.split(":")[1] for data in self.buttons if data.count(":") == 3}
        if verbs & {"pick", "village"}:
            return self.rng.choice(VILLAGES)
        if "nowhere" in verbs and self.rng.random() < 0.7:
            return self.rng.choice(NEIGHBOURHOODS)
        if "telegramname" in verbs and self.rng.random() < 0.5:
            return self.rng.choice(NAMES)
        return self.rng.choice(WISHES) if self.rng.random() < 0.08 else None


def meet(count: int, seed: int) -> list[Person]:
    """The same people for the same seed, in the order in which they write."""
    people = [
        Person(FIRST_ID + number, Random(f"{seed}-{number}"), f"Warga {number}", f"0812{10_000_000 + number}")
        for number in range(count)
    ]
    Random(seed).shuffle(people)
    return people


def said(text: str) -> Json:
    """A text message; commands are marked as Telegram marks them."""
    if not text.startswith("/"):
        return {"text": text}
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}


def read_markup(sent: str | None) -> Json | None:
    """The reply_markup of a call."""
    return json.loads(sent) if sent else None


def _leads_on(data: str) -> bool:
    """Not back, not out, and not to a person every time: most people want to register."""
    noun, verb, *_ = data.split(":")
    way_out = noun == "registration" and any(data.startswith(f"registration:{end}") for end in ENDINGS)
    return not (way_out or verb in DETOURS or noun in {"cases", "home"})


def _goals(onward: list[str]) -> list[str]:
    """Where the form can be begun or sent in, half of the taps do that."""
    firm = [data for data in onward if data.startswith(("registration:start", "registration:submit"))]
    return onward + firm * (len(onward) - 1) if firm else onward
