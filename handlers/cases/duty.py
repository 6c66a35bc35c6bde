"""/piket: an officer is on duty, or away for some days."""

from bot.access import Permission
from bot.cases.arriving import tell_arrived
from bot.cases.duty import come_on_duty, go_off_duty, off_until, show_up
from bot.cases.policy import LEAVES
from bot.screens import Button, Screen
from bot.visits import Visit
from handlers.routes import Routes
from storage.cases import list_cases_owned
from storage.types import JsonObject

DUTY = "duty"


async def show(visit: Visit, _argument: str) -> None:
    await show_up(visit)
    await visit.go(DUTY)


async def duty_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words, until = visit.words, await off_until(visit)
    rows: tuple[tuple[Button, ...], ...]
    if until is None:
        text = words.render("duty-on")
        rows = tuple((words.button(f"duty-leave.{leave}", "duty", "leave", leave),) for leave in LEAVES)
    else:
        open_ = len(await list_cases_owned(visit.tx, visit.contact.id))
        off = words.render("duty-off", until=visit.service.day(until, visit.language))
        text = words.joined(off, words.render("duty-open", count=open_) if open_ else "")
        rows = ((words.button("duty-back", "duty", "back"),),)
    return Screen(DUTY, text, (*rows, words.ways_out()))


async def leave(visit: Visit, how_long: str) -> None:
    if how_long not in LEAVES:
        await visit.again()
        return
    await go_off_duty(visit, how_long)
    await visit.go(DUTY)


async def back(visit: Visit, _argument: str) -> None:
    await come_on_duty(visit)
    await tell_arrived(visit)
    await visit.go(DUTY)


def register(routes: Routes) -> None:
    routes.command("piket", show, Permission.TAKE_CASES)
    routes.screen(DUTY, duty_screen)
    routes.action("duty", "leave", leave, Permission.TAKE_CASES)
    routes.action("duty", "back", back, Permission.TAKE_CASES)
