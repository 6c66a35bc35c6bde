"""`check`: what is missing or wrong, in plain words."""

import asyncio

import typer
from rich.console import Console
from rich.markup import escape
from telegram.error import InvalidToken, TelegramError

from bot.access import Permission, roles_with
from bot.branch import load_branch
from bot.clock import Clock
from bot.errors import ConfigurationError
from bot.facts_board import FactsBoard
from bot.pacing import Pacer
from bot.programme.errors import FactsUnreadable
from bot.readiness import Finding, Severity, approver_findings, facts_findings, list_findings
from bot.settings import Settings, load_settings
from bot.telling import told_facts
from bot.texts import TEXTS_DIRECTORY, Texts
from commands.composition import build_bot, load_facts, open_database
from storage.database import Database
from storage.errors import PerisaiError
from storage.schema import require_schema
from storage.staff import count_members, sync_owners


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
        *await _facts_findings(settings),
        *await _database_findings(settings),
        *await _telegram_findings(settings),
    ]


async def _facts_findings(settings: Settings) -> list[Finding]:
    """The facts as people would be told them: the files', the branch's, and what was approved in the chat."""
    try:
        board = FactsBoard(load_facts(settings, load_branch(settings.branch_file)))
    except FactsUnreadable as error:
        return [Finding(Severity.BLOCKING, f"facts: {error}")]
    except ConfigurationError:
        return []  # a branch file that cannot be read is told already
    await _renew(board, settings)
    told = told_facts(Texts.load(TEXTS_DIRECTORY), "id")
    return facts_findings(board.current, Clock().today(settings.zone), told)


async def _renew(board: FactsBoard, settings: Settings) -> None:
    """Take up what the database holds, if there is one: what is wrong with it is told elsewhere."""
    try:
        database = open_database(settings)
    except ConfigurationError:
        return
    try:
        await require_schema(database)
        async with database.transaction(read_only=True) as tx:
            await board.renew(tx)
    except PerisaiError:
        return
    finally:
        await database.close()


async def _database_findings(settings: Settings) -> list[Finding]:
    try:
        database = open_database(settings)
    except ConfigurationError as error:
        return [Finding(Severity.BLOCKING, str(error))]
    try:
        await require_schema(database)
        return approver_findings(await _count_approvers(database, settings))
    except PerisaiError as error:
        return [Finding(Severity.BLOCKING, f"database: {error}")]
    finally:
        await database.close()


async def _count_approvers(database: Database, settings: Settings) -> int:
    async with database.transaction() as tx:
        await sync_owners(tx, settings.owner_ids, Clock().now())
        return await count_members(tx, roles_with(Permission.APPROVE))


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
    except TelegramError as error:
        return [Finding(Severity.BLOCKING, f"Telegram: {type(error).__name__}: {error.message}")]
    expected = f"{settings.webhook_url.rstrip('/')}/telegram" if settings.webhook_url else ""
    trouble = (
        [Finding(Severity.NOTICE, f"webhook: {info.last_error_message}")] if info.last_error_message else []
    )
    if info.url != expected:
        trouble.append(Finding(Severity.NOTICE, "webhook: not set as in WEBHOOK_URL; `run` sets it"))
    return trouble
