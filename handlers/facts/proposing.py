"""A change of facts is put together: values, with one source and one day, then sent to a second person.

What is meant to end, like a discount, is asked for its last day, too. Facts that belong together - a total
and its parts, a rate and what follows it - go into one proposal; all of it travels in the conversation until
it is sent.
"""

from bot.campaigns.policy import policy_for
from bot.errors import NotFound
from bot.fact_words import fact_name, named_in, value_words, words_by_name
from bot.facts import ChangeRefused, names_document, propose_changes
from bot.programme.changes import (
    LISTS,
    LONGEST_SOURCE,
    SHORTEST_SOURCE,
    is_changeable,
    read_value,
)
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.facts.draft import edits_of, kept, next_screen, pairs_of
from handlers.facts.telling import (
    CHANGE,
    DAY,
    MAY,
    MORE,
    PROPOSAL,
    SOURCE,
    VALUE,
    current_fact,
    side_by_side,
)
from handlers.pages import PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from handlers.starting_days import day_rows, typed_day
from storage.types import JsonObject

MOST = 12  # facts in one proposal: as many as can be read through


async def ask_value(visit: Visit, id_: str) -> None:
    """A proposal begins with this fact."""
    _changeable(visit, id_)
    await visit.go(VALUE, id=id_)


async def ask_another(visit: Visit, id_: str) -> None:
    """This fact goes into the proposal that is being made."""
    _changeable(visit, id_)
    await visit.go(VALUE, **{**kept(visit.place.params), "id": id_})


def _changeable(visit: Visit, id_: str) -> None:
    if not is_changeable(current_fact(visit, id_)):
        raise NotFound("this fact is changed by file")


async def value_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(MAY)
    words, fact = visit.words, current_fact(visit, str(params.get("id")))
    key = "facts-ask-list" if fact.id in LISTS else "facts-ask-value"
    text = words.render(key, name=fact_name(words, fact.id), value=value_words(words, fact))
    return Screen(VALUE, text, (_back(visit, params), words.ways_out()))


def _back(visit: Visit, params: JsonObject) -> tuple[Button, ...]:
    """To the proposal, as far as it has come; from its first question to the fact."""
    if "from" in params:
        return (visit.words.button("facts-back", "facts", "proposal"),)
    id_ = str(params.get("id") or next(iter(pairs_of(params)), [""])[0])
    return (visit.words.button("facts-back", "facts", "open", id_),)


async def take_value(visit: Visit, text: str) -> bool:
    """A figure or a list as it is typed; what is none of this fact's kind is asked again."""
    visit.require(MAY)
    params = visit.place.params
    id_ = str(params.get("id"))
    value = read_value(current_fact(visit, id_), text, words_by_name(visit.words))
    if value is None:
        key = "facts-why-list" if id_ in LISTS else "facts-why-value"
        await visit.again(visit.words.render(key), failed=True)
        return True
    pairs = [pair for pair in pairs_of(params) if pair[0] != id_]
    now = {**kept(params), "edits": [*pairs, [id_, value]]}
    await visit.go(next_screen(visit, now), **now)
    return True


async def source_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(MAY)
    return Screen(
        SOURCE, visit.words.render("facts-ask-source"), (_back(visit, params), visit.words.ways_out())
    )


async def take_source(visit: Visit, text: str) -> bool:
    """Where it stands written: no figure is shown without a source, and hearsay is none."""
    visit.require(MAY)
    source = " ".join(text.split())
    fits = SHORTEST_SOURCE <= len(source) <= LONGEST_SOURCE
    if not fits or not names_document(source, policy_for(visit.service)):
        await visit.again(visit.words.render("facts-why-source"), failed=True)
    else:
        await visit.go(DAY, **{**kept(visit.place.params), "source": source})
    return True


