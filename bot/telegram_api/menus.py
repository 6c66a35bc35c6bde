"""Command menus and the words of the bot's profile, over the Bot API."""

from typing import Any

import structlog
from telegram import BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError
from telegram.ext import ExtBot

log = structlog.get_logger(__name__)

MAIN_LANGUAGE = "id"  # what people see whose Telegram speaks neither language


class CommandMenus:
    """Sets menus; whoever asks is told whether it worked: commands work without a menu, too."""

    def __init__(self, bot: ExtBot[Any]) -> None:
        self._bot = bot

    async def publish(self, commands: list[tuple[str, str]], language: str, chat_id: int | None) -> bool:
        """Set the menu of everybody in a language, or of one chat in whatever language it reads."""
        scope = BotCommandScopeDefault() if chat_id is None else BotCommandScopeChat(chat_id)
        code = None if chat_id is not None or language == MAIN_LANGUAGE else language
        menu = [BotCommand(name, text) for name, text in commands]
        try:
            await self._bot.set_my_commands(menu, scope=scope, language_code=code)
        except TelegramError as error:
            log.warning("a command menu was not set", error=type(error).__name__, language=language)
            return False
        return True

    async def withdraw(self, chat_id: int) -> bool:
        """Take a chat's own menu away."""
        try:
            await self._bot.delete_my_commands(scope=BotCommandScopeChat(chat_id))
        except TelegramError as error:
            log.warning("a command menu was not taken away", error=type(error).__name__)
            return False
        return True

    async def introduce(self, description: str, short: str, language: str) -> bool:
        """Set what people read before they start, and on the bot's profile."""
        code = None if language == MAIN_LANGUAGE else language
        try:
            await self._bot.set_my_description(description, language_code=code)
            await self._bot.set_my_short_description(short, language_code=code)
        except TelegramError as error:
            log.warning("the description was not set", error=type(error).__name__, language=language)
            return False
        return True
