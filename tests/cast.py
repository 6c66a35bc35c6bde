"""The cast, and what they do with their phones: verbs over the playground's control API.

    telegram = Telegram(playground_url, token, client)
    await telegram.opens(SARI, start="pasar-rau")
    await telegram.taps(SARI, "Daftar minat")

A verb returns as soon as the phone has done it; whoever needs the answer waits for it (tests/stage.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import httpx

Json = dict[str, Any]

IDS_A_JOURNEY = 10_000  # clear of the people whom the playground itself knows
SAMPLES: dict[str, Json] = {
    "photo": {"photo": True},
    "sticker": {"sticker": True},
    "voice note": {"voice": True},
    "location": {"location": {"latitude": -6.12, "longitude": 106.15}},
    "document": {"document": {"file_name": "ktp.pdf"}},
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone; `name` is what transcripts call them."""

    name: str
    id: int
    first_name: str
    last_name: str
    phone: str
    about: str

    def in_journey(self, number: int) -> "Person":
        """The same person with an account and a number of their own, so that no two journeys meet."""
        phone = f"{self.phone[:4]}{number:04d}{self.phone[-4:]}"
        return replace(self, id=self.id + IDS_A_JOURNEY * number, phone=phone)

    @property
    def shown_phone(self) -> str:
        """The number as screens write it: 0812-0001-7801."""
        return f"{self.phone[:4]}-{self.phone[4:8]}-{self.phone[8:]}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no dump and no log may show of them."""
        spaced = self.shown_phone.replace("-", " ")
        return (self.first_name, self.last_name, self.phone[1:], self.shown_phone, spaced)


SARI = Person("sari", 1, "Sariyah", "Wulandari", "081200007801", "sells vegetables in a market")
BUDI = Person("budi", 2, "Budihardjo", "Santosa", "081300007802", "is the RT's volunteer")
RINA = Person("rina", 3, "Rinawati", "Kusumah", "081300007803", "is the branch's officer")
UJANG = Person("ujang", 4, "Ujangsyah", "Permadi", "085700007804", "drives an ojek")
TARJO = Person("tarjo", 5, "Sutarjono", "Wirya", "085700007805", "catches fish off Pontang")
IMAS = Person("imas", 6, "Imaswati", "Nuraeni", "087700007806", "runs a food stall")
DEWI = Person("dewi", 8, "Dewiyanti", "Saraswati", "081300007808", "approves what Bu Rina makes")
ASEP = Person("asep", 7, "Asepudin", "Gumilar", "087700007807", "is curious, and a stranger")

CAST = {person.name: person for person in (SARI, BUDI, RINA, UJANG, TARJO, IMAS, ASEP, DEWI)}


