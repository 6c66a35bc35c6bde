"""/fakta for staff: what the service says, with its history; one proposes a change, another approves it."""

from collections.abc import Iterable
from datetime import date

from bot.access import Permission, is_allowed
from bot.errors import NotFound
from bot.facts import ChangeRefused, get_change, propose_change, settle_change
from bot.programme.changes import (
    LONGEST_SOURCE,
    SHORTEST_SOURCE,
    compare,
    is_changeable,
    read_day,
    read_value,
)
from bot.programme.contributions import month_after
from bot.programme.entries import Fact
from bot.programme.errors import UnknownFact
from bot.programme.formats import day_month_year
from bot.quotes import lang_of
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.facts import NewFactChange, list_changes
from storage.models.facts import FactChange, FactChangeState
from storage.types import JsonObject

GROUPS = "facts"
GROUP = "facts-group"
FACT = "fact"
VALUE = "fact-value"
SOURCE = "fact-source"
DAY = "fact-day"
PROPOSAL = "fact-proposal"
CHANGE = "fact-change"
MAY = Permission.CHANGE_FACTS


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
    waiting = await list_changes(visit.tx, FactChangeState.PROPOSED, limit=PAGE) if page == 0 else []
    groups = sorted({id.partition(".")[0] for id in visit.service.facts.ids()})[page * PAGE :][:FETCHED]
    rows = page_rows(words, "facts", page, groups, lambda name: Button(name, Action("facts", "group", name)))
    return Screen(
        GROUPS, words.render("facts-groups"), (*_change_rows(visit, waiting), *rows, words.ways_out())
    )


def _change_rows(visit: Visit, changes: Iterable[FactChange]) -> Rows:
    return tuple(
        (Button(visit.words.label("facts-waiting", id=c.fact_id), Action("facts", "change", c.number)),)
        for c in changes
    )


async def show_group(visit: Visit, argument: str) -> None:
    """A group, or a page of it: "jkk" or "jkk.1"."""
    name, _, page = argument.partition(".")
    await visit.go(GROUP, group=name, page=page_number(page))


async def group_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(MAY)
    words, page, group = visit.words, page_of(params), str(params.get("group"))
    ids = sorted(id for id in visit.service.facts.ids() if id.partition(".")[0] == group)
    buttons = tuple((Button(id, Action("facts", "open", id)),) for id in ids[page * PAGE :][:PAGE])
    onward = _more(visit, group, page, more=len(ids) > (page + 1) * PAGE)
    back = (words.button("facts-back", "facts", "list"),)
    return Screen(
        GROUP, words.render("facts-group", group=group), (*buttons, *onward, back, words.ways_out())
    )


def _more(visit: Visit, group: str, page: int, *, more: bool) -> Rows:
    label = visit.words.label("nav-after")
    return ((Button(label, Action("facts", "group", f"{group}.{page + 1}")),),) if more else ()


async def open_fact(visit: Visit, id_: str) -> None:
    _history(visit, id_)
    await visit.go(FACT, id=id_)


def _history(visit: Visit, id_: str) -> tuple[Fact, ...]:
    try:
        return visit.service.facts.history(id_)
    except UnknownFact:
        raise NotFound(f"no fact is called {id_!r}") from None


def _current(visit: Visit, id_: str) -> Fact:
    """The value that holds today, or else the last one known."""
    history = _history(visit, id_)
    return visit.service.facts.find(id_, visit.service.today()) or history[-1]


async def fact_screen(visit: Visit, params: JsonObject) -> Screen:
    """A fact with every value it has had: from when, by which source, how well founded."""
    visit.require(MAY)
    words, id_ = visit.words, str(params.get("id"))
    fact = _current(visit, id_)
    lines = [_line(visit, entry) for entry in _history(visit, id_)]
    waiting = await list_changes(visit.tx, FactChangeState.PROPOSED, fact_id=id_, limit=PAGE)
    text = words.joined(words.render("facts-fact", id=id_), *lines, _how(visit, fact))
    change = ((words.button("facts-change", "facts", "value", id_),),) if is_changeable(fact) else ()
    back = (words.button("facts-back", "facts", "group", id_.partition(".")[0]),)
    return Screen(FACT, text, (*_change_rows(visit, waiting), *change, back, words.ways_out()))


