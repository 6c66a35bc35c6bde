"""What every step of the form begins with: the draft, unless its answers have lapsed."""

from collections.abc import Awaitable, Callable

from bot.registration.drafts import Draft, form_of, open_draft
from bot.visits import Visit
from handlers.routes import ActionHandler

DraftHandler = Callable[[Visit, Draft, str], Awaitable[None]]


def with_draft(handler: DraftHandler) -> ActionHandler:
    """Open the draft for a handler; what comes after a lapse answers nothing, and the person is told why."""

    async def handle(visit: Visit, id_: str) -> None:
        draft = await open_draft(visit)
        if draft.lapse is not None:
            await visit.go(form_of(visit))
        else:
            await handler(visit, draft, id_)

    return handle
