"""python-telegram-bot works against the playground unchanged."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter

from playground.files import sample_photo
from tests.integration.playground.playground_stage import BUDI, SARI, TOKEN, Stage

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="yes")]])


@pytest.fixture
async def bot(stage: Stage) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{stage.url}/bot", base_file_url=f"{stage.url}/file/bot") as bot:
        yield bot


async def test_conversation(stage: Stage, bot: Bot) -> None:
    """A whole exchange: start, buttons, tap, edit, answer, delete."""
    await stage.phone("open", start="abc")
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.text == "/start abc"
    message = await bot.send_message(SARI, "Halo <b>Sari</b>", parse_mode="HTML", reply_markup=YES)
    await stage.phone("tap", message_id=message.message_id, data="yes")
    (tapped,) = await bot.get_updates(offset=update.update_id + 1)
    assert tapped.callback_query
    assert tapped.callback_query.message == message
    assert await tapped.callback_query.answer("Baik")
    assert await bot.edit_message_text("Terima kasih", SARI, message.message_id)
    assert await bot.delete_message(SARI, message.message_id)


async def test_files(stage: Stage, bot: Bot) -> None:
    """Uploads, reuse and download go through."""
    await stage.starts()
    photo = await bot.send_photo(SARI, sample_photo().content, caption="x")
    await bot.send_photo(SARI, photo.photo[-1].file_id)
    document = await bot.send_document(SARI, io.BytesIO(b"a,b\n"), filename="a.csv")
    assert document.document
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"a,b\n"
    assert (await bot.send_voice(SARI, b"OggS....", duration=3)).voice


async def test_other_methods(stage: Stage, bot: Bot) -> None:
    """Keyboards, commands, profile, chat and webhook calls are understood."""
    await stage.starts()
    keyboard = ReplyKeyboardMarkup([[KeyboardButton("Bagikan", request_contact=True)]], resize_keyboard=True)
    await bot.send_message(SARI, "x", reply_markup=keyboard)
    await bot.set_my_commands([BotCommand("mulai", "Mulai")], BotCommandScopeChat(SARI), "id")
    assert (await bot.get_my_commands(BotCommandScopeChat(SARI), "id"))[0].command == "mulai"
    assert await bot.set_my_name("Perisai")
    assert (await bot.get_chat(SARI)).first_name == "Sari"
    assert await bot.send_chat_action(SARI, "typing")
    assert await bot.set_chat_menu_button()
    assert (await bot.copy_message(SARI, SARI, 1)).message_id
    assert (await bot.get_webhook_info()).url == ""


async def test_errors(stage: Stage, bot: Bot) -> None:
    """Each refusal is the error that PTB makes of it."""
    await stage.starts()
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(42, "x")
    with pytest.raises(Forbidden, match="bot can't initiate conversation"):
        await bot.send_message(BUDI, "x")
    await stage.control("trouble", flood_seconds=9)
    with pytest.raises(RetryAfter, match="9 seconds"):
        await bot.send_message(SARI, "x")
    await bot.set_webhook("http://127.0.0.1:9/x")
    with pytest.raises(Conflict):
        await bot.get_updates()
    await stage.control("trouble", outage_seconds=9)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.get_me()
