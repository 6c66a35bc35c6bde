"""The transport is aiohttp's, keeps connections, can be reopened, and rests inside a transaction."""

import httpx
import pytest
from aiohttp import ClientSession
from httpx_aiohttp import AiohttpTransport

from bot.errors import CallInsideTransaction
from bot.telegram_api.transport import (
    KEEP_ALIVE,
    GuardedRequest,
    Timeouts,
    build_polling_request,
    build_request,
)
from tests.integration.telegram_api.fake_telegram import NODS, FakeTelegram, make_bot


def transport_of(request: GuardedRequest) -> AiohttpTransport:
    transport = request._client._transport
    assert isinstance(transport, AiohttpTransport)
    return transport


async def test_calls_go_through_aiohttp(
    telegram: FakeTelegram, request_: GuardedRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real call uses aiohttp's session, one kept connection, and httpx's own pool never."""

    async def never(*_: object) -> httpx.Response:
        raise AssertionError("httpx's own transport was used")

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", never)
    telegram.plays(NODS)
    bot = make_bot(telegram.url, request_)
    for _ in range(3):
        await bot.delete_message(1, 2)
    session = transport_of(request_).client
    assert isinstance(session, ClientSession)
    assert session.connector is not None
    assert session.connector.limit == 4
    assert session.connector._keepalive_timeout == KEEP_ALIVE
    assert telegram.connections == 1


async def test_a_proxy_of_the_environment_does_not_bypass_aiohttp(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTPS_PROXY would put httpx's own transport in front; a proxy is given explicitly instead."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    request = build_request(lambda: False, proxy="http://127.0.0.1:8")
    assert not request._client._mounts
    assert str(transport_of(request).proxy.url) == "http://127.0.0.1:8"  # type: ignore[union-attr]  # reason: a test knows what it gets
    await request.shutdown()


async def test_a_request_can_be_opened_again(telegram: FakeTelegram, request_: GuardedRequest) -> None:
    """After shutdown() and initialize() calls work: the transport is a new one."""
    telegram.plays(NODS)
    bot = make_bot(telegram.url, request_)
    await bot.delete_message(1, 2)
    await request_.shutdown()
    await request_.initialize()
    assert await bot.delete_message(1, 2)
    assert telegram.connections == 2


async def test_polling_has_connections_of_its_own() -> None:
    """A long poll has its own few connections, so it takes none from replies."""
    polling, sending = build_polling_request(lambda: False), build_request(lambda: False)
    assert polling._client is not sending._client
    assert transport_of(polling).limits.max_connections == 2
    await polling.shutdown()
    await sending.shutdown()


@pytest.mark.parametrize("method", ["get_updates", "get_me", "log_out"])
async def test_no_call_inside_a_transaction(telegram: FakeTelegram, method: str) -> None:
    """While a transaction is open every Bot API call raises, and nothing reaches the wire."""
    request = build_request(lambda: True, timeouts=Timeouts())
    bot = make_bot(telegram.url, request)
    with pytest.raises(CallInsideTransaction):
        await getattr(bot, method)()
    await request.shutdown()
    assert not telegram.requests
