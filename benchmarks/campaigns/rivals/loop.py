"""The loop of most bots: one after the other, an error is printed.

`loop.py TOKEN API_URL FIRST COUNT FOLDER`
"""

import asyncio
import sys

from telegram import Bot
from telegram.error import TelegramError


async def main() -> None:
    token, url, first, count, _folder = sys.argv[1:]
    async with Bot(token, base_url=f"{url}/bot") as bot:
        for chat_id in range(int(first), int(first) + int(count)):
            try:
                await bot.send_message(chat_id, f"Halo Warga {chat_id}.")
            except TelegramError as error:
                sys.stderr.write(f"{chat_id}: {error}\n")


asyncio.run(main())
