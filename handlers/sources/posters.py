"""/poster for staff: a source's poster to hang in a market."""

from functools import partial

from bot.access import Permission
from bot.posters import deep_link
from bot.screens import Action, Button, Screen
from bot.sources import PRINTS, get_source, request_poster
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.models.sources import Source, SourceKind
from storage.sources import find_source, list_sources
from storage.types import JsonObject

SOURCES = "sources"
SOURCE = "source"


async def list_(visit: Visit, argument: str) -> None:
    """All sources, or the one that was named: /poster pasar-rau."""
    if argument and await find_source(visit.tx, argument.strip()) is not None:
        await visit.go(SOURCE, code=argument.strip())
    else:
        await visit.go(SOURCES, page=0)


async def page(visit: Visit, number: str) -> None:
    await visit.go(SOURCES, page=page_number(number))


async def sources_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.MAKE_POSTERS)
    words, number = visit.words, page_of(params)
    found = await list_sources(visit.tx, limit=FETCHED, offset=number * PAGE, for_posters=True)
    rows = page_rows(words, "sources", number, found, _source_button)
    text = words.render("sources-list") if found else words.render("sources-none")
    new = (words.button("sources-new", "newsource", "begin"),)
    return Screen(SOURCES, text, (*rows, new, words.ways_out()))


def _source_button(source: Source) -> Button:
    """Campaigns may have the same name: their number stands behind it."""
    label = f"{source.label} · {source.code}" if source.kind is SourceKind.CAMPAIGN else source.label
    return Button(cut(label), Action("sources", "show", source.code))


async def show(visit: Visit, code: str) -> None:
    await visit.go(SOURCE, code=code)


async def source_screen(visit: Visit, params: JsonObject) -> Screen:
    """A source and the sizes its poster comes in."""
    visit.require(Permission.MAKE_POSTERS)
    words = visit.words
    source = await get_source(visit.tx, str(params.get("code")))
    sizes = tuple(Button(size, Action("sources", size.lower(), source.code)) for size in PRINTS)
    link = deep_link(visit.service.bot_username, source.code)
    text = words.render("sources-card", label=source.label, code=source.code, link=link)
    return Screen(
        SOURCE, text, (sizes, (words.button("sources-back", "sources", "page", "0"),), words.ways_out())
    )


async def send(visit: Visit, code: str, size: str) -> None:
    """The poster is drawn and sent by the outbox: drawing takes longer than an update may."""
    await request_poster(visit.tx, visit.contact.id, code, size, visit.now)
    visit.toast = visit.words.label("sources-coming")


def register(routes: Routes) -> None:
    routes.command("poster", list_, Permission.MAKE_POSTERS)
    routes.screen(SOURCES, sources_screen)
    routes.screen(SOURCE, source_screen)
    routes.action("sources", "page", page, Permission.MAKE_POSTERS)
    routes.action("sources", "show", show, Permission.MAKE_POSTERS)
    for size in PRINTS:
        routes.action("sources", size.lower(), partial(send, size=size), Permission.MAKE_POSTERS)
