"""The transport is aiohttp's, keeps connections, can be reopened, and rests inside a transaction."""

import gzip
import json

import httpx
import pytest
from aiohttp import ClientSession
from httpx_aiohttp import AiohttpTransport
from telegram.error import BadRequest, TelegramError, TimedOut

from bot.errors import CallInsideTransaction
from bot.telegram_api.transport import (
    KEEP_ALIVE,
    GuardedRequest,
    Timeouts,
    build_polling_request,
    build_request,
)
from tests.integration.telegram_api.fake_telegram import (
    MESSAGE,
    NODS,
    FakeTelegram,
    answers,
    http,
    make_bot,
    make_request,
    refuses,
)


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


async def test_of_an_edited_message_nothing_is_read(telegram: FakeTelegram, request_: GuardedRequest) -> None:
    """Telegram tells all that it now is, and which one it is was known before; of a new one it is not."""
    told = json.dumps({"ok": True, "result": MESSAGE}, separators=(",", ":")).encode()
    telegram.plays(answers(http("200 OK", told)))
    bot = make_bot(telegram.url, request_)
    assert await bot.edit_message_text("Halo", 1, 77) is True
    assert (await bot.send_message(1, "Halo")).message_id == 77


async def test_an_edit_that_is_refused_stays_refused(
    telegram: FakeTelegram, request_: GuardedRequest
) -> None:
    """Also in an answer of status 200 that is no answer of Telegram's."""
    telegram.plays(refuses(400, "Bad Request: message to edit not found"), answers(http("200 OK", b"<html>")))
    bot = make_bot(telegram.url, request_)
    for trouble in (BadRequest, TelegramError):
        with pytest.raises(trouble):
            await bot.edit_message_text("Halo", 1, 77)


async def test_no_cookie_is_sent_back(telegram: FakeTelegram, request_: GuardedRequest) -> None:
    """The Bot API has none; whoever sets one stands between us and it."""
    telegram.plays(answers(http("200 OK", {"ok": True, "result": True}, "Set-Cookie: spy=1\r\n")))
    bot = make_bot(telegram.url.replace("127.0.0.1", "localhost"), request_)  # of a bare address none is kept
    await bot.delete_message(1, 2)
    await bot.delete_message(1, 2)
    assert "cookie" not in telegram.head.lower()


async def test_a_packed_answer_is_unpacked(telegram: FakeTelegram, request_: GuardedRequest) -> None:
    """Telegram may answer with gzip, which we say that we take."""
    packed = gzip.compress(json.dumps({"ok": True, "result": MESSAGE}).encode())
    telegram.plays(answers(http("200 OK", packed, "Content-Encoding: gzip\r\n")))
    assert (await make_bot(telegram.url, request_).send_message(1, "Halo")).message_id == 77


async def test_a_call_that_is_cut_off_gives_its_connection_back(telegram: FakeTelegram) -> None:
    """Half an answer, then nothing: the next call need not wait for the one before."""
    telegram.plays(answers(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), NODS)
    request = make_request(connections=1)
    bot = make_bot(telegram.url, request)
    with pytest.raises(TimedOut):
        await bot.delete_message(1, 2)
    assert await bot.delete_message(1, 2)
    await request.shutdown()


async def test_polling_has_connections_of_its_own() -> None:
    """A long poll has its own few connections, so it takes none from replies."""
    polling, sending = build_polling_request(lambda: False), build_request(lambda: False)
    assert polling._client is not sending._client
    async with polling._open_session() as session:
        assert session.connector is not None
        assert session.connector.limit == 2
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
