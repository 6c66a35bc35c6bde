"""PTB's AIORateLimiter with its own limits, everybody at once: it waits, and tries again after a 429.

`limiter.py TOKEN API_URL FIRST COUNT FOLDER`
"""

import asyncio
import sys
from typing import Any

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot

RETRIES = 3
CONNECTIONS = 64


async def send(bot: ExtBot[Any], chat_id: int, slots: asyncio.Semaphore) -> None:
    async with slots:
        try:
            await bot.send_message(chat_id, f"Halo Warga {chat_id}.")
        except TelegramError as error:
            sys.stderr.write(f"{chat_id}: {error}\n")


async def main() -> None:
    token, url, first, count, _folder = sys.argv[1:]
    limiter = AIORateLimiter(max_retries=RETRIES)
    slots = asyncio.Semaphore(CONNECTIONS)
    async with ExtBot(token, base_url=f"{url}/bot", rate_limiter=limiter) as bot:
        chats = range(int(first), int(first) + int(count))
        await asyncio.gather(*(send(bot, chat_id, slots) for chat_id in chats))


asyncio.run(main())
