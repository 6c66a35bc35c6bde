"""`demo`: the real bot and storage with an offline Telegram, phones in the browser, on one machine."""

import asyncio
import os
import socket
import webbrowser
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.clock import JAKARTA, Clock
from bot.digests import DIGEST
from bot.errors import ConfigurationError
from bot.logs import configure_logging
from bot.schedule import JOBS, run_job
from bot.settings import Settings, load_settings
from bot.working_hours import BranchCalendar
from commands.composition import House, open_house
from commands.crowd import settle_crowd
from commands.databases import open_database, sole_process
from commands.running import beside, run_house, stop_on_signals
from playground.clock import TimeAhead
from playground.crowd import MOST, gather
from playground.server import Running, running
from playground.settings import Settings as PlaygroundSettings
from playground.world import World
from storage.contacts import meet_contact
from storage.crypto import generate_data_key, generate_index_key
from storage.database import Transaction
from storage.models.sources import Source, SourceKind
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.outbox import next_due_at
from storage.schema import migrate
from storage.sources import add_source
from storage.staff import grant_role
from storage.timers import next_timer_at, set_timer
from storage.types import new_id
from storage.volunteers import Territory, add_volunteer, post

DEMO_TOKEN = "7000000001:" + "demo" * 9  # no secret: it opens nothing but the playground on this machine
DATABASE = "bot.db"
BUDI, RINA = 1002, 1003
BUDIS_RT = Territory("36.04.12.2001", "005", "003")
FOLLOW_SECONDS = 0.2
SOURCES = (
    ("pasar-rau", "Pasar Rau", SourceKind.MARKET, None, "trader"),
    ("nelayan-karangantu", "Nelayan Karangantu", SourceKind.FISHERS, None, "fisher"),
    ("desa-pontang", "Desa Pontang", SourceKind.NEIGHBOURHOOD, "36.04.12.2001", None),
)


def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of the page; 0 takes any free one.")
    ] = 8080,
    folder: Annotated[Path, typer.Option(help="Where the demo keeps its keys and database.")] = Path(".demo"),
    browser: Annotated[bool, typer.Option(help="Open the page, where there is a desktop.")] = True,
    crowd: Annotated[
        int, typer.Option(min=0, max=MOST, help="So many more people, for a campaign to be sent to.")
    ] = 0,
    at: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%dT%H:%M"],
            help="What the clocks say at first, in WIB; else now, or when Pak Budi's day begins next.",
        ),
    ] = None,
) -> None:
    """Show everything on this machine, without a token and without a network.

    Each start begins empty: the phones of the last demo are gone, and what they wrote with them.
    """
    _require_usable(port, folder)
    with sole_process(folder / DATABASE):
        _forget_last_demo(folder)
        ahead = begins_ahead(datetime.now(UTC), at)
        asyncio.run(_demo(port, folder, ahead, browser=browser, crowd=crowd))


def begins_ahead(now: datetime, at: datetime | None = None) -> timedelta:
    """How far the clocks are ahead: at night no lead is given out, and there would be little to see."""
    if at is not None:
        return at.replace(tzinfo=JAKARTA) - now
    budi = Volunteer(id=new_id(), role=Role.VOLUNTEER, name=b"", joined_at=now)
    return BranchCalendar(JAKARTA).next_working_moment(budi, now) - now


def _require_usable(port: int, folder: Path) -> None:
    """ConfigurationError in plain words where the demo could not begin."""
    try:
        with socket.create_server(("127.0.0.1", port)):
            pass
    except OSError as error:
        raise ConfigurationError(f"port {port} cannot be used ({error.strerror}): try --port 0") from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".writable").touch()
        (folder / ".writable").unlink()
    except OSError as error:
        raise ConfigurationError(f"--folder {folder} cannot be written ({error.strerror})") from None


async def _demo(port: int, folder: Path, ahead: timedelta, *, browser: bool, crowd: int) -> None:
    configure_logging("WARNING")
    stopping = asyncio.Event()
    stop_on_signals(stopping)
    playground = PlaygroundSettings(token=DEMO_TOKEN, time=TimeAhead(ahead.total_seconds()))
    async with running(playground, port=port) as (server, world):
        settings, clock = demo_settings(folder, server.url), Clock(ahead)
        await _prepare(settings, clock.now())
        async with open_house(settings, clock) as house:
            if crowd:
                await settle_crowd(house.database, house.service, gather(world, crowd))
            _announce(server, browser=browser)
            async with beside(_follow_clock(world, clock, ahead, house), stopping):
                await run_house(house, stopping)
    Console().print("Selesai. Sampai jumpa.")


