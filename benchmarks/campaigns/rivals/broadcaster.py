"""aiogram with aiogram-broadcaster: its mailer, its file to go on from, an interval that makes 25 a second.

`broadcaster.py TOKEN API_URL FIRST COUNT FOLDER`
"""

import asyncio
import sys
from pathlib import Path

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram_broadcaster import Broadcaster
from aiogram_broadcaster.contents import TextContent
from aiogram_broadcaster.intervals import SimpleInterval
from aiogram_broadcaster.storages.file import FileStorage

PER_SECOND = 25


async def main() -> None:
    token, url, first, count, folder = sys.argv[1:]
    storage = FileStorage(Path(folder) / "mailers.json")
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot(token, session=session) as bot:
        broadcaster = Broadcaster(bot, storage=storage)
        await storage.startup()
        await broadcaster.restore_mailers()
        mailers = list(broadcaster)
        if not mailers:
            chats = range(int(first), int(first) + int(count))
            content, interval = TextContent(text="Halo Warga."), SimpleInterval(interval=1 / PER_SECOND)
            mailers = [await broadcaster.create_mailer(chats=chats, content=content, interval=interval)]
        await mailers[0].start()


asyncio.run(main())
