"""The transport keeps its connections, can be reopened, and rests inside a transaction."""

import pytest

from bot.errors import CallInsideTransaction
from bot.telegram_api.transport import (
    KEEP_ALIVE,
    GuardedRequest,
    Timeouts,
    build_polling_request,
    build_request,
)
from tests.integration.telegram_api.fake_telegram import NODS, FakeTelegram, make_bot


async def test_connections_are_kept(telegram: FakeTelegram, request_: GuardedRequest) -> None:
    """Calls one after the other use one connection, and a limit holds for all."""
    telegram.plays(NODS)
    bot = make_bot(telegram.url, request_)
    for _ in range(3):
        await bot.delete_message(1, 2)
    assert request_.session is not None
    assert request_.session.connector is not None
    assert request_.session.connector.limit == 4
    assert request_.session.connector._keepalive_timeout == KEEP_ALIVE
    assert telegram.connections == 1


async def test_a_proxy_is_given_and_not_taken_from_the_environment(
    telegram: FakeTelegram, request_: GuardedRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine's HTTP_PROXY takes no message anywhere; one that was asked for gets all of them."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    telegram.plays(NODS)
    assert await make_bot(telegram.url, request_).delete_message(1, 2)
    request = build_request(lambda: False, proxy=telegram.url)
    assert await make_bot("http://nowhere.invalid", request).delete_message(1, 2)
    await request.shutdown()


async def test_a_request_can_be_opened_again(telegram: FakeTelegram, request_: GuardedRequest) -> None:
    """After shutdown() and initialize() calls work: the session is a new one."""
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
    await polling.initialize()
    await sending.initialize()
    assert polling.session is not sending.session
    assert (polling.connections, sending.connections) == (2, 64)
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
