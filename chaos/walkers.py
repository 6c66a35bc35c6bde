"""People who register whatever happens: they answer their screen, and tap again if nothing comes."""

import asyncio
from dataclasses import dataclass

from tests.cast import Json, Person, Telegram

PATIENCE = 4.0  # seconds a person waits for an answer before tapping again
SENT = "Minat Bapak/Ibu sudah tercatat"
RECEIPT = "Tanda terima nomor"

TAPS = {
    "registration:occupation": "Petani",
    "registration:age": "18 - 39",
    "registration:covered": "Belum",
    "registration:consent": "Boleh, lewat RT/RW",
    "registration:telegramname": None,
    "registration:whose": "Saya sendiri",
    "registration:confirm": "Betul",
    "registration:nowhere": "Tidak tahu",
    "registration:calltime": "Pagi",
    "registration:submit": "Kirim",
    "registration:start": "Daftar minat",
}
"""Which button to press on a screen that has an action like this; None: the first with that action."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a person does next: a tap on a label, something said, or nothing but wait."""

    tap: str = ""
    say: str = ""


class Crowd:
    """Many people at once, each woken by what happens on their own phone alone."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._news: dict[int, asyncio.Event] = {}

    async def listen(self) -> None:
        """Pass the news on, until cancelled."""
        while True:
            for person in await self._telegram.news(1.0):
                self._news.setdefault(person, asyncio.Event()).set()

    async def register(self, person: Person) -> None:
        """Walk through the whole form; returns once the receipt is there."""
        before = _look(await self._telegram.chat(person))
        await self._telegram.opens(person)
        while True:
            chat = await self._answered(person, before)
            if any(RECEIPT in str(message.get("text")) for message in chat["messages"]):
                return
            await _do(self._telegram, person, chat)
            before = _look(chat)

    async def _answered(self, person: Person, before: str) -> Json:
        """The chat once the bot has shown something new, or after a while anyway."""
        news = self._news.setdefault(person.id, asyncio.Event())
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    news.clear()
                    chat = await self._telegram.chat(person)
                    if _look(chat) != before and _is_fresh(chat):
                        return chat
                    await news.wait()
        except TimeoutError:
            return await self._telegram.chat(person)


def _look(chat: Json) -> str:
    """What the bot's part of the phone looks like."""
    return str([message for message in chat["messages"] if message["from"] == "bot"])


def _is_fresh(chat: Json) -> bool:
    return bool(_buttons(chat) or chat["reply_keyboard"])


def _buttons(chat: Json) -> list[Json]:
    """The buttons of the newest message that has any."""
    for message in reversed(chat["messages"]):
        if message["from"] == "bot" and message["inline_keyboard"]:
            return [button for row in message["inline_keyboard"] for button in row]
    return []


async def _do(telegram: Telegram, person: Person, chat: Json) -> None:
    step = next_step(chat, person)
    try:
        if step.say:
            await telegram.says(person, step.say)
        elif step.tap:
            await telegram.taps(person, step.tap)
    except (AssertionError, LookupError):
        await asyncio.sleep(0.2)  # the screen changed under the finger


def next_step(chat: Json, person: Person) -> Step:
    """What the newest screen asks for."""
    if chat["reply_keyboard"]:
        return Step(say=person.phone)
    buttons = _buttons(chat)
    if any(SENT in str(message.get("text")) for message in chat["messages"]):
        return Step()  # the receipt is on its way
    data = {str(button.get("callback_data")): str(button["text"]) for button in buttons}
    if any(key.startswith("registration:pick") for key in data):
        return Step(say="desa pontang kec pontang")
    for action, label in TAPS.items():
        for key, text in data.items():
            if key.startswith(f"{action}:") and (label is None or label in text):
                return Step(tap=text)
    return Step(say="/daftar")
