"""The way on for whoever was led out of a form: to what they had begun, and home."""

from bot.registration.drafts import has_draft
from bot.screens import GO_HOME, Rows
from bot.visits import Visit


async def way_on(visit: Visit) -> Rows:
    """A button back into the form, if one was begun; what was answered there is kept."""
    if not await has_draft(visit):
        return ()
    return ((visit.words.button("cases-continue", "registration", "resume"),),)


async def ways_on(visit: Visit) -> Rows:
    """The same, and home below it."""
    return (*await way_on(visit), (visit.words.button("nav-home", *GO_HOME),))
