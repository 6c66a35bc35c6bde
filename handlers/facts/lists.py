"""/fakta: the facts by group, and each with every value it has had."""

from bot.fact_words import fact_name, grade_words, group_name, source_words, value_words
from bot.programme.changes import is_changeable
from bot.programme.entries import Fact
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.facts.telling import (
    FACT,
    GROUP,
    GROUPS,
    MAY,
    current_fact,
    history_of,
    proposal_rows,
)
from handlers.pages import FETCHED, PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from handlers.starting_days import day_words
from storage.facts import list_open_proposals
from storage.types import JsonObject


async def show(visit: Visit, argument: str) -> None:
    """The groups, or the fact that was named: /fakta jkm.total."""
    if argument in visit.service.facts.ids():
        await visit.go(FACT, id=argument)
        return
    await visit.go(GROUPS, page=page_number(argument))


async def groups_screen(visit: Visit, params: JsonObject) -> Screen:
    """What waits for a decision, then the groups of facts."""
    visit.require(MAY)
    words, page = visit.words, page_of(params)
    waiting = await list_open_proposals(visit.tx, limit=PAGE) if page == 0 else []
    groups = sorted({id.partition(".")[0] for id in visit.service.facts.ids()})
    rows = page_rows(
        words, "facts", page, groups[page * PAGE :][:FETCHED], lambda group: _group_button(visit, group)
    )
    sentences = (words.button("sentences-open", "sentences", "list"),)
    text = words.render("facts-groups")
    return Screen(GROUPS, text, (*proposal_rows(visit, waiting), *rows, sentences, words.ways_out()))


def _group_button(visit: Visit, group: str) -> Button:
    return Button(group_name(visit.words, group), Action("facts", "group", group))


async def show_group(visit: Visit, argument: str) -> None:
    """A group, or a page of it: "jkk" or "jkk.1"."""
    name, _, page = argument.partition(".")
    await visit.go(GROUP, group=name, page=page_number(page))


async def group_screen(visit: Visit, params: JsonObject) -> Screen:
    """The facts of a group by name."""
    visit.require(MAY)
    words, page, group = visit.words, page_of(params), str(params.get("group"))
    ids = sorted(id for id in visit.service.facts.ids() if id.partition(".")[0] == group)
    shown = ids[page * PAGE :][:PAGE]
    buttons = tuple((Button(cut(fact_name(words, id)), Action("facts", "open", id)),) for id in shown)
    onward = _more(visit, group, page, more=len(ids) > (page + 1) * PAGE)
    back = (words.button("facts-back", "facts", "list"),)
    text = words.render("facts-group", group=group_name(words, group))
    return Screen(GROUP, text, (*buttons, *onward, back, words.ways_out()))


def _more(visit: Visit, group: str, page: int, *, more: bool) -> Rows:
    label = visit.words.label("nav-after")
    return ((Button(label, Action("facts", "group", f"{group}.{page + 1}")),),) if more else ()


async def open_fact(visit: Visit, id_: str) -> None:
    history_of(visit, id_)
    await visit.go(FACT, id=id_)


async def fact_screen(visit: Visit, params: JsonObject) -> Screen:
    """A fact with every value it has had: from when, by which source, how well founded."""
    visit.require(MAY)
    words, id_ = visit.words, str(params.get("id"))
    fact = current_fact(visit, id_)
    lines = [_line(visit, entry) for entry in history_of(visit, id_)]
    waiting = await list_open_proposals(visit.tx, fact_id=id_, limit=PAGE)
    how = "" if is_changeable(fact) else words.render("facts-by-file", id=id_)
    text = words.joined(words.render("facts-fact", name=fact_name(words, id_)), *lines, how)
    change = ((words.button("facts-change", "facts", "value", id_),),) if is_changeable(fact) else ()
    back = (words.button("facts-back", "facts", "group", id_.partition(".")[0]),)
    return Screen(FACT, text, (*proposal_rows(visit, waiting), *change, back, words.ways_out()))


def _line(visit: Visit, fact: Fact) -> Markup:
    """One value: what, from when to when, by which source, how well founded."""
    words = visit.words
    return words.render(
        "facts-line",
        value=value_words(words, fact),
        start=day_words(visit, fact.valid_from),
        end=day_words(visit, fact.valid_until) if fact.valid_until else words.label("facts-open-end"),
        grade=grade_words(words, fact),
        source=source_words(words, fact.source),
    )


def register(routes: Routes) -> None:
    routes.command("fakta", show, MAY)
    routes.screen(GROUPS, groups_screen)
    routes.screen(GROUP, group_screen)
    routes.screen(FACT, fact_screen)
    routes.action("facts", "list", show, MAY)
    routes.action("facts", "page", show, MAY)
    routes.action("facts", "group", show_group, MAY)
    routes.action("facts", "open", open_fact, MAY)
