"""`check`: what is missing or wrong, in plain words."""

import asyncio
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from sqlalchemy.engine import make_url
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.access import Permission, roles_with
from bot.clock import Clock
from bot.errors import ConfigurationError
from bot.pacing import Pacer
from bot.programme.facts import Facts
from bot.readiness import Finding, Severity, approver_findings, facts_findings, list_findings
from bot.settings import Settings, load_settings
from commands.composition import TelegramAway, build_bot, database_url, open_database
from storage.database import Database
from storage.errors import PerisaiError, StorageUnavailable
from storage.schema import require_schema
from storage.staff import list_members


def check() -> None:
    """Say what is missing or wrong; exit 1 when there is anything."""
    findings = asyncio.run(collect_findings(load_settings()))
    console = Console()
    for finding in findings:
        colour = "red" if finding.severity is Severity.BLOCKING else "yellow"
        console.print(
            f"[{colour}]{finding.severity.value}[/{colour}]: {escape(finding.text)}",
            soft_wrap=True,
            highlight=False,
        )
    if findings:
        raise typer.Exit(1)
    console.print("[green]Everything is in place.[/green]")


async def collect_findings(settings: Settings) -> list[Finding]:
    """Everything that can be found out from here: files, database, Telegram."""
    return [
        *list_findings(settings),
        *facts_findings(Facts.load(), Clock().today(settings.zone)),
        *await _database_findings(settings),
        *await _telegram_findings(settings),
    ]


async def _database_findings(settings: Settings) -> list[Finding]:
    """What is wrong with the database; nothing is made or changed, not even a file."""
    if is_not_made_yet(settings):
        return [Finding(Severity.BLOCKING, "database: not there yet; `main.py migrate` makes it")]
    try:
        database = open_database(settings)
    except ConfigurationError as error:
        return [Finding(Severity.BLOCKING, str(error))]
    try:
        await require_schema(database)
        return approver_findings(await _count_approvers(database, settings))
    except StorageUnavailable as error:
        return [Finding(Severity.BLOCKING, f"database: it does not answer ({error})")]
    except PerisaiError as error:
        return [Finding(Severity.BLOCKING, f"database: {error}")]
    finally:
        await database.close()


def is_not_made_yet(settings: Settings) -> bool:
    """Whether DATABASE_URL names a SQLite file that nobody has made."""
    try:
        url = make_url(database_url(settings.database_url))
    except ConfigurationError:
        return False  # told by whoever opens it
    return url.get_backend_name() == "sqlite" and bool(url.database) and not Path(str(url.database)).exists()


async def _count_approvers(database: Database, settings: Settings) -> int:
    """Those who may approve once `run` has taken OWNER_IDS over."""
    approving = roles_with(Permission.APPROVE)
    async with database.transaction(read_only=True) as tx:
        members = await list_members(tx)
    staying = {
        member.telegram_id
        for member in members
        if member.role in approving and (not member.from_settings or member.telegram_id in settings.owner_ids)
    }
    return len(staying | set(settings.owner_ids))


async def _telegram_findings(settings: Settings) -> list[Finding]:
    """Whether Telegram knows the token, and whether the webhook is the one that is set."""
    try:
        bot = build_bot(settings, Pacer(), None)
        async with bot:
            info = await bot.get_webhook_info()
    except ConfigurationError:
        return []  # a missing token is told already
    except InvalidToken:  # its message is the token
        return [Finding(Severity.BLOCKING, "BOT_TOKEN: Telegram does not know this token")]
    except BadRequest as error:
        return [Finding(Severity.BLOCKING, f"Telegram: {error.message}")]
    except TelegramError:
        return [Finding(Severity.BLOCKING, str(TelegramAway()))]
    expected = f"{settings.webhook_url.rstrip('/')}/telegram" if settings.webhook_url else ""
    trouble = (
        [Finding(Severity.NOTICE, f"webhook: {info.last_error_message}")] if info.last_error_message else []
    )
    if info.url != expected:
        trouble.append(Finding(Severity.NOTICE, "webhook: not set as in WEBHOOK_URL; `run` sets it"))
    return trouble
