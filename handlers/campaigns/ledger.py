"""Afterwards: what became of each message, as pages and as a file; and what people did with the campaign."""

from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.campaigns.composing import get_campaign
from bot.campaigns.ledger_files import FORMATS, request_ledger
from bot.campaigns.ledger_texts import FILTERS, row_text
from bot.campaigns.result_texts import results_text
from bot.errors import NotFound
from bot.screens import Action, Button, Rows, Screen, in_rows
from bot.visits import Visit
from handlers.pages import PAGE
from handlers.routes import Routes
from storage.ledger import LedgerRow, list_ledger
from storage.people import list_people
from storage.types import JsonObject

LEDGER = "campaign-ledger"
RESULTS = "campaign-results"


async def show(visit: Visit, id_: str) -> None:
    campaign = await get_campaign(visit, id_.partition(".")[0])
    await visit.go(LEDGER, number=campaign.number, only="all", after="")


async def choose_filter(visit: Visit, only: str) -> None:
    if only not in FILTERS:
        raise NotFound(only)
    await visit.go(LEDGER, number=visit.place.params.get("number"), only=only, after="")


async def turn(visit: Visit, after: str) -> None:
    """The page behind this person; from the first one, where there is none."""
    await visit.go(LEDGER, **{**visit.place.params, "after": after})


async def ledger_screen(visit: Visit, params: JsonObject) -> Screen:
    """A page of people, the reason beside each; who that is, is for officers to know."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, only = visit.words, str(params.get("only"))
    campaign = await get_campaign(visit, str(params.get("number")))
    found = await list_ledger(
        visit.tx, campaign.id, states=FILTERS.get(only), after=_uuid(params.get("after")), limit=PAGE + 1
    )
    text = words.joined(
        words.render("campaigns-ledger", name=campaign.name, filter=words.label(f"campaigns-filter.{only}")),
        await _lines(visit, found[:PAGE]) or words.render("campaigns-ledger-none"),
    )
    rows = (*_filters(visit, only), *_pager(visit, found, params), *_ends(visit, campaign.number))
    return Screen(LEDGER, text, rows, protected=True)


async def _lines(visit: Visit, found: list[LedgerRow]) -> str:
    people = await list_people(visit.tx, [row.contact_id for row in found])
    return "\n".join(row_text(visit.words, visit.service, row, people.get(row.contact_id)) for row in found)


def _filters(visit: Visit, chosen: str) -> Rows:
    buttons = [
        Button(
            ("✅ " if only == chosen else "") + visit.words.label(f"campaigns-filter.{only}"),
            Action("campaigns", "filter", only),
        )
        for only in FILTERS
    ]
    return in_rows(buttons, 2)


def _pager(visit: Visit, found: list[LedgerRow], params: JsonObject) -> Rows:
    words, row = visit.words, []
    if params.get("after"):
        row.append(Button(words.label("campaigns-first-page"), Action("campaigns", "turn", "")))
    if len(found) > PAGE:
        row.append(
            Button(words.label("nav-after"), Action("campaigns", "turn", found[PAGE - 1].contact_id.hex))
        )
    return (tuple(row),) if row else ()


def _ends(visit: Visit, number: str) -> Rows:
    words = visit.words
    files = tuple(
        Button(words.label(f"campaigns-export.{kind}"), Action("campaigns", f"export-{kind}", number))
        for kind in FORMATS
    )
    return (files, (Button(words.label("nav-back"), Action("campaigns", "show", number)),), words.ways_out())


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(hex=str(value)) if value else None
    except ValueError:
        raise NotFound(str(value)) from None


async def export(visit: Visit, number: str, kind: str) -> None:
    """The rows of this filter as a file, in a message of its own; that it was taken is written down."""
    campaign = await get_campaign(visit, number)
    only = str(visit.place.params.get("only"))
    if only not in FILTERS:
        raise NotFound(only)
    await request_ledger(visit.tx, campaign, visit.contact.id, kind, only, visit.now)
    visit.toast = visit.words.label("campaigns-export-coming")


async def show_results(visit: Visit, id_: str) -> None:
    campaign = await get_campaign(visit, id_.partition(".")[0])
    await visit.go(RESULTS, number=campaign.number)


async def results_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.RUN_CAMPAIGNS)
    words = visit.words
    campaign = await get_campaign(visit, str(params.get("number")))
    text = words.render("campaigns-results", name=campaign.name)
    later = partial(results_text, words=words, campaign=campaign)
    back = (Button(words.label("nav-back"), Action("campaigns", "show", campaign.number)),)
    return Screen(RESULTS, text, (back, words.ways_out()), later=later)


def register(routes: Routes) -> None:
    routes.screen(LEDGER, ledger_screen)
    routes.screen(RESULTS, results_screen)
    for verb, handler in (
        *(("ledger", show), ("filter", choose_filter), ("turn", turn), ("results", show_results)),
    ):
        routes.action("campaigns", verb, handler, Permission.RUN_CAMPAIGNS)
    for kind in FORMATS:
        routes.action("campaigns", f"export-{kind}", partial(export, kind=kind), Permission.RUN_CAMPAIGNS)
