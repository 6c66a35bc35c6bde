"""`source add`, `source list`: codes behind links and posters."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.clock import Clock
from bot.pacing import Pacer
from bot.places import PlaceIndex, Sure
from bot.posters import deep_link, qr_png
from bot.service import Service
from bot.settings import Settings, load_settings
from bot.sources import SIZES, SourceRefused, check_source, compose_poster, create_source, require_addable
from commands.asking import answers_named
from commands.composition import build_bot, build_service
from commands.databases import open_database
from storage.database import Database
from storage.models.sources import Source, SourceKind
from storage.schema import require_schema
from storage.sources import list_sources

app = typer.Typer(help="Codes behind links, QR codes and posters.", no_args_is_help=True)

Out = Annotated[Path, typer.Option(help="Folder for the QR code and the posters.")]


@app.command()
def add(
    code: Annotated[str, typer.Argument(help="What stands in the link: letters, digits, - and _.")],
    label: Annotated[str, typer.Option(help="What people call it: 'Pasar Rau'.")],
    kind: Annotated[SourceKind, typer.Option(help="Who carries the message.")],
    place: Annotated[
        str, typer.Option(help="Village, by name or code, if everybody there lives in it.")
    ] = "",
    occupation: Annotated[str, typer.Option(help="Occupation, if everybody there has the same.")] = "",
    group: Annotated[str, typer.Option(help="Name of the group whose members it is for, if it is one.")] = "",
    out: Out = Path("posters"),
) -> None:
    """Add a source; print its link and write its QR code (PNG) and posters (A4 and A5 PDF)."""
    asyncio.run(_add(code, label, kind, place, occupation, group, out))


@app.command("list")
def list_() -> None:
    """Show all sources."""
    asyncio.run(_list())


async def _add(
    code: str, label: str, kind: SourceKind, place: str, occupation: str, group: str, out: Path
) -> None:
    """Everything that can be wrong is found before Telegram is asked for the bot's name."""
    settings = load_settings()
    clock = Clock()
    service = build_service(settings, clock, bot_username="")
    source = Source(
        code=code,
        label=label,
        kind=kind,
        village_code=_village(service, place),
        occupation=occupation or None,
        group_name=group.strip() or None,
        created_at=clock.now(),
    )
    check_source(source, service.places)
    named = replace(service, bot_username=await _keep(settings, source, service.places))
    _write(named, source, out)


async def _keep(settings: Settings, source: Source, places: PlaceIndex) -> str:
    """Keep the source, if the bot has a name to make its link of; the name."""
    async with open_database(settings) as database:
        await require_schema(database)
        async with database.transaction(read_only=True) as tx:
            await require_addable(tx, source)
        username = await _bot_username(settings)
        async with database.transaction() as tx:
            await create_source(tx, source, places)
    return username


async def _bot_username(settings: Settings) -> str:
    """The bot's own name, which every link needs."""
    bot = build_bot(settings, Pacer(), None)
    with answers_named():
        async with bot:
            return bot.username


def _village(service: Service, place: str) -> str | None:
    """A village's code from its code or name; SourceRefused when it is not clear which is meant."""
    if not place:
        return None
    if service.places.find_village(place) is not None:
        return place
    reading = service.places.search(place)
    if isinstance(reading, Sure):
        return reading.village.code
    raise SourceRefused(f"{place!r} is not clearly one village: add its kecamatan, or give its code")


def _write(service: Service, source: Source, out: Path) -> None:
    """The link on the screen, the QR code and the posters in a folder."""
    console = Console()
    link = deep_link(service.bot_username, source.code)
    console.print(f"[bold]{escape(source.label)}[/bold]: {link}")
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{source.code}.png").write_bytes(qr_png(link))
        for size in SIZES:
            (out / f"{source.code}-{size}.pdf").write_bytes(compose_poster(service, source, size).pdf())
    except OSError as error:
        raise SourceRefused(
            f"the source is kept, but {out} cannot be written ({error.strerror}): /poster sends its posters"
        ) from None
    console.print(f"QR code and posters: {out}/{source.code}*", soft_wrap=True)


async def _list() -> None:
    async with open_database(load_settings()) as database:
        await require_schema(database)
        Console().print(await _table(database))


async def _table(database: Database) -> Table:
    table = Table("code", "label", "kind", "village", "occupation", "group")
    async with database.transaction(read_only=True) as tx:
        for source in await list_sources(tx, limit=1000):
            table.add_row(
                source.code,
                source.label,
                source.kind.value,
                source.village_code or "",
                source.occupation or "",
                source.group_name or "",
            )
    return table
