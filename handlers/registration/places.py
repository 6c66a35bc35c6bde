"""Following the picker, and choosing a village in it."""

from bot.forms import Offered
from bot.registration.drafts import Draft, go_on
from bot.registration.form import FORM, REGISTRATION
from bot.visits import Visit
from handlers.registration.opening import with_draft
from handlers.routes import Routes

QUESTION = "village"


async def pick(visit: Visit, draft: Draft, code: str) -> None:
    """Into a regency, or a district of it."""
    path = path_to(visit, code)
    if draft.state.question != QUESTION or not path:
        return await visit.again()
    return await go_on(visit, draft, FORM.follow(draft.state, path))


def path_to(visit: Visit, code: str) -> tuple[str, ...]:
    """The picker's path to a regency or district of the branch; empty for any other code."""
    places = visit.service.places
    district = places.find_district(code)
    if district is not None:
        return (district.regency_code, district.code)
    return (code,) if places.find_regency(code) is not None else ()


async def page(visit: Visit, draft: Draft, number: str) -> None:
    """Another page of the same list."""
    if draft.state.question != QUESTION or not (number.isascii() and number.isdigit() and len(number) < 4):
        return await visit.again()
    steps = tuple(step for step in draft.state.path if not step.startswith("p"))
    return await go_on(visit, draft, FORM.follow(draft.state, (*steps, f"p{number}")))


async def village(visit: Visit, draft: Draft, code: str) -> None:
    """A village was tapped; it is confirmed like one that was typed."""
    if draft.state.question != QUESTION or visit.service.places.find_village(code) is None:
        return await visit.again()
    return await go_on(visit, draft, FORM.accept(draft.state, Offered((code,))))


def register(routes: Routes) -> None:
    routes.action(REGISTRATION, "pick", with_draft(pick))
    routes.action(REGISTRATION, "page", with_draft(page))
    routes.action(REGISTRATION, "village", with_draft(village))
