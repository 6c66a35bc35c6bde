"""A real failing call, logged at DEBUG by every library on the way, tells no token."""

import logging
import socket
import sys
from collections.abc import Iterator

import pytest
from telegram.error import TelegramError

from bot.logs import CHATTY, IMPATIENT, INDISCREET, configure_logging
from tests.integration.telegram_api.fake_telegram import (
    TOKEN,
    FakeTelegram,
    answers,
    http,
    make_bot,
    make_request,
)


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    logging.captureWarnings(False)
    for name in CHATTY + IMPATIENT + INDISCREET:
        logging.getLogger(name).setLevel(logging.NOTSET)


async def test_a_failing_call_tells_no_token(
    telegram: FakeTelegram, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused connections, bad gateways and unknown hosts leave tracebacks without the token."""
    configure_logging("DEBUG")
    logging.getLogger("telegram").setLevel(logging.DEBUG)
    telegram.plays(answers(http("502 Bad Gateway", f"<html>/bot{TOKEN}/getMe</html>".encode())))
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    for url in (telegram.url, f"http://127.0.0.1:{port}", "http://nowhere.invalid"):
        await _fail(url)
    written = capsys.readouterr().err
    assert written.count("Traceback") >= 3
    assert "Telegram answered getMe with 502" in written
    assert TOKEN.split(":")[1] not in written


async def _fail(url: str) -> None:
    request = make_request()
    try:
        await make_bot(url, request).get_me()
    except TelegramError:
        logging.getLogger("test").exception("call to /bot%s/getMe failed", TOKEN)
    finally:
        await request.shutdown()
