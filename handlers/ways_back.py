"""Back to where somebody was before a short errand: a reply, a word beside a rating."""

from bot.texts import Markup
from bot.visits import HOME, Visit
from storage.conversations import Place
from storage.types import JsonObject

BACK = "back"


def here(visit: Visit) -> JsonObject:
    """Where the person is, to be kept in the params of the errand; from one errand to the next it stays."""
    before = visit.place.params.get(BACK)
    if isinstance(before, dict):
        return before
    return {"screen": visit.place.screen, "params": visit.place.params}


async def go_back(visit: Visit, note: Markup | None = None) -> None:
    """Show where the person was, perhaps below a note; home when that is not known."""
    step_back(visit)
    await visit.again(note)


def step_back(visit: Visit) -> None:
    """The person is where they were before the errand; nothing is shown yet."""
    before = visit.place.params.get(BACK)
    screen, params = (before.get("screen"), before.get("params")) if isinstance(before, dict) else (HOME, {})
    known = dict(params) if isinstance(params, dict) and screen != HOME else {}  # nobody is greeted again
    visit.place = Place(str(screen or HOME), known, visit.place.version + 1)
