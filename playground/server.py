"""Runs a playground on a port, inside whatever event loop is there."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager, suppress

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from playground.app import Playground, create_app
from playground.settings import Settings
from playground.world import World

TICK = 0.1  # seconds between two ticks of uvicorn, which renews the date of its answers at each tenth
GRACE = 2.0  # seconds for what is being answered at the end
LOOK = 0.002  # seconds between two looks at what uvicorn tells nobody


class _Protocol(HttpToolsProtocol):
    """Lets a handler drop its connection: POST /api/trouble can lose answers."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # reason: as uvicorn's own
        super().connection_made(transport)
        self.app_state = {**self.app_state, "hang_up": transport.abort}


class _Server(uvicorn.Server):
    """Leaves the signals to whoever owns the process, and ends when it is told.

    uvicorn looks every tenth of a second whether it should, and sleeps another while it does; tests open
    thousands of playgrounds.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._told = asyncio.Event()

    def end(self) -> None:
        self.should_exit = True
        self._told.set()

    async def main_loop(self) -> None:
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen no more, finish what is being answered - for `GRACE` seconds -, and drop the rest."""
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                while self._is_answering():  # noqa: ASYNC110 - uvicorn tells nobody when it is done
                    await asyncio.sleep(LOOK)
        for task in self.server_state.tasks:
            task.cancel()

    def _is_answering(self) -> bool:
        return bool(self.server_state.connections or self.server_state.tasks)

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


class Running:
    """A server that listens; `url` has no slash at its end."""

    def __init__(self, server: _Server, listener: socket.socket, world: World | None) -> None:
        host, port = listener.getsockname()[:2]
        self.url = f"http://{host}:{port}"
        self.port: int = port
        self._world = world
        self._server = server
        self._task = asyncio.create_task(server.serve(sockets=[listener]))

    async def started(self) -> None:
        while not self._server.started:
            if self._task.done():
                self._task.result()
            await asyncio.sleep(LOOK)

    async def stop(self) -> None:
        """Finish what is being answered, then close."""
        if self._world:
            await self._world.close()
        self._server.end()
        await self._task

    async def wait(self) -> None:
        """Until it is stopped."""
        await asyncio.shield(self._task)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that asyncio knows as TCP: else it leaves Nagle on, and each answer waits 40 ms."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener


async def start(app: Playground | ASGIApp, host: str = "127.0.0.1", port: int = 0) -> Running:
    """Listen; port 0 takes any free one. Raises OSError when the port is taken."""
    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        http=_Protocol,
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        log_level="warning",
        timeout_keep_alive=90,
    )
    running = Running(_Server(config), listener, app.world if isinstance(app, Playground) else None)
    await running.started()
    return running


@asynccontextmanager
async def running(
    settings: Settings | None = None, *, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[tuple[Running, World]]:
    """A playground for as long as the block lasts."""
    app = create_app(settings)
    server = await start(app, host, port)
    try:
        yield server, app.world
    finally:
        await server.stop()


async def serve(host: str = "127.0.0.1", port: int = 8080, settings: Settings | None = None) -> None:
    """Serve until cancelled."""
    async with running(settings, host=host, port=port) as (server, _):
        await server.wait()
