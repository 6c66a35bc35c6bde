"""What failed calls mean: by type, by what lies below, and by Telegram's words."""

from datetime import timedelta

import aiohttp
import httpx
import pytest
from aiohttp.client_reqrep import ConnectionKey
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.errors import ConfigurationError
from bot.messenger import Errored, Failed, Flooded, Outcome, Unknown, Unreachable
from bot.telegram_api.errors import has_no_text, is_not_modified, is_query_too_old, outcome_of

KEY = ConnectionKey("host", 443, True, True, None, None, None)


def caused(error: TelegramError, *causes: Exception) -> TelegramError:
    """The error as PTB raises it: from httpx's, which came from aiohttp's."""
    above: Exception = error
    for cause in causes:
        above.__cause__ = cause
        above = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RetryAfter(timedelta(seconds=9)), Flooded),
        (NetworkError("Too Many Requests: retry after 12"), Flooded),
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
        (Forbidden("Forbidden: user is deactivated"), Unreachable),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Unreachable),
        (BadRequest("Bad Request: chat not found"), Unreachable),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Unreachable),
        (BadRequest("Bad Request: USER_IS_BLOCKED"), Unreachable),
        (BadRequest("Bad Request: message is too long"), Failed),
        (BadRequest("Bad Request: can't parse entities: unexpected end tag"), Failed),
        (ChatMigrated(-100), Failed),
        (NetworkError("Request Entity Too Large"), Failed),
        (NetworkError("Bad Gateway"), Unknown),
        (TelegramError("Invalid server response"), Unknown),
        (TimedOut(), Unknown),
        (caused(TimedOut(), httpx.ReadTimeout("")), Unknown),
        (caused(TimedOut(), httpx.WriteTimeout("")), Unknown),
        (caused(TimedOut(), TimeoutError()), Unknown),
        (caused(TimedOut(), httpx.PoolTimeout("")), Errored),
        (caused(TimedOut(), httpx.ConnectTimeout("")), Errored),
        (caused(NetworkError("x"), httpx.ConnectError("")), Errored),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("")), Unknown),
        (caused(NetworkError("x"), httpx.ReadError("")), Unknown),
        (caused(TimedOut(), httpx.ConnectTimeout(""), aiohttp.ConnectionTimeoutError()), Errored),
        (caused(TimedOut(), httpx.ConnectTimeout(""), aiohttp.ServerDisconnectedError()), Unknown),
        (caused(TimedOut(), httpx.ConnectTimeout(""), aiohttp.ClientOSError(104, "reset")), Unknown),
        (caused(TimedOut(), httpx.ConnectTimeout(""), aiohttp.ClientConnectionError("write")), Unknown),
        (
            caused(
                NetworkError("x"),
                httpx.ConnectError(""),
                aiohttp.ClientConnectorError(KEY, OSError(111, "no")),
            ),
            Errored,
        ),
    ],
)
def test_each_error_has_its_outcome(error: TelegramError, expected: type[Outcome]) -> None:
    """Unsent only where no connection was made; unreachable by words, whatever the code."""
    assert isinstance(outcome_of(error), expected)


@pytest.mark.parametrize("error", [InvalidToken(), Conflict("Conflict: terminated by other getUpdates")])
def test_trouble_with_the_bot_is_raised(error: TelegramError) -> None:
    """A wrong token and a second instance concern the service, not one message."""
    with pytest.raises(ConfigurationError):
        outcome_of(error)


@pytest.mark.parametrize(
    ("description", "seconds"), [("Too Many Requests: retry after 12", 12), ("Too Many Requests (429)", 5)]
)
def test_a_flood_without_parameters_still_waits(description: str, seconds: float) -> None:
    """The seconds are read from the words if need be, and are some seconds if nothing names them."""
    assert outcome_of(NetworkError(description)) == Flooded(seconds)


def test_what_is_no_error_is_known() -> None:
    """An edit that changes nothing and an answer that comes too late are told apart from errors."""
    same = BadRequest("Bad Request: message is not modified: specified new message content ...")
    assert is_not_modified(same)
    assert is_query_too_old(BadRequest("Bad Request: query is too old and response timeout expired"))
    assert has_no_text(BadRequest("Bad Request: there is no text in the message to edit"))
    assert not is_not_modified(Forbidden("message is not modified"))
    assert not is_query_too_old(same)


def test_reasons_keep_no_secrets() -> None:
    """What is stored about a failure names neither token nor phone number."""
    error = NetworkError(
        "httpx.ReadError: http://x/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8/m 08123456789"
    )
    outcome = outcome_of(error)
    assert isinstance(outcome, Unknown)
    assert "AAHdq" not in outcome.reason
    assert "0812" not in outcome.reason
