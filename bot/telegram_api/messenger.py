"""The Messenger over PTB: shows screens to people and says what came of it."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from telegram import Message
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.messenger import Failed, FileAway, FileGone, Outcome, Sent
from bot.screens import Media, MediaKind, Screen
from bot.telegram_api.errors import has_no_text, is_not_modified, is_query_too_old, outcome_of
from bot.telegram_api.limiter import PacedLimiter
from bot.telegram_api.markup import caption_parameters, media_parameters, text_parameters
from bot.texts import Markup
from storage.models.messages import Lane
from storage.types import JsonObject


class TelegramMessenger:
    """bot.messenger.Messenger for a bot whose rate limiter is a PacedLimiter.

    Telegram's refusals become outcomes; what is raised is trouble of our own: ConfigurationError
    (token, second instance), CallInsideTransaction, ValueError (a screen that cannot exist).
    """

    def __init__(self, bot: ExtBot[Any], *, paid_broadcast: bool = False) -> None:
        if not isinstance(bot.rate_limiter, PacedLimiter):
            raise TypeError("the bot needs a PacedLimiter")
        self._bot = bot
        self._paid_broadcast = paid_broadcast or None  # None: the parameter is left out
        self._limiter = bot.rate_limiter

    def chat_wait(self, chat_id: int) -> float:
        """Seconds until this chat may get another message, whatever goes to others."""
        return self._limiter.chat_wait(chat_id)

    async def wait_turn(self, lane: Lane, chat_id: int) -> bool:
        """Wait until a message in this lane to this chat may start; False while Telegram forbids it."""
        try:
            await self._limiter.turn(lane, chat_id)
        except RetryAfter:
            return False
        return True

    async def send(self, chat_id: int, screen: Screen, lane: Lane) -> Outcome:
        """Send a new message, whose turn was waited for; a 429 is not waited out: Flooded."""
        return await self._new(chat_id, screen, lane)

    async def show(self, chat_id: int, message_id: int | None, screen: Screen) -> Outcome:
        """Answer somebody: edit that message if it can be edited, else send a new one; paced by itself.

        Sent tells which message it became.
        """
        if message_id is not None:
            outcome = await self.edit(chat_id, message_id, screen)
            if not isinstance(outcome, Failed):
                return outcome
        return await self._new(chat_id, screen, None)

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> Outcome:
        """Replace text or caption and buttons; "not modified" counts as Sent.

        A file and a reply keyboard cannot come by an edit: Failed, without a call.
        """
        if screen.media or screen.keyboard:
            return Failed("a file or a reply keyboard needs a new message")
        try:
            await self._edit(chat_id, message_id, screen)
        except TelegramError as error:
            return Sent(message_id) if is_not_modified(error) else outcome_of(error)
        return Sent(message_id)

    async def fetch(self, file_id: str, *, at_most: int) -> bytes:
        """The content of a file that somebody sent.

        FileGone when Telegram has it no more or it is too large; FileAway when it cannot be asked now.
        """
        try:
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > at_most:
                raise FileGone("too large")
            return bytes(await file.download_as_bytearray())
        except (BadRequest, Forbidden) as error:
            raise FileGone(type(error).__name__) from error
        except TelegramError as error:
            outcome_of(error)  # raises what is a matter of configuration
            raise FileAway(type(error).__name__) from error

    async def upload(self, chat_id: int, media: Media, caption: Markup) -> str:
        """Send somebody a file of ours, and give the id by which Telegram keeps it; TelegramError goes up.

        FileGone when Telegram took it for another kind: a voice note that is no Opus in OGG.
        """
        message = await self._send(chat_id, Screen("upload", caption, media=media), None)
        files = {
            MediaKind.PHOTO: message.photo[-1:],  # the largest
            MediaKind.DOCUMENT: (message.document,),
            MediaKind.VOICE: (message.voice,),
        }
        file = next(iter(files[media.kind]), None)
        if file is None:
            raise FileGone("taken for another kind of file")
        return file.file_id

    async def answer(self, callback_query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        """Stop the tapped button's spinner, perhaps with a few plain words; too late is no error.

        Gather it with `show`: it needs no turn, and the person sees both at once.
        """
        try:
            await self._bot.answer_callback_query(callback_query_id, text, show_alert=alert)
        except TelegramError as error:
            if not is_query_too_old(error):
                outcome_of(error)  # raises what is a matter of configuration; else a spinner is no loss

    async def delete(self, chat_id: int, message_id: int) -> None:
        """Take a message out of the chat; one that is gone or too old (48 hours) stays as it is."""
        try:
            await self._bot.delete_message(chat_id, message_id)
        except TelegramError as error:
            outcome_of(error)  # raises what is a matter of configuration

    async def _new(self, chat_id: int, screen: Screen, lane: Lane | None) -> Outcome:
        try:
            message = await self._send(chat_id, await _drawn(screen), lane)
        except TelegramError as error:
            return outcome_of(error)
        return Sent(message.message_id)

    def _send(self, chat_id: int, screen: Screen, lane: Lane | None) -> Awaitable[Message]:
        shared: dict[str, Any] = {
            "chat_id": chat_id,
            "protect_content": screen.protected,
            "rate_limit_args": lane,
        }
        if lane is Lane.CAMPAIGN:
            shared["allow_paid_broadcast"] = self._paid_broadcast
        if screen.media is None:
            return self._bot.send_message(**shared, **text_parameters(screen))
        shared |= media_parameters(screen.media) | caption_parameters(screen)
        match screen.media.kind:
            case MediaKind.PHOTO:
                return self._bot.send_photo(**shared)
            case MediaKind.DOCUMENT:
                return self._bot.send_document(**shared)
            case MediaKind.VOICE:
                return self._bot.send_voice(**shared)

    async def _edit(self, chat_id: int, message_id: int, screen: Screen) -> None:
        where: dict[str, Any] = {"chat_id": chat_id, "message_id": message_id}
        try:
            await self._bot.edit_message_text(**where, **text_parameters(screen))
        except BadRequest as error:
            if not has_no_text(error):
                raise
            await self._bot.edit_message_caption(**where, **caption_parameters(screen))


def call_of_answer(callback_query_id: str, text: str) -> JsonObject:
    """What stops a tapped button's spinner, as the answer to a webhook carries it.

    Bot API, "Making requests when getting updates": a method and its parameters, whose result nobody learns.
    """
    call: JsonObject = {"method": "answerCallbackQuery", "callback_query_id": callback_query_id}
    return call | ({"text": text} if text else {})


async def _drawn(screen: Screen) -> Screen:
    """The screen with its file made, in a thread: drawing takes longer than the loop may stand still."""
    if screen.media is None or not callable(screen.media.content):
        return screen
    content = await asyncio.to_thread(screen.media.content)
    return replace(screen, media=replace(screen.media, content=content))
