"""How bytes reach Telegram: PTB's HTTPXRequest on aiohttp's connections, never inside a transaction."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from ssl import SSLContext
from typing import Any, cast

import httpx
from aiohttp import ClientSession, DummyCookieJar, TCPConnector
from httpx_aiohttp import AiohttpTransport
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.errors import CallInsideTransaction

KEEP_ALIVE = 60.0  # seconds an idle connection is kept
CONNECTIONS = 64  # at once; a claim's max_in_flight and the replies fit in
POLLING_CONNECTIONS = 2
OF_A_MESSAGE = ("message_id", "date", "chat", "photo", "document", "voice")
"""What tells which message it is - without the first three PTB builds none -, and which file."""
DONE = b'{"ok":true,'  # as Telegram writes it; anything else is read
EDITED = b'{"ok":true,"result":true}'
_DEFAULT = BaseRequest.DEFAULT_NONE
_log = logging.getLogger(__name__)


@cache
def trusted() -> SSLContext:
    """Whose certificates are believed, read once; each client would read the file twice."""
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. `pool` holds for getting a connection at all, so it contains `connect` (aiohttp's meaning)."""

    connect: float = 5.0
    pool: float = 8.0
    read: float = 15.0
    write: float = 10.0
    media_write: float = 60.0


class GuardedRequest(HTTPXRequest):
    """HTTPXRequest with three repairs, and three savings that together are two fifths of what an edit takes.

    - A call while a storage transaction is open raises CallInsideTransaction.
    - aiohttp enforces no write timeout, so a whole call has a deadline: a peer that stops reading
      would otherwise hold the call, and the person's lock, for ever.
    - Each client gets a transport of its own: a closed aiohttp session cannot be opened again, so
      PTB's shutdown() and initialize() would leave a dead one.
    - Telegram answers a message with all that it now is; of a new one only its number and file are asked for,
      of an edited one nothing, so that no objects are built of the rest.
    - A method's address is read once and not for each call.
    - A call goes straight to the transport: the Bot API has no cookies, redirects or logins.
    """

    def __init__(
        self,
        *,
        is_in_transaction: Callable[[], bool],
        connections: int = CONNECTIONS,
        timeouts: Timeouts | None = None,
        proxy: str | None = None,
    ) -> None:
        times = timeouts or Timeouts()
        self._is_in_transaction = is_in_transaction
        self._connections = connections
        self._proxy = httpx.Proxy(proxy) if proxy else None  # given to HTTPXRequest it would bypass aiohttp
        super().__init__(
            connection_pool_size=connections,
            read_timeout=times.read,
            write_timeout=times.write,
            connect_timeout=times.connect,
            pool_timeout=times.pool,
            media_write_timeout=times.media_write,
            httpx_kwargs={"transport": None, "verify": trusted()},  # _build_client puts the transport in
        )

    def _build_client(self) -> httpx.AsyncClient:
        transport = AiohttpTransport(proxy=self._proxy, verify=trusted(), client=self._open_session)
        return StraightClient(**self._client_kwargs | {"transport": transport})

    def _open_session(self) -> ClientSession:
        connector = TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE, ssl=trusted())
        return ClientSession(connector=connector, cookie_jar=DummyCookieJar())

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """What Telegram answers; of a message only what is asked for."""
        answer = HTTPXRequest.parse_json_payload(payload)
        result = answer.get("result")
        if isinstance(result, dict) and "message_id" in result:
            answer["result"] = {name: result[name] for name in OF_A_MESSAGE if name in result}
        return answer

    async def _request_wrapper(self, *args: Any, **kwargs: Any) -> bytes:  # noqa: ANN401 - PTB's arguments
        # Here and not in do_request, whose exceptions PTB turns into NetworkError.
        if self._is_in_transaction():
            raise CallInsideTransaction("commit first, then call the Bot API")
        return await super()._request_wrapper(*args, **kwargs)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = _DEFAULT,
        write_timeout: ODVInput[float] = _DEFAULT,
        connect_timeout: ODVInput[float] = _DEFAULT,
        pool_timeout: ODVInput[float] = _DEFAULT,
    ) -> tuple[int, bytes]:
        """PTB's call, within the sum of its timeouts; past it TimedOut, as after a read timeout."""
        has_files = bool(request_data and request_data.contains_files)
        deadline = self._deadline(pool_timeout, write_timeout, read_timeout, has_files=has_files)
        try:
            async with asyncio.timeout(deadline):
                status, answer = await super().do_request(
                    _read(url),
                    method,
                    request_data,
                    read_timeout,
                    write_timeout,
                    connect_timeout,
                    pool_timeout,
                )
        except TimeoutError as error:
            raise TimedOut from error
        name = url.rpartition("/")[2]
        _log.debug("Telegram answered %s with %d", name, status)
        return status, EDITED if name.startswith("edit") and answer.startswith(DONE) else answer

    def _deadline(
        self, pool: ODVInput[float], write: ODVInput[float], read: ODVInput[float], *, has_files: bool
    ) -> float | None:
        own = self._client.timeout
        parts = (
            _given(pool, own.pool),
            _given(write, self._media_write_timeout if has_files else own.write),
            _given(read, own.read),
        )
        return None if None in parts else sum(part for part in parts if part is not None)


class StraightClient(httpx.AsyncClient):
    """A client that does not look for what the Bot API has not: cookies, redirects, logins."""

    async def send(self, request: httpx.Request, **_how: object) -> httpx.Response:
        """The answer, read to its end."""
        response = await self._transport.handle_async_request(request)
        try:
            await response.aread()
        finally:
            await response.aclose()
        return response


@lru_cache(maxsize=64)
def _read(url: str) -> str:
    """The address as httpx has it once it was read: PTB only passes it on."""
    return cast("str", httpx.URL(url))


def build_request(
    is_in_transaction: Callable[[], bool],
    *,
    connections: int = CONNECTIONS,
    timeouts: Timeouts | None = None,
    proxy: str | None = None,
) -> GuardedRequest:
    """The request object for everything but getUpdates; at most `connections` at once."""
    return GuardedRequest(
        is_in_transaction=is_in_transaction, connections=connections, timeouts=timeouts, proxy=proxy
    )


def build_polling_request(
    is_in_transaction: Callable[[], bool], *, proxy: str | None = None
) -> GuardedRequest:
    """The request object for getUpdates alone: a long poll never takes a connection from a reply."""
    return build_request(is_in_transaction, connections=POLLING_CONNECTIONS, proxy=proxy)


def _given(value: ODVInput[float], otherwise: float | None) -> float | None:
    return otherwise if isinstance(value, DefaultValue) else value
