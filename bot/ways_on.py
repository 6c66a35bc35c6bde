"""The way on for whoever was led out of a form: to what they had begun, and home."""

from bot.screens import GO_HOME, Route, Rows
from bot.visits import Visit
from storage.conversations import find_draft

FORM = "registration"
GO_ON: Route = (FORM, "resume")


async def way_on(visit: Visit) -> Rows:
    """A button back into the form, if one was begun; what was answered there is kept."""
    if FORM not in visit.drafts:
        visit.drafts[FORM] = await find_draft(visit.tx, visit.contact.id, FORM)
    if visit.drafts[FORM] is None:
        return ()
    return ((visit.words.button("cases-continue", *GO_ON),),)


async def ways_on(visit: Visit) -> Rows:
    """The same, and home below it."""
    return (*await way_on(visit), (visit.words.button("nav-home", *GO_HOME),))
