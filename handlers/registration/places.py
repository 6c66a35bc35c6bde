"""Following the picker, and choosing a village in it."""

from bot.forms import Offered
from bot.registration.drafts import Draft, go_on
from bot.registration.form import FORM, REGISTRATION
from bot.visits import Visit
from handlers.picker import at_page, path_to
from handlers.registration.opening import with_draft
from handlers.routes import Routes

QUESTION = "village"


async def pick(visit: Visit, draft: Draft, code: str) -> None:
    """Into a regency, or a district of it."""
    path = path_to(visit.service.places, code)
    if draft.state.question != QUESTION or not path:
        return await visit.again()
    return await go_on(visit, draft, FORM.follow(draft.state, path))


async def page(visit: Visit, draft: Draft, number: str) -> None:
    """Another page of the same list."""
    path = at_page(draft.state.path, number)
    if draft.state.question != QUESTION or path is None:
        return await visit.again()
    return await go_on(visit, draft, FORM.follow(draft.state, path))


async def village(visit: Visit, draft: Draft, code: str) -> None:
    """A village was tapped; it is confirmed like one that was typed."""
    if draft.state.question != QUESTION or visit.service.places.find_village(code) is None:
        return await visit.again()
    return await go_on(visit, draft, FORM.accept(draft.state, Offered((code,))))


def register(routes: Routes) -> None:
    routes.action(REGISTRATION, "pick", with_draft(pick))
    routes.action(REGISTRATION, "page", with_draft(page))
    routes.action(REGISTRATION, "village", with_draft(village))
