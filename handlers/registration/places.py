"""Following the picker, and choosing a village in it."""

from bot.forms import Offered
from bot.registration.drafts import Draft, go_on, open_draft
from bot.registration.form import FORM, REGISTRATION
from bot.visits import Visit
from handlers.routes import Routes


async def _at_village(visit: Visit) -> Draft | None:
    """The draft, if it stands at the question these buttons belong to."""
    draft = await open_draft(visit)
    return draft if draft.state.question == "village" else None


async def pick(visit: Visit, code: str) -> None:
    """Into a regency, or a district of it."""
    draft = await _at_village(visit)
    path = path_to(visit, code)
    if draft is None or not path:
        return await visit.again()
    return await go_on(visit, draft, FORM.follow(draft.state, path))


def path_to(visit: Visit, code: str) -> tuple[str, ...]:
    """The picker's path to a regency or district of the branch; empty for any other code."""
    places = visit.service.places
    district = places.find_district(code)
    if district is not None:
        return (district.regency_code, district.code)
    return (code,) if places.find_regency(code) is not None else ()


async def page(visit: Visit, number: str) -> None:
    """Another page of the same list."""
    draft = await _at_village(visit)
    if draft is None or not (number.isascii() and number.isdigit() and len(number) < 4):
        return await visit.again()
    steps = tuple(step for step in draft.state.path if not step.startswith("p"))
    return await go_on(visit, draft, FORM.follow(draft.state, (*steps, f"p{number}")))


async def village(visit: Visit, code: str) -> None:
    """A village was tapped; it is confirmed like one that was typed."""
    draft = await _at_village(visit)
    if draft is None or visit.service.places.find_village(code) is None:
        return await visit.again()
    return await go_on(visit, draft, FORM.accept(draft.state, Offered((code,))))


def register(routes: Routes) -> None:
    routes.action(REGISTRATION, "pick", pick)
    routes.action(REGISTRATION, "page", page)
    routes.action(REGISTRATION, "village", village)
