"""Logs tell what happened, and never a token, an identity number or a phone number."""

import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import CHATTY, IMPATIENT, INDISCREET, configure_logging
from bot.telegram_api.redaction import redact, redact_value

TOKEN = "987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8"
NIK = "3604011203850001"
PHONE = "081234567890"


@pytest.fixture(autouse=True)
def _quiet_afterwards() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in CHATTY + IMPATIENT + INDISCREET}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook = hook
    logging.captureWarnings(False)
    structlog.reset_defaults()
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        f"https://api.telegram.org/bot{TOKEN}/sendMessage",
        TOKEN.replace(":", "%3A"),
        NIK,
        "3604 0112 0385 0001",
        "3604-0112-0385-0001",
        "NIK:3604011203850001.",
        "36040112038500012",
        "36.04.01.120385.0001",
        PHONE,
        "+6281234567890",
        "6281234567890",
        "006281234567890",
        "0812-3456-7890",
        "0812 3456 789",
        "0812.3456.7890",
        "+62 812-3456-7890",
        "+62 (0) 812 3456 7890",
        "(0812) 3456 7890",
        "tel:081234567890",
        "https://wa.me/6281234567890",
        "(0254) 200123",
        "0254-200123",
        "021 7654321",
        "+62 254 200123",
        "+62254200123",
    ],
)
def test_secrets_go(secret: str) -> None:
    """Tokens, numbers of sixteen digits and Indonesian phone numbers vanish, however they are written."""
    clean = redact(f"before {secret} after")
    assert clean.startswith("before ")
    assert clean.endswith(" after")
    assert "[" in clean
    assert sum(character.isdigit() for character in clean) <= 4


@pytest.mark.parametrize(
    "harmless",
    [
        "2025-03-03T08:12:34.567890Z",
        "chat 1234567890 update 987654321",
        "0198c1a2-7b3c-7d4e-8f50-0123456789ab",
        "127.0.0.1:8000",
        "took 0.0812345 s",
        "Rp16.800 x 12",
        "1/28 of 0815",
        "3.11.7 62 8",
        "lead 4F7K-2",
        "took 0.0012345678901234567 s",
        "1741000000.123456",
        "0198c1a2-7b3c-7d4e-8350-012345678901",
    ],
)
def test_the_rest_stays(harmless: str) -> None:
    """Times, Telegram's ids, addresses, amounts and our own ids are needed to understand a log."""
    assert redact(harmless) == harmless


def test_values_inside_values() -> None:
    """Secrets go from nested data too, also as numbers and keys; what is harmless keeps its type."""
    assert redact_value({"a": [NIK, 7, None], PHONE: int(NIK), "b": (True, 1.5)}) == {
        "a": ["[number]", 7, None],
        "[phone]": "[number]",
        "b": [True, 1.5],
    }


@pytest.mark.parametrize("as_json", [True, False])
def test_every_way_into_a_log_is_closed(capsys: pytest.CaptureFixture[str], as_json: bool) -> None:
    """Message, arguments, extra, traceback, structlog's events and objects: nothing secret comes out."""
    configure_logging("DEBUG", json=as_json)
    logging.getLogger("httpx").info("HTTP Request: POST %s", f"https://x/bot{TOKEN}/sendMessage")
    logging.getLogger("x").warning("number %d", int(NIK), extra={"phone": PHONE, "list": [PHONE]})
    structlog.get_logger("y").info("submitted", phone=PHONE, nik=int(NIK), error=ValueError(TOKEN))
    _fail()
    written = capsys.readouterr().err
    _assert_clean(written)
    assert "HTTP Request" in written
    assert "Traceback" in written
    if as_json:
        assert len([json.loads(line) for line in written.splitlines()]) == 4


def test_an_uncaught_exception_is_logged_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """The interpreter's last words go through the same gate."""
    configure_logging(json=True)
    error = ValueError(f"cannot reach /bot{TOKEN}/getMe")
    sys.excepthook(type(error), error, error.__traceback__)
    written = capsys.readouterr().err
    _assert_clean(written)
    assert json.loads(written)["level"] == "critical"


def test_a_line_a_call_is_too_much(capsys: pytest.CaptureFixture[str]) -> None:
    """At INFO httpx does not write a line for each call; its warnings are still heard."""
    configure_logging("INFO")
    logging.getLogger("httpx").info("HTTP Request")
    logging.getLogger("httpx").warning("something")
    assert "HTTP Request" not in (written := capsys.readouterr().err)
    assert "something" in written


def test_people_s_words_stay_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Even at DEBUG no library writes the parameters of calls and queries: names are no pattern to redact."""
    configure_logging("DEBUG")
    for name in INDISCREET:
        logging.getLogger(f"{name}.child").debug("parameters {'text': 'Halo, Sari'}")
    assert "Sari" not in capsys.readouterr().err


def _fail() -> None:
    try:
        int(f"https://x/bot{TOKEN}/sendMessage for {PHONE} {NIK}")
    except ValueError:
        logging.getLogger("z").exception("failed")


def _assert_clean(written: str) -> None:
    assert TOKEN.split(":")[1] not in written
    assert NIK not in written
    assert PHONE not in written
