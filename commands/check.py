"""`check`: what is missing or wrong, in plain words."""

import asyncio
from contextlib import suppress

import typer
from rich.console import Console
from rich.markup import escape
from telegram import WebhookInfo

from bot.access import Permission, roles_with
from bot.branch import load_branch
from bot.cases.duty import list_on_duty
from bot.clock import Clock
from bot.errors import ConfigurationError
from bot.facts_board import FactsBoard
from bot.pacing import Pacer
from bot.programme.errors import FactsUnreadable
from bot.readiness import (
    Finding,
    Severity,
    approver_findings,
    duty_findings,
    facts_findings,
    list_findings,
    missing_keys,
    sentence_findings,
    timer_findings,
)
from bot.sentences.audit import audit_sentences
from bot.settings import Settings, load_settings
from bot.telling import told_facts
from commands.asking import answers_named
from commands.composition import build_bot, build_service, load_facts
from commands.databases import in_plain_words, key_ring, open_database, sqlite_file
from storage.database import Database
from storage.errors import PerisaiError
from storage.models.staff import Role, StaffMember
from storage.models.timers import Timer
from storage.schema import require_schema
from storage.staff import list_members
from storage.timers import list_failed_timers


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
    """Everything that can be found out from here - files, database, Telegram -; nothing is changed."""
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
    service = build_service(settings, Clock(), "", board)
    told = told_facts(service.shipped, "id")
    return [
        *facts_findings(board.current, service.today(), told),
        *sentence_findings(audit_sentences(service)),
    ]


async def _renew(board: FactsBoard, settings: Settings) -> None:
    """Take up what the database holds, if there is one: what is wrong with it is told elsewhere."""
    with suppress(PerisaiError):
        file = sqlite_file(settings)
        if file is not None and not file.exists():
            return
        async with open_database(settings) as database:
            await require_schema(database)
            async with database.transaction(read_only=True) as tx:
                await board.renew(tx)


async def _database_findings(settings: Settings) -> list[Finding]:
    """What is wrong with keys and database; nothing is made, not even a file."""
    try:
        told = bool(missing_keys(settings))
        if not told:
            key_ring(settings)
        file = sqlite_file(settings)
        if file is not None and not file.exists():
            return [_blocking("database: not there yet; `main.py migrate` makes it")]
        if told:
            return []
        async with open_database(settings) as database:
            await require_schema(database)
            approvers = approver_findings(await _count_approvers(database, settings))
            on_duty = duty_findings(await _count_on_duty(database))
            return [*approvers, *on_duty, *timer_findings(await _given_up(database))]
    except ConfigurationError as error:
        return [_blocking(str(error))]
    except PerisaiError as error:
        return [_blocking(f"database: {in_plain_words(error)}")]


async def _given_up(database: Database) -> list[Timer]:
    """What should have happened by itself, and failed too often."""
    async with database.transaction(read_only=True) as tx:
        return await list_failed_timers(tx)


def _blocking(text: str) -> Finding:
    return Finding(Severity.BLOCKING, text)


async def _count_approvers(database: Database, settings: Settings) -> int:
    """Those who may approve once `run` has taken OWNER_IDS over."""
    approving = roles_with(Permission.APPROVE)
    async with database.transaction(read_only=True) as tx:
        members = await list_members(tx)
    staying = {member.telegram_id for member in members if _role_after_start(member, settings) in approving}
    return len(staying | set(settings.owner_ids))


async def _count_on_duty(database: Database) -> int:
    """Those whom a case would reach now."""
    async with database.transaction(read_only=True) as tx:
        return len(await list_on_duty(tx, Clock().now()))


def _role_after_start(member: StaffMember, settings: Settings) -> Role | None:
    is_let_go = member.from_settings and member.telegram_id not in settings.owner_ids
    return member.role_before if is_let_go else member.role


async def _telegram_findings(settings: Settings) -> list[Finding]:
    """Whether Telegram knows the token, and whether the webhook is the one that is set."""
    if not settings.bot_token.get_secret_value():
        return []  # told already
    try:
        with answers_named():
            async with build_bot(settings, Pacer(), None) as bot:
                info = await bot.get_webhook_info()
    except PerisaiError as error:
        return [_blocking(str(error))]
    return _webhook_findings(settings, info)


def _webhook_findings(settings: Settings, info: WebhookInfo) -> list[Finding]:
    expected = f"{settings.webhook_url.rstrip('/')}/telegram" if settings.webhook_url else ""
    wrong = {
        f"webhook: Telegram's last try failed: {info.last_error_message}": bool(info.last_error_message),
        "webhook: not set as in WEBHOOK_URL; `run` sets it": info.url != expected,
    }
    return [Finding(Severity.NOTICE, text) for text, is_so in wrong.items() if is_so]
