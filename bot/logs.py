"""Logging, set up once by main: structlog renders its own events and everybody else's, redacted."""

import logging
import sys
from types import TracebackType

import structlog
from structlog.typing import Processor

from bot.telegram_api.redaction import redact, redact_event

CHATTY = ("httpx", "httpcore", "aiohttp", "alembic", "asyncio")  # a line a call
IMPATIENT = ("apscheduler",)  # a line for each second that a tick takes longer; the next does what is left
INDISCREET = ("telegram", "aiosqlite", "sqlalchemy")  # at DEBUG they write what people told us


class RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """The last gate: whatever a record carried, nothing secret leaves as text."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, once more without secrets."""
        return redact(super().format(record))


def configure_logging(level: str | int = "INFO", *, json: bool = False) -> None:
    """Send every log line to standard error: JSON, one object a line, or words for a person.

    Replaces the root handlers. Chatty libraries speak from WARNING on unless the level is DEBUG, impatient
    ones from ERROR, indiscreet ones from WARNING always; uncaught exceptions and Python warnings are logged,
    so redacted, too.
    """
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(_formatter(json=json))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    _quieten(logging.getLogger().level)
    sys.excepthook = _log_uncaught


def _shared() -> list[Processor]:
    """What every event goes through, ours and the standard library's."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]


def _formatter(*, json: bool) -> RedactingFormatter:
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    return RedactingFormatter(
        foreign_pre_chain=_shared(),
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,  # text: no local variables, people's answers
            redact_event,
            renderer,
        ],
    )


def _quieten(level: int) -> None:
    from_warnings, from_errors = max(level, logging.WARNING), max(level, logging.ERROR)
    for name in CHATTY:
        logging.getLogger(name).setLevel(level if level <= logging.DEBUG else from_warnings)
    for name in IMPATIENT:
        logging.getLogger(name).setLevel(level if level <= logging.DEBUG else from_errors)
    for name in INDISCREET:
        logging.getLogger(name).setLevel(from_warnings)


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("uncaught").critical("uncaught exception", exc_info=(kind, error, trace))
