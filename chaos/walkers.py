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


async def register(telegram: Telegram, person: Person) -> None:
    """Walk through the whole form; returns once the receipt is there."""
    await telegram.opens(person)
    while True:
        chat = await _answered(telegram, person)
        if any(RECEIPT in str(message.get("text")) for message in chat["messages"]):
            return
        await _do(telegram, person, chat)


async def _answered(telegram: Telegram, person: Person) -> Json:
    """The chat once the bot had the last word, or after a while anyway."""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                chat = await telegram.chat(person)
                if chat["messages"] and chat["messages"][-1]["from"] == "bot" and _is_fresh(chat):
                    return chat
                await telegram.news(1.0)
    except TimeoutError:
        return await telegram.chat(person)


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
