"""What a failed Bot API call means for the message: never sent, perhaps sent, refused, or come back later.

PTB's type alone does not tell: a BadRequest and a TimedOut are both NetworkError, and whoever resends after
one that had been read sends twice. So aiohttp's own error, its cause, decides whether anything was sent.
"""

import re
from collections.abc import Iterator

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.errors import ConfigurationError
from bot.messenger import Errored, Failed, Flooded, Outcome, Unknown, Unreachable
from bot.telegram_api.redaction import redact

RETRY_AFTER_UNTOLD = 5.0  # seconds, for a 429 that names none

NEVER_CONNECTED: tuple[type[BaseException], ...] = (
    aiohttp.ClientConnectorError,  # refused, no route, no such host, TLS
    aiohttp.ConnectionTimeoutError,  # connect timeout and pool timeout
    aiohttp.ClientHttpProxyError,  # the proxy refused to connect us
    aiohttp.ServerFingerprintMismatch,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)
UNREACHABLE = (  # descriptions that come as 400, and some of them as 403
    "chat not found",
    "user not found",
    "user_is_blocked",
    "user is blocked",
    "bot was blocked",
    "user is deactivated",
    "user_deactivated",
    "input_user_deactivated",
    "peer_id_invalid",
    "can't initiate conversation",
    "bots can't send messages to bots",
    "have no rights to send a message",
    "chat_write_forbidden",
)
NOT_MODIFIED = "message is not modified"
QUERY_TOO_OLD = ("query is too old", "query id is invalid")
NO_TEXT = "there is no text in the message to edit"


def outcome_of(error: TelegramError) -> Outcome:
    """Classify a failed call; ConfigurationError when the bot itself cannot work (token, second instance)."""
    match error:
        case RetryAfter():
            return Flooded(retry_after_of(error))
        case InvalidToken():
            raise ConfigurationError("Telegram does not know this bot token (401 or 404)") from error
        case Conflict():
            raise ConfigurationError("another instance of this bot is receiving updates (409)") from error
        case Forbidden():
            return Unreachable(_reason(error))
        case ChatMigrated():
            return Failed(_reason(error))
        case BadRequest():
            return _refused(error)
        case NetworkError():
            return _troubled(error)
    return Unknown(_reason(error))  # the answer was not JSON


def retry_after_of(error: RetryAfter) -> float:
    """Seconds to wait after a 429 (PTB's own attribute changes its type and warns about it)."""
    return error._retry_after.total_seconds()  # noqa: SLF001 - as PTB's AIORateLimiter reads it


def is_not_modified(error: TelegramError) -> bool:
    """An edit to what is there already: nothing to do, no error."""
    return isinstance(error, BadRequest) and NOT_MODIFIED in _description(error)


def is_query_too_old(error: TelegramError) -> bool:
    """A tap answered too late: the person has moved on, no error."""
    return isinstance(error, BadRequest) and any(words in _description(error) for words in QUERY_TOO_OLD)


def has_no_text(error: TelegramError) -> bool:
    """The message to edit is a file: its caption can be edited."""
    return isinstance(error, BadRequest) and NO_TEXT in _description(error)


def _refused(error: BadRequest) -> Outcome:
    if any(words in _description(error) for words in UNREACHABLE):
        return Unreachable(_reason(error))
    return Failed(_reason(error))


def _troubled(error: NetworkError) -> Outcome:
    description = _description(error)
    if description.startswith("too many requests"):  # a 429 without parameters
        return Flooded(_seconds_in(description))
    if description.startswith("request entity too large"):
        return Failed(_reason(error))
    if _never_connected(error):
        return Errored(_reason(error))
    return Unknown(_reason(error))


def _never_connected(error: TelegramError) -> bool:
    """Whether it is certain that Telegram read nothing; no word of aiohttp's, no certainty."""
    below = [cause for cause in _causes(error) if isinstance(cause, aiohttp.ClientError)]
    return bool(below) and isinstance(below[-1], NEVER_CONNECTED)


def _causes(error: BaseException) -> Iterator[BaseException]:
    while error.__cause__ is not None:
        error = error.__cause__
        yield error


def _seconds_in(description: str) -> float:
    found = re.search(r"retry after ([0-9]{1,6})", description)
    return float(found[1]) if found else RETRY_AFTER_UNTOLD


def _description(error: TelegramError) -> str:
    return error.message.lower()


def _reason(error: TelegramError) -> str:
    """What is kept about it: Telegram's words or the last cause's type, without token and numbers."""
    return redact(error.message or type(error).__name__)[:200]
