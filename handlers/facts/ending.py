"""Until when a change holds is asked of what is meant to end, like a discount: none is promised for ever."""

from bot.fact_words import fact_name
from bot.programme.changes import last_day_now
from bot.screens import Button, Screen
from bot.visits import Visit
from handlers.facts.draft import ending_in, kept, pairs_of, start_of
from handlers.facts.telling import END, MAY, PROPOSAL
from handlers.routes import Routes
from handlers.starting_days import end_rows, typed_end
from storage.types import JsonObject


async def end_screen(visit: Visit, params: JsonObject) -> Screen:
    """Until when: the end it has now, the next half years, or a day as it is typed."""
    visit.require(MAY)
    words, start, ending = visit.words, start_of(params), ending_in(visit, params)
    now = (last_day_now(visit.service.facts, id_, start) for id_ in ending)
    days = end_rows(visit, "facts", start, [day for day in now if day])
    names = ", ".join(fact_name(words, id_) for id_ in ending)
    text = words.render("facts-ask-until", names=names)
    return Screen(END, text, (*days, _leave(visit, params), words.ways_out()))


def _leave(visit: Visit, params: JsonObject) -> tuple[Button, ...]:
    """To the fact the proposal began with: without an end there is nothing to go back to."""
    return (visit.words.button("facts-back", "facts", "open", next(iter(pairs_of(params)), [""])[0]),)


async def choose_end(visit: Visit, written: str) -> None:
    """One of the last days on offer."""
    await take_end(visit, written)


async def take_end(visit: Visit, text: str) -> bool:
    """A last day as people write it."""
    visit.require(MAY)
    params = visit.place.params
    day = await typed_end(visit, text, start_of(params))
    if day is not None:
        await visit.go(PROPOSAL, **{**kept(params), "until": day.isoformat()})
    return True


def register(routes: Routes) -> None:
    routes.screen(END, end_screen, take_end, digits=True)
    routes.action("facts", "until", choose_end, MAY)
