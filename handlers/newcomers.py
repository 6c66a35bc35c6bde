"""Those who have just joined: asked for their number, and ended by whoever invited the wrong person."""

from bot.access import Permission
from bot.answers import Meaning, read_meaning
from bot.newcomers import end_newcomer, get_newcomer, keep_phone
from bot.phones import read_phone
from bot.screens import GO_HOME, ContactRequest, Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes, Shared
from storage.types import JsonObject

PHONE = "newcomer-phone"
SURE = "newcomer-end"
PROFILE = "profile"


async def phone_screen(visit: Visit, _params: JsonObject) -> Screen:
    """The branch may want to call; whoever would rather not goes on without."""
    visit.require(Permission.FOLLOW_UP)
    words = visit.words
    skip = words.button("newcomers-skip", "newcomers", "skip")
    keyboard = ContactRequest(words.label("newcomers-share"))
    return Screen(PHONE, words.render("newcomers-ask-phone"), ((skip,),), keyboard)


async def read_contact(visit: Visit, shared: Shared) -> bool:
    """A shared number counts only when it is the person's own."""
    if not shared.is_own:
        await visit.again(visit.words.render("newcomers-not-own"), failed=True)
        return True
    return await _keep(visit, shared.phone if shared.phone.startswith("+") else f"+{shared.phone}")


async def read_typed(visit: Visit, text: str) -> bool:
    """A number that is typed; "nanti saja" goes on without; anything else is no answer here."""
    if read_meaning(text) is Meaning.NO:
        await skip(visit, "")
        return True
    return await _keep(visit, text) if any(char.isdigit() for char in text) else False


async def _keep(visit: Visit, text: str) -> bool:
    phone = read_phone(text).phone
    if phone is None:
        await visit.again(visit.words.render("newcomers-why-phone"), failed=True)
    elif await keep_phone(visit, phone):
        await visit.go(PROFILE, later=True)
    else:
        await visit.again(visit.words.render("followups-stale"))
    return True


async def skip(visit: Visit, _id: str) -> None:
    await visit.go(PROFILE, later=True)


async def wrong(visit: Visit, id_: str) -> None:
    """It is not who was meant: asked once more, since it cannot be taken back."""
    await get_newcomer(visit, id_)
    await visit.go(SURE, id=id_)


async def sure_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.INVITE)
    id_, words = str(params.get("id")), visit.words
    newcomer = await get_newcomer(visit, id_)
    yes, no = words.button("team-end-yes", "newcomers", "end", id_), words.button("nav-back", *GO_HOME)
    return Screen(SURE, words.render("team-sure", name=newcomer.name), ((yes,), (no,)), protected=True)


async def end(visit: Visit, id_: str) -> None:
    """Out at once."""
    await end_newcomer(visit, await get_newcomer(visit, id_))
    await visit.go(HOME)
    visit.say(Screen("newcomer-ended", visit.words.render("newcomers-ended")))


def register(routes: Routes) -> None:
    routes.screen(PHONE, phone_screen, read_typed, private=True, digits=True)
    routes.screen(SURE, sure_screen)
    routes.shared_contact(PHONE, read_contact)
    routes.action("newcomers", "skip", skip, Permission.FOLLOW_UP)
    routes.action("newcomers", "wrong", wrong, Permission.INVITE, anywhere=True)
    routes.action("newcomers", "end", end, Permission.INVITE)