def _how(visit: Visit, fact: Fact) -> str:
    return "" if is_changeable(fact) else visit.words.render("facts-by-file")


def _line(visit: Visit, fact: Fact) -> Markup:
    """One value: what, from when to when, by whom, by which source."""
    until = _day(visit, fact.valid_until) if fact.valid_until else visit.words.label("facts-open-end")
    return visit.words.render(
        "facts-line",
        value=_shown(fact),
        unit=fact.unit,
        start=_day(visit, fact.valid_from),
        end=until,
        grade=fact.grade.value,
        source=fact.source,
    )


def _shown(fact: Fact) -> str:
    return ", ".join(fact.value) if isinstance(fact.value, tuple) else str(fact.value)


def _day(visit: Visit, day: date) -> str:
    return day_month_year(day, lang_of(visit.words))


async def ask_value(visit: Visit, id_: str) -> None:
    if not is_changeable(_current(visit, id_)):
        raise NotFound("this fact is changed by file")
    await visit.go(VALUE, id=id_)


async def value_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(MAY)
    fact = _current(visit, str(params.get("id")))
    text = visit.words.render("facts-ask-value", id=fact.id, value=_shown(fact), unit=fact.unit)
    return Screen(VALUE, text, (_cancel(visit, fact.id), visit.words.ways_out()))


def _cancel(visit: Visit, id_: str) -> tuple[Button, ...]:
    return (visit.words.button("facts-back", "facts", "open", id_),)


async def take_value(visit: Visit, text: str) -> bool:
    """A figure as it is typed; what is none of this fact's kind is asked again."""
    visit.require(MAY)
    id_ = str(visit.place.params.get("id"))
    value = read_value(_current(visit, id_), text)
    if value is None:
        await visit.again(visit.words.render("facts-why-value"), failed=True)
    else:
        await visit.go(SOURCE, id=id_, value=value)
    return True


async def source_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(MAY)
    text = visit.words.render("facts-ask-source", value=str(params.get("value")))
    return Screen(SOURCE, text, (_cancel(visit, str(params.get("id"))), visit.words.ways_out()))


async def take_source(visit: Visit, text: str) -> bool:
    """Where it stands written: no figure is shown without a source."""
    visit.require(MAY)
    source = " ".join(text.split())
    if not SHORTEST_SOURCE <= len(source) <= LONGEST_SOURCE:
        await visit.again(visit.words.render("facts-why-source"), failed=True)
    else:
        await visit.go(DAY, **{**visit.place.params, "source": source})
    return True


async def day_screen(visit: Visit, params: JsonObject) -> Screen:
    """From when it holds: today, the first of next month, or a day as it is typed."""
    visit.require(MAY)
    words, today = visit.words, visit.service.today()
    days = (today, month_after(today))
    buttons = tuple((Button(_day(visit, day), Action("facts", "from", day.isoformat())),) for day in days)
    rows = (*buttons, _cancel(visit, str(params.get("id"))), words.ways_out())
    return Screen(DAY, words.render("facts-ask-day"), rows)


async def choose_day(visit: Visit, written: str) -> None:
    """One of the days on offer."""
    await take_day(visit, written)


async def take_day(visit: Visit, text: str) -> bool:
    """A day as 2027-01-31."""
    visit.require(MAY)
    day = read_day(text, visit.service.today())
    if day is None:
        await visit.again(visit.words.render("facts-why-day"), failed=True)
    else:
        await visit.go(PROPOSAL, **{**visit.place.params, "from": day.isoformat()})
    return True


async def proposal_screen(visit: Visit, params: JsonObject) -> Screen:
    """Old and new side by side, before anybody else hears of it."""
    visit.require(MAY)
    words, edit = visit.words, _edit(params)
    rows = (
        (words.button("facts-send", "facts", "propose"),),
        _cancel(visit, edit.fact_id),
        words.ways_out(),
    )
    return Screen(PROPOSAL, words.joined(_side_by_side(visit, edit), words.render("facts-second")), rows)