def _announce(server: Running, *, browser: bool) -> None:
    Console().print(f"\n  Buka [bold]{server.url}[/bold] di peramban. Ctrl-C untuk berhenti.\n")
    has_desktop = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ  # noqa: TID251 - reason: asks for a screen, not for a setting
    if browser and has_desktop:
        webbrowser.open(server.url)


def demo_settings(folder: Path, api_url: str) -> Settings:
    """Settings of the demo's own, whatever the environment says."""
    data_key, index_key = _keys(folder / "keys")
    return load_settings(
        bot_token=DEMO_TOKEN,
        bot_api_url=api_url,
        database_url=f"sqlite+aiosqlite:///{folder / DATABASE}",
        data_keys=data_key,
        index_key=index_key,
        owner_ids=(RINA,),
        webhook_url="",
        http_port=0,
        rate_per_second=28,
        branch_file=_branch(folder / "branch.toml"),
        spool_dir=str(folder / "spool"),
    )


def _keys(path: Path) -> tuple[str, str]:
    """New ones each time, for a new database; kept in a file for whoever wants to look into it."""
    data_key, index_key = generate_data_key(), generate_index_key()
    path.touch(mode=0o600)
    path.write_text(f"{data_key}\n{index_key}\n", encoding="utf-8")
    return data_key, index_key


def _branch(path: Path) -> Path:
    """The Serang branch with what is not known filled in with words that say so."""
    if not path.exists():
        shipped = Settings.model_fields["branch_file"].default.read_text(encoding="utf-8")
        filled = shipped.replace('name = ""', 'name = "BPJS Ketenagakerjaan Serang (contoh)"')
        filled = filled.replace('contact = ""', 'contact = "175"').replace("_months = 0", "_months = 24")
        path.write_text(filled + OPENING, encoding="utf-8")
    return path


OPENING = """
[opening]
days = [0, 1, 2, 3, 4, 5, 6]
opens = "08.00"
closes = "21.00"
"""


async def _prepare(settings: Settings, now: datetime) -> None:
    """A new database - the phones of the last demo are gone, too - and a few sources to arrive by."""
    async with open_database(settings) as database:
        await migrate(database)
        async with database.transaction() as tx:
            for code, label, kind, village, occupation in SOURCES:
                source = Source(
                    code=code,
                    label=label,
                    kind=kind,
                    village_code=village,
                    occupation=occupation,
                    created_at=now,
                )
                await add_source(tx, source)
            await _take_budi_on(tx, now)


async def _take_budi_on(tx: Transaction, now: datetime) -> None:
    """Pak Budi has been invited already: RT 003/RW 005 of Pontang is his, with a digest every evening."""
    contact = await meet_contact(tx, BUDI, now)
    await grant_role(tx, BUDI, Role.VOLUNTEER, now)
    budi = await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", now, contact_id=contact.id)
    await post(tx, budi.id, now, territory=BUDIS_RT)
    calendar = BranchCalendar(JAKARTA)
    await set_timer(tx, DIGEST, budi.id, calendar.next_digest(budi, now), now)


def _forget_last_demo(folder: Path) -> None:
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):  # not the lock, which is ours now
        (folder / name).unlink(missing_ok=True)


async def _follow_clock(world: World, clock: Clock, ahead: timedelta, house: House) -> None:
    """When the playground's clock is moved, go there by way of every moment at which something is due."""
    while True:
        moved = world.clock.offset_seconds
        target = ahead + timedelta(seconds=moved)
        while clock.offset < target:
            await _step(clock, target, house)
        if world.clock.followed_seconds != moved:
            world.clock.followed_seconds = moved
            world.events.emit("clock")
        await asyncio.sleep(FOLLOW_SECONDS)


async def _step(clock: Clock, target: timedelta, house: House) -> None:
    """To the next moment at which something is due, or to the target; then every job and the outbox once."""
    async with house.database.transaction(read_only=True) as tx:
        moments = (await next_due_at(tx), await next_timer_at(tx))
    due = min((moment for moment in moments if moment), default=None)
    ahead = (due - clock.now()) if due else target
    clock.move(min(max(ahead, timedelta(seconds=1)), target - clock.offset))
    for job in JOBS:
        await run_job(job, house.desk)
    await house.outbox.drain()