class Telegram:
    """The phones of one playground, what people do with them, and what they see on them."""

    def __init__(self, url: str, token: str, client: httpx.AsyncClient) -> None:
        self._url = url
        self._token = token
        self._client = client
        self._heard = 0
        self._seen_buttons: dict[tuple[int, str], tuple[int, str]] = {}

    # --- what people do ---

    async def joins(self, person: Person) -> None:
        """Somebody with a phone turns up."""
        names = {"first_name": person.first_name, "last_name": person.last_name}
        await self._post("people", id=person.id, phone=person.phone, **names)

    async def opens(self, person: Person, start: str = "") -> None:
        await self._do(person, "open", start=start or None)

    async def says(self, person: Person, text: str) -> None:
        await self._do(person, "messages", text=text)

    async def sends(self, person: Person, what: str) -> None:
        """Send a photo, sticker, voice note, location or document."""
        await self._do(person, "messages", **SAMPLES[what])

    async def shares_contact(self, person: Person) -> None:
        await self._do(person, "messages", contact="own")

    async def shares_contact_of(self, person: Person, other: Person, *, forwarded: bool = False) -> None:
        """Share a card that says it is somebody else's, or one's own that was forwarded."""
        card = {"phone_number": other.phone, "first_name": other.first_name, "user_id": other.id}
        await self._do(person, "messages", contact=card, forwarded=forwarded)

    async def taps(self, person: Person, label: str) -> None:
        """Tap a button by its label: on the keyboard, else below the newest message that has it."""
        chat = await self.chat(person)
        if label in _keys(chat):
            await self.says(person, label)
            return
        for message in reversed(chat["messages"]):
            for button in _buttons(message):
                if button["text"] == label and "callback_data" in button:
                    await self._tap(person, message["message_id"], button["callback_data"])
                    return
        raise AssertionError(f"{person.name} sees no button {label!r}")

    async def taps_stale(self, person: Person, label: str) -> None:
        """Tap a button that has gone from the phone, as a slow connection or an old client may."""
        message_id, data = self._seen_buttons[person.id, label]
        await self._tap(person, message_id, data, forged=True)

    async def forges(self, person: Person, data: str) -> None:
        """Send callback data that no button ever had."""
        newest = await self.last(person)
        await self._tap(person, newest["message_id"], data, forged=True)

    async def blocks(self, person: Person) -> None:
        await self._do(person, "block")

    async def unblocks(self, person: Person) -> None:
        await self._do(person, "unblock")

    # --- what happens to everybody ---

    async def floods(self, seconds: float) -> None:
        """Telegram answers 429 to every message for a while."""
        await self._post("trouble", flood_seconds=seconds)

    async def fails(self, seconds: float) -> None:
        """Telegram answers 502 to everything for a while."""
        await self._post("trouble", outage_seconds=seconds)

    # --- what can be seen ---

    async def chat(self, person: Person) -> Json:
        """The chat as the phone shows it; the buttons in it are remembered for `taps_stale`."""
        chat = await self._get(f"people/{person.id}/chat", peek=1)
        for message in chat["messages"]:
            for button in _buttons(message):
                if "callback_data" in button:
                    known = (message["message_id"], button["callback_data"])
                    self._seen_buttons[person.id, button["text"]] = known
        return chat

    async def last(self, person: Person) -> Json:
        """The newest message of the bot."""
        chat = await self.chat(person)
        return next(message for message in reversed(chat["messages"]) if message["from"] == "bot")

    async def screen(self, person: Person) -> str:
        """The newest message of the bot, text and buttons, as transcripts draw it."""
        return drawn(await self.last(person))

    async def media(self, url: str) -> bytes:
        """The file behind a message."""
        answer = await self._client.get(f"{self._url}{url}")
        return answer.raise_for_status().content

    async def calls(self, after: int = 0) -> list[Json]:
        """The Bot API calls so far, or since one."""
        found: list[Json] = (await self._get("calls", after=after))["calls"]
        return found

    async def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        answer = await self._client.get(f"{self._url}/bot{self._token}/getWebhookInfo")
        return int(answer.json()["result"]["pending_update_count"])

    async def webhook(self) -> str:
        """Where the bot wants its updates; empty while it polls."""
        answer = await self._client.get(f"{self._url}/bot{self._token}/getWebhookInfo")
        return str(answer.json()["result"]["url"])

    async def news(self, seconds: float) -> set[int]:
        """Wait for something new to happen on any phone, at most so long; on whose it did."""
        heard = await self._get("events", after=self._heard, wait=seconds)
        self._heard = int(heard["seq"])
        return {int(event["person"]) for event in heard["events"] if event.get("person")}

    # --- over HTTP ---

    async def _do(self, person: Person, verb: str, **body: object) -> None:
        await self._post(f"people/{person.id}/{verb}", **body)

    async def _tap(self, person: Person, message_id: int, data: str, *, forged: bool = False) -> None:
        await self._do(person, "tap", message_id=message_id, data=data, forged=forged)

    async def _post(self, path: str, **body: object) -> None:
        answer = await self._client.post(f"{self._url}/api/{path}", json=body)
        assert answer.status_code == 200, answer.text

    async def _get(self, path: str, **params: Any) -> Json:
        answer = await self._client.get(f"{self._url}/api/{path}", params=params)
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()
        return found


def _buttons(message: Json) -> Iterator[Json]:
    for row in message.get("inline_keyboard") or []:
        yield from row


def _keys(chat: Json) -> list[str]:
    keyboard = chat["reply_keyboard"] or {"keyboard": []}
    return [key["text"] for row in keyboard["keyboard"] for key in row]


def drawn(message: Json) -> str:
    """A message in words: its file, its text, and a line of [buttons] for each row below it."""
    file = message.get("document", {}).get("file_name")
    rows = [" ".join(_button_drawn(button) for button in row) for row in message["inline_keyboard"] or []]
    return "\n".join(part for part in (file and f"📎 {file}", message["text"], *rows) if part)


def keyboard_drawn(chat: Json) -> str:
    """The keyboard that stands in place of the letters, a line a row."""
    rows = (chat["reply_keyboard"] or {"keyboard": []})["keyboard"]
    return "\n".join("⌨ " + " ".join(f"[{key['text']}]" for key in row) for row in rows)


def _button_drawn(button: Json) -> str:
    return f"[{button['text']} → {button['url']}]" if "url" in button else f"[{button['text']}]"