def _edit(params: JsonObject) -> NewFactChange:
    id_, value, source, day = (str(params.get(name, "")) for name in ("id", "value", "source", "from"))
    try:
        return NewFactChange(id_, value, source, date.fromisoformat(day))
    except ValueError:
        raise NotFound("no proposal") from None


def _side_by_side(visit: Visit, edit: NewFactChange | FactChange) -> Markup:
    compared = compare(visit.service.facts, edit)
    return visit.words.render(
        "facts-compared",
        id=edit.fact_id,
        old=_shown(compared.old) if compared.old else "-",
        new=_shown(compared.new),
        unit=compared.new.unit,
        oldsource=compared.old.source if compared.old else "-",
        source=edit.source,
        start=_day(visit, edit.valid_from),
    )


async def propose(visit: Visit, _id: str) -> None:
    """Send it to whoever may approve; what would break the facts is refused, with the reason."""
    try:
        change = await propose_change(visit, _edit(visit.place.params))
    except ChangeRefused as refused:
        await visit.again(visit.words.render("facts-refused", why=str(refused)))
        return
    await visit.go(CHANGE, number=change.number)


async def show_change(visit: Visit, number: str) -> None:
    await get_change(visit.tx, number)
    await visit.go(CHANGE, number=number)


async def change_screen(visit: Visit, params: JsonObject) -> Screen:
    """A proposal: the two values, who stands where, and - for a second person - the decision."""
    visit.require(MAY)
    words = visit.words
    change = await get_change(visit.tx, str(params.get("number")))
    state = words.render(
        f"facts-state-{change.state}", at=visit.service.moment(change.proposed_at, visit.language)
    )
    back = (words.button("facts-back", "facts", "open", change.fact_id),)
    rows = (*_decision(visit, change), back, words.ways_out())
    return Screen(CHANGE, words.joined(_side_by_side(visit, change), state), rows, protected=True)


def _decision(visit: Visit, change: FactChange) -> Rows:
    """Only for somebody else than who proposed it, and only as long as it is open."""
    may = is_allowed(visit.role, Permission.APPROVE) and change.proposed_by != visit.contact.id
    if change.state is not FactChangeState.PROPOSED or not may:
        return ()
    words = visit.words
    yes = words.button("facts-approve", "facts", "approve", change.number)
    return ((yes, words.button("facts-reject", "facts", "reject", change.number)),)


async def approve(visit: Visit, number: str) -> None:
    await _settle(visit, number, approve=True)


async def reject(visit: Visit, number: str) -> None:
    await _settle(visit, number, approve=False)


async def _settle(visit: Visit, number: str, *, approve: bool) -> None:
    if not await settle_change(visit, number, approve=approve):
        visit.toast = visit.words.label("facts-stale")
    await visit.go(CHANGE, number=number)


def register(routes: Routes) -> None:
    routes.command("fakta", show, MAY)
    routes.screen(GROUPS, groups_screen)
    routes.screen(GROUP, group_screen)
    routes.screen(FACT, fact_screen)
    routes.screen(VALUE, value_screen, take_value, digits=True)
    routes.screen(SOURCE, source_screen, take_source, digits=True)
    routes.screen(DAY, day_screen, take_day, digits=True)
    routes.screen(PROPOSAL, proposal_screen)
    routes.screen(CHANGE, change_screen)
    routes.action("facts", "list", show, MAY)
    routes.action("facts", "page", show, MAY)
    routes.action("facts", "group", show_group, MAY)
    routes.action("facts", "open", open_fact, MAY)
    routes.action("facts", "value", ask_value, MAY)
    routes.action("facts", "from", choose_day, MAY)
    routes.action("facts", "propose", propose, MAY)
    routes.action("facts", "change", show_change, MAY, anywhere=True)
    routes.action("facts", "approve", approve, Permission.APPROVE)
    routes.action("facts", "reject", reject, Permission.APPROVE)
