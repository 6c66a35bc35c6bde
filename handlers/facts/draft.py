"""A proposal that is being put together, as it stands in the conversation: what it holds, what is missing."""

from datetime import date

from bot.errors import NotFound
from bot.programme.changes import is_meant_to_end
from bot.visits import Visit
from handlers.facts.telling import END, PROPOSAL, SOURCE
from storage.facts import NewFactChange
from storage.types import JsonObject

HELD = ("edits", "source", "from", "until")
Pairs = list[list[str]]


def kept(params: JsonObject, but: str = "") -> JsonObject:
    """What the proposal holds so far; `but` is asked anew."""
    return {name: params[name] for name in HELD if name in params and name != but}


def pairs_of(params: JsonObject) -> Pairs:
    """Fact and value of each change, in the order in which they were typed."""
    edits = params.get("edits")
    return (
        [[str(part) for part in pair] for pair in edits if isinstance(pair, list)]
        if isinstance(edits, list)
        else []
    )


def next_screen(visit: Visit, params: JsonObject) -> str:
    """What is still to be asked, or else the whole."""
    if "from" not in params:
        return SOURCE
    return END if "until" not in params and ending_in(visit, params) else PROPOSAL


def ending_in(visit: Visit, params: JsonObject) -> list[str]:
    """The facts among them that are meant to end."""
    return [id_ for id_, _ in pairs_of(params) if is_meant_to_end(visit.service.facts, id_)]


def edits_of(visit: Visit, params: JsonObject) -> list[NewFactChange]:
    """The proposal as it stands; NotFound where there is none, or an end is missing."""
    source, start, ending = str(params.get("source", "")), start_of(params), ending_in(visit, params)
    until = _day(params, "until") if "until" in params else None
    if ending and until is None:
        raise NotFound("no proposal")
    edits = [
        NewFactChange(id_, value, source, start, valid_until=until if id_ in ending else None)
        for id_, value in pairs_of(params)
    ]
    if not edits:
        raise NotFound("no proposal")
    return edits


def start_of(params: JsonObject) -> date:
    """The day from which it holds; NotFound where none was said."""
    return _day(params, "from")


def _day(params: JsonObject, name: str) -> date:
    try:
        return date.fromisoformat(str(params.get(name, "")))
    except ValueError:
        raise NotFound("no proposal") from None
