"""`campaign ...`: what staff do at /siar, from the shell; wrong words get sentences, not traces."""

import asyncio
import time
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from bot.campaigns.ledger_files import EXPORTED, ledger_table
from bot.campaigns.ledger_texts import FILTERS
from bot.campaigns.markup import read_html
from bot.campaigns.picking import rule_in_words
from bot.campaigns.progress_texts import progress_text
from bot.campaigns.result_texts import results_text
from bot.campaigns.running import cancel_campaign, pause_campaign, resume_campaign, start_campaign
from bot.sheets import write_csv, write_sheet
from commands.campaign_aiming import AIMING
from commands.campaign_attaching import ATTACHING
from commands.campaign_deciding import DECIDING
from commands.campaign_desk import (
    By,
    CampaignUnknown,
    Number,
    Office,
    changes,
    get_actor,
    get_campaign,
    office,
)
from commands.campaign_drafting import DRAFTING
from commands.campaign_making import MAKING
from storage.campaign_events import add_campaign_event
from storage.campaign_texts import list_texts
from storage.campaigns import list_campaigns
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState

app = typer.Typer(
    help="Campaigns: make them, see them, hold them, let them go on, read their ledger.",
    no_args_is_help=True,
)
for command in (*MAKING, *ATTACHING, *AIMING, *DRAFTING, *DECIDING):
    app.command()(command)

LISTED = 50
LOOK_SECONDS = 2.0
EVERY_ROW = 10_000_000
OVER = (CampaignState.FINISHED, CampaignState.CANCELLED, CampaignState.REFUSED)


@app.command("list")
def list_() -> None:
    """The campaigns, the newest first."""
    asyncio.run(_list())


async def _list() -> None:
    table = Table("number", "name", "state", "audience", "made")
    async with office() as desk, desk.database.transaction(read_only=True) as tx:
        for campaign in await list_campaigns(tx, limit=LISTED):
            made = desk.service.short_moment(campaign.created_at)
            audience = str(campaign.audience) if campaign.frozen_at else ""
            table.add_row(campaign.number, escape(campaign.name), campaign.state.value, audience, made)
    Console().print(table)


@app.command()
def show(number: Number) -> None:
    """One campaign: its words, whom it is for, how far it is, what came of it."""
    asyncio.run(_show(number))


async def _show(number: str) -> None:
    async with office() as desk, desk.database.transaction(read_only=True) as tx:
        campaign = await get_campaign(tx, number)
        parts = [f"{campaign.name} ({campaign.number}): {campaign.state.value}"]
        texts = await list_texts(tx, campaign.id, campaign.text_version)
        parts += [f"[{text.language}]\n{read_html(text.html).plain}" for text in texts]
        parts.append(await rule_in_words(tx, desk.service, desk.words, campaign))
        if campaign.frozen_at is not None:
            parts += [
                await _progress(tx, desk, campaign),
                await results_text(tx, words=desk.words, campaign=campaign),
            ]
    Console().print(Text("\n\n".join(parts)))


async def _progress(tx: Transaction, desk: Office, campaign: Campaign) -> str:
    """The lines of the live message, without its tags."""
    now = desk.service.clock.now()
    told = await progress_text(tx, service=desk.service, words=desk.words, campaign=campaign, now=now)
    return read_html(told).plain


@app.command()
def start(number: Number, by: By = 0) -> None:
    """Begin an approved campaign now."""
    changes(number, by, start_campaign, "begins as soon as its audience is frozen")


@app.command()
def pause(number: Number, by: By = 0) -> None:
    """Hold a campaign: no further message is begun."""
    changes(number, by, pause_campaign, "is paused")


@app.command()
def resume(number: Number, by: By = 0) -> None:
    """Let a paused campaign go on."""
    changes(number, by, resume_campaign, "goes on")


@app.command()
def cancel(number: Number, by: By = 0) -> None:
    """End a campaign: whoever still waits does not get it."""
    changes(number, by, cancel_campaign, "is cancelled")


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
    async with office() as desk:
        with Live(console=Console(), auto_refresh=False) as live:
            while True:
                began = time.monotonic()
                async with desk.database.transaction(read_only=True) as tx:
                    campaign = await get_campaign(tx, number)
                    told = await _progress(tx, desk, campaign)
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
    async with office() as desk:
        await _note_export(desk, number, only, by, desk.service.clock.now())
        async with desk.database.transaction(read_only=True) as tx:
            campaign = await get_campaign(tx, number)
            names, rows = await ledger_table(tx, desk.service, desk.words, campaign, only, limit=EVERY_ROW)
    _write(out, write_csv(names, rows) if out.suffix == ".csv" else write_sheet(number, names, rows))
    Console().print(f"{len(rows)} rows: {out}", markup=False, soft_wrap=True)


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise CampaignUnknown(f"{out} cannot be written ({error.strerror})") from None


async def _note_export(desk: Office, number: str, only: str, by: int, now: datetime) -> None:
    async with desk.database.transaction() as tx:
        campaign, actor = await get_campaign(tx, number), await get_actor(tx, by)
        details: dict[str, object] = {"format": "shell", "filter": only}
        await add_campaign_event(tx, campaign.id, EXPORTED, now, actor=actor, details=details)
