"""`campaign ...`: what staff do at /siar, from the shell; wrong words get sentences, not traces."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from bot.access import Permission, roles_with
from bot.campaigns.ledger_files import EXPORTED, ledger_table
from bot.campaigns.ledger_texts import FILTERS
from bot.campaigns.markup import read_html
from bot.campaigns.moves import CampaignRefused
from bot.campaigns.picking import rule_in_words
from bot.campaigns.progress_texts import progress_text
from bot.campaigns.result_texts import results_text
from bot.campaigns.running import cancel_campaign, pause_campaign, resume_campaign, start_campaign
from bot.clock import Clock
from bot.errors import Stale
from bot.service import Service
from bot.settings import load_settings
from bot.sheets import write_csv, write_sheet
from bot.wording import Wording
from commands.composition import build_service
from commands.databases import open_database
from storage.campaign_events import add_campaign_event
from storage.campaign_texts import list_texts
from storage.campaigns import find_campaign_by_number, list_campaigns
from storage.database import Database, Transaction
from storage.errors import PerisaiError
from storage.models.campaigns import Campaign, CampaignState
from storage.schema import require_schema
from storage.staff import list_staff

app = typer.Typer(
    help="Campaigns: see them, hold them, let them go on, read their ledger.", no_args_is_help=True
)

LISTED = 50
LOOK_SECONDS = 2.0
EVERY_ROW = 10_000_000
OVER = (CampaignState.FINISHED, CampaignState.CANCELLED, CampaignState.REFUSED)

Number = Annotated[str, typer.Argument(help="The campaign's number, as `campaign list` shows it.")]
By = Annotated[
    int, typer.Option("--by", help="Telegram id of the officer who does it; 0: the only one there is.")
]
Change = Callable[[Transaction, Service, UUID, Campaign], Awaitable[Campaign]]


class CampaignUnknown(PerisaiError):
    """What was named is not there, or cannot be done as it stands."""


@dataclass(frozen=True, slots=True)
class _Office:
    """An open database and the knowledge of the deployment."""

    database: Database
    service: Service

    @property
    def words(self) -> Wording:
        return Wording(self.service.texts, "en")


@asynccontextmanager
async def _office() -> AsyncIterator[_Office]:
    settings = load_settings()
    service = build_service(settings, Clock(), bot_username="")
    async with open_database(settings) as database:
        await require_schema(database)
        yield _Office(database, service)


@app.command("list")
def list_() -> None:
    """The campaigns, the newest first."""
    asyncio.run(_list())


async def _list() -> None:
    table = Table("number", "name", "state", "audience", "made")
    async with _office() as office, office.database.transaction(read_only=True) as tx:
        for campaign in await list_campaigns(tx, limit=LISTED):
            made = office.service.short_moment(campaign.created_at)
            audience = str(campaign.audience) if campaign.frozen_at else ""
            table.add_row(campaign.number, escape(campaign.name), campaign.state.value, audience, made)
    Console().print(table)


@app.command()
def show(number: Number) -> None:
    """One campaign: its words, whom it is for, how far it is, what came of it."""
    asyncio.run(_show(number))


async def _show(number: str) -> None:
    async with _office() as office, office.database.transaction(read_only=True) as tx:
        campaign = await _get(tx, number)
        parts = [f"{campaign.name} ({campaign.number}): {campaign.state.value}"]
        texts = await list_texts(tx, campaign.id, campaign.text_version)
        parts += [f"[{text.language}]\n{read_html(text.html).plain}" for text in texts]
        parts.append(await rule_in_words(tx, office.service, office.words, campaign))
        if campaign.frozen_at is not None:
            parts += [
                await _progress(tx, office, campaign),
                await results_text(tx, words=office.words, campaign=campaign),
            ]
    Console().print(Text("\n\n".join(parts)))


async def _get(tx: Transaction, number: str) -> Campaign:
    campaign = await find_campaign_by_number(tx, number.strip().upper())
    if campaign is None:
        raise CampaignUnknown(f"no campaign has the number {number}: `campaign list` shows them")
    return campaign


async def _progress(tx: Transaction, office: _Office, campaign: Campaign) -> str:
    """The lines of the live message, without its tags."""
    now = office.service.clock.now()
    told = await progress_text(tx, service=office.service, words=office.words, campaign=campaign, now=now)
    return read_html(told).plain


@app.command()
def start(number: Number, by: By = 0) -> None:
    """Begin an approved campaign now."""
    asyncio.run(_change(number, by, start_campaign, "begins as soon as its audience is frozen"))


@app.command()
def pause(number: Number, by: By = 0) -> None:
    """Hold a campaign: no further message is begun."""
    asyncio.run(_change(number, by, pause_campaign, "is paused"))


@app.command()
def resume(number: Number, by: By = 0) -> None:
    """Let a paused campaign go on."""
    asyncio.run(_change(number, by, resume_campaign, "goes on"))


@app.command()
def cancel(number: Number, by: By = 0) -> None:
    """End a campaign: whoever still waits does not get it."""
    asyncio.run(_change(number, by, cancel_campaign, "is cancelled"))


async def _change(number: str, by: int, change: Change, done: str) -> None:
    """The same use-cases as in the chat, in one transaction."""
    async with _office() as office, office.database.transaction() as tx:
        campaign = await _get(tx, number)
        actor = await _actor(tx, by)
        try:
            await change(tx, office.service, actor, campaign)
        except Stale:
            raise CampaignUnknown(f"{number} is {campaign.state.value}: that cannot be done now") from None
        except CampaignRefused as refused:
            raise CampaignUnknown(office.words.label(f"campaigns-cannot.{refused.reason}")) from None
    Console().print(f"{campaign.name} {done}.", markup=False)


async def _actor(tx: Transaction, by: int) -> UUID:
    """Every change has somebody behind it; the history says who."""
    staff = [contact for contact, _ in await list_staff(tx, roles_with(Permission.RUN_CAMPAIGNS))]
    chosen = [contact for contact in staff if by in {0, contact.telegram_id}]
    if len(chosen) == 1:
        return chosen[0].id
    if by:
        raise CampaignUnknown(f"{by} runs no campaigns here, or has not started the bot")
    raise CampaignUnknown(f"{len(chosen)} people run campaigns here: say who with --by")


@app.command()
def progress(
    number: Number,
    *,
    follow: Annotated[
        bool, typer.Option(help="Keep looking until it is over; Ctrl-C ends only the looking.")
    ] = False,
) -> None:
    """How far a campaign is."""
    asyncio.run(_watch(number, follow=follow))


async def _watch(number: str, *, follow: bool) -> None:
    async with _office() as office:
        with Live(console=Console(), auto_refresh=False) as live:
            while True:
                began = time.monotonic()
                async with office.database.transaction(read_only=True) as tx:
                    campaign = await _get(tx, number)
                    told = await _progress(tx, office, campaign)
                live.update(Text(f"{campaign.name}: {campaign.state.value}\n\n{told}"), refresh=True)
                if not follow or campaign.state in OVER:
                    return
                await asyncio.sleep(max(LOOK_SECONDS, 20 * (time.monotonic() - began)))


@app.command()
def ledger(
    number: Number,
    out: Annotated[Path, typer.Argument(help="Where it is written: .csv or .xlsx.")],
    *,
    only: Annotated[str, typer.Option(help=f"One of {', '.join(FILTERS)}.")] = "all",
    by: By = 0,
) -> None:
    """Write what became of each message into a file; who took it is written down."""
    if only not in FILTERS:
        raise CampaignUnknown(f"--only is one of {', '.join(FILTERS)}")
    if out.suffix not in {".csv", ".xlsx"}:
        raise CampaignUnknown(f"{out} ends neither in .csv nor in .xlsx")
    asyncio.run(_ledger(number, out, only, by))


async def _ledger(number: str, out: Path, only: str, by: int) -> None:
    async with _office() as office:
        await _note_export(office, number, only, by, office.service.clock.now())
        async with office.database.transaction(read_only=True) as tx:
            campaign = await _get(tx, number)
            names, rows = await ledger_table(
                tx, office.service, office.words, campaign, only, limit=EVERY_ROW
            )
    _write(out, write_csv(names, rows) if out.suffix == ".csv" else write_sheet(number, names, rows))
    Console().print(f"{len(rows)} rows: {out}", markup=False, soft_wrap=True)


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise CampaignUnknown(f"{out} cannot be written ({error.strerror})") from None


async def _note_export(office: _Office, number: str, only: str, by: int, now: datetime) -> None:
    async with office.database.transaction() as tx:
        campaign, actor = await _get(tx, number), await _actor(tx, by)
        details: dict[str, object] = {"format": "shell", "filter": only}
        await add_campaign_event(tx, campaign.id, EXPORTED, now, actor=actor, details=details)
