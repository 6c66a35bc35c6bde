"""How bytes reach Telegram: PTB's request object on aiohttp's connections, never inside a transaction."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import httpx
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.errors import CallInsideTransaction

KEEP_ALIVE = 60.0  # seconds an idle connection is kept
CONNECTIONS = 64  # at once; a claim's max_in_flight and the replies fit in
POLLING_CONNECTIONS = 2
_DEFAULT = BaseRequest.DEFAULT_NONE
Body = bytes | aiohttp.FormData | None


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. `pool` holds for getting a connection at all, so it contains `connect` (aiohttp's meaning)."""

    connect: float = 5.0
    pool: float = 8.0
    read: float = 15.0
    write: float = 10.0
    media_write: float = 60.0


class GuardedRequest(BaseRequest):
    """PTB's request object over one aiohttp session; what PTB makes of answers is kept.

    - A call while a storage transaction is open raises CallInsideTransaction.
    - aiohttp enforces no write timeout, so a whole call has a deadline: a peer that stops reading
      would otherwise hold the call, and the person's lock, for ever.
    - aiohttp's own error stays the cause of PTB's: it alone tells whether anything was sent (errors.py).
    """

    def __init__(
        self,
        *,
        is_in_transaction: Callable[[], bool],
        connections: int = CONNECTIONS,
        timeouts: Timeouts | None = None,
        proxy: str | None = None,
    ) -> None:
        self.connections = connections
        self.proxy = proxy
        self.session: aiohttp.ClientSession | None = None
        self._times = timeouts or Timeouts()
        self._is_in_transaction = is_in_transaction

    @property
    def read_timeout(self) -> float:
        """Seconds; PTB adds a long poll's own waiting to it."""
        return self._times.read

    async def initialize(self) -> None:
        """Open a session; a closed one cannot be opened again, so it is a new one."""
        self._opened()

    async def shutdown(self) -> None:
        """Let go of every connection."""
        session, self.session = self.session, None
        if session is not None:
            await session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self.session is None:
            connector = aiohttp.TCPConnector(
                limit=self.connections,
                keepalive_timeout=KEEP_ALIVE,
                ssl=httpx.create_ssl_context(),  # with its own list of authorities: slim images have none
            )
            self.session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self.session

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
        """Make the call within the sum of its timeouts; TimedOut past any of them, else NetworkError."""
        times = self._times
        has_files = bool(request_data and request_data.contains_files)
        pool, read = _given(pool_timeout, times.pool), _given(read_timeout, times.read)
        write = _given(write_timeout, times.media_write if has_files else times.write)
        timeout = aiohttp.ClientTimeout(
            connect=pool, sock_connect=_given(connect_timeout, times.connect), sock_read=read
        )
        try:
            async with asyncio.timeout(_sum(pool, write, read)):
                return await self._call(url, method, _body(request_data), timeout)
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error

    async def _call(
        self, url: str, method: str, body: Body, timeout: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        async with self._opened().request(
            method,
            url,
            data=body,
            headers=_FORM_HEADERS if isinstance(body, bytes) else _HEADERS,
            timeout=timeout,
            allow_redirects=False,
            proxy=self.proxy,
        ) as answer:
            return answer.status, await answer.read()


_HEADERS = {"User-Agent": BaseRequest.USER_AGENT}
_FORM_HEADERS = {**_HEADERS, "Content-Type": "application/x-www-form-urlencoded"}


def _body(request_data: RequestData | None) -> Body:
    """What PTB made of a method's parameters, as a form; in parts where there are files."""
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.url_encoded_parameters().encode()
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


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


def _given(value: ODVInput[float], otherwise: float) -> float | None:
    return otherwise if isinstance(value, DefaultValue) else value


def _sum(*parts: float | None) -> float | None:
    """None, no limit, where any part has none."""
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