async def day_screen(visit: Visit, params: JsonObject) -> Screen:
    """From when it holds: today, the first of next month, or a day as it is typed."""
    visit.require(MAY)
    words = visit.words
    rows = (*day_rows(visit, "facts"), _back(visit, params), words.ways_out())
    return Screen(DAY, words.render("facts-ask-day"), rows)


async def choose_day(visit: Visit, written: str) -> None:
    """One of the days on offer."""
    await take_day(visit, written)


async def take_day(visit: Visit, text: str) -> bool:
    """A day as people write it."""
    visit.require(MAY)
    day = await typed_day(visit, text)
    if day is not None:
        now = {**kept(visit.place.params, but="until"), "from": day.isoformat()}
        await visit.go(next_screen(visit, now), **now)
    return True


async def proposal_screen(visit: Visit, params: JsonObject) -> Screen:
    """Old and new side by side, before anybody else hears of it."""
    visit.require(MAY)
    words, edits = visit.words, edits_of(visit, params)
    more: Rows = ((words.button("facts-more", "facts", "more"),),) if len(edits) < MOST else ()
    send = words.button("facts-send", "facts", "propose")
    leave = words.button("facts-back", "facts", "open", edits[0].fact_id)
    text = words.joined(side_by_side(visit, edits), words.render("facts-second"))
    return Screen(PROPOSAL, text, ((send,), *more, (leave,), words.ways_out()))


async def back_to_proposal(visit: Visit, _id: str) -> None:
    await visit.go(PROPOSAL, **kept(visit.place.params))


async def show_more(visit: Visit, page: str) -> None:
    """Which other fact changes with it."""
    await visit.go(MORE, **{**kept(visit.place.params), "page": page_number(page)})


async def more_screen(visit: Visit, params: JsonObject) -> Screen:
    """The other facts whose value can be typed, those of the same group first."""
    visit.require(MAY)
    words, page = visit.words, page_of(params)
    ids = _others(visit, [id_ for id_, _ in pairs_of(params)])
    rows = page_rows(words, "facts", page, ids[page * PAGE :], lambda id_: _also(visit, id_), verb="more")
    back = _back(visit, params)
    return Screen(MORE, words.render("facts-ask-more"), (*rows, back, words.ways_out()))


def _also(visit: Visit, id_: str) -> Button:
    return Button(cut(fact_name(visit.words, id_)), Action("facts", "also", id_))


def _others(visit: Visit, taken: list[str]) -> list[str]:
    groups = {id_.partition(".")[0] for id_ in taken}
    ids = (
        id_
        for id_ in visit.service.facts.ids()
        if id_ not in taken and is_changeable(current_fact(visit, id_))
    )
    return sorted(ids, key=lambda id_: (id_.partition(".")[0] not in groups, id_))


async def propose(visit: Visit, _id: str) -> None:
    """Send it to whoever may approve; what would break the facts is refused, with what to change too."""
    try:
        first = await propose_changes(visit, edits_of(visit, visit.place.params))
    except ChangeRefused as refused:
        await visit.again(_refusal(visit, refused))
        return
    await visit.go(CHANGE, number=first.number)


def _refusal(visit: Visit, refused: ChangeRefused) -> Markup:
    names = named_in(visit.words, visit.service.facts.ids(), refused.faults)
    return visit.words.render("facts-refused", names=", ".join(names) or "-")


def register(routes: Routes) -> None:
    routes.screen(VALUE, value_screen, take_value, digits=True)
    routes.screen(SOURCE, source_screen, take_source, digits=True)
    routes.screen(DAY, day_screen, take_day, digits=True)
    routes.screen(PROPOSAL, proposal_screen)
    routes.screen(MORE, more_screen)
    routes.action("facts", "value", ask_value, MAY)
    routes.action("facts", "also", ask_another, MAY)
    routes.action("facts", "more", show_more, MAY)
    routes.action("facts", "proposal", back_to_proposal, MAY)
    routes.action("facts", "from", choose_day, MAY)
    routes.action("facts", "propose", propose, MAY)
