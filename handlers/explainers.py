"""/cerita and /info: stories by occupation and guides, a page at a time; /cek_asli is one of them."""

from functools import partial

from bot.errors import NotFound
from bot.explainers import EXPLAINERS, Explainer, Shelf, on_shelf
from bot.screens import Action, Button, Rows, Screen
from bot.visits import Visit
from bot.voices import voice_rows
from handlers.routes import Routes
from storage.types import JsonObject

STORIES = "stories"
GUIDES = "guides"
CLAIMS = "claims"
EXPLAINER = "explainer"


async def show_shelf(visit: Visit, _argument: str, shelf: str) -> None:
    await visit.go(shelf)


async def stories_screen(visit: Visit, _params: JsonObject) -> Screen:
    return Screen(
        STORIES, visit.words.render("stories-list"), (*_shelf(visit, Shelf.STORIES), visit.words.ways_out())
    )


async def guides_screen(visit: Visit, _params: JsonObject) -> Screen:
    """What there is to know, the most asked first."""
    words = visit.words
    rows = (
        (words.button("guides-stories", "explainers", "stories"),),
        (words.button("guides-eligibility", "eligibility", "show"),),
        *_shelf(visit, Shelf.GUIDES),
        (words.button("guides-claims", "explainers", "claims"),),
        (words.button("guides-facilities", "facilities", "show"),),
        visit.words.ways_out(),
    )
    return Screen(GUIDES, words.render("guides-list"), rows)


async def claims_screen(visit: Visit, _params: JsonObject) -> Screen:
    back = (visit.words.button("guides-back", "explainers", "guides"),)
    rows = (*_shelf(visit, Shelf.CLAIMS), back, visit.words.ways_out())
    return Screen(CLAIMS, visit.words.render("claims-list"), rows)


def _shelf(visit: Visit, shelf: Shelf) -> Rows:
    buttons = (
        Button(explainer.title(visit.words), Action("explainers", "open", f"{explainer.id}.1"))
        for explainer in on_shelf(shelf)
    )
    return tuple((button,) for button in buttons)


async def open_page(visit: Visit, id_: str) -> None:
    """A page of an explainer: "ojek.1"."""
    name, _, page = id_.partition(".")
    _find(name, page)
    await visit.go(EXPLAINER, id=name, page=page)


async def open_genuine(visit: Visit, _argument: str) -> None:
    await open_page(visit, "genuine.1")


def _find(name: object, page: object) -> tuple[Explainer, int]:
    explainer = EXPLAINERS.get(str(name))
    if explainer is None or str(page) not in map(str, range(1, explainer.pages + 1)):
        raise NotFound("no such page")
    return explainer, int(str(page))


async def explainer_screen(visit: Visit, params: JsonObject) -> Screen:
    explainer, page = _find(params.get("id"), params.get("page"))
    today = visit.service.facts_today
    phone = visit.service.call_centre
    text = visit.words.joined(
        f"<b>{explainer.title(visit.words)}</b>", explainer.page(visit.words, today, page, phone)
    )
    return Screen(
        EXPLAINER,
        text,
        (
            *_onward(visit, explainer, page),
            *voice_rows(visit, f"{explainer.id}.{page}"),
            _back(visit, explainer),
            visit.words.ways_out(),
        ),
    )


def _onward(visit: Visit, explainer: Explainer, page: int) -> Rows:
    """One tap to the next page; from the last one, to what can be done now."""
    words = visit.words
    if page < explainer.pages:
        return ((words.button("explainers-next", "explainers", "open", f"{explainer.id}.{page + 1}"),),)
    return tuple((words.button(link.text, link.noun, link.verb, link.id),) for link in explainer.leads_to)


def _back(visit: Visit, explainer: Explainer) -> tuple[Button, ...]:
    return (visit.words.button("explainers-back", "explainers", explainer.shelf),)


def register(routes: Routes) -> None:
    routes.command("cerita", partial(show_shelf, shelf=STORIES))
    routes.command("info", partial(show_shelf, shelf=GUIDES))
    routes.command("cek_asli", open_genuine)
    routes.screen(STORIES, stories_screen)
    routes.screen(GUIDES, guides_screen)
    routes.screen(CLAIMS, claims_screen)
    routes.screen(EXPLAINER, explainer_screen, tells=True)
    for shelf in Shelf:
        routes.action("explainers", shelf.value, partial(show_shelf, shelf=shelf.value))
    routes.action("explainers", "open", open_page)
