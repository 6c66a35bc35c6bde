"""What every step of the form begins with: the draft, unless what was answered before is lost."""

from collections.abc import Awaitable, Callable

from bot.registration.drafts import Draft, begin_again, open_draft
from bot.visits import Visit
from handlers.routes import ActionHandler

DraftHandler = Callable[[Visit, Draft, str], Awaitable[None]]


def with_draft(handler: DraftHandler) -> ActionHandler:
    """Open the draft for a handler; one that is lost answers nothing, and the person is told so once."""

    async def handle(visit: Visit, id_: str) -> None:
        draft = await open_draft(visit)
        if draft.is_lost:
            await begin_again(visit, draft)
        else:
            await handler(visit, draft, id_)

    return handle
