"""The measure of things: a bare bot of python-telegram-bot, one handler, one message, one keyboard.

python -m benchmarks.echo TOKEN API_URL PORT SECRET
"""

import asyncio
import signal
import sys
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ContextTypes, TypeHandler

KEYBOARD = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Ya", callback_data="echo:yes"),
            InlineKeyboardButton("Tidak", callback_data="echo:no"),
        ],
        [InlineKeyboardButton("Bantuan", callback_data="echo:help")],
    ]
)


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """One message with one keyboard, whatever came."""
    message, chat = update.effective_message, update.effective_chat
    if chat is not None:
        text = (message and getattr(message, "text", None)) or "..."
        await chat.send_message(text, reply_markup=KEYBOARD)


def web(application: Application[Any, Any, Any, Any, Any, Any]) -> Starlette:
    """The webhook: an update is handled before it is acknowledged, as ours are."""

    async def telegram(request: Request) -> Response:
        await application.process_update(Update.de_json(await request.json(), application.bot))
        return Response()

    return Starlette(routes=[Route("/telegram", telegram, methods=["POST"])])


async def run(token: str, api_url: str, port: int, secret: str) -> None:
    application = Application.builder().token(token).base_url(f"{api_url}/bot").updater(None).build()
    application.add_handler(TypeHandler(Update, echo))
    config = uvicorn.Config(web(application), port=port, access_log=False, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    async with application:
        serving = asyncio.create_task(server.serve())
        await application.bot.set_webhook(f"http://127.0.0.1:{port}/telegram", secret_token=secret)
        await serving


def main() -> None:
    token, api_url, port, secret = sys.argv[1:]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asyncio.run(run(token, api_url, int(port), secret))


if __name__ == "__main__":
    main()
