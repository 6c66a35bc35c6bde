"""The ASGI application: the Bot API in front, the page and its control API behind it."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from playground.bot_api import BotApi
from playground.control import ROUTES
from playground.settings import Settings
from playground.world import World

STATIC = Path(__file__).with_name("static")
HEADERS = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:",
}


class Playground:
    """Sends Bot API calls straight to their room, everything else through Starlette."""

    def __init__(self, settings: Settings) -> None:
        self._bot_api = BotApi(settings)
        self.world: World = self._bot_api.world
        self._pages = _pages(self.world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if path.startswith("/bot"):
            await self._bot_api(scope, receive, send)
        elif path.startswith("/file/bot"):
            await self._bot_api.download(scope, send)
        else:
            await self._pages(scope, receive, send)


def create_app(settings: Settings | None = None) -> Playground:
    """A playground of its own; nothing is shared between two."""
    return Playground(settings or Settings())


def _pages(world: World) -> ASGIApp:
    static = Mount("/static", StaticFiles(directory=STATIC, check_dir=False))
    pages = Starlette(
        routes=[Route("/", index), *ROUTES, static], exception_handlers={HTTPException: explain}
    )
    pages.state.world = world
    return _guarded(pages)


async def index(_request: Request) -> Response:
    return FileResponse(STATIC / "index.html")


async def explain(_request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    return JSONResponse({"error": problem.detail}, problem.status_code)


def _guarded(pages: ASGIApp) -> ASGIApp:
    """Every page and answer carries HEADERS."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await pages(scope, receive, send_guarded)

    return guard
